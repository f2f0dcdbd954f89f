package org.unifiedhotline.masterrecords.ingest;

import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import org.unifiedhotline.mappings.source.SourcePosition;
import org.unifiedhotline.mappings.source.SourceRow;
import org.unifiedhotline.mappings.source.SourceTable;
import org.unifiedhotline.masterrecords.database.HubDatabase;
import org.unifiedhotline.masterrecords.database.Rows;
import org.unifiedhotline.masterrecords.ingest.RecordChanges.HistoryEntry;
import org.unifiedhotline.masterrecords.sourcerecords.Columns;
import org.unifiedhotline.masterrecords.sourcerecords.RowJson;

/** The table {@code source_change}: every change the log told, once, and every overwritten state. */
final class SourceChangeTable {
    private final HubDatabase hub;

    SourceChangeTable(HubDatabase hub) {
        this.hub = hub;
    }

    /** Adds what is not there yet: a change that is told again stands once. */
    void add(Collection<HistoryEntry> entries) {
        if (entries.isEmpty()) {
            return;
        }
        hub.sql()
                .sql("""
                        INSERT INTO source_change
                               (record_id, life, log_file, log_offset, event_row, kind, raw, changed_at)
                        SELECT record_id, life, log_file, log_offset, event_row, kind, raw::jsonb,
                               changed_at::timestamptz
                          FROM unnest(?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[], ?::integer[], ?::text[],
                                      ?::text[], ?::text[])
                            AS given (record_id, life, log_file, log_offset, event_row, kind, raw, changed_at)
                        ON CONFLICT DO NOTHING
                        """)
                .params(Rows.of(entries)
                        .longs(HistoryEntry::recordId)
                        .longs(entry -> entry.position().life())
                        .longs(entry -> entry.position().log())
                        .longs(entry -> entry.position().offset())
                        .integers(entry -> entry.position().row())
                        .texts(HistoryEntry::kind)
                        .texts(HistoryEntry::json)
                        .texts(HistoryEntry::changedAt)
                        .parameters())
                .update();
    }

    /** Keeps the stored states of these records, which only a snapshot told, before they are overwritten. */
    void archiveStored(Long[] recordIds) {
        if (recordIds.length > 0) {
            hub.sql().sql("""
                            INSERT INTO source_change
                                   (record_id, life, log_file, log_offset, event_row, kind, raw, changed_at,
                                    captured_at)
                            SELECT record_id, life, log_file, log_offset, event_row, 'SNAPSHOT', raw, changed_at,
                                   captured_at
                              FROM source_record
                             WHERE record_id = ANY (?) AND live AND NOT in_history
                            ON CONFLICT DO NOTHING
                            """).param(recordIds).update();
        }
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
                        SELECT change.raw
                          FROM source_record buried
                          JOIN source_change change USING (record_id)
                         WHERE NOT buried.live AND buried.source_system = ? AND buried.source_table = ?
                           AND (buried.life, buried.log_file, buried.log_offset, buried.event_row) = (?, ?, ?, ?)
                           AND change.raw IS NOT NULL
                         ORDER BY change.life DESC, change.log_file DESC, change.log_offset DESC, change.event_row DESC
                         LIMIT 1
                        """)
                .params(table.system().code(), table.name())
                .params(position.life(), position.log(), position.offset(), position.row())
                .query(String.class)
                .optional()
                .map(RowJson::read);
    }
}
