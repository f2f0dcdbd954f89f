package org.unifiedhotline.masterrecords.modelchange;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.unifiedhotline.masterrecords.database.HubDatabase;
import org.unifiedhotline.masterrecords.keys.Place;
import org.unifiedhotline.masterrecords.keys.SealedTexts;
import org.unifiedhotline.masterrecords.modelchange.ModelJob.Event;
import org.unifiedhotline.masterrecords.modelchange.ModelJob.Event.What;
import org.unifiedhotline.masterrecords.modelchange.ModelJob.Kind;
import org.unifiedhotline.masterrecords.modelchange.ModelJob.Phase;
import org.unifiedhotline.masterrecords.modelchange.ModelJob.State;
import org.unifiedhotline.masterrecords.sourcerecords.Columns;

/** The tables {@code model_job} and {@code model_job_event}. Times of leases are the database's. */
final class JobTable {
    private static final String SERVICE = "service";

    private final HubDatabase hub;
    private final SealedTexts texts;

    JobTable(HubDatabase hub) {
        this.hub = hub;
        this.texts = new SealedTexts(hub);
    }

    /** A job to be done. */
    record Order(Kind kind, @Nullable String version, long seed, boolean decisions, String author, String reason) {}

    /** A job that an instance has taken. */
    record Taken(
            long id,
            Kind kind,
            @Nullable String version,
            long seed,
            boolean decisions,
            String author,
            String reason,
            Phase phase,
            long population) {}

    /** Puts an order down; within a transaction. */
    long insert(Order order, Instant now) {
        long id = texts.next("model_job", "job_id");
        hub.sql()
                .sql("""
                        INSERT INTO model_job (job_id, kind, version, seed, decisions, state, author, reason, asked_at)
                        VALUES (?, ?, ?, ?, ?, 'WAITING', ?, ?, ?)
                        """)
                .param(id)
                .param(order.kind().name())
                .param(order.version())
                .param(order.seed())
                .param(order.decisions())
                .param(order.author())
                .param(texts.seal(reasonOf(id), order.reason()))
                .param(Columns.parameter(now))
                .update();
        tell(id, What.ASKED, order.author(), order.reason(), now);
        return id;
    }

    void tell(long jobId, What what, String author, String reason, Instant now) {
        long id = texts.next("model_job_event", "event_id");
        hub.sql()
                .sql("INSERT INTO model_job_event (event_id, job_id, happened_at, event, author, reason)"
                        + " VALUES (?, ?, ?, ?, ?, ?)")
                .params(id, jobId, Columns.parameter(now), what.name(), author, texts.seal(told(id), reason))
                .update();
    }

    private static Place reasonOf(long job) {
        return Place.of("model_job.reason", job);
    }

    private static Place told(long event) {
        return Place.of("model_job_event.reason", event);
    }

    /** Takes the next job of these kinds that nobody is at; within a transaction. */
    Optional<Taken> take(Collection<Kind> kinds, UUID runner, Duration lease, Instant now) {
        Optional<Taken> taken = hub.sql()
                .sql("""
                        UPDATE model_job SET state = 'RUNNING', runner = :runner,
                                             lease_until = clock_timestamp() + make_interval(secs => :lease)
                         WHERE job_id = (SELECT job_id FROM model_job
                                          WHERE kind = ANY (:kinds)
                                            AND (state = 'WAITING'
                                                 OR (state = 'RUNNING' AND lease_until < clock_timestamp()))
                                          ORDER BY job_id LIMIT 1 FOR UPDATE SKIP LOCKED)
                        RETURNING *
                        """)
                .param("runner", runner)
                .param("lease", lease.toMillis() / 1000.0)
                .param("kinds", kinds.stream().map(Kind::name).toArray(String[]::new))
                .query((row, number) -> taken(row))
                .optional();
        taken.ifPresent(job -> {
            boolean begun = hub.sql()
                    .sql("SELECT EXISTS (SELECT 1 FROM model_job_event WHERE job_id = ? AND event = 'BEGUN')")
                    .param(job.id())
                    .query(Boolean.class)
                    .single();
            tell(job.id(), begun ? What.CONTINUED : What.BEGUN, SERVICE, "phase " + job.phase(), now);
        });
        return taken;
    }

    /**
     * Says that the runner is still at a job, and how far; the job's state, or empty if it is the runner's no more.
     *
     * @param lease none to give the job back
     */
    Optional<State> keep(long jobId, UUID runner, Duration lease, String step, long done, long total) {
        return hub.sql()
                .sql("""
                        UPDATE model_job SET lease_until = clock_timestamp() + make_interval(secs => ?),
                                             step = ?, done = ?, total = ?
                         WHERE job_id = ? AND runner = ? AND state IN ('RUNNING', 'PAUSED') RETURNING state
                        """)
                .params(lease.toMillis() / 1000.0, step, done, total, jobId, runner)
                .query((row, number) -> State.valueOf(row.getString("state")))
                .optional();
    }

    /** The activation is in another phase; whether the job is still the runner's. */
    boolean enter(long jobId, UUID runner, Phase phase, long population) {
        return hub.sql()
                        .sql("""
                                UPDATE model_job SET phase = ?, population = ?
                                 WHERE job_id = ? AND runner = ? AND state IN ('RUNNING', 'PAUSED')
                                """)
                        .params(phase.name(), population, jobId, runner)
                        .update()
                == 1;
    }

    /**
     * The job is over; whether it was still the runner's.
     *
     * @param version what training made; null to leave it
     */
    boolean end(
            long jobId,
            UUID runner,
            State state,
            @Nullable String version,
            @Nullable String problem,
            @Nullable String result,
            Instant now) {
        boolean ended = hub.sql()
                        .sql("""
                                UPDATE model_job SET state = ?, version = coalesce(?, version), problem = ?,
                                                     result = ?::jsonb, ended_at = ?, runner = NULL, lease_until = NULL
                                 WHERE job_id = ? AND runner = ? AND state IN ('RUNNING', 'PAUSED')
                                """)
                        .param(state.name())
                        .param(version)
                        .param(problem)
                        .param(result)
                        .param(Columns.parameter(now))
                        .param(jobId)
                        .param(runner)
                        .update()
                == 1;
        if (ended) {
            tell(jobId, What.valueOf(state.name()), SERVICE, problem == null ? "" : problem, now);
        }
        return ended;
    }

    /** Whether the job was paused and goes on: with whoever is at it, or with whoever takes it next. */
    boolean resume(long jobId) {
        return hub.sql().sql("""
                                UPDATE model_job
                                   SET state = CASE WHEN lease_until > clock_timestamp() THEN 'RUNNING' ELSE 'WAITING' END
                                 WHERE job_id = ? AND state = 'PAUSED'
                                """).param(jobId).update() == 1;
    }

    /** Whether the job was in one of these states, and now is in another. */
    boolean move(long jobId, Collection<State> from, State to, Instant now) {
        return hub.sql()
                        .sql("""
                                UPDATE model_job SET state = :to, ended_at = CASE WHEN :over THEN :now END
                                 WHERE job_id = :id AND state = ANY (:from)
                                """)
                        .param("to", to.name())
                        .param("over", to.isOver())
                        .param("now", Columns.parameter(now))
                        .param("id", jobId)
                        .param("from", from.stream().map(State::name).toArray(String[]::new))
                        .update()
                == 1;
    }

    /** The activation that is not over. */
    Optional<ModelJob> activation() {
        return jobs("WHERE kind = 'ACTIVATE' AND state IN ('WAITING', 'RUNNING', 'PAUSED')", 1).stream()
                .findFirst();
    }

    Optional<ModelJob> find(long jobId) {
        return jobs("WHERE job_id = " + jobId, 1).stream().findFirst();
    }

    /** The latest first. */
    List<ModelJob> latest(int most) {
        return jobs("", most);
    }

    private List<ModelJob> jobs(String where, int most) {
        return hub.sql()
                .sql("SELECT * FROM model_job " + where + " ORDER BY job_id DESC LIMIT ?")
                .param(most)
                .query((row, number) -> job(row))
                .list();
    }

    private List<Event> events(long jobId) {
        return hub.sql()
                .sql("SELECT * FROM model_job_event WHERE job_id = ? ORDER BY event_id")
                .param(jobId)
                .query((row, number) -> new Event(
                        Columns.instant(row, "happened_at"),
                        What.valueOf(row.getString("event")),
                        row.getString("author"),
                        texts.text(told(row.getLong("event_id")), row.getBytes("reason"))))
                .list();
    }

    private ModelJob job(ResultSet row) throws SQLException {
        return new ModelJob(
                row.getLong("job_id"),
                Kind.valueOf(row.getString("kind")),
                row.getString("version"),
                row.getLong("seed"),
                row.getBoolean("decisions"),
                State.valueOf(row.getString("state")),
                row.getString("author"),
                texts.text(reasonOf(row.getLong("job_id")), row.getBytes("reason")),
                Columns.instant(row, "asked_at"),
                Phase.valueOf(row.getString("phase")),
                row.getString("step"),
                row.getLong("done"),
                row.getLong("total"),
                Columns.instantOrNull(row, "ended_at"),
                row.getString("problem"),
                row.getString("result"),
                events(row.getLong("job_id")));
    }

    private Taken taken(ResultSet row) throws SQLException {
        return new Taken(
                row.getLong("job_id"),
                Kind.valueOf(row.getString("kind")),
                row.getString("version"),
                row.getLong("seed"),
                row.getBoolean("decisions"),
                row.getString("author"),
                texts.text(reasonOf(row.getLong("job_id")), row.getBytes("reason")),
                Phase.valueOf(row.getString("phase")),
                row.getLong("population"));
    }
}
