package org.unifiedhotline.masterrecords.keys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.unifiedhotline.masterrecords.database.HubDatabase;
import org.unifiedhotline.masterrecords.database.Rows;
import org.unifiedhotline.masterrecords.keys.SealedTexts.Sealed;

/**
 * Renews the key-encryption key while the service runs: makes a new version, wraps every data key by it, a few thousand in a
 * transaction, and seals the texts anew that have a key of their own. Until it is done, old versions open what they wrapped; if it is
 * broken off, it goes on where it was. Data keys stay what they are, so no record is sealed anew.
 */
public final class KeyRotation {
    private static final int PORTION = 2_000;
    /** Instances look for a new version once a second: after so long all wrap by it. */
    private static final long SETTLED_MILLIS = 3_000;

    private final HubDatabase hub;
    private final Keystore keystore;
    private final SealedTexts texts;

    public KeyRotation(HubDatabase hub) {
        this.hub = hub;
        this.keystore = hub.keys().keystore();
        this.texts = new SealedTexts(hub);
    }

    /** Makes a new version; what is wrapped from now on is wrapped by it. */
    public int makeVersion() {
        int next = keystore.newestVersion() + 1;
        try {
            KeyFile.make(Keystore.encryptionFile(keystore.folder(), next));
            Thread.sleep(SETTLED_MILLIS);
        } catch (IOException e) {
            throw new UncheckedIOException(Keystore.SETTING + ": no key can be made in " + keystore.folder(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        new KeystoreCheck(hub).require();
        return next;
    }

    /** How many data keys are wrapped by older versions than the newest. */
    public long waiting() {
        return hub.sql()
                .sql("SELECT count(*) FROM record_key WHERE version < ?")
                .param(keystore.newestVersion())
                .query(Long.class)
                .single();
    }

    /**
     * Wraps all that is wrapped by older versions by the newest.
     *
     * @param progress is told how many more were
     * @return how many data keys were wrapped anew
     */
    public long run(LongConsumer progress) {
        int newest = keystore.newestVersion();
        long done = 0;
        int last;
        do {
            last = portion(newest);
            done += last;
            progress.accept(last);
        } while (last > 0);
        SealedColumns.OF_THEIR_OWN.forEach(column -> sealAnew(column, newest));
        return done;
    }

    /** Versions that nothing is wrapped by any more: their files may go, once no backup is needed that was made before. */
    public List<Integer> unused() {
        return hub.sql()
                .sql("""
                        SELECT version FROM unnest(?::integer[]) AS known (version)
                         WHERE NOT EXISTS (SELECT 1 FROM record_key WHERE record_key.version = known.version)
                         ORDER BY version
                        """)
                .param(keystore.olderVersions().toArray(Integer[]::new))
                .query(Integer.class)
                .list();
    }

    private int portion(int newest) {
        return hub.write(() -> {
            List<WrappedKey> old = hub
                    .sql()
                    .sql("SELECT " + WrappedKey.COLUMNS
                            + " FROM record_key WHERE version < ? LIMIT ? FOR UPDATE SKIP LOCKED")
                    .params(newest, PORTION)
                    .query((row, number) -> Optional.ofNullable(WrappedKey.of(row)))
                    .list()
                    .stream()
                    .flatMap(Optional::stream)
                    .toList();
            List<WrappedKey> renewed = new ArrayList<>(old.size());
            List<Long> lost = new ArrayList<>();
            for (WrappedKey key : old) {
                DataKey known = key.unwrap(keystore);
                if (known == null) {
                    lost.add(key.recordId());
                } else {
                    renewed.add(WrappedKey.wrap(keystore, key.recordId(), key.number(), known.secret()));
                }
            }
            write(renewed);
            hub.sql()
                    .sql("DELETE FROM record_key WHERE record_id = ANY (?)")
                    .param(lost.toArray(Long[]::new))
                    .update();
            return old.size();
        });
    }

    private void write(List<WrappedKey> renewed) {
        hub.sql()
                .sql("""
                        UPDATE record_key SET version = given.version, wrapped = given.wrapped
                          FROM unnest(?::bigint[], ?::integer[], ?::bytea[]) AS given (record_id, version, wrapped)
                         WHERE record_key.record_id = given.record_id
                        """)
                .params(Rows.of(renewed)
                        .longs(WrappedKey::recordId)
                        .integers(WrappedKey::version)
                        .bytes(WrappedKey::wrapped)
                        .parameters())
                .update();
    }

    /** These are few: all of a column in one transaction. */
    private void sealAnew(SealedColumns column, int newest) {
        hub.write(() -> {
            for (SealedColumns.At row : column.every(hub)) {
                Sealed old = row.sealed();
                if (SealedTexts.version(old.bytes())
                        .filter(version -> version < newest)
                        .isPresent()) {
                    texts.open(old.place(), old.bytes())
                            .ifPresent(text -> column.update(hub, row, texts.seal(old.place(), text)));
                }
            }
        });
    }
}
