package org.unifiedhotline.masterrecords.stewardship;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.unifiedhotline.masterrecords.database.HubDatabase;
import org.unifiedhotline.masterrecords.resolution.RecordPair;
import org.unifiedhotline.masterrecords.reviewtasks.ClosedBecause;
import org.unifiedhotline.masterrecords.reviewtasks.TaskKind;
import org.unifiedhotline.masterrecords.reviewtasks.TaskState;
import org.unifiedhotline.masterrecords.sourcerecords.Columns;
import org.unifiedhotline.masterrecords.stewardship.ReviewTask.Lease;

/** The table {@code review_task} as stewards read and write it, and {@code review_note} beside it. */
final class TaskTable {
    /** What was put off until a time that has come is open again. */
    private static final String STATE =
            "CASE WHEN state = 'DEFERRED' AND deferred_until <= :now THEN 'OPEN' ELSE state END";

    private final HubDatabase hub;

    TaskTable(HubDatabase hub) {
        this.hub = hub;
    }

    /** Where a page of tasks begins: behind this one. */
    record After(int priority, long taskId) {}

    Optional<ReviewTask> find(long id, Instant now) {
        return find(id, now, "");
    }

    /** The same, and nobody else changes it until the transaction ends. */
    Optional<ReviewTask> lock(long id, Instant now) {
        return find(id, now, " FOR UPDATE");
    }

    private Optional<ReviewTask> find(long id, Instant now, String locking) {
        return hub.sql()
                .sql("SELECT *, " + STATE + " AS state_now FROM review_task WHERE task_id = :id" + locking)
                .param("id", id)
                .param("now", Columns.parameter(now))
                .query((row, number) -> read(row))
                .optional();
    }

    /** The most urgent first. */
    List<ReviewTask> page(TaskState state, @Nullable TaskKind kind, @Nullable After after, int limit, Instant now) {
        return hub.sql()
                .sql("SELECT *, " + STATE + " AS state_now FROM review_task WHERE " + STATE + """
                         = :state AND (:kind::text IS NULL OR kind = :kind)
                          AND (:priority::integer IS NULL OR priority < :priority
                               OR (priority = :priority AND task_id > :task::bigint))
                        ORDER BY priority DESC, task_id LIMIT :limit
                        """)
                .param("now", Columns.parameter(now))
                .param("state", state.name())
                .param("kind", kind == null ? null : kind.name())
                .param("priority", after == null ? null : after.priority())
                .param("task", after == null ? null : after.taskId())
                .param("limit", limit)
                .query((row, number) -> read(row))
                .list();
    }

    long count(TaskState state, @Nullable TaskKind kind, Instant now) {
        return hub.sql()
                .sql("SELECT count(*) FROM review_task WHERE " + STATE
                        + " = :state AND (:kind::text IS NULL OR kind = :kind)")
                .param("now", Columns.parameter(now))
                .param("state", state.name())
                .param("kind", kind == null ? null : kind.name())
                .query(Long.class)
                .single();
    }

    void lease(long id, String holder, Instant until) {
        hub.sql()
                .sql("UPDATE review_task SET claimed_by = ?, lease_until = ? WHERE task_id = ?")
                .params(holder, Columns.parameter(until), id)
                .update();
    }

    /** Back into the queue, or out of it for a while. */
    void release(long id, TaskState state, @Nullable Instant deferredUntil, Instant now) {
        hub.sql()
                .sql("""
                        UPDATE review_task
                           SET state = ?, deferred_until = ?, claimed_by = NULL, lease_until = NULL,
                               version = version + 1, changed_at = ?
                         WHERE task_id = ?
                        """)
                .params(Arrays.asList(state.name(), Columns.parameterOrNull(deferredUntil), Columns.parameter(now), id))
                .update();
    }

    /** The decision answers the task, or does so again. */
    void answer(long id, TaskState state, long decisionId, Instant now) {
        hub.sql()
                .sql("""
                        UPDATE review_task
                           SET state = ?, decision_id = ?, claimed_by = NULL, lease_until = NULL, deferred_until = NULL,
                               closed_because = NULL, version = version + 1, changed_at = ?
                         WHERE task_id = ?
                        """)
                .params(state.name(), decisionId, Columns.parameter(now), id)
                .update();
    }

    /** The decision does not answer its task any more; resolution asks again if the question is still there. */
    void unanswer(long decisionId, Instant now) {
        hub.sql().sql("""
                        UPDATE review_task
                           SET state = 'CLOSED', closed_because = 'NO_LONGER_LIKELY', decision_id = NULL,
                               version = version + 1, changed_at = ?
                         WHERE decision_id = ?
                        """).params(Columns.parameter(now), decisionId).update();
    }

    void note(long id, String author, String act, String words, Instant now) {
        hub.sql()
                .sql("INSERT INTO review_note (task_id, author, noted_at, act, words) VALUES (?, ?, ?, ?, ?)")
                .params(id, author, Columns.parameter(now), act, words)
                .update();
    }

    List<TaskNote> notes(long id) {
        return hub.sql()
                .sql("SELECT author, noted_at, act, words FROM review_note WHERE task_id = ? ORDER BY note_id")
                .param(id)
                .query((row, number) -> new TaskNote(
                        row.getString("author"),
                        Columns.instant(row, "noted_at"),
                        row.getString("act"),
                        row.getString("words")))
                .list();
    }

    private static ReviewTask read(ResultSet row) throws SQLException {
        String holder = row.getString("claimed_by");
        String because = row.getString("closed_because");
        return new ReviewTask(
                row.getLong("task_id"),
                row.getLong("version"),
                TaskKind.valueOf(row.getString("kind")),
                TaskState.valueOf(row.getString("state_now")),
                new RecordPair(row.getLong("record_a"), row.getLong("record_b")),
                row.getDouble("bits"),
                row.getInt("priority"),
                Columns.instant(row, "opened_at"),
                Columns.instant(row, "changed_at"),
                holder == null ? null : new Lease(holder, Columns.instant(row, "lease_until")),
                Columns.instantOrNull(row, "deferred_until"),
                because == null ? null : ClosedBecause.valueOf(because),
                row.getObject("decision_id", Long.class));
    }
}
