package org.unifiedhotline.masterrecords.resolution;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.unifiedhotline.mappings.canonical.PersonName;
import org.unifiedhotline.mappings.canonical.PersonRecord;
import org.unifiedhotline.mappings.canonical.ReporterRelation;
import org.unifiedhotline.mappings.canonical.Sex;
import org.unifiedhotline.mappings.source.SourceRecordKey;
import org.unifiedhotline.masterrecords.database.HubDatabase;
import org.unifiedhotline.masterrecords.resolution.PersonContext.NamingCase;
import org.unifiedhotline.masterrecords.resolution.PersonContext.OtherPerson;
import org.unifiedhotline.masterrecords.sourcerecords.CanonicalJson;
import org.unifiedhotline.masterrecords.sourcerecords.Columns;
import org.unifiedhotline.masterrecords.sourcerecords.SourceKeys;
import org.unifiedhotline.masterrecords.sourcerecords.SourceRecordId;

/** What cases and calls say of people, read from the hub: no more of them than the engine is told. */
final class PersonContexts {
    private static final String CASES = """
            SELECT stored.source_system, stored.source_table, stored.local_id,
                   canonical ->> 'subject' AS subject, canonical ->> 'reporter' AS reporter,
                   canonical ->> 'relation' AS relation
              FROM case_file JOIN source_record stored USING (record_id)
            """;
    private static final String CASES_OF = CASES + """
             WHERE record_id IN (SELECT record_id FROM case_file WHERE subject_id = ANY (:ids)
                                 UNION
                                 SELECT record_id FROM case_file WHERE reporter_id = ANY (:ids))
            """;
    private static final String NUMBERS = """
            SELECT DISTINCT caller_id, jsonb_array_elements_text(canonical #> '{presentedNumber,numbers}') AS number
              FROM contact JOIN source_record USING (record_id)
             WHERE caller_id IS NOT NULL AND jsonb_exists(canonical, 'presentedNumber')
            """;
    private static final String OTHERS = """
            SELECT record_id, source_system, source_table, local_id, (canonical #> '{names,0}')::text AS name,
                   canonical ->> 'sex' AS sex, canonical ->> 'relationToSubject' AS relation
              FROM source_record
             WHERE live AND source_table IN ('nguoi_goi', 'tre_em', 'caller', 'victim') AND canonical IS NOT NULL
               AND NOT EXISTS (SELECT FROM erased_record WHERE erased_record.record_id = source_record.record_id)
            """;

    private final Map<SourceRecordKey, List<NamingCase>> cases = new HashMap<>();
    private final Map<Long, Set<String>> numbers = new HashMap<>();
    private final Map<SourceRecordKey, OtherPerson> others = new HashMap<>();

    private PersonContexts() {}

    /** Of these people, by number. */
    static PersonContexts of(HubDatabase hub, Long[] recordIds) {
        PersonContexts contexts = new PersonContexts();
        List<NamingCase> naming = new ArrayList<>();
        hub.sql().sql(CASES_OF).param("ids", recordIds).query(row -> {
            naming.add(naming(row));
        });
        contexts.add(naming);
        hub.sql()
                .sql(NUMBERS + " AND caller_id = ANY (:ids)")
                .param("ids", recordIds)
                .query(row -> {
                    contexts.addNumber(row);
                });
        Set<Long> named = named(naming);
        if (!named.isEmpty()) {
            hub.sql()
                    .sql(OTHERS + " AND record_id = ANY (:ids)")
                    .param("ids", named.toArray(Long[]::new))
                    .query(row -> {
                        contexts.addOther(row);
                    });
        }
        return contexts;
    }

    /** Of everybody; within a transaction, so that the rows pass through memory a few thousand at a time. */
    static PersonContexts ofAll(HubDatabase hub) {
        PersonContexts contexts = new PersonContexts();
        List<NamingCase> naming = new ArrayList<>();
        hub.everyRow(CASES, row -> naming.add(naming(row)));
        contexts.add(naming);
        hub.everyRow(NUMBERS, contexts::addNumber);
        Set<Long> named = named(naming);
        hub.everyRow(OTHERS, row -> {
            if (named.contains(row.getLong("record_id"))) {
                contexts.addOther(row);
            }
        });
        return contexts;
    }

    /** What is known of a person. */
    PersonContext of(PersonRecord person) {
        List<NamingCase> own = cases.getOrDefault(person.key(), List.of());
        Map<SourceRecordKey, OtherPerson> met = new HashMap<>();
        for (NamingCase about : own) {
            for (SourceRecordKey key : people(about)) {
                OtherPerson other = key.equals(person.key()) ? null : others.get(key);
                if (other != null) {
                    met.put(key, other);
                }
            }
        }
        return new PersonContext(own, numbers.getOrDefault(SourceRecordId.of(person.key()), Set.of()), met);
    }

    private void add(List<NamingCase> naming) {
        naming.sort(Comparator.comparing(NamingCase::key));
        for (NamingCase about : naming) {
            people(about)
                    .forEach(key -> cases.computeIfAbsent(key, unseen -> new ArrayList<>(2))
                            .add(about));
        }
    }

    private static List<SourceRecordKey> people(NamingCase about) {
        SourceRecordKey reporter = about.reporter();
        return reporter == null || reporter.equals(about.subject())
                ? List.of(about.subject())
                : List.of(about.subject(), reporter);
    }

    /** Whom cases name together with another. */
    private static Set<Long> named(List<NamingCase> naming) {
        Set<Long> named = new HashSet<>();
        for (NamingCase about : naming) {
            List<SourceRecordKey> people = people(about);
            if (people.size() > 1) {
                people.forEach(key -> named.add(SourceRecordId.of(key)));
            }
        }
        return named;
    }

    private void addNumber(ResultSet row) throws SQLException {
        numbers.computeIfAbsent(row.getLong("caller_id"), unseen -> new HashSet<>(2))
                .add(row.getString("number"));
    }

    private void addOther(ResultSet row) throws SQLException {
        SourceRecordKey key = Columns.key(row);
        String name = row.getString("name");
        others.put(
                key,
                new OtherPerson(
                        key,
                        name == null ? null : MatchRecords.name(CanonicalJson.value(name, PersonName.class)),
                        Sex.valueOf(row.getString("sex")),
                        ReporterRelation.valueOf(row.getString("relation"))));
    }

    private static NamingCase naming(ResultSet row) throws SQLException {
        String reporter = row.getString("reporter");
        return new NamingCase(
                Columns.key(row),
                SourceKeys.parse(row.getString("subject")),
                reporter == null ? null : SourceKeys.parse(reporter),
                ReporterRelation.valueOf(row.getString("relation")));
    }
}
