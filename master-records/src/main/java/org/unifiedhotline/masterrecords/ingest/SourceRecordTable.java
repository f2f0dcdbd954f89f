package org.unifiedhotline.masterrecords.ingest;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.unifiedhotline.mappings.canonical.CanonicalRecord;
import org.unifiedhotline.mappings.source.SourcePosition;
import org.unifiedhotline.mappings.source.SourceRow;
import org.unifiedhotline.mappings.source.SourceSystem;
import org.unifiedhotline.mappings.source.SourceTable;
import org.unifiedhotline.masterrecords.database.HubDatabase;
import org.unifiedhotline.masterrecords.database.Rows;
import org.unifiedhotline.masterrecords.keys.WrappedKey;
import org.unifiedhotline.masterrecords.sourcerecords.CanonicalJson;
import org.unifiedhotline.masterrecords.sourcerecords.Columns;
import org.unifiedhotline.masterrecords.sourcerecords.RowJson;
import org.unifiedhotline.masterrecords.sourcerecords.SealedRows;

/** The table {@code source_record}: every row ever captured, in its latest state. */
final class SourceRecordTable {
    private final HubDatabase hub;

    SourceRecordTable(HubDatabase hub) {
        this.hub = hub;
    }

    /**
     * A state to be stored.
     *
     * @param canonical null for a deletion and for a row that could not be mapped
     */
    record Written(
            RecordChanges changes,
            RecordChanges.Latest latest,
            @Nullable CanonicalRecord canonical) {}

    /** What is known of these records, by their number; those never captured are absent. */
    Map<Long, StoredState> states(Collection<Long> recordIds) {
        Map<Long, StoredState> states = HashMap.newHashMap(recordIds.size());
        hub.sql()
                .sql("""
                        SELECT record_id, source_system, source_table, local_id, live,
                               life, log_file, log_offset, event_row, in_history, row_hash,
                               canonical IS NOT NULL AS mapped,\s""" + WrappedKey.COLUMNS + """
                          FROM source_record LEFT JOIN record_key USING (record_id)
                         WHERE record_id = ANY (?)
                        """)
                .param(recordIds.toArray(Long[]::new))
                .query(row -> {
                    states.put(
                            row.getLong("record_id"),
                            new StoredState(
                                    Columns.key(row),
                                    row.getBoolean("live"),
                                    Columns.position(row),
                                    row.getBoolean("in_history"),
                                    row.getLong("row_hash"),
                                    row.getBoolean("mapped"),
                                    WrappedKey.of(row)));
                });
        return states;
    }

    /** The stored row of a live record. */
    Optional<SourceRow> row(long recordId) {
        return hub.sql()
                .sql("SELECT raw, " + WrappedKey.COLUMNS
                        + " FROM source_record JOIN record_key USING (record_id) WHERE record_id = ? AND live")
                .param(recordId)
                .query((row, number) -> Optional.ofNullable(SealedRows.raw(hub, row)))
                .optional()
                .flatMap(raw -> raw)
                .map(RowJson::read);
    }

    /** Stores states, unless a later one stands already. */
    void write(Collection<Written> records, BatchKeys keys) {
        if (records.isEmpty()) {
            return;
        }
        hub.sql()
                .sql("""
                        INSERT INTO source_record AS stored
                               (record_id, source_system, source_table, local_id, live,
                                life, log_file, log_offset, event_row, in_history, row_hash,
                                raw, canonical, changed_at)
                        SELECT record_id, source_system, source_table, local_id, raw IS NOT NULL,
                               life, log_file, log_offset, event_row, in_history, row_hash,
                               raw, canonical, changed_at::timestamptz
                          FROM unnest(?::bigint[], ?::text[], ?::text[], ?::text[],
                                      ?::bigint[], ?::bigint[], ?::bigint[], ?::integer[], ?::boolean[], ?::bigint[],
                                      ?::bytea[], ?::bytea[], ?::text[])
                            AS given (record_id, source_system, source_table, local_id,
                                      life, log_file, log_offset, event_row, in_history, row_hash,
                                      raw, canonical, changed_at)
                        ON CONFLICT (record_id) DO UPDATE
                           SET live = excluded.live, life = excluded.life, log_file = excluded.log_file,
                               log_offset = excluded.log_offset, event_row = excluded.event_row,
                               in_history = excluded.in_history, row_hash = excluded.row_hash, raw = excluded.raw,
                               canonical = excluded.canonical, changed_at = excluded.changed_at,
                               captured_at = clock_timestamp()
                         WHERE (stored.life, stored.log_file, stored.log_offset, stored.event_row)
                             < (excluded.life, excluded.log_file, excluded.log_offset, excluded.event_row)
                        """)
                .params(Rows.of(records)
                        .longs(record -> record.changes().recordId())
                        .texts(record -> record.changes().key().system().code())
                        .texts(record -> record.changes().key().table().name())
                        .texts(record -> record.changes().key().localId())
                        .longs(record -> record.latest().position().life())
                        .longs(record -> record.latest().position().log())
                        .longs(record -> record.latest().position().offset())
                        .integers(record -> record.latest().position().row())
                        .booleans(record -> record.latest().inHistory())
                        .longs(record -> record.latest().rowHash())
                        .bytes(record -> keys.seal(
                                record.changes().recordId(),
                                SealedRows.raw(record.changes().recordId()),
                                record.latest().json()))
                        .bytes(record -> keys.seal(
                                record.changes().recordId(),
                                SealedRows.canonical(record.changes().recordId()),
                                canonicalJson(record.canonical())))
                        .texts(record -> record.latest().changedAt())
                        .parameters())
                .update();
    }

    /** Moves the positions of rows that were seen again and stand as before. */
    void moveOn(Collection<RecordChanges> records) {
        if (records.isEmpty()) {
            return;
        }
        hub.sql()
                .sql("""
                        UPDATE source_record stored
                           SET life = given.life, log_file = given.log_file, log_offset = given.log_offset,
                               event_row = given.event_row, in_history = given.in_history
                          FROM unnest(?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[], ?::integer[], ?::boolean[])
                            AS given (record_id, life, log_file, log_offset, event_row, in_history)
                         WHERE stored.record_id = given.record_id
                        """)
                .params(Rows.of(records)
                        .longs(RecordChanges::recordId)
                        .longs(record -> position(record).life())
                        .longs(record -> position(record).log())
                        .longs(record -> position(record).offset())
                        .integers(record -> position(record).row())
                        .booleans(record -> latest(record).inHistory())
                        .parameters())
                .update();
    }

    /** The numbers of the live rows of a table that stood before a position. */
    List<Long> liveBefore(String system, String table, SourcePosition position) {
        return hub.sql()
                .sql("""
                        SELECT record_id FROM source_record
                         WHERE live AND source_system = ? AND source_table = ?
                           AND (life, log_file, log_offset, event_row) < (?, ?, ?, ?)
                        """)
                .params(system, table, position.life(), position.log(), position.offset(), position.row())
                .query(Long.class)
                .list();
    }

    /** The tables of a system that have live rows last seen in an earlier life; of those that are not followed nothing is known. */
    List<SourceTable> tablesWithEarlierLives(SourceSystem system, long life) {
        return hub.sql()
                .sql("""
                        SELECT DISTINCT source_table FROM source_record known
                         WHERE live AND source_system = ? AND life < ?
                           AND NOT EXISTS (SELECT 1 FROM table_shape shape
                                            WHERE shape.source_system = known.source_system
                                              AND shape.source_table = known.source_table
                                              AND shape.state <> 'FOLLOWED')
                        """)
                .params(system.code(), life)
                .query((row, number) -> SourceTable.of(system, row.getString("source_table")))
                .list();
    }

    /** How many of these live records stand as canonical records. */
    long countMapped(Long[] recordIds) {
        return hub.sql()
                .sql("SELECT count(*) FROM source_record WHERE record_id = ANY (?) AND live AND canonical IS NOT NULL")
                .param(recordIds)
                .query(Long.class)
                .single();
    }

    /** Makes these records tombstones. */
    void bury(Long[] recordIds, SourcePosition position, Instant committedAt) {
        hub.sql()
                .sql("""
                        UPDATE source_record
                           SET live = false, raw = NULL, canonical = NULL, row_hash = 0, in_history = true,
                               life = ?, log_file = ?, log_offset = ?, event_row = ?, changed_at = ?,
                               captured_at = clock_timestamp()
                         WHERE record_id = ANY (?)
                        """)
                .params(position.life(), position.log(), position.offset(), position.row())
                .params(Columns.parameter(committedAt), recordIds)
                .update();
    }

    /** When the stored state of a record was committed at its source. */
    Optional<Instant> changedAt(long recordId) {
        return hub.sql()
                .sql("SELECT changed_at FROM source_record WHERE record_id = ?")
                .param(recordId)
                .query((row, number) -> Columns.instant(row, "changed_at"))
                .optional();
    }

    /** Makes any next state of this record another one, and keeps the present one, which never was, out of the history. */
    void distrust(long recordId) {
        hub.sql()
                .sql("UPDATE source_record SET row_hash = 0, in_history = true WHERE record_id = ?")
                .param(recordId)
                .update();
    }

    /** Puts a canonical record beside the row that it was mapped from. */
    void setCanonical(long recordId, CanonicalRecord canonical) {
        hub.sql()
                .sql("UPDATE source_record SET canonical = ? WHERE record_id = ? AND live")
                .params(
                        BatchKeys.of(hub.keys(), List.of(recordId))
                                .seal(recordId, SealedRows.canonical(recordId), CanonicalJson.write(canonical)),
                        recordId)
                .update();
    }

    private static @Nullable String canonicalJson(@Nullable CanonicalRecord canonical) {
        return canonical == null ? null : CanonicalJson.write(canonical);
    }

    private static SourcePosition position(RecordChanges record) {
        return latest(record).position();
    }

    private static RecordChanges.Latest latest(RecordChanges record) {
        RecordChanges.Latest latest = record.latest();
        if (latest == null) {
            throw new IllegalArgumentException(record.key() + " was not changed");
        }
        return latest;
    }
}
