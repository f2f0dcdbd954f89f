package org.unifiedhotline.masterrecords.keys;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.unifiedhotline.masterrecords.database.HubDatabase;
import org.unifiedhotline.masterrecords.database.Rows;

/**
 * The table {@code record_key}: the data key of every source record. Whatever of a record is sealed, in whichever table, is
 * sealed by it; once it is destroyed, nothing of that can be read any more, here or in any backup or log of the hub.
 */
public final class RecordKeys {
    private final HubDatabase hub;
    private final Keystore keystore;
    private final KeyNumbers numbers;

    /** Made once a hub, by {@link HubDatabase#keys()}. */
    public RecordKeys(HubDatabase hub, Keystore keystore) {
        this.hub = hub;
        this.keystore = keystore;
        this.numbers = new KeyNumbers(hub, keystore);
    }

    /** Keyed hashes of what is only compared for equality. */
    public KeyedHashes hashes() {
        return keystore.hashes();
    }

    /** Where they come from. */
    public Keystore keystore() {
        return keystore;
    }

    /** A number of the tree for what belongs to no source record, of which nobody else is given the same. */
    public long number() {
        return numbers.take(1).getFirst();
    }

    /**
     * The data key of a row that was read with {@link WrappedKey#COLUMNS}; null if there is none, or it was destroyed.
     *
     * @throws BrokenSealException if it was altered
     */
    public @Nullable DataKey unwrap(@Nullable WrappedKey wrapped) {
        return wrapped == null ? null : wrapped.unwrap(keystore);
    }

    /** The data keys of these records; those without one, and whose was destroyed, are absent. */
    public Map<Long, DataKey> of(Collection<Long> recordIds) {
        Map<Long, DataKey> keys = HashMap.newHashMap(recordIds.size());
        if (!recordIds.isEmpty()) {
            hub.sql()
                    .sql("SELECT " + WrappedKey.COLUMNS + " FROM record_key WHERE record_id = ANY (?)")
                    .param(recordIds.toArray(Long[]::new))
                    .query((row, number) -> WrappedKey.of(row))
                    .list()
                    .forEach(wrapped -> {
                        DataKey key = unwrap(wrapped);
                        if (key != null) {
                            keys.put(wrapped.recordId(), key);
                        }
                    });
        }
        return keys;
    }

    /**
     * Makes data keys of records that have none, or whose was destroyed. Whoever calls this holds the lock under which these records
     * are written.
     */
    public Map<Long, DataKey> make(Collection<Long> recordIds) {
        Set<Long> ids = new LinkedHashSet<>(recordIds);
        if (ids.isEmpty()) {
            return Map.of();
        }
        Iterator<Long> taken = numbers.take(ids.size()).iterator();
        Map<Long, DataKey> keys = HashMap.newHashMap(ids.size());
        List<Long> of = new ArrayList<>(ids.size());
        ids.forEach(id -> of.add(id));
        List<NewKey> made = of.stream().map(id -> new NewKey(id, taken.next())).toList();
        List<NewKey> wrapped = (made.size() > 500 ? made.parallelStream() : made.stream())
                .map(key -> key.wrapped(keystore))
                .toList();
        hub.sql()
                .sql("""
                        INSERT INTO record_key (record_id, key_number, version, wrapped)
                        SELECT * FROM unnest(?::bigint[], ?::bigint[], ?::integer[], ?::bytea[])
                        ON CONFLICT (record_id) DO UPDATE
                           SET key_number = excluded.key_number, version = excluded.version, wrapped = excluded.wrapped
                        """)
                .params(Rows.of(wrapped)
                        .longs(key -> key.row().recordId())
                        .longs(key -> key.row().number())
                        .integers(key -> key.row().version())
                        .bytes(key -> key.row().wrapped())
                        .parameters())
                .update();
        wrapped.forEach(key -> keys.put(key.row().recordId(), key.key()));
        return keys;
    }

    private record NewKey(
            long recordId,
            long number,
            @Nullable WrappedKey rowOrNull,
            @Nullable DataKey keyOrNull) {
        NewKey(long recordId, long number) {
            this(recordId, number, null, null);
        }

        NewKey wrapped(Keystore keystore) {
            byte[] secret = Primitives.random(Primitives.KEY_BYTES);
            return new NewKey(
                    recordId,
                    number,
                    WrappedKey.wrap(keystore, recordId, number, secret),
                    new DataKey(recordId, secret));
        }

        WrappedKey row() {
            return Objects.requireNonNull(rowOrNull);
        }

        DataKey key() {
            return Objects.requireNonNull(keyOrNull);
        }
    }

    /**
     * Destroys the data keys of these records for good: their rows go with the running transaction (or one of its own), and once that is
     * committed, their secrets go from the key tree outside the database. What was killed in between is finished at
     * the next start by {@link #finishDestroying}. A record without a key changes nothing.
     */
    public void destroy(Collection<Long> recordIds) {
        hub.write(() -> {
            hub.sql().sql("""
                            WITH gone AS (DELETE FROM record_key WHERE record_id = ANY (?) RETURNING record_id, key_number)
                            INSERT INTO key_destruction (key_number, record_id) SELECT key_number, record_id FROM gone
                            ON CONFLICT DO NOTHING
                            """).param(recordIds.toArray(Long[]::new)).update();
            finishOnceCommitted();
        });
    }

    /** The same of numbers that belong to no source record: what is sealed by their help is forgotten, in whichever copy. */
    public void destroyNumbers(Collection<Long> keyNumbers) {
        if (keyNumbers.isEmpty()) {
            return;
        }
        hub.write(() -> {
            hub.sql()
                    .sql("INSERT INTO key_destruction (key_number) SELECT unnest(?::bigint[]) ON CONFLICT DO NOTHING")
                    .param(keyNumbers.toArray(Long[]::new))
                    .update();
            finishOnceCommitted();
        });
    }

    private void finishOnceCommitted() {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                finishDestroying();
            }
        });
    }

    /** Whether nothing sealed of this record can be read any more, because its key was destroyed. */
    public boolean isDestroyed(long recordId) {
        return of(List.of(recordId)).isEmpty()
                && hub.sql()
                        .sql("SELECT EXISTS (SELECT 1 FROM key_destruction WHERE record_id = ?)")
                        .param(recordId)
                        .query(Boolean.class)
                        .single();
    }

    /** Destroys what is written down to be destroyed and was not yet. */
    public void finishDestroying() {
        hub.writeApart(this::finish);
    }

    private void finish() {
        List<Long> open = hub.sql()
                .sql("SELECT key_number FROM key_destruction WHERE destroyed_at IS NULL")
                .query(Long.class)
                .list();
        if (!open.isEmpty()) {
            keystore.destroy(open);
            hub.sql()
                    .sql("UPDATE key_destruction SET destroyed_at = clock_timestamp()"
                            + " WHERE destroyed_at IS NULL AND key_number = ANY (?)")
                    .param(open.toArray(Long[]::new))
                    .update();
        }
    }
}
