package org.unifiedhotline.app.endtoend;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.unifiedhotline.demo.servers.PostgresServer;
import org.unifiedhotline.masterrecords.database.HubDatabase;
import org.unifiedhotline.masterrecords.keys.Keystore;
import org.unifiedhotline.masterrecords.keys.Place;
import org.unifiedhotline.masterrecords.keys.SealedTexts;

/** What somebody reads of a hub who has all of its database and all keys of a day. */
final class HubSecrets {
    private final HubDatabase hub;
    private final byte[] sealing;

    /**
     * @param keys the keys, or a copy of them
     * @param audit the folder of the audit trail's keys
     */
    HubSecrets(PostgresServer server, String database, Path keys, Path audit) throws IOException {
        this.hub = new HubDatabase(
                new DriverManagerDataSource(
                        server.jdbcUrl(database), PostgresServer.SUPERUSER, PostgresServer.SUPERUSER),
                Keystore.open(keys, Map.of(), false));
        this.sealing = HexFormat.of()
                .parseHex(Files.readString(audit.resolve("sealing.key"), StandardCharsets.US_ASCII)
                        .strip());
    }

    /** A copy of a folder of keys. */
    static Path copy(Path keys, Path to) throws IOException {
        Files.createDirectories(to);
        try (Stream<Path> files = Files.list(keys)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(file.getFileName()));
            }
        }
        return to;
    }

    /** How many of these records' data keys there are in the database, and how many of them can be unwrapped. */
    record Keys(long stored, long readable) {}

    Keys keys(List<Long> records) {
        long stored = hub.sql()
                .sql("SELECT count(*) FROM record_key WHERE record_id = ANY (?)")
                .param(records.toArray(Long[]::new))
                .query(Long.class)
                .single();
        return new Keys(stored, hub.keys().of(records).size());
    }

    /** The hashes that the blocking keys of these records are made of: what is keyed in the hub, by who has the hashing key. */
    List<byte[]> blockingHashes(List<Long> records) {
        List<byte[]> hashes = new ArrayList<>();
        hub.sql()
                .sql("SELECT DISTINCT hash FROM blocking_key WHERE record_id = ANY (?)")
                .param(records.toArray(Long[]::new))
                .query(Long.class)
                .list()
                .forEach(keyed -> {
                    ByteBuffer hash = ByteBuffer.allocate(Long.BYTES)
                            .putLong(hub.keys().hashes().back(keyed));
                    hashes.add(hash.array());
                    hashes.add(ByteBuffer.allocate(Long.BYTES)
                            .putLong(Long.reverseBytes(hash.getLong(0)))
                            .array());
                });
        return hashes;
    }

    /** The keyed hashes that stand of these records and of no others, as numbers: of blocking keys, counted values, rows. */
    Set<String> keyedHashes(List<Long> records) {
        return new TreeSet<>(hub.sql()
                .sql("""
                        WITH hashes AS (
                          SELECT record_id, hash FROM blocking_key
                          UNION SELECT record_id, value_hash FROM counted_value
                          UNION SELECT record_id, name_hash FROM counted_value
                          UNION SELECT record_id, fingerprint FROM match_state
                          UNION SELECT record_id, unnest(keys) FROM match_state
                          UNION SELECT record_id, unnest(counted) FROM match_state
                          UNION SELECT record_id, row_hash FROM source_record)
                        SELECT DISTINCT hash::text FROM hashes
                         WHERE record_id = ANY (:ids) AND hash NOT BETWEEN -10000000000 AND 10000000000
                           AND hash NOT IN (SELECT hash FROM hashes WHERE hash IS NOT NULL AND NOT record_id = ANY (:ids))
                        """)
                .param("ids", records.toArray(Long[]::new))
                .query(String.class)
                .list());
    }

    /** What these values are by the hashing key, as numbers. */
    Set<String> keyedHashesOf(Collection<String> values) {
        Set<String> hashes = new TreeSet<>();
        values.forEach(value -> hashes.add(String.valueOf(hub.keys().hashes().of(value))));
        return hashes;
    }

    /** What an identity number is in the index. */
    String ofIdentityNumber(String number) {
        return hub.keys().hashes().of("identity number", number);
    }

    /** All that was typed: searches that are kept, terms and purposes of the trail. */
    List<String> typed() {
        List<String> typed = new ArrayList<>();
        SealedTexts texts = new SealedTexts(hub);
        hub.sql()
                .sql("SELECT saved_search_id, name, parameters FROM saved_search")
                .query(row -> {
                    long id = row.getLong("saved_search_id");
                    texts.open(Place.of("saved_search.name", id), row.getBytes("name"))
                            .ifPresent(typed::add);
                    texts.open(Place.of("saved_search.parameters", id), row.getBytes("parameters"))
                            .ifPresent(typed::add);
                });
        hub.sql()
                .sql("SELECT data_key, sealed FROM audit.entry WHERE data_key IS NOT NULL AND sealed IS NOT NULL")
                .query(row -> {
                    opened(row.getBytes("data_key"), row.getBytes("sealed")).ifPresent(typed::add);
                });
        return typed;
    }

    private Optional<String> opened(byte[] dataKey, byte[] sealed) {
        byte[] wrapped = Arrays.copyOfRange(dataKey, dataKey.length - 40, dataKey.length);
        long number = ByteBuffer.wrap(dataKey).getLong();
        byte[] bound = hub.keys().keystore().bound(sealing, number);
        for (byte[] wrapping : bound == null ? new byte[][] {sealing} : new byte[][] {sealing, bound}) {
            try {
                Cipher unwrap = Cipher.getInstance("AESWrap");
                unwrap.init(Cipher.UNWRAP_MODE, new SecretKeySpec(wrapping, "AES"));
                SecretKey key = (SecretKey) unwrap.unwrap(wrapped, "AES", Cipher.SECRET_KEY);
                Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
                cipher.init(Cipher.DECRYPT_MODE, key, new GCMParameterSpec(128, sealed, 0, 12));
                return Optional.of(new String(cipher.doFinal(sealed, 12, sealed.length - 12), StandardCharsets.UTF_8));
            } catch (GeneralSecurityException closed) {
                // the other way, or none
            }
        }
        return Optional.empty();
    }
}
