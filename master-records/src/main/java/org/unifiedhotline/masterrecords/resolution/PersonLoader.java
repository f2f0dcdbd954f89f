package org.unifiedhotline.masterrecords.resolution;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.unifiedhotline.mappings.canonical.CaseRecord;
import org.unifiedhotline.mappings.canonical.ContactRecord;
import org.unifiedhotline.mappings.canonical.PersonRecord;
import org.unifiedhotline.mappings.source.SourceRecordKey;
import org.unifiedhotline.masterrecords.database.HubDatabase;
import org.unifiedhotline.masterrecords.sourcerecords.CanonicalJson;
import org.unifiedhotline.masterrecords.sourcerecords.Columns;
import org.unifiedhotline.masterrecords.sourcerecords.PersonTables;
import org.unifiedhotline.masterrecords.sourcerecords.SourceRecordId;
import org.unifiedhotline.matching.record.MatchRecord;

/** Loads what the engine is told of people: their live records and what cases and calls say of them. */
final class PersonLoader {
    private static final String PEOPLE = """
            SELECT source_system, source_table, local_id, canonical::text AS canonical, changed_at
              FROM source_record
             WHERE live AND source_table IN ('nguoi_goi', 'tre_em', 'caller', 'victim')
            """;
    private static final String CASES = """
            SELECT canonical::text AS canonical FROM source_record
             WHERE record_id IN (SELECT record_id FROM case_file WHERE subject_id = ANY (:ids)
                                 UNION
                                 SELECT record_id FROM case_file WHERE reporter_id = ANY (:ids))
            """;
    /** Of the calls of one caller that present one number in one writing, one is enough. */
    private static final String CALLS = """
            SELECT DISTINCT ON (caller_id, canonical -> 'presentedNumber') canonical::text AS canonical
              FROM contact JOIN source_record USING (record_id)
             WHERE caller_id IS NOT NULL AND jsonb_exists(canonical, 'presentedNumber')
            """;

    private static final String ALL_CASES =
            "SELECT canonical::text AS canonical FROM case_file JOIN source_record USING (record_id)";
    private static final String ALL_CALLS = """
            SELECT canonical::text AS canonical FROM contact JOIN source_record USING (record_id)
             WHERE caller_id IS NOT NULL AND jsonb_exists(canonical, 'presentedNumber')
            """;
    private static final int FETCH = 4_000;

    private final HubDatabase hub;

    PersonLoader(HubDatabase hub) {
        this.hub = hub;
    }

    /** What the engine is told of these people, by number; those that are not live are left out. */
    Map<Long, MatchRecord> load(Collection<Long> recordIds) {
        if (recordIds.isEmpty()) {
            return Map.of();
        }
        Long[] ids = recordIds.toArray(Long[]::new);
        Map<SourceRecordKey, PersonRecord> people = people(ids);
        List<CaseRecord> cases = texts(CASES, ids).stream()
                .map(text -> CanonicalJson.read(text, CaseRecord.class))
                .toList();
        List<ContactRecord> calls = texts(CALLS + " AND caller_id = ANY (:ids)", ids).stream()
                .map(text -> CanonicalJson.read(text, ContactRecord.class))
                .toList();
        return matchRecords(people.values(), new Context(cases, calls, others(cases, people)));
    }

    /** The same of everybody; the rows pass through memory a few thousand at a time. */
    Map<Long, MatchRecord> loadAll() {
        List<PersonRecord> people = new ArrayList<>();
        Map<SourceRecordKey, PersonRecord> understood = new HashMap<>();
        everyRow(PEOPLE, PersonLoader::personRow, rows -> {
            List<PersonRecord> read =
                    rows.parallelStream().map(PersonLoader::person).toList();
            for (int at = 0; at < rows.size(); at++) {
                people.add(read.get(at));
                if (rows.get(at).canonical() != null) {
                    understood.put(read.get(at).key(), read.get(at));
                }
            }
        });
        List<CaseRecord> cases = new ArrayList<>();
        everyRow(
                ALL_CASES,
                row -> row.getString("canonical"),
                texts -> cases.addAll(texts.parallelStream()
                        .map(text -> CanonicalJson.read(text, CaseRecord.class))
                        .toList()));
        List<ContactRecord> calls = new ArrayList<>();
        Set<List<Object>> seen = new HashSet<>();
        everyRow(
                ALL_CALLS,
                row -> row.getString("canonical"),
                texts -> texts.parallelStream()
                        .map(text -> CanonicalJson.read(text, ContactRecord.class))
                        .toList()
                        .forEach(call -> {
                            if (call.caller() != null
                                    && call.presentedNumber() != null
                                    && seen.add(List.of(
                                            call.caller(),
                                            call.presentedNumber().numbers()))) {
                                calls.add(call);
                            }
                        }));
        return matchRecords(people, new Context(cases, calls, understood));
    }

    private <T> void everyRow(String sql, RowReader<T> reader, Consumer<List<T>> consumer) {
        List<T> rows = new ArrayList<>(FETCH);
        hub.template()
                .query(
                        connection -> {
                            PreparedStatement statement = connection.prepareStatement(sql);
                            statement.setFetchSize(FETCH);
                            return statement;
                        },
                        row -> {
                            rows.add(reader.read(row));
                            if (rows.size() == FETCH) {
                                consumer.accept(rows);
                                rows.clear();
                            }
                        });
        consumer.accept(rows);
    }

    @FunctionalInterface
    private interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    private record PersonRow(SourceRecordKey key, @Nullable String canonical, Instant changedAt) {}

    /** What cases and calls say, by the people they name. */
    private static final class Context {
        private final Map<SourceRecordKey, List<CaseRecord>> cases = new HashMap<>();
        private final Map<SourceRecordKey, List<ContactRecord>> calls = new HashMap<>();
        private final Map<SourceRecordKey, PersonRecord> people;

        Context(List<CaseRecord> files, List<ContactRecord> contacts, Map<SourceRecordKey, PersonRecord> people) {
            this.people = people;
            for (CaseRecord file :
                    files.stream().sorted(Comparator.comparing(CaseRecord::key)).toList()) {
                add(cases, file.subject(), file);
                if (file.reporter() != null && !file.reporter().equals(file.subject())) {
                    add(cases, file.reporter(), file);
                }
            }
            contacts.forEach(contact -> {
                if (contact.caller() != null) {
                    add(calls, contact.caller(), contact);
                }
            });
        }

        private static <T> void add(Map<SourceRecordKey, List<T>> map, SourceRecordKey key, T value) {
            map.computeIfAbsent(key, unseen -> new ArrayList<>(2)).add(value);
        }

        PersonContext of(PersonRecord person) {
            List<CaseRecord> own = cases.getOrDefault(person.key(), List.of());
            Map<SourceRecordKey, PersonRecord> others = new HashMap<>();
            for (CaseRecord file : own) {
                addOther(others, file.subject(), person);
                addOther(others, file.reporter(), person);
            }
            return new PersonContext(own, calls.getOrDefault(person.key(), List.of()), others);
        }

        private void addOther(
                Map<SourceRecordKey, PersonRecord> others, @Nullable SourceRecordKey key, PersonRecord person) {
            PersonRecord other = key == null || key.equals(person.key()) ? null : people.get(key);
            if (other != null) {
                others.put(other.key(), other);
            }
        }
    }

    private static Map<Long, MatchRecord> matchRecords(Collection<PersonRecord> people, Context context) {
        List<MatchRecord> records = people.parallelStream()
                .map(person -> MatchRecords.of(SourceRecordId.of(person.key()), person, context.of(person)))
                .toList();
        Map<Long, MatchRecord> byId = HashMap.newHashMap(records.size());
        records.forEach(record -> byId.put(record.id(), record));
        return byId;
    }

    private Map<SourceRecordKey, PersonRecord> people(Long[] ids) {
        Map<SourceRecordKey, PersonRecord> people = new HashMap<>();
        hub.sql()
                .sql(PEOPLE + " AND record_id = ANY (:ids)")
                .param("ids", ids)
                .query((row, number) -> personRow(row))
                .list()
                .forEach(row -> people.put(row.key(), person(row)));
        return people;
    }

    /** The people whom the cases name, those who are understood. */
    private Map<SourceRecordKey, PersonRecord> others(
            List<CaseRecord> cases, Map<SourceRecordKey, PersonRecord> people) {
        Set<Long> named = new HashSet<>();
        for (CaseRecord file : cases) {
            named.add(SourceRecordId.of(file.subject()));
            if (file.reporter() != null) {
                named.add(SourceRecordId.of(file.reporter()));
            }
        }
        if (named.isEmpty()) {
            return Map.of();
        }
        Map<SourceRecordKey, PersonRecord> understood = new HashMap<>();
        hub.sql()
                .sql(PEOPLE + " AND canonical IS NOT NULL AND record_id = ANY (:ids)")
                .param("ids", named.toArray(Long[]::new))
                .query((row, number) -> personRow(row))
                .list()
                .forEach(row ->
                        understood.put(row.key(), people.containsKey(row.key()) ? people.get(row.key()) : person(row)));
        return understood;
    }

    private static PersonRow personRow(ResultSet row) throws SQLException {
        return new PersonRow(Columns.key(row), row.getString("canonical"), Columns.instant(row, "changed_at"));
    }

    private static PersonRecord person(PersonRow row) {
        return row.canonical() == null
                ? PersonTables.notUnderstood(row.key(), row.changedAt())
                : CanonicalJson.read(row.canonical(), PersonRecord.class);
    }

    private List<String> texts(String sql, Long[] ids) {
        return hub.sql().sql(sql).param("ids", ids).query(String.class).list();
    }
}
