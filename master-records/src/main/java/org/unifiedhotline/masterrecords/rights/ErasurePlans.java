package org.unifiedhotline.masterrecords.rights;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.unifiedhotline.mappings.source.SourceRecordKey;
import org.unifiedhotline.masterrecords.database.HubDatabase;
import org.unifiedhotline.masterrecords.sourcerecords.Columns;

/** Computes what an erasure takes, by statements alone: nothing is changed. */
final class ErasurePlans {
    private final HubDatabase hub;
    private final LegalHolds holds;
    private final TypedTraces typed;

    ErasurePlans(HubDatabase hub, LegalHolds holds) {
        this.hub = hub;
        this.holds = holds;
        this.typed = new TypedTraces(hub);
    }

    /** The plan for one person's records, by number. */
    ErasurePlan of(Collection<Long> records, Traces traces) {
        List<LegalHold> holding = holds.holding(records);
        Set<Long> kept = new HashSet<>();
        holding.forEach(hold -> kept.addAll(hold.records()));
        List<Long> going =
                records.stream().filter(record -> !kept.contains(record)).toList();
        List<Long> held = records.stream().filter(kept::contains).toList();
        Map<String, Long> words = new TreeMap<>(typed.count(going, traces));
        return new ErasurePlan(
                keys(going), related(going, kept), keys(held), holding, words, casesOfOthers(going, records));
    }

    private List<SourceRecordKey> keys(Collection<Long> records) {
        return hub.sql()
                .sql("""
                        SELECT source_system, source_table, local_id FROM source_record WHERE record_id = ANY (?)
                         ORDER BY source_system, source_table, local_id
                        """)
                .param(records.toArray(Long[]::new))
                .query((row, number) -> Columns.key(row))
                .list();
    }

    /** What is about these people, unless its own caller or child is held. */
    private List<SourceRecordKey> related(Collection<Long> people, Collection<Long> kept) {
        return hub.sql()
                .sql("""
                        WITH own_case AS (
                          SELECT record_id FROM case_file WHERE subject_id = ANY (:people)),
                        own_contact AS (
                          SELECT record_id FROM contact WHERE caller_id = ANY (:people)
                          UNION
                          SELECT record_id FROM contact
                           WHERE case_id IN (SELECT record_id FROM own_case)
                             AND (caller_id IS NULL OR caller_id <> ALL (:kept))),
                        about AS (
                          SELECT record_id FROM own_case
                          UNION SELECT record_id FROM own_contact
                          UNION SELECT record_id FROM return_record WHERE victim_id = ANY (:people)
                          UNION SELECT record_id FROM referral WHERE case_id IN (SELECT record_id FROM own_case)
                          UNION SELECT record_id FROM quality_review
                                 WHERE contact_id IN (SELECT record_id FROM own_contact))
                        SELECT source_system, source_table, local_id FROM about JOIN source_record USING (record_id)
                         ORDER BY source_system, source_table, local_id
                        """)
                .param("people", people.toArray(Long[]::new))
                .param("kept", kept.toArray(Long[]::new))
                .query((row, number) -> Columns.key(row))
                .list();
    }

    private List<SourceRecordKey> casesOfOthers(Collection<Long> people, Collection<Long> all) {
        return hub.sql()
                .sql("""
                        SELECT source_system, source_table, local_id FROM case_file JOIN source_record USING (record_id, source_system)
                         WHERE reporter_id = ANY (:people) AND subject_id <> ALL (:all)
                         ORDER BY source_system, source_table, local_id
                        """)
                .param("people", people.toArray(Long[]::new))
                .param("all", all.toArray(Long[]::new))
                .query((row, number) -> Columns.key(row))
                .list();
    }
}
