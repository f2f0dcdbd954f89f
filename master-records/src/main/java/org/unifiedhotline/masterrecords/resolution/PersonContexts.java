package org.unifiedhotline.masterrecords.resolution;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.unifiedhotline.mappings.canonical.ContactRecord;
import org.unifiedhotline.mappings.canonical.PersonRecord;
import org.unifiedhotline.mappings.canonical.ReporterRelation;
import org.unifiedhotline.mappings.canonical.Telephone;
import org.unifiedhotline.mappings.source.SourceRecordKey;
import org.unifiedhotline.masterrecords.database.HubDatabase;
import org.unifiedhotline.masterrecords.keys.WrappedKey;
import org.unifiedhotline.masterrecords.resolution.PersonContext.NamingCase;
import org.unifiedhotline.masterrecords.resolution.PersonContext.OtherPerson;
import org.unifiedhotline.masterrecords.sourcerecords.CanonicalJson;
import org.unifiedhotline.masterrecords.sourcerecords.Columns;
import org.unifiedhotline.masterrecords.sourcerecords.Pages;
import org.unifiedhotline.masterrecords.sourcerecords.SealedRows;
import org.unifiedhotline.masterrecords.sourcerecords.SealedRows.Unopened;
import org.unifiedhotline.masterrecords.sourcerecords.SourceKeys;
import org.unifiedhotline.masterrecords.sourcerecords.SourceRecordId;

/** What cases and calls say of people, read from the hub: no more of them than the engine is told. */
final class PersonContexts {
    private static final String CASES = """
            SELECT stored.source_system, stored.source_table, stored.local_id,
                   subject.source_system || '/' || subject.source_table || '/' || subject.local_id AS subject,
                   reporter.source_system || '/' || reporter.source_table || '/' || reporter.local_id AS reporter,
                   relation
              FROM case_file JOIN source_record stored USING (record_id)
              JOIN source_record subject ON subject.record_id = subject_id
              LEFT JOIN source_record reporter ON reporter.record_id = reporter_id
            """;
    private static final String CASES_OF = CASES + """
             WHERE case_file.record_id IN (SELECT record_id FROM case_file WHERE subject_id = ANY (:ids)
                                 UNION
                                 SELECT record_id FROM case_file WHERE reporter_id = ANY (:ids))
            """;
    /** Of many calls of a caller by one number, one. */
    private static final String NUMBERS = "SELECT named.caller_id, canonical, " + WrappedKey.COLUMNS + """

              FROM (SELECT DISTINCT ON (caller_id, presented) caller_id, record_id
                      FROM contact
                     WHERE presented IS NOT NULL AND %s
                     ORDER BY caller_id, presented, record_id) AS named
              JOIN source_record ON source_record.record_id = named.record_id
              JOIN record_key ON record_key.record_id = named.record_id
            """;

    private static final String OTHERS = "SELECT canonical, " + WrappedKey.COLUMNS + """

              FROM source_record JOIN record_key USING (record_id)
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
                .sql(NUMBERS.formatted("caller_id = ANY (:ids)"))
                .param("ids", recordIds)
                .query((row, number) -> Calling.of(row))
                .list()
                .forEach(call -> contexts.add(call.numbers(hub)));
        Set<Long> named = named(naming);
        if (!named.isEmpty()) {
            hub.sql()
                    .sql(OTHERS + " AND record_key.record_id = ANY (:ids)")
                    .param("ids", named.toArray(Long[]::new))
                    .query((row, number) -> SealedRows.canonical(row))
                    .list()
                    .forEach(other -> contexts.add(other(other, hub)));
        }
        return contexts;
    }

    /** Of everybody; within a transaction, so that the rows pass through memory a few thousand at a time. */
    static PersonContexts ofAll(HubDatabase hub) {
        PersonContexts contexts = new PersonContexts();
        List<NamingCase> naming = new ArrayList<>();
        hub.everyRow(CASES, row -> naming.add(naming(row)));
        contexts.add(naming);
        Pages<Calling, Numbers> calls = new Pages<>(call -> call.numbers(hub));
        hub.everyRow(NUMBERS.formatted("caller_id IS NOT NULL"), row -> calls.add(Calling.of(row)));
        calls.all().forEach(contexts::add);
        Set<Long> named = named(naming);
        Pages<Unopened, Optional<OtherPerson>> others = new Pages<>(other -> Optional.ofNullable(other(other, hub)));
        hub.everyRow(OTHERS, row -> {
            if (named.contains(row.getLong("key_record"))) {
                others.add(SealedRows.canonical(row));
            }
        });
        others.all().forEach(other -> contexts.add(other.orElse(null)));
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

    /** A call that presented a number, not opened yet. */
    private record Calling(long caller, Unopened contact) {
        static Calling of(ResultSet row) throws SQLException {
            return new Calling(row.getLong("caller_id"), SealedRows.canonical(row));
        }

        Numbers numbers(HubDatabase hub) {
            String canonical = SealedRows.orLost(contact, hub);
            Telephone presented = canonical == null
                    ? null
                    : CanonicalJson.read(canonical, ContactRecord.class).presentedNumber();
            return new Numbers(caller, presented == null ? List.of() : presented.numbers());
        }
    }

    /** The numbers that a call presented. */
    private record Numbers(long caller, List<String> numbers) {}

    private void add(Numbers presented) {
        numbers.computeIfAbsent(presented.caller(), unseen -> new HashSet<>(2)).addAll(presented.numbers());
    }

    private static @Nullable OtherPerson other(Unopened other, HubDatabase hub) {
        String canonical = SealedRows.orLost(other, hub);
        return canonical == null ? null : OtherPerson.of(CanonicalJson.read(canonical, PersonRecord.class));
    }

    private void add(@Nullable OtherPerson other) {
        if (other != null) {
            others.put(other.key(), other);
        }
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
