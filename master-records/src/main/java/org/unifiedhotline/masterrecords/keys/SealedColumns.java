package org.unifiedhotline.masterrecords.keys;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.unifiedhotline.masterrecords.database.HubDatabase;
import org.unifiedhotline.masterrecords.keys.SealedTexts.Sealed;

/**
 * A column of which texts may have a key of their own.
 *
 * @param id the statement's words for what tells the row's place
 */
record SealedColumns(String table, String name, String id) {
    /** All of them; what is sealed by records' keys besides is left alone. */
    static final List<SealedColumns> OF_THEIR_OWN = List.of(
            new SealedColumns("decision", "reason", "decision_id"),
            new SealedColumns("review_note", "words", "note_id"),
            new SealedColumns("review_evidence", "shown", "task_id || '/' || task_version"),
            new SealedColumns("saved_search", "name", "saved_search_id"),
            new SealedColumns("saved_search", "parameters", "saved_search_id"),
            new SealedColumns("export_job", "purpose", "export_id"),
            new SealedColumns("model_version", "reason", "version"),
            new SealedColumns("model_job", "reason", "job_id"),
            new SealedColumns("model_job_event", "reason", "event_id"),
            new SealedColumns("model_activation", "reason", "activation_id"),
            new SealedColumns("clerical_sample", "reason", "sample_id"));

    /** A text of it, and where it is written. */
    record At(String tid, Sealed sealed) {}

    /** Every text, locked until the transaction ends. */
    List<At> every(HubDatabase hub) {
        return hub.sql()
                .sql("SELECT ctid::text AS tid, (" + id + ")::text AS id, " + name + " AS sealed FROM " + table
                        + " FOR UPDATE")
                .query((row, number) -> at(hub, row))
                .list();
    }

    private At at(HubDatabase hub, ResultSet row) throws SQLException {
        return new At(row.getString("tid"), new Sealed(place(hub, row.getString("id")), row.getBytes("sealed")));
    }

    /** The place that a row's id tells, as whoever sealed it told it. */
    Place place(HubDatabase hub, String row) {
        return switch (table) {
            case "model_version" ->
                Place.of(table + "." + name, hub.keys().hashes().of(row));
            case "export_job" -> {
                UUID uuid = UUID.fromString(row);
                yield Place.of(table + "." + name, uuid.getMostSignificantBits(), uuid.getLeastSignificantBits());
            }
            default ->
                new Place(
                        table + "." + name,
                        Arrays.stream(row.split("/", -1)).map(Long::valueOf).toList());
        };
    }

    void update(HubDatabase hub, At at, byte[] sealed) {
        hub.sql()
                .sql("UPDATE " + table + " SET " + name + " = ? WHERE ctid = ?::tid")
                .params(sealed, at.tid())
                .update();
    }
}
