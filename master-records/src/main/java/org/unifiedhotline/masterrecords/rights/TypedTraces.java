package org.unifiedhotline.masterrecords.rights;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.unifiedhotline.masterrecords.database.HubDatabase;
import org.unifiedhotline.masterrecords.records.MasterId;

/**
 * What people typed or were shown about somebody, beside what the legacy systems hold: reasons and notes, frozen evidence, searches kept,
 * people opened lately, what was revealed, correction notes, reasons of exports. Decisions themselves stay: who, when, which records.
 */
final class TypedTraces {
    /** Everybody who ever was one person with these records: what was decided and shown then was about them too. */
    private static final String EVER = """
            WITH RECURSIVE ever AS (
              SELECT unnest(:ids::bigint[]) AS record_id
              UNION
              SELECT DISTINCT unnest(members) FROM master_record_history WHERE members && :ids::bigint[]),
            speaking AS (
              SELECT decision_id FROM decision
               WHERE same_pairs && ARRAY(SELECT record_id FROM ever) OR different_pairs && ARRAY(SELECT record_id FROM ever)
                  OR about && ARRAY(SELECT record_id FROM ever) OR pin_record IN (SELECT record_id FROM ever)
              UNION
              SELECT decision.decision_id FROM decision JOIN speaking ON undoes = speaking.decision_id),
            asked AS (
              SELECT task_id FROM review_task
               WHERE record_a IN (SELECT record_id FROM ever) OR record_b IN (SELECT record_id FROM ever))
            """;

    private final HubDatabase hub;

    TypedTraces(HubDatabase hub) {
        this.hub = hub;
    }

    /** How many of each there are. */
    Map<String, Long> count(Collection<Long> records, Traces traces) {
        Long[] ids = records.toArray(Long[]::new);
        return Map.of(
                "decisionReasons",
                        number(
                                EVER + "SELECT count(*) FROM speaking JOIN decision USING (decision_id)"
                                        + " WHERE kind <> 'ERASE' AND reason <> ''",
                                ids),
                "evidenceShown", number(EVER + "SELECT count(*) FROM review_evidence JOIN asked USING (task_id)", ids),
                "taskNotes",
                        number(
                                EVER + "SELECT count(*) FROM review_note JOIN asked USING (task_id) WHERE words <> ''",
                                ids),
                "correctionNotes", number("SELECT count(*) FROM correction_note WHERE records && :ids::bigint[]", ids),
                "savedSearches", (long) savedSearches(traces).size());
    }

    private long number(String sql, Long[] ids) {
        return hub.sql().sql(sql).param("ids", ids).query(Long.class).single();
    }

    /** Takes it all away. */
    void erase(Collection<Long> records, Collection<MasterId> masters, Traces traces) {
        Long[] ids = records.toArray(Long[]::new);
        update(EVER + """
                UPDATE decision SET reason = '' WHERE kind <> 'ERASE' AND decision_id IN (SELECT decision_id FROM speaking)
                """, ids);
        update(EVER + "DELETE FROM review_evidence WHERE task_id IN (SELECT task_id FROM asked)", ids);
        update(EVER + "UPDATE review_note SET words = '' WHERE task_id IN (SELECT task_id FROM asked)", ids);
        update("DELETE FROM correction_note WHERE records && :ids::bigint[]", ids);
        hub.sql()
                .sql("DELETE FROM saved_search WHERE saved_search_id = ANY (?)")
                .param(savedSearches(traces).toArray(Long[]::new))
                .update();
        ofMasters("DELETE FROM recent_person WHERE master_id = ANY (?::uuid[])", masters);
        ofMasters("DELETE FROM reveal WHERE master_id = ANY (?::uuid[])", masters);
        reasons(traces);
        exports(traces);
    }

    /** Searches by the person's name, telephone or number, and those named after them. */
    private List<Long> savedSearches(Traces traces) {
        List<Long> found = new ArrayList<>();
        hub.sql()
                .sql("SELECT saved_search_id, name, parameters::text AS parameters FROM saved_search")
                .query(row -> {
                    if (traces.isIn(row.getString("name")) || traces.isIn(row.getString("parameters"))) {
                        found.add(row.getLong("saved_search_id"));
                    }
                });
        return found;
    }

    /** A legal basis or a hold's reason stays, unless it names the person. */
    private void reasons(Traces traces) {
        List<Long> erasures = new ArrayList<>();
        hub.sql()
                .sql("SELECT decision_id, reason FROM decision WHERE kind = 'ERASE'")
                .query(row -> {
                    if (traces.isIn(row.getString("reason"))) {
                        erasures.add(row.getLong("decision_id"));
                    }
                });
        hub.sql()
                .sql("UPDATE decision SET reason = '' WHERE decision_id = ANY (?)")
                .param(erasures.toArray(Long[]::new))
                .update();
    }

    /** No file that was written before tells of the person any more: all that stand are given up, and whoever needs one asks again. */
    private void exports(Traces traces) {
        hub.sql().sql("""
                        UPDATE export_job SET state = CASE state WHEN 'READY' THEN 'EXPIRED' ELSE 'CANCELLED' END,
                               ended_at = coalesce(ended_at, clock_timestamp())
                         WHERE state IN ('WAITING', 'RUNNING', 'READY')
                        """).update();
        List<String> purposes = new ArrayList<>();
        hub.sql().sql("SELECT export_id::text AS id, purpose FROM export_job").query(row -> {
            if (traces.isIn(row.getString("purpose"))) {
                purposes.add(row.getString("id"));
            }
        });
        hub.sql()
                .sql("UPDATE export_job SET purpose = '' WHERE export_id = ANY (?::uuid[])")
                .param(purposes.toArray(String[]::new))
                .update();
    }

    private void update(String sql, Long[] ids) {
        hub.sql().sql(sql).param("ids", ids).update();
    }

    private void ofMasters(String sql, Collection<MasterId> masters) {
        hub.sql()
                .sql(sql)
                .param(masters.stream().map(MasterId::toString).toArray(String[]::new))
                .update();
    }
}
