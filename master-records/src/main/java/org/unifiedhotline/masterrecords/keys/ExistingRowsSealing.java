package org.unifiedhotline.masterrecords.keys;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.unifiedhotline.masterrecords.database.HubDatabase;
import org.unifiedhotline.masterrecords.database.Rows;

/** The work of {@link ExistingRows}: column by column, a few thousand rows at a time, telling the log how far it is. */
final class ExistingRowsSealing {
    private static final Logger LOG = LoggerFactory.getLogger(ExistingRowsSealing.class);
    private static final int PORTION = 5_000;
    private static final String NOBODY = "'{}'::bigint[]";
    private static final String OF_TASK =
            "(SELECT ARRAY[record_a, record_b] FROM review_task task WHERE task.task_id = stored.task_id)";
    private static final String OF_DECISION = """
            coalesce(nullif(same_pairs || different_pairs || about || array_remove(ARRAY[pin_record], NULL), '{}'),
                     (SELECT same_pairs || different_pairs || about FROM decision undone WHERE undone.decision_id = stored.undoes), '{}')
            """;

    private final HubDatabase hub;
    private final SealedTexts texts;

    ExistingRowsSealing(HubDatabase hub) {
        this.hub = hub;
        this.texts = new SealedTexts(hub);
    }

    /** A column that held clear text. */
    private record Column(String table, String name) {
        String clear() {
            return name + "_clear";
        }
    }

    /**
     * A row of it.
     *
     * @param id what tells its place
     * @param about the source records that it speaks of
     */
    private record Clear(String tid, String id, List<Long> about, String text) {
        static Clear of(ResultSet row) throws SQLException {
            return new Clear(
                    row.getString("tid"),
                    row.getString("id"),
                    Arrays.asList((Long[]) row.getArray("about").getArray()),
                    row.getString("text"));
        }

        /** The place of a column that is told by numbers. */
        Place place(Column column) {
            return new Place(
                    column.table() + "." + column.name(),
                    Arrays.stream(id.split("/", -1)).map(Long::valueOf).toList());
        }
    }

    void run() {
        hash();
        everyKey();
        ofRecord("source_record", "raw", "record_id", "raw");
        ofRecord("source_record", "canonical", "record_id", "canonical");
        ofRecord(
                "source_change",
                "raw",
                "record_id || '/' || life || '/' || log_file || '/' || log_offset || '/' || event_row",
                "raw");
        ofRecord("dead_letter", "raw", "record_id", "raw");
        typed("review_note", "words", "note_id", OF_TASK);
        typed("review_evidence", "shown", "task_id || '/' || task_version", OF_TASK);
        typed("decision", "reason", "decision_id", OF_DECISION);
        typed("saved_search", "name", "saved_search_id", NOBODY);
        typed("saved_search", "parameters", "saved_search_id", NOBODY);
        typed("model_job", "reason", "job_id", NOBODY);
        typed("model_job_event", "reason", "event_id", NOBODY);
        typed("model_activation", "reason", "activation_id", NOBODY);
        typed("clerical_sample", "reason", "sample_id", NOBODY);
        Column models = new Column("model_version", "reason");
        column(
                models,
                "version",
                NOBODY,
                true,
                (clear, known) -> texts.seal(
                        Place.of("model_version.reason", hub.keys().hashes().of(clear.id())), clear.text()));
        Column exports = new Column("export_job", "purpose");
        column(exports, "export_id", NOBODY, true, (clear, known) -> {
            UUID id = UUID.fromString(clear.id());
            return texts.seal(
                    Place.of("export_job.purpose", id.getMostSignificantBits(), id.getLeastSignificantBits()),
                    clear.text());
        });
        hub.template()
                .execute("ALTER TABLE saved_search ALTER COLUMN name_hash SET NOT NULL,"
                        + " ADD CONSTRAINT saved_search_name UNIQUE (owner, name_hash)");
    }

    /** Hashes without a key go; who holds which blocking key is made anew when everybody is resolved again. */
    private void hash() {
        hub.template().execute("""
                TRUNCATE match_state, blocking_key, counted_value, edge;
                TRUNCATE candidate.match_state, candidate.blocking_key, candidate.counted_value, candidate.edge;
                UPDATE resolution_state SET phase = 'RESOLVING' WHERE phase = 'INCREMENTAL';
                UPDATE source_record SET row_hash = 0;
                ALTER TABLE contact ADD COLUMN presented bigint;
                ALTER TABLE saved_search ADD COLUMN name_hash bigint
                """);
        KeyedHashes hashes = hub.keys().hashes();
        portions(
                """
                SELECT contact.record_id,
                       ARRAY(SELECT jsonb_array_elements_text(canonical #> '{presentedNumber,numbers}')) AS numbers
                  FROM contact JOIN source_record USING (record_id)
                 WHERE jsonb_array_length(canonical #> '{presentedNumber,numbers}') > 0
                """,
                row -> new Hashed(row.getLong("record_id"), hashes.of(String.join(",", (String[])
                        row.getArray("numbers").getArray()))),
                rows -> update("UPDATE contact SET presented = given.hash", "record_id", rows));
        portions(
                "SELECT saved_search_id, name FROM saved_search",
                row -> new Hashed(row.getLong("saved_search_id"), hashes.of(row.getString("name"))),
                rows -> update("UPDATE saved_search SET name_hash = given.hash", "saved_search_id", rows));
    }

    private record Hashed(long id, long hash) {}

    private void update(String statement, String id, List<Hashed> rows) {
        hub.sql()
                .sql(statement + " FROM unnest(?::bigint[], ?::bigint[]) AS given (id, hash) WHERE " + id
                        + " = given.id")
                .params(Rows.of(rows).longs(Hashed::id).longs(Hashed::hash).parameters())
                .update();
    }

    private void everyKey() {
        portions(
                "SELECT record_id FROM source_record WHERE record_id NOT IN (SELECT record_id FROM erased_record)",
                row -> row.getLong("record_id"),
                rows -> hub.keys().make(rows));
    }

    private interface Sealing {
        byte[] seal(Clear clear, Map<Long, DataKey> known);
    }

    private void ofRecord(String table, String name, String id, String of) {
        Column column = new Column(table, name);
        column(
                column,
                id,
                "ARRAY[record_id]",
                false,
                (clear, known) -> Objects.requireNonNull(known.get(clear.about().getFirst()), of)
                        .seal(clear.place(column), clear.text()));
    }

    private void typed(String table, String name, String id, String about) {
        Column column = new Column(table, name);
        column(column, id, about, true, (clear, known) -> texts.seal(clear.place(column), clear.text(), clear.about()));
    }

    private void column(Column column, String id, String about, boolean always, Sealing sealing) {
        String table = column.table();
        hub.template()
                .execute("ALTER TABLE " + table + " RENAME COLUMN " + column.name() + " TO " + column.clear() + ";"
                        + " ALTER TABLE " + table + " ADD COLUMN " + column.name() + " bytea");
        long[] done = new long[1];
        portions(
                "SELECT ctid::text AS tid, (" + id + ")::text AS id, " + about + " AS about, " + column.clear()
                        + "::text AS text FROM " + table + " AS stored WHERE " + column.clear() + " IS NOT NULL",
                Clear::of,
                rows -> {
                    write(column, rows, sealing);
                    done[0] += rows.size();
                    LOG.info("{}.{}: {} rows are sealed", table, column.name(), done[0]);
                });
        // an expression makes PostgreSQL write the table anew: the clear text goes with its old file
        hub.template()
                .execute("ALTER TABLE " + table + " DROP COLUMN " + column.clear() + ";" + " ALTER TABLE " + table
                        + " ALTER COLUMN " + column.name() + " TYPE bytea USING " + column.name() + " || ''::bytea"
                        + (always ? ", ALTER COLUMN " + column.name() + " SET NOT NULL" : ""));
    }

    private void write(Column column, List<Clear> rows, Sealing sealing) {
        Map<Long, DataKey> known = hub.keys()
                .of(rows.stream()
                        .flatMap(row -> row.about().stream())
                        .distinct()
                        .toList());
        hub.sql()
                .sql("UPDATE " + column.table() + " SET " + column.name() + " = given.sealed"
                        + " FROM unnest(?::tid[], ?::bytea[]) AS given (tid, sealed) WHERE " + column.table()
                        + ".ctid = given.tid")
                .params(Rows.of(rows)
                        .texts(Clear::tid)
                        .bytes(row -> sealing.seal(row, known))
                        .parameters())
                .update();
    }

    private interface Reading<T> {
        T read(ResultSet row) throws SQLException;
    }

    private <T> void portions(String query, Reading<T> reading, Consumer<List<T>> work) {
        List<T> portion = new ArrayList<>(PORTION);
        hub.everyRow(query, row -> {
            portion.add(reading.read(row));
            if (portion.size() == PORTION) {
                work.accept(List.copyOf(portion));
                portion.clear();
            }
        });
        if (!portion.isEmpty()) {
            work.accept(List.copyOf(portion));
        }
    }
}
