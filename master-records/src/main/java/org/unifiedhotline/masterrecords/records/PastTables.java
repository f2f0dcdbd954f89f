package org.unifiedhotline.masterrecords.records;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.unifiedhotline.mappings.source.SourceRecordKey;
import org.unifiedhotline.masterrecords.database.HubDatabase;
import org.unifiedhotline.masterrecords.keys.WrappedKey;
import org.unifiedhotline.masterrecords.records.MasterChange.Kind;
import org.unifiedhotline.masterrecords.records.SurvivorshipRules.Attribute;
import org.unifiedhotline.masterrecords.sourcerecords.Columns;
import org.unifiedhotline.masterrecords.sourcerecords.SealedRows;

/** Reads what stood at a time of the hub's clock. */
final class PastTables {
    private final HubDatabase hub;

    PastTables(HubDatabase hub) {
        this.hub = hub;
    }

    /** The latest change of a master record up to a time, and of whom it was made since. */
    record Membership(
            long version,
            Instant changedAt,
            Kind change,
            @Nullable MasterId other,
            List<Long> records) {
        Membership onlyOf(Set<Long> some) {
            return new Membership(
                    version,
                    changedAt,
                    change,
                    other,
                    records.stream().filter(some::contains).toList());
        }
    }

    /**
     * A record as the hub knew it.
     *
     * @param row null if it was deleted
     */
    record State(
            SourceRecordKey key,
            LinkKind linkKind,
            @Nullable String row,
            Instant changedAt) {}

    Optional<Membership> membership(MasterId id, Instant when) {
        return hub.sql()
                .sql("""
                        SELECT version, changed_at, change, other_master_id, members FROM master_record_history
                         WHERE master_id = ? AND changed_at <= ? ORDER BY version DESC LIMIT 1
                        """)
                .params(id.value(), Columns.parameter(when))
                .query((row, number) -> new Membership(
                        row.getLong("version"),
                        Columns.instant(row, "changed_at"),
                        Kind.valueOf(row.getString("change")),
                        Columns.masterIdOrNull(row, "other_master_id"),
                        List.of((Long[]) row.getArray("members").getArray())))
                .optional();
    }

    List<State> states(List<Long> records, Instant when) {
        return hub.sql()
                .sql("""
                        WITH known AS (
                          SELECT record_id, life, log_file, log_offset, event_row, raw, changed_at, true AS in_log
                            FROM source_change
                           WHERE record_id = ANY (:ids) AND captured_at <= :at
                          UNION ALL
                          SELECT record_id, life, log_file, log_offset, event_row, raw, changed_at, false
                            FROM source_record
                           WHERE record_id = ANY (:ids) AND captured_at <= :at
                        ), latest AS (
                          SELECT DISTINCT ON (record_id) * FROM known
                           ORDER BY record_id, life DESC, log_file DESC, log_offset DESC, event_row DESC
                        )
                        SELECT record.source_system, record.source_table, record.local_id, latest.raw, latest.in_log,
                               latest.life, latest.log_file, latest.log_offset, latest.event_row, latest.changed_at,
                               \s""" + WrappedKey.COLUMNS + """
                               ,
                               coalesce((SELECT link_kind FROM crosswalk_change change
                                          WHERE change.record_id = latest.record_id AND change.changed_at <= :at
                                            AND link_kind IS NOT NULL
                                          ORDER BY change_id DESC LIMIT 1), 'AUTOMATIC') AS link_kind
                          FROM latest JOIN source_record record USING (record_id) LEFT JOIN record_key USING (record_id)
                        """)
                .param("ids", records.toArray(Long[]::new))
                .param("at", Columns.parameter(when))
                .query((row, number) -> new State(
                        Columns.key(row),
                        LinkKind.valueOf(row.getString("link_kind")),
                        row.getBoolean("in_log") ? SealedRows.changed(hub, row) : SealedRows.raw(hub, row),
                        Columns.instant(row, "changed_at")))
                .list();
    }

    /** What was pinned: decided by then, and not taken back by then. */
    Pins pins(List<Long> records, Instant when) {
        Map<Attribute, SourceRecordKey> pinned = new HashMap<>();
        hub.sql()
                .sql("""
                        SELECT decision.pin_attribute, source_system, source_table, local_id
                          FROM decision
                          JOIN source_record ON record_id = decision.pin_record
                          LEFT JOIN decision undo ON undo.decision_id = decision.settled_by
                         WHERE decision.kind = 'PIN' AND decision.pin_record = ANY (:ids) AND decision.decided_at <= :at
                           AND (undo.decided_at IS NULL OR undo.decided_at > :at)
                         ORDER BY decision.decision_id
                        """)
                .param("ids", records.toArray(Long[]::new))
                .param("at", Columns.parameter(when))
                .query(row -> {
                    pinned.put(Attribute.valueOf(row.getString("pin_attribute")), Columns.key(row));
                });
        return new Pins(pinned);
    }
}
