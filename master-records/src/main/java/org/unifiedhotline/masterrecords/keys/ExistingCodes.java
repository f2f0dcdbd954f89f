package org.unifiedhotline.masterrecords.keys;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.unifiedhotline.mappings.CanonicalMapper;
import org.unifiedhotline.mappings.OpenCodes;
import org.unifiedhotline.mappings.reading.MappingException;
import org.unifiedhotline.mappings.source.SourceRecordKey;
import org.unifiedhotline.mappings.source.SourceRow;
import org.unifiedhotline.mappings.source.SourceSystem;
import org.unifiedhotline.mappings.source.SourceTable;
import org.unifiedhotline.masterrecords.database.HubDatabase;
import org.unifiedhotline.masterrecords.sourcerecords.CanonicalJson;
import org.unifiedhotline.masterrecords.sourcerecords.Columns;
import org.unifiedhotline.masterrecords.sourcerecords.RowJson;

/**
 * Migration 26.6: takes what was typed in the hotline's columns of codes and is no code out of the tables where it stood in clear, out of
 * what was understood of the rows, and out of the index. Erased rows that keep such words are taken for ones that came back, so that
 * the first start erases them again.
 */
public final class ExistingCodes implements JavaMigration {
    private static final Logger LOG = LoggerFactory.getLogger(ExistingCodes.class);

    private final Keystore keystore;

    public ExistingCodes(Keystore keystore) {
        this.keystore = keystore;
    }

    /** A column of codes: where it stands in clear, and what is put in the place of what is none. */
    private record Column(String table, String name, String of, String legacy, String none) {
        String codeOf(String value) {
            return OpenCodes.isCode(SourceTable.of(SourceSystem.HOTLINE, of), legacy, value) ? value.strip() : none;
        }
    }

    private static final Column KINDS = new Column("case_file", "kinds", "case_file", "exploitation", "OTHER");
    private static final Column LANGUAGE = new Column("contact", "language", "call", "language", "und");

    @Override
    public MigrationVersion getVersion() {
        return MigrationVersion.fromVersion("26.6");
    }

    @Override
    public String getDescription() {
        return "codes without free text";
    }

    @Override
    public Integer getChecksum() {
        return 1;
    }

    @Override
    public boolean canExecuteInTransaction() {
        return true;
    }

    @Override
    public void migrate(Context context) {
        HubDatabase hub = new HubDatabase(new SingleConnectionDataSource(context.getConnection(), true), keystore);
        List<Long> found = new ArrayList<>(mend(hub, KINDS, kindsOf(hub)));
        found.addAll(mend(hub, LANGUAGE, languages(hub)));
        found.forEach(record -> understood(hub, record));
        renew(hub, found.toArray(Long[]::new));
        comeBack(hub);
    }

    private static List<String[]> kindsOf(HubDatabase hub) {
        return hub
                .sql()
                .sql("SELECT DISTINCT kinds FROM case_file WHERE source_system = 'hotline'")
                .query((row, number) -> (String[]) row.getArray(1).getArray())
                .list()
                .stream()
                .filter(kinds -> !Arrays.stream(kinds)
                        .allMatch(kind -> KINDS.codeOf(kind).equals(kind)))
                .toList();
    }

    private static List<String[]> languages(HubDatabase hub) {
        return hub
                .sql()
                .sql("SELECT DISTINCT language FROM contact WHERE source_system = 'hotline'")
                .query(String.class)
                .list()
                .stream()
                .filter(language -> !LANGUAGE.codeOf(language).equals(language))
                .map(language -> new String[] {language})
                .toList();
    }

    /** Puts codes in the place of these values; the records that had them. */
    private static List<Long> mend(HubDatabase hub, Column column, List<String[]> values) {
        List<Long> records = new ArrayList<>();
        boolean isList = column.equals(KINDS);
        String type = isList ? "::text[]" : "::text";
        for (String[] value : values) {
            String[] codes = Arrays.stream(value).map(column::codeOf).toArray(String[]::new);
            records.addAll(hub.sql()
                    .sql("UPDATE " + column.table() + " SET " + column.name() + " = :codes" + type + " WHERE "
                            + column.name() + " = :value" + type + " AND source_system = 'hotline' RETURNING record_id")
                    .param("codes", isList ? codes : codes[0])
                    .param("value", isList ? value : value[0])
                    .query(Long.class)
                    .list());
        }
        if (!records.isEmpty()) {
            writeAnew(hub, column.table());
        }
        return records;
    }

    /** What is understood of the row now; as reconciliation would find it. */
    private static void understood(HubDatabase hub, long record) {
        row(hub, record).ifPresent(row -> {
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

    /** A row as captured, opened. */
    private record Row(SourceRecordKey key, SourceRow row, DataKey dataKey) {}

    private static Optional<Row> row(HubDatabase hub, long record) {
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
    private static void writeAnew(HubDatabase hub, String table) {
        hub.template()
                .execute("CREATE TEMPORARY TABLE standing ON COMMIT DROP AS SELECT * FROM " + table + "; TRUNCATE "
                        + table + "; INSERT INTO " + table + " SELECT * FROM standing; DROP TABLE standing; ANALYZE "
                        + table);
    }

    /** The documents of those whom these cases and calls are of. */
    private static void renew(HubDatabase hub, Long[] records) {
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

    /** They are unknown to the hub then, and known to the list outside it. */
    private static void comeBack(HubDatabase hub) {
        List<Long> erased = hub.sql().sql("""
                        SELECT record_id FROM erased_record JOIN source_record USING (record_id)
                         WHERE source_table IN ('ca_can_thiep', 'case_file', 'call')
                        """).query(Long.class).list().stream()
                .filter(record ->
                        row(hub, record).filter(ExistingCodes::holdsWords).isPresent())
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
