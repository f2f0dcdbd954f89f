package org.unifiedhotline.masterrecords.resolution;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
        Map<Long, MatchRecord> records = HashMap.newHashMap(ids.length);
        hub.sql()
                .sql(PEOPLE + " AND source_record.record_id = ANY (:ids)")
                .param("ids", ids)
                .query((row, number) -> PersonRow.of(row))
                .list()
                .forEach(row -> {
                    MatchRecord record = matchRecord(row, contexts);
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
        Pages<PersonRow, T> pages = new Pages<>(row -> use.apply(matchRecord(row, contexts)));
        hub.everyRow(PEOPLE, row -> pages.add(PersonRow.of(row)));
        return pages.all();
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

        PersonRecord person(RecordKeys keys) {
            String opened = canonical.open(keys);
            return opened == null
                    ? PersonTables.notUnderstood(SourceRecordKey.of(SourceSystem.of(system), table, localId), changedAt)
                    : CanonicalJson.read(opened, PersonRecord.class);
        }
    }
}
