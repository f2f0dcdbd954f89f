package org.unifiedhotline.masterrecords.resolution;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.unifiedhotline.mappings.source.SourceRecordKey;
import org.unifiedhotline.masterrecords.database.HubDatabase;
import org.unifiedhotline.masterrecords.records.MasterChange;
import org.unifiedhotline.masterrecords.records.MasterId;
import org.unifiedhotline.masterrecords.sourcerecords.Columns;

/** The statements of {@link LinkCheck}. */
final class LinkCheckTables {
    private final HubDatabase hub;

    LinkCheckTables(HubDatabase hub) {
        this.hub = hub;
    }

    /**
     * A record whose link is not what the history of the master records that stand tells.
     *
     * @param live whether it is a live record of a person
     * @param key its key, as the hub's row has it, or else its link; null if nothing tells it
     * @param linked to whom it is linked; null if it is not
     * @param told the master records that have it among their members
     */
    record StrayRecord(
            long recordId,
            boolean live,
            @Nullable SourceRecordKey key,
            @Nullable MasterId linked,
            List<MasterId> told) {
        StrayRecord {
            told = List.copyOf(told);
        }
    }

    List<StrayRecord> strayRecords() {
        return hub.sql().sql("""
                        WITH told AS (
                          SELECT record_id, array_agg(master_id::text ORDER BY master_id) AS masters
                            FROM (SELECT unnest(last.members) AS record_id, master.master_id
                                    FROM master_record master,
                                         LATERAL (SELECT members FROM master_record_history history
                                                   WHERE history.master_id = master.master_id
                                                   ORDER BY version DESC LIMIT 1) AS last
                                   WHERE master.state = 'STANDING') AS member
                           GROUP BY record_id
                        ), person AS (
                          SELECT record_id, source_system, source_table, local_id FROM source_record
                           WHERE live AND source_table IN ('nguoi_goi', 'tre_em', 'caller', 'victim')
                             AND NOT EXISTS (SELECT FROM erased_record
                                              WHERE erased_record.record_id = source_record.record_id)
                        )
                        SELECT record_id, person.source_system IS NOT NULL AS live,
                               coalesce(person.source_system, link.source_system) AS source_system,
                               coalesce(person.source_table, link.source_table) AS source_table,
                               coalesce(person.local_id, link.local_id) AS local_id,
                               link.master_id AS linked, coalesce(told.masters, '{}') AS masters
                          FROM person FULL JOIN link USING (record_id) FULL JOIN told USING (record_id)
                         WHERE (person.source_system IS NULL
                                OR (person.source_system, person.source_table, person.local_id)
                                   IS DISTINCT FROM (link.source_system, link.source_table, link.local_id)
                                OR told.masters IS DISTINCT FROM ARRAY[link.master_id::text])
                           AND NOT EXISTS (SELECT 1 FROM resolution_queue queued WHERE queued.record_id
                                           = coalesce(person.record_id, link.record_id, told.record_id))
                         ORDER BY source_system, source_table, local_id, record_id
                        """).query((row, number) -> strayRecord(row)).list();
    }

    private static StrayRecord strayRecord(ResultSet row) throws SQLException {
        return new StrayRecord(
                row.getLong("record_id"),
                row.getBoolean("live"),
                row.getString("source_system") == null ? null : Columns.key(row),
                Columns.masterIdOrNull(row, "linked"),
                Arrays.stream((String[]) row.getArray("masters").getArray())
                        .map(MasterId::of)
                        .toList());
    }

    /**
     * A master record that does not stand as its history ends, or stands without anybody.
     *
     * @param version as it stands; null if it is not there
     * @param told the last of its history; null if it has none
     */
    record StrayMaster(
            MasterId id, @Nullable Long version, @Nullable Told told, boolean hasMembers) {}

    /** The last entry of a history. */
    record Told(
            long version,
            MasterChange.Kind change,
            @Nullable MasterId other) {
        String state() {
            return switch (change) {
                case CREATED, SPLIT_OFF, MEMBERS_CHANGED, VALUES_CHANGED, RESTORED -> "STANDING";
                case MERGED_AWAY -> "MERGED";
                case GONE -> "GONE";
            };
        }
    }

    List<StrayMaster> strayMasters() {
        return hub.sql().sql("""
                        WITH told AS (
                          SELECT DISTINCT ON (master_id) master_id, version, change, other_master_id,
                                 CASE change WHEN 'MERGED_AWAY' THEN 'MERGED' WHEN 'GONE' THEN 'GONE' ELSE 'STANDING' END
                                   AS state
                            FROM master_record_history ORDER BY master_id, version DESC)
                        SELECT master_id, master.version, told.version AS told_version, told.change, told.other_master_id,
                               EXISTS (SELECT 1 FROM link WHERE link.master_id = master.master_id) AS has_members
                          FROM master_record master FULL JOIN told USING (master_id)
                         WHERE master.state IS DISTINCT FROM told.state OR master.version IS DISTINCT FROM told.version
                            OR (told.state = 'MERGED' AND master.merged_into IS DISTINCT FROM told.other_master_id)
                            OR (master.state = 'STANDING'
                                AND NOT EXISTS (SELECT 1 FROM link WHERE link.master_id = master.master_id))
                         ORDER BY master_id
                        """).query((row, number) -> strayMaster(row)).list();
    }

    private static StrayMaster strayMaster(ResultSet row) throws SQLException {
        String change = row.getString("change");
        return new StrayMaster(
                Columns.masterId(row, "master_id"),
                row.getObject("version", Long.class),
                change == null
                        ? null
                        : new Told(
                                row.getLong("told_version"),
                                MasterChange.Kind.valueOf(change),
                                Columns.masterIdOrNull(row, "other_master_id")),
                row.getBoolean("has_members"));
    }

    long standing() {
        return hub.sql()
                .sql("SELECT count(*) FROM master_record WHERE state = 'STANDING'")
                .query(Long.class)
                .single();
    }

    /** Makes a master record what its history ends with, in a version that no document has yet. */
    void restore(MasterId id, Told told) {
        hub.sql()
                .sql("""
                        INSERT INTO master_record AS known (master_id, version, state, merged_into, created_at, changed_at)
                        SELECT master_id, ?, ?, ?, min(changed_at), max(changed_at)
                          FROM master_record_history WHERE master_id = ? GROUP BY master_id
                        ON CONFLICT (master_id) DO UPDATE
                           SET version = CASE excluded.state WHEN 'STANDING' THEN greatest(known.version, excluded.version)
                                                             ELSE excluded.version END,
                               state = excluded.state,
                               merged_into = excluded.merged_into
                        """)
                .params(told.version(), told.state())
                .param(
                        told.change() == MasterChange.Kind.MERGED_AWAY && told.other() != null
                                ? uuid(told.other())
                                : null)
                .param(uuid(id))
                .update();
    }

    private static UUID uuid(MasterId id) {
        return UUID.fromString(id.toString());
    }

    /** Takes links away without a word: what took their place is told. */
    void unlink(List<Long> recordIds) {
        hub.sql()
                .sql("DELETE FROM link WHERE record_id = ANY (?)")
                .param(recordIds.toArray(Long[]::new))
                .update();
    }

    /** Makes sure that these are weighed anew, and that no resolver relies on what it remembers. */
    void forget(List<Long> recordIds) {
        hub.sql()
                .sql("UPDATE match_state SET fingerprint = fingerprint # 1 WHERE record_id = ANY (?)")
                .param(recordIds.toArray(Long[]::new))
                .update();
        hub.sql().sql("UPDATE resolution_state SET resolver = NULL").update();
    }

    /** Who belongs to a master record by the last of its history. */
    List<Long> members(MasterId id) {
        return hub.sql().sql("""
                        SELECT unnest(members) FROM (SELECT members FROM master_record_history WHERE master_id = ?
                                                      ORDER BY version DESC LIMIT 1) AS last
                        """).param(uuid(id)).query(Long.class).list();
    }

    /** Those of these master records that stand although nobody belongs to them. */
    List<MasterId> deserted() {
        return hub.sql()
                .sql("""
                        SELECT master_id FROM master_record
                         WHERE state = 'STANDING'
                           AND NOT EXISTS (SELECT 1 FROM link WHERE link.master_id = master_record.master_id)
                        """)
                .query((row, number) -> Columns.masterId(row, "master_id"))
                .list();
    }
}
