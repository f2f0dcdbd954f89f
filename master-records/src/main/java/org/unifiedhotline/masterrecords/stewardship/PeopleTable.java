package org.unifiedhotline.masterrecords.stewardship;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.unifiedhotline.masterrecords.database.HubDatabase;
import org.unifiedhotline.masterrecords.records.MasterId;
import org.unifiedhotline.masterrecords.sourcerecords.Columns;
import org.unifiedhotline.masterrecords.stewardship.Stewardship.Spoken;

/** Reads who is made of which records, by number. */
final class PeopleTable {
    private final HubDatabase hub;

    PeopleTable(HubDatabase hub) {
        this.hub = hub;
    }

    /** Where an id leads: {@code standing} is null where it is gone. */
    record Fate(@Nullable MasterId standing) {}

    /** Empty if the id never was. */
    Optional<Fate> fate(MasterId id) {
        return hub.sql()
                .sql("""
                        WITH RECURSIVE chain AS (
                          SELECT master_id, state, merged_into FROM master_record WHERE master_id = ?
                          UNION ALL
                          SELECT next.master_id, next.state, next.merged_into
                            FROM chain JOIN master_record next ON next.master_id = chain.merged_into)
                        SELECT master_id, state FROM chain WHERE state <> 'MERGED'
                        """)
                .param(id.value())
                .query((row, number) ->
                        new Fate(row.getString("state").equals("STANDING") ? Columns.masterId(row, "master_id") : null))
                .optional();
    }

    /** The records of a master record. */
    List<Long> members(MasterId id) {
        return hub.sql()
                .sql("SELECT record_id FROM link WHERE master_id = ? ORDER BY record_id")
                .param(id.value())
                .query(Long.class)
                .list();
    }

    /** The records of the person that a record belongs to; empty if it is not live. */
    List<Long> fellows(long recordId) {
        return hub.sql().sql("""
                        SELECT record_id FROM link
                         WHERE master_id = (SELECT master_id FROM link WHERE record_id = ?) ORDER BY record_id
                        """).param(recordId).query(Long.class).list();
    }

    /** Those of these records that live, with their keys and people. */
    Map<Long, Spoken> spoken(Collection<Long> recordIds) {
        Map<Long, Spoken> spoken = new HashMap<>();
        hub.sql().sql("""
                        SELECT record_id, source_system, source_table, local_id, master_id
                          FROM link WHERE record_id = ANY (?)
                        """).param(recordIds.toArray(Long[]::new)).query(row -> {
            spoken.put(row.getLong("record_id"), new Spoken(Columns.key(row), Columns.masterId(row, "master_id")));
        });
        return spoken;
    }

    Optional<MasterId> masterOf(long recordId) {
        return hub.sql()
                .sql("SELECT master_id FROM link WHERE record_id = ?")
                .param(recordId)
                .query((row, number) -> Columns.masterId(row, "master_id"))
                .optional();
    }

    /** Those of these records that are of children or victims. */
    List<Long> subjects(List<Long> recordIds) {
        return hub.sql()
                .sql("SELECT record_id FROM link WHERE record_id = ANY (?) AND source_table IN ('tre_em', 'victim')")
                .param(recordIds.toArray(Long[]::new))
                .query(Long.class)
                .list();
    }

    /** Whether one of these records is of somebody whose processing is restricted. */
    boolean isRestricted(Collection<Long> recordIds) {
        return hub.sql()
                .sql("SELECT EXISTS (SELECT FROM restricted_record WHERE record_id = ANY (?))")
                .param(recordIds.toArray(Long[]::new))
                .query(Boolean.class)
                .single();
    }
}
