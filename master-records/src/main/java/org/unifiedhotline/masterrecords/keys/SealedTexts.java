package org.unifiedhotline.masterrecords.keys;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.unifiedhotline.masterrecords.database.HubDatabase;

/**
 * Texts that people typed. What is said of source records is sealed by the data keys of all of them together: when the key of one is
 * destroyed, it cannot be read any more, wherever a copy is. What is said of nobody in particular (a saved search, the reason of a
 * model) is sealed by a key of its own, which can be destroyed likewise.
 */
public final class SealedTexts {
    private static final byte OF_RECORDS = 1;
    private static final byte OF_ITSELF = 2;
    private static final byte[] PURPOSE = "text".getBytes(StandardCharsets.US_ASCII);

    private final HubDatabase hub;

    public SealedTexts(HubDatabase hub) {
        this.hub = hub;
    }

    /** The number that the next row of a table will have, so that its text can be sealed for its place. */
    public long next(String table, String column) {
        return hub.sql()
                .sql("SELECT nextval(pg_get_serial_sequence(?, ?))")
                .params(table, column)
                .query(Long.class)
                .single();
    }

    /** Something sealed and its place. */
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    public record Sealed(Place place, byte[] bytes) {
        /** Tells the place only. */
        @Override
        public String toString() {
            return "Sealed[" + place + "]";
        }
    }

    /** Seals what is said of these source records; of those whose keys were destroyed nothing is kept. */
    public byte[] seal(Place place, String text, Collection<Long> recordIds) {
        Map<Long, DataKey> of = hub.keys().of(new HashSet<>(recordIds));
        if (of.isEmpty()) {
            return seal(place, text);
        }
        Set<Long> ids = new TreeSet<>(of.keySet());
        byte[] sealed = DataKey.together(of.values()).seal(place, text);
        ByteBuffer bytes = ByteBuffer.allocate(1 + Integer.BYTES + ids.size() * Long.BYTES + sealed.length)
                .put(OF_RECORDS)
                .putInt(ids.size());
        ids.forEach(bytes::putLong);
        return bytes.put(sealed).array();
    }

    /** Seals what is said of nobody in particular. */
    public byte[] seal(Place place, String text) {
        Keystore keystore = hub.keys().keystore();
        int version = keystore.newestVersion();
        long number = hub.keys().number();
        byte[] key = keystore.wrapping(version, PURPOSE, number, 0);
        if (key == null) {
            throw new IllegalStateException("the key number " + number + " was destroyed before it was used");
        }
        byte[] sealed =
                Primitives.seal(new SecretKeySpec(key, "AES"), place.bytes(), text.getBytes(StandardCharsets.UTF_8));
        return ByteBuffer.allocate(1 + Integer.BYTES + Long.BYTES + sealed.length)
                .put(OF_ITSELF)
                .putInt(version)
                .putLong(number)
                .put(sealed)
                .array();
    }

    /**
     * What was sealed; empty if a key that it needs was destroyed.
     *
     * @throws BrokenSealException if it was altered or moved
     */
    public Optional<String> open(Place place, byte[] sealed) {
        return open(List.of(new Sealed(place, sealed))).getFirst();
    }

    /** What was sealed, or nothing where a key that it needs was destroyed. */
    public String text(Place place, byte[] sealed) {
        return open(place, sealed).orElse("");
    }

    /** The same of many, with one look at the table of keys. */
    public List<Optional<String>> open(List<Sealed> sealed) {
        Set<Long> needed = new HashSet<>();
        sealed.forEach(one -> needed.addAll(recordsOf(one)));
        Map<Long, DataKey> known = hub.keys().of(needed);
        return sealed.stream().map(one -> Optional.ofNullable(open(one, known))).toList();
    }

    private @Nullable String open(Sealed sealed, Map<Long, DataKey> known) {
        if (sealed.bytes().length > 0 && sealed.bytes()[0] == OF_ITSELF) {
            return openItself(sealed);
        }
        List<Long> ids = recordsOf(sealed);
        return known.keySet().containsAll(ids)
                ? DataKey.together(ids.stream().map(known::get).toList())
                        .open(sealed.place(), sealed.bytes(), 1 + Integer.BYTES + ids.size() * Long.BYTES)
                : null;
    }

    private @Nullable String openItself(Sealed sealed) {
        ByteBuffer bytes = header(sealed, 1 + Integer.BYTES + Long.BYTES);
        byte[] key = hub.keys().keystore().wrapping(bytes.getInt(), PURPOSE, bytes.getLong(), 0);
        return key == null ? null : new DataKey(0, key).open(sealed.place(), sealed.bytes(), bytes.position());
    }

    private static List<Long> recordsOf(Sealed sealed) {
        ByteBuffer bytes = ByteBuffer.wrap(sealed.bytes());
        try {
            if (bytes.get() == OF_ITSELF) {
                return List.of();
            }
            int count = bytes.getInt();
            List<Long> ids = new ArrayList<>();
            for (int at = 0; at < count; at++) {
                ids.add(bytes.getLong());
            }
            if (sealed.bytes()[0] == OF_RECORDS && count > 0) {
                return ids;
            }
        } catch (BufferUnderflowException _) {
            // said below
        }
        throw broken(sealed);
    }

    private static ByteBuffer header(Sealed sealed, int length) {
        if (sealed.bytes().length < length) {
            throw broken(sealed);
        }
        return ByteBuffer.wrap(sealed.bytes()).position(1);
    }

    private static BrokenSealException broken(Sealed sealed) {
        return new BrokenSealException(sealed.place() + " cannot be opened: it is no sealed text");
    }

    /** Forgets texts that are sealed by keys of their own, wherever copies are; those sealed by records' keys go with these. */
    public void forget(Collection<byte[]> sealed) {
        hub.keys()
                .destroyNumbers(sealed.stream()
                        .flatMap(bytes -> ownNumber(bytes).stream())
                        .toList());
    }

    /** Whether a text is sealed by a key of its own, so that it stays readable when keys of records go. */
    public static boolean isOfItself(byte[] sealed) {
        return ownNumber(sealed).isPresent();
    }

    /**
     * The number of the key of its own that a text is sealed by; empty for what is sealed by records' keys. To destroy it is to
     * forget the text for good.
     */
    static Optional<Long> ownNumber(byte[] sealed) {
        return sealed.length > 1 + Integer.BYTES + Long.BYTES && sealed[0] == OF_ITSELF
                ? Optional.of(ByteBuffer.wrap(sealed).getLong(1 + Integer.BYTES))
                : Optional.empty();
    }

    /** The version of the key-encryption key that a text with a key of its own is sealed by; empty for others. */
    static Optional<Integer> version(byte[] sealed) {
        return ownNumber(sealed).map(number -> ByteBuffer.wrap(sealed).getInt(1));
    }
}
