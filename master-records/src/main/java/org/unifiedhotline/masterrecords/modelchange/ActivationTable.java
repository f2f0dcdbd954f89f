package org.unifiedhotline.masterrecords.modelchange;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.unifiedhotline.masterrecords.database.HubDatabase;
import org.unifiedhotline.masterrecords.keys.Place;
import org.unifiedhotline.masterrecords.keys.SealedTexts;
import org.unifiedhotline.masterrecords.sourcerecords.Columns;

/** The table {@code model_activation}, and which model is in force. */
final class ActivationTable {
    private final HubDatabase hub;
    private final SealedTexts texts;

    ActivationTable(HubDatabase hub) {
        this.hub = hub;
        this.texts = new SealedTexts(hub);
    }

    /** Who puts what in force, how, and why. */
    record Order(Activation.Kind kind, String version, String author, String reason) {}

    /** @param effectiveAt null if a job must be done first */
    void insert(
            Order order, @Nullable String former, @Nullable Long jobId, Instant now, @Nullable Instant effectiveAt) {
        long id = texts.next("model_activation", "activation_id");
        hub.sql()
                .sql("""
                        INSERT INTO model_activation (activation_id, kind, version, former, author, reason, asked_at, job_id,
                                                      effective_at, completed_at)
                        VALUES (:id, :kind, :version, :former, :author, :reason, :now, :job, :effective, :effective)
                        """)
                .param("id", id)
                .param("kind", order.kind().name())
                .param("version", order.version())
                .param("former", former)
                .param("author", order.author())
                .param("reason", texts.seal(reasonOf(id), order.reason()))
                .param("now", Columns.parameter(now))
                .param("job", jobId)
                .param("effective", Columns.parameterOrNull(effectiveAt))
                .update();
    }

    void effective(long jobId, Instant now) {
        hub.sql()
                .sql("UPDATE model_activation SET effective_at = ? WHERE job_id = ?")
                .params(Columns.parameter(now), jobId)
                .update();
    }

    void completed(long jobId, Instant now) {
        hub.sql()
                .sql("UPDATE model_activation SET completed_at = ? WHERE job_id = ?")
                .params(Columns.parameter(now), jobId)
                .update();
    }

    /** All, the latest first. */
    List<Activation> all() {
        return hub.sql()
                .sql("SELECT * FROM model_activation ORDER BY activation_id DESC")
                .query((row, number) -> activation(row))
                .list();
    }

    /** The version that was in force before the present one. */
    Optional<String> former() {
        return hub.sql().sql("""
                        SELECT former FROM model_activation
                         WHERE effective_at IS NOT NULL ORDER BY effective_at DESC, activation_id DESC LIMIT 1
                        """).query((row, number) -> Optional.ofNullable(row.getString("former"))).list().stream()
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Place reasonOf(long id) {
        return Place.of("model_activation.reason", id);
    }

    private Activation activation(ResultSet row) throws SQLException {
        long id = row.getLong("activation_id");
        return new Activation(
                id,
                Activation.Kind.valueOf(row.getString("kind")),
                row.getString("version"),
                row.getString("former"),
                row.getString("author"),
                texts.text(reasonOf(id), row.getBytes("reason")),
                Columns.instant(row, "asked_at"),
                row.getObject("job_id", Long.class),
                Columns.instantOrNull(row, "effective_at"),
                Columns.instantOrNull(row, "completed_at"));
    }
}
