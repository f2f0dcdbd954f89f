package org.unifiedhotline.masterrecords.keys;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.unifiedhotline.mappings.CanonicalMapper;
import org.unifiedhotline.mappings.OpenCodes;
import org.unifiedhotline.mappings.reading.MappingException;
import org.unifiedhotline.mappings.source.SourceRecordKey;
import org.unifiedhotline.mappings.source.SourceRow;
import org.unifiedhotline.masterrecords.database.HubDatabase;
import org.unifiedhotline.masterrecords.sourcerecords.CanonicalJson;
import org.unifiedhotline.masterrecords.sourcerecords.Columns;
import org.unifiedhotline.masterrecords.sourcerecords.RowJson;

/** What goes with free text that is taken out of columns of codes of a hub of before. */
final class WordsAmongCodes {
    private static final Logger LOG = LoggerFactory.getLogger(WordsAmongCodes.class);

    private final HubDatabase hub;

    WordsAmongCodes(HubDatabase hub) {
        this.hub = hub;
    }

    /** A row as captured, opened. */
    private record Row(SourceRecordKey key, SourceRow row, DataKey dataKey) {}

    /** Cases and contacts that had words are understood anew, as reconciliation would find it, and so are the documents that hold them. */
    void understand(List<Long> records) {
        records.forEach(this::understand);
        renew(records.toArray(Long[]::new));
    }

    private void understand(long record) {
        row(record).ifPresent(row -> {
            String canonical;
            try {
                canonical = CanonicalJson.write(new CanonicalMapper().map(row.key(), row.row()));
            } catch (MappingException notUnderstood) {
                LOG.warn("{} is not understood any more: reconcile tells of it", row.key());
                return;
            }
            hub.sql()
                    .sql("UPDATE source_record SET canonical = ? WHERE record_id = ? AND canonical IS NOT NULL")
                    .params(row.dataKey().seal(Place.of("source_record.canonical", record), canonical), record)
                    .update();
        });
    }

    private Optional<Row> row(long record) {
        DataKey key = hub.keys().of(List.of(record)).get(record);
        return key == null
                ? Optional.empty()
                : hub.sql()
                        .sql("SELECT source_system, source_table, local_id, raw FROM source_record"
                                + " WHERE record_id = ? AND live AND raw IS NOT NULL")
                        .param(record)
                        .query((found, number) -> new Row(
                                Columns.key(found),
                                RowJson.read(key.open(Place.of("source_record.raw", record), found.getBytes("raw"))),
                                key))
                        .optional();
    }

    /** The clear text goes with the table's old file, and with what the planner noted of it. */
    void writeAnew(String table) {
        hub.template()
                .execute("CREATE TEMPORARY TABLE standing ON COMMIT DROP AS SELECT * FROM " + table + "; TRUNCATE "
                        + table + "; INSERT INTO " + table + " SELECT * FROM standing; DROP TABLE standing; ANALYZE "
                        + table);
    }

    /** The documents of those whom these cases and calls are of. */
    private void renew(Long[] records) {
        hub.sql().sql("""
                        INSERT INTO resolution_queue (record_id, task)
                        SELECT DISTINCT person, 'RENEW'
                          FROM (SELECT subject_id AS person FROM case_file WHERE record_id = ANY (:records)
                                UNION SELECT reporter_id FROM case_file WHERE record_id = ANY (:records)
                                UNION SELECT caller_id FROM contact WHERE record_id = ANY (:records)
                                UNION SELECT subject_id FROM case_file WHERE record_id IN
                                  (SELECT case_id FROM contact WHERE contact.record_id = ANY (:records))) AS concerned
                         WHERE person IS NOT NULL
                        """).param("records", records).update();
    }

    /** Erased rows that keep words are unknown to the hub then, and known to the list outside it: the first start erases them again. */
    void comeBack(String... tables) {
        List<Long> erased = hub.sql().sql("""
                        SELECT record_id FROM erased_record JOIN source_record USING (record_id)
                         WHERE source_table = ANY (?)
                        """).param(tables).query(Long.class).list().stream()
                .filter(record ->
                        row(record).filter(WordsAmongCodes::holdsWords).isPresent())
                .toList();
        hub.sql()
                .sql("DELETE FROM erased_record WHERE record_id = ANY (?)")
                .param(erased.toArray(Long[]::new))
                .update();
    }

    private static boolean holdsWords(Row row) {
        return row.row().columns().entrySet().stream()
                .anyMatch(column -> !Objects.equals(
                        OpenCodes.only(row.key().table(), column.getKey(), column.getValue()), column.getValue()));
    }
}
