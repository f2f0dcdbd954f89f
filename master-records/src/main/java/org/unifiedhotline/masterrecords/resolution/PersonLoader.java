package org.unifiedhotline.masterrecords.resolution;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.unifiedhotline.mappings.canonical.PersonRecord;
import org.unifiedhotline.mappings.source.SourceRecordKey;
import org.unifiedhotline.mappings.source.SourceSystem;
import org.unifiedhotline.masterrecords.database.HubDatabase;
import org.unifiedhotline.masterrecords.keys.RecordKeys;
import org.unifiedhotline.masterrecords.keys.WrappedKey;
import org.unifiedhotline.masterrecords.sourcerecords.CanonicalJson;
import org.unifiedhotline.masterrecords.sourcerecords.Columns;
import org.unifiedhotline.masterrecords.sourcerecords.Pages;
import org.unifiedhotline.masterrecords.sourcerecords.PersonTables;
import org.unifiedhotline.masterrecords.sourcerecords.SealedRows;
import org.unifiedhotline.masterrecords.sourcerecords.SealedRows.Unopened;
import org.unifiedhotline.masterrecords.sourcerecords.SourceRecordId;
import org.unifiedhotline.matching.record.MatchRecord;

/** Loads what the engine is told of people: their live records and what cases and calls say of them. */
final class PersonLoader {
    private static final String PEOPLE = """
            SELECT source_system, source_table, local_id, canonical, changed_at,\s""" + WrappedKey.COLUMNS + """

              FROM source_record LEFT JOIN record_key USING (record_id)
             WHERE live AND source_table IN ('nguoi_goi', 'tre_em', 'caller', 'victim')
               AND NOT EXISTS (SELECT FROM erased_record WHERE erased_record.record_id = source_record.record_id)
            """;

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
        Set<Long> restricted = restricted();
        Map<Long, MatchRecord> records = HashMap.newHashMap(ids.length);
        hub.sql()
                .sql(PEOPLE + " AND source_record.record_id = ANY (:ids)")
                .param("ids", ids)
                .query((row, number) -> PersonRow.of(row))
                .list()
                .forEach(row -> {
                    MatchRecord record = told(restricted, row, contexts);
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
        Set<Long> restricted = restricted();
        Pages<PersonRow, T> pages = new Pages<>(row -> use.apply(told(restricted, row, contexts)));
        hub.everyRow(PEOPLE, row -> pages.add(PersonRow.of(row)));
        return pages.all();
    }

    /** The records of people whose processing is restricted. */
    private Set<Long> restricted() {
        return new HashSet<>(hub.sql()
                .sql("SELECT unnest(about) FROM decision WHERE kind = 'RESTRICT' AND state = 'IN_FORCE'")
                .query(Long.class)
                .list());
    }

    /** Of people whose processing is restricted the engine is told nothing: they are not matched anew. */
    private MatchRecord told(Set<Long> restricted, PersonRow row, PersonContexts contexts) {
        return restricted.contains(row.id())
                ? MatchRecords.of(row.id(), row.notUnderstood(), PersonContext.NONE)
                : matchRecord(row, contexts);
    }

    private MatchRecord matchRecord(PersonRow row, PersonContexts contexts) {
        PersonRecord person = row.person(hub.keys());
        return MatchRecords.of(SourceRecordId.of(person.key()), person, contexts.of(person));
    }

    private record PersonRow(String system, String table, String localId, Unopened canonical, Instant changedAt) {
        static PersonRow of(ResultSet row) throws SQLException {
            return new PersonRow(
                    row.getString("source_system"),
                    row.getString("source_table"),
                    row.getString("local_id"),
                    SealedRows.canonical(row),
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

        PersonRecord person(RecordKeys keys) {
            String opened = canonical.open(keys);
            return opened == null ? notUnderstood() : CanonicalJson.read(opened, PersonRecord.class);
        }
    }
}
