package org.unifiedhotline.masterrecords.resolution;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.unifiedhotline.mappings.source.SourceRecordKey;
import org.unifiedhotline.masterrecords.database.HubDatabase;
import org.unifiedhotline.masterrecords.database.Rows;
import org.unifiedhotline.masterrecords.records.LinkKind;
import org.unifiedhotline.masterrecords.records.MasterId;
import org.unifiedhotline.masterrecords.sourcerecords.Columns;

/** The tables {@code link} and {@code crosswalk_change}: which record belongs to which master record, and since when. */
final class LinkTable {
    private final HubDatabase hub;

    LinkTable(HubDatabase hub) {
        this.hub = hub;
    }

    /** A record's link. */
    record Link(long recordId, SourceRecordKey key, MasterId masterId, LinkKind kind) {}

    /**
     * A link that changed.
     *
     * @param masterId null if the record is gone
     * @param formerId null if it had none
     */
    record Changed(
            long recordId,
            SourceRecordKey key,
            @Nullable MasterId masterId,
            @Nullable MasterId formerId,
            @Nullable LinkKind kind) {}

    /** The links of these records and of everybody who shares a master record with one of them. */
    Map<Long, Link> withFellows(Collection<Long> recordIds) {
        return links(hub.sql().sql("""
                                SELECT * FROM link
                                 WHERE master_id IN (SELECT master_id FROM link WHERE record_id = ANY (?))
                                """).param(recordIds.toArray(Long[]::new)));
    }

    Map<Long, Link> all() {
        return links(hub.sql().sql("SELECT * FROM link"));
    }

    /** The master records of these records. */
    Set<MasterId> mastersOf(Collection<Long> recordIds) {
        return Set.copyOf(hub.sql()
                .sql("SELECT DISTINCT master_id FROM link WHERE record_id = ANY (?)")
                .param(recordIds.toArray(Long[]::new))
                .query((row, number) -> Columns.masterId(row, "master_id"))
                .list());
    }

    void write(List<Changed> changes, Instant now) {
        List<Changed> standing =
                changes.stream().filter(change -> change.masterId() != null).toList();
        List<Changed> gone =
                changes.stream().filter(change -> change.masterId() == null).toList();
        if (!standing.isEmpty()) {
            hub.sql()
                    .sql("""
                            INSERT INTO link (record_id, master_id, link_kind, source_system, source_table, local_id)
                            SELECT record_id, master_id::uuid, link_kind, source_system, source_table, local_id
                              FROM unnest(?::bigint[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[])
                                AS given (record_id, master_id, link_kind, source_system, source_table, local_id)
                            ON CONFLICT (record_id) DO UPDATE
                               SET master_id = excluded.master_id, link_kind = excluded.link_kind
                            """)
                    .params(Rows.of(standing)
                            .longs(Changed::recordId)
                            .texts(Changed::masterId)
                            .texts(Changed::kind)
                            .texts(change -> change.key().system().code())
                            .texts(change -> change.key().table().name())
                            .texts(change -> change.key().localId())
                            .parameters())
                    .update();
        }
        if (!gone.isEmpty()) {
            hub.sql()
                    .sql("DELETE FROM link WHERE record_id = ANY (?)")
                    .param(gone.stream().map(Changed::recordId).toArray(Long[]::new))
                    .update();
        }
        tell(changes, now);
    }

    private void tell(List<Changed> changes, Instant now) {
        if (!changes.isEmpty()) {
            hub.sql()
                    .sql("""
                            INSERT INTO crosswalk_change (record_id, source_system, source_table, local_id,
                                                          master_id, former_id, link_kind, changed_at)
                            SELECT record_id, source_system, source_table, local_id, master_id::uuid, former_id::uuid,
                                   link_kind, ?
                              FROM unnest(?::bigint[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[])
                                AS given (record_id, source_system, source_table, local_id,
                                          master_id, former_id, link_kind)
                            """)
                    .param(Columns.parameter(now))
                    .params(Rows.of(changes)
                            .longs(Changed::recordId)
                            .texts(change -> change.key().system().code())
                            .texts(change -> change.key().table().name())
                            .texts(change -> change.key().localId())
                            .texts(Changed::masterId)
                            .texts(Changed::formerId)
                            .texts(Changed::kind)
                            .parameters())
                    .update();
        }
    }

    private static Map<Long, Link> links(StatementSpec statement) {
        Map<Long, Link> links = new HashMap<>();
        statement.query(row -> {
            long id = row.getLong("record_id");
            links.put(
                    id,
                    new Link(
                            id,
                            Columns.key(row),
                            Columns.masterId(row, "master_id"),
                            LinkKind.valueOf(row.getString("link_kind"))));
        });
        return links;
    }
}
