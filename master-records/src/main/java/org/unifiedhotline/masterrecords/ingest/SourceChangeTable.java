package org.unifiedhotline.masterrecords.ingest;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.unifiedhotline.mappings.source.SourcePosition;
import org.unifiedhotline.mappings.source.SourceRow;
import org.unifiedhotline.mappings.source.SourceTable;
import org.unifiedhotline.masterrecords.database.HubDatabase;
import org.unifiedhotline.masterrecords.database.Rows;
import org.unifiedhotline.masterrecords.ingest.RecordChanges.HistoryEntry;
import org.unifiedhotline.masterrecords.keys.WrappedKey;
import org.unifiedhotline.masterrecords.sourcerecords.Columns;
import org.unifiedhotline.masterrecords.sourcerecords.RowJson;
import org.unifiedhotline.masterrecords.sourcerecords.SealedRows;

/** The table {@code source_change}: every change the log told, once, and every overwritten state. */
final class SourceChangeTable {
    private final HubDatabase hub;

    SourceChangeTable(HubDatabase hub) {
        this.hub = hub;
    }

    /** Adds what is not there yet: a change that is told again stands once. */
    void add(Collection<HistoryEntry> entries, BatchKeys keys) {
        if (entries.isEmpty()) {
            return;
        }
        hub.sql()
                .sql("""
                        INSERT INTO source_change
                               (record_id, life, log_file, log_offset, event_row, kind, raw, changed_at, captured_at)
                        SELECT record_id, life, log_file, log_offset, event_row, kind, raw, changed_at::timestamptz,
                               coalesce(captured_at::timestamptz, clock_timestamp())
                          FROM unnest(?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[], ?::integer[], ?::text[],
                                      ?::bytea[], ?::text[], ?::text[])
                            AS given (record_id, life, log_file, log_offset, event_row, kind, raw, changed_at, captured_at)
                        ON CONFLICT DO NOTHING
                        """)
                .params(Rows.of(entries)
                        .longs(HistoryEntry::recordId)
                        .longs(entry -> entry.position().life())
                        .longs(entry -> entry.position().log())
                        .longs(entry -> entry.position().offset())
                        .integers(entry -> entry.position().row())
                        .texts(HistoryEntry::kind)
                        .bytes(entry -> keys.seal(
                                entry.recordId(), SealedRows.changed(entry.recordId(), entry.position()), entry.json()))
                        .texts(HistoryEntry::changedAt)
                        .texts(HistoryEntry::capturedAt)
                        .parameters())
                .update();
    }

    /** The stored states of these records that only a snapshot told, to be kept before they are overwritten. */
    List<HistoryEntry> notInHistory(Long[] recordIds) {
        return recordIds.length == 0
                ? List.of()
                : hub.sql()
                        .sql("SELECT source_record.*, " + WrappedKey.COLUMNS + """
                                  FROM source_record JOIN record_key USING (record_id)
                                 WHERE record_id = ANY (?) AND live AND NOT in_history
                                """)
                        .param(recordIds)
                        .query((row, number) -> new HistoryEntry(
                                row.getLong("record_id"),
                                Columns.position(row),
                                "SNAPSHOT",
                                SealedRows.raw(hub, row),
                                Columns.instant(row, "changed_at"),
                                Columns.instant(row, "captured_at")))
                        .list();
    }

    /** The deletion of many records by one event. */
    void addRemovals(Long[] recordIds, SourcePosition position, String kind, Instant committedAt) {
        hub.sql()
                .sql("""
                        INSERT INTO source_change (record_id, life, log_file, log_offset, event_row, kind, changed_at)
                        SELECT unnest(?::bigint[]), ?, ?, ?, ?, ?, ?
                        ON CONFLICT DO NOTHING
                        """)
                .param(recordIds)
                .params(position.life(), position.log(), position.offset(), position.row())
                .params(kind, Columns.parameter(committedAt))
                .update();
    }

    /**
     * The last row of the record of this table that was deleted at this position. Looks through the table's tombstones: for
     * the rare change that begins in one batch and ends in the next.
     */
    Optional<SourceRow> rowBuriedAt(SourceTable table, SourcePosition position) {
        return hub.sql()
                .sql("""
                        SELECT change.*,\s""" + WrappedKey.COLUMNS + """
                          FROM source_record buried
                          JOIN source_change change USING (record_id)
                          JOIN record_key USING (record_id)
                         WHERE NOT buried.live AND buried.source_system = ? AND buried.source_table = ?
                           AND (buried.life, buried.log_file, buried.log_offset, buried.event_row) = (?, ?, ?, ?)
                           AND change.raw IS NOT NULL
                         ORDER BY change.life DESC, change.log_file DESC, change.log_offset DESC, change.event_row DESC
                         LIMIT 1
                        """)
                .params(table.system().code(), table.name())
                .params(position.life(), position.log(), position.offset(), position.row())
                .query((row, number) -> Optional.ofNullable(SealedRows.changed(hub, row)))
                .optional()
                .flatMap(raw -> raw)
                .map(RowJson::read);
    }
}
