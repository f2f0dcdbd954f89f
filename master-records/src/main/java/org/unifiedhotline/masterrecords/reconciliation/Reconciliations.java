package org.unifiedhotline.masterrecords.reconciliation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.unifiedhotline.masterrecords.database.HubDatabase;
import org.unifiedhotline.masterrecords.database.Rows;
import org.unifiedhotline.masterrecords.reconciliation.Reconciliation.AskedBy;
import org.unifiedhotline.masterrecords.reconciliation.Reconciliation.Figures;
import org.unifiedhotline.masterrecords.reconciliation.Reconciliation.State;
import org.unifiedhotline.masterrecords.sourcerecords.Columns;

/** The tables {@code reconciliation} and {@code reconciliation_difference}: comparisons of sources, hub and index. */
public final class Reconciliations {
    /** So many differences of a comparison are kept by name; all are counted. */
    public static final int KEPT = 1_000;

    private static final int KEPT_RUNS = 400;
    private static final Duration LONGEST_SILENCE = Duration.ofMinutes(10);

    private final HubDatabase hub;

    public Reconciliations(HubDatabase hub) {
        this.hub = hub;
    }

    /** A comparison begins. Those of long ago are forgotten, and those of whoever is gone are put down as broken off. */
    public long begin(AskedBy askedBy, boolean repairs) {
        return hub.write(() -> {
            hub.sql().sql("""
                            UPDATE reconciliation
                               SET state = 'BROKEN_OFF', ended_at = touched_at, reason = 'it ended without a word'
                             WHERE state = 'RUNNING'
                            """).update();
            hub.sql().sql("""
                            DELETE FROM reconciliation
                             WHERE reconciliation_id <= (SELECT max(reconciliation_id) FROM reconciliation) - ?
                            """).param(KEPT_RUNS).update();
            return hub.sql()
                    .sql("INSERT INTO reconciliation (asked_by, repairs, state) VALUES (?, ?, 'RUNNING')"
                            + " RETURNING reconciliation_id")
                    .params(askedBy.name(), repairs)
                    .query(Long.class)
                    .single();
        });
    }

    /** How far it is. */
    public void at(long id, Figures figures) {
        write(id, State.RUNNING, null, figures);
    }

    /** It has ended, having found these. */
    public void done(long id, Figures figures, List<Difference> differences) {
        hub.write(() -> {
            write(id, State.DONE, null, figures);
            keep(id, differences);
        });
    }

    /** It could not go on. */
    public void brokeOff(long id, Figures figures, List<Difference> differences, String reason) {
        hub.write(() -> {
            write(id, State.BROKEN_OFF, reason, figures);
            keep(id, differences);
        });
    }

    private void write(long id, State state, @Nullable String reason, Figures figures) {
        hub.sql()
                .sql("""
                        UPDATE reconciliation
                           SET state = ?, reason = ?, touched_at = clock_timestamp(),
                               ended_at = CASE WHEN ? = 'RUNNING' THEN NULL ELSE clock_timestamp() END,
                               rows_compared = ?, people_compared = ?, documents_compared = ?, differences = ?,
                               mended = ?, dead_letters = ?, on_their_way = ?
                         WHERE reconciliation_id = ?
                        """)
                .params(state.name(), reason, state.name())
                .params(figures.rows(), figures.people(), figures.documents(), figures.differences())
                .params(figures.mended(), figures.deadLetters(), figures.onTheirWay(), id)
                .update();
    }

    private void keep(long id, List<Difference> differences) {
        List<Difference> kept = differences.subList(0, Math.min(KEPT, differences.size()));
        if (!kept.isEmpty()) {
            hub.sql()
                    .sql("""
                            INSERT INTO reconciliation_difference
                                   (reconciliation_id, kind, subject, detail, mended, number)
                            SELECT ?, given.*
                              FROM unnest(?::text[], ?::text[], ?::text[], ?::boolean[]) WITH ORDINALITY AS given
                            """)
                    .param(id)
                    .params(Rows.of(kept)
                            .texts(Difference::kind)
                            .texts(Difference::subject)
                            .texts(Difference::detail)
                            .booleans(Difference::mended)
                            .parameters())
                    .update();
        }
    }

    /** The comparison that began last. */
    public Optional<Reconciliation> last() {
        return one("ORDER BY reconciliation_id DESC LIMIT 1");
    }

    /** The comparison that was finished last. */
    public Optional<Reconciliation> lastDone() {
        return one("WHERE state = 'DONE' ORDER BY reconciliation_id DESC LIMIT 1");
    }

    /** The comparison that the schedule asked for last. */
    public Optional<Reconciliation> lastScheduled() {
        return one("WHERE asked_by = 'SCHEDULE' ORDER BY reconciliation_id DESC LIMIT 1");
    }

    private Optional<Reconciliation> one(String which) {
        return hub.sql()
                .sql(
                        "SELECT *, touched_at < clock_timestamp() - make_interval(secs => ?) AS silent FROM reconciliation "
                                + which)
                .param(LONGEST_SILENCE.toSeconds())
                .query((row, number) -> read(row))
                .optional();
    }

    /** The differences that are kept of a comparison, in the order in which they were found, after skipping some. */
    public List<Difference> differences(long id, int offset, int limit) {
        return hub.sql()
                .sql(
                        "SELECT * FROM reconciliation_difference WHERE reconciliation_id = ? ORDER BY number OFFSET ? LIMIT ?")
                .params(id, offset, limit)
                .query((row, number) -> new Difference(
                        Difference.Kind.valueOf(row.getString("kind")),
                        row.getString("subject"),
                        row.getString("detail"),
                        row.getBoolean("mended")))
                .list();
    }

    private static Reconciliation read(ResultSet row) throws SQLException {
        State state = State.valueOf(row.getString("state"));
        return new Reconciliation(
                row.getLong("reconciliation_id"),
                AskedBy.valueOf(row.getString("asked_by")),
                row.getBoolean("repairs"),
                state == State.RUNNING && row.getBoolean("silent") ? State.BROKEN_OFF : state,
                row.getString("reason"),
                Columns.instant(row, "began_at"),
                Columns.instantOrNull(row, "ended_at"),
                new Figures(
                        row.getLong("rows_compared"),
                        row.getLong("people_compared"),
                        row.getLong("documents_compared"),
                        row.getLong("differences"),
                        row.getLong("mended"),
                        row.getLong("dead_letters"),
                        row.getLong("on_their_way")));
    }
}
