package org.unifiedhotline.masterrecords.rights;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
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
        return of(records, records, holds.holding(records), traces);
    }

    /**
     * The plan for records of one person.
     *
     * @param fellows all records of the person, these among them: of whom something stays, what people typed stays, and the calls they made
     * @param holding what keeps some of them
     */
    ErasurePlan of(Collection<Long> records, Collection<Long> fellows, List<LegalHold> holding, Traces traces) {
        Set<Long> kept = new HashSet<>();
        holding.forEach(hold -> kept.addAll(hold.records()));
        Set<Long> going = new LinkedHashSet<>(records);
        going.removeAll(kept);
        List<Long> held = fellows.stream().filter(kept::contains).toList();
        List<Long> staying =
                fellows.stream().filter(record -> !going.contains(record)).toList();
        Map<String, Long> words = new TreeMap<>(typed.count(going, heldFellows(going), traces));
        if (!staying.isEmpty()) {
            words.replaceAll((what, number) -> 0L);
        }
        return new ErasurePlan(
                keys(going), related(going, staying), keys(held), holding, words, casesOfOthers(going, fellows));
    }

    /** Those who once were one person with these records, and of whom a hold keeps something. */
    Set<Long> heldFellows(Collection<Long> going) {
        return holds.kept(typed.formerFellows(going));
    }

    /**
     * Erased records that were one person with one of these and then were another's; of whose person, as it was when they were erased, no
     * record stands.
     */
    Set<Long> erasedFellows(Collection<Long> records) {
        return new HashSet<>(hub.sql()
                .sql("""
                        SELECT record_id FROM erased_record
                         WHERE record_id = ANY (?)
                           AND NOT EXISTS (SELECT FROM link
                                            WHERE link.record_id NOT IN (SELECT record_id FROM erased_record)
                                              AND link.record_id = ANY ((SELECT members FROM master_record_history
                                                                          WHERE members @> ARRAY[erased_record.record_id]
                                                                          ORDER BY change_id DESC LIMIT 1)::bigint[]))
                        """)
                .param(typed.formerFellows(records).toArray(Long[]::new))
                .query(Long.class)
                .list());
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

    /** What is about these people, unless its own caller or child stays. */
    private List<SourceRecordKey> related(Collection<Long> people, Collection<Long> staying) {
        return hub.sql()
                .sql("""
                        WITH own_case AS (
                          SELECT record_id FROM case_file WHERE subject_id = ANY (:people)),
                        own_contact AS (
                          SELECT record_id FROM contact WHERE caller_id = ANY (:people)
                          UNION
                          SELECT record_id FROM contact
                           WHERE case_id IN (SELECT record_id FROM own_case)
                             AND (caller_id IS NULL OR caller_id <> ALL (:staying))),
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
                .param("staying", staying.toArray(Long[]::new))
                .query((row, number) -> Columns.key(row))
                .list();
    }

    /** Contacts about cases of these people that are of somebody of whom something stays. */
    List<SourceRecordKey> spared(Collection<Long> people, Collection<Long> staying) {
        return hub.sql()
                .sql("""
                        SELECT source_system, source_table, local_id FROM contact JOIN source_record USING (record_id, source_system)
                         WHERE caller_id = ANY (:staying)
                           AND case_id IN (SELECT record_id FROM case_file WHERE subject_id = ANY (:people))
                        """)
                .param("people", people.toArray(Long[]::new))
                .param("staying", staying.toArray(Long[]::new))
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
