package org.unifiedhotline.masterrecords.resolution;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.unifiedhotline.mappings.canonical.PersonRecord;
import org.unifiedhotline.mappings.source.SourceRecordKey;
import org.unifiedhotline.mappings.source.SourceSystem;
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
               AND NOT EXISTS (SELECT FROM erased_record WHERE erased_record.record_id = source_record.record_id)
            """;
    private static final int PAGE = 2_000;
    private static final int PAGES_AHEAD = 4;

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
        PersonContexts contexts = PersonContexts.of(hub, ids);
        RestrictedPeople restricted = RestrictedPeople.now(hub);
        Map<Long, MatchRecord> records = HashMap.newHashMap(ids.length);
        hub.sql().sql(PEOPLE + " AND record_id = ANY (:ids)").param("ids", ids).query(row -> {
            MatchRecord record = restricted.of(PersonRow.of(row), contexts);
            records.put(record.id(), record);
        });
        return records;
    }

    /** The same of everybody; within a transaction. */
    Map<Long, MatchRecord> loadAll() {
        List<MatchRecord> all = readAll(record -> record);
        Map<Long, MatchRecord> records = HashMap.newHashMap(all.size());
        all.forEach(record -> records.put(record.id(), record));
        return records;
    }

    /**
     * Makes something of what the engine is told of each person, with all cores, while the next are read; within a
     * transaction. Only a few thousand are in memory at a time, and what was made of the others.
     */
    <T> List<T> readAll(Function<MatchRecord, T> use) {
        PersonContexts contexts = PersonContexts.ofAll(hub);
        RestrictedPeople restricted = RestrictedPeople.now(hub);
        Pages<T> pages = new Pages<>(row -> use.apply(restricted.of(row, contexts)));
        hub.everyRow(PEOPLE, row -> pages.add(PersonRow.of(row)));
        return pages.all();
    }

    /** Of people whose processing is restricted the engine is told nothing: they are not matched anew. */
    private record RestrictedPeople(Set<Long> records) {
        static RestrictedPeople now(HubDatabase hub) {
            return new RestrictedPeople(new HashSet<>(hub.sql()
                    .sql("SELECT unnest(about) FROM decision WHERE kind = 'RESTRICT' AND state = 'IN_FORCE'")
                    .query(Long.class)
                    .list()));
        }

        MatchRecord of(PersonRow row, PersonContexts contexts) {
            if (records.isEmpty() || !records.contains(row.id())) {
                return matchRecord(row, contexts);
            }
            PersonRecord nobody = row.notUnderstood();
            return MatchRecords.of(row.id(), nobody, PersonContext.NONE);
        }
    }

    private static MatchRecord matchRecord(PersonRow row, PersonContexts contexts) {
        PersonRecord person = row.person();
        return MatchRecords.of(SourceRecordId.of(person.key()), person, contexts.of(person));
    }

    private record PersonRow(
            String system,
            String table,
            String localId,
            @Nullable String canonical,
            Instant changedAt) {
        static PersonRow of(ResultSet row) throws SQLException {
            return new PersonRow(
                    row.getString("source_system"),
                    row.getString("source_table"),
                    row.getString("local_id"),
                    row.getString("canonical"),
                    Columns.instant(row, "changed_at"));
        }

        long id() {
            return SourceRecordId.of(key());
        }

        private SourceRecordKey key() {
            return SourceRecordKey.of(SourceSystem.of(system), table, localId);
        }

        PersonRecord notUnderstood() {
            return PersonTables.notUnderstood(key(), changedAt);
        }

        PersonRecord person() {
            return canonical == null ? notUnderstood() : CanonicalJson.read(canonical, PersonRecord.class);
        }
    }

    /** Works rows a page at a time while the next page is read. */
    private static final class Pages<T> {
        private final Function<PersonRow, T> work;
        private final Deque<ForkJoinTask<List<T>>> underWay = new ArrayDeque<>();
        private final List<T> done = new ArrayList<>();
        private List<PersonRow> page = new ArrayList<>(PAGE);

        Pages(Function<PersonRow, T> work) {
            this.work = work;
        }

        void add(PersonRow row) {
            page.add(row);
            if (page.size() == PAGE) {
                submit();
            }
        }

        private void submit() {
            List<PersonRow> rows = page;
            page = new ArrayList<>(PAGE);
            underWay.add(ForkJoinPool.commonPool()
                    .submit(() -> rows.stream().map(work).toList()));
            if (underWay.size() > PAGES_AHEAD) {
                done.addAll(underWay.remove().join());
            }
        }

        List<T> all() {
            submit();
            underWay.forEach(task -> done.addAll(task.join()));
            return done;
        }
    }
}
