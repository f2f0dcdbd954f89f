package org.unifiedhotline.masterrecords.stewardship;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.unifiedhotline.masterrecords.assignment.Sensitivity;
import org.unifiedhotline.masterrecords.assignment.TaskScope;
import org.unifiedhotline.masterrecords.database.HubDatabase;
import org.unifiedhotline.masterrecords.keys.Place;
import org.unifiedhotline.masterrecords.keys.SealedTexts;
import org.unifiedhotline.masterrecords.keys.SealedTexts.Sealed;
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
    private final SealedTexts texts;

    TaskTable(HubDatabase hub) {
        this.hub = hub;
        this.texts = new SealedTexts(hub);
    }

    /** Where a page of tasks begins: behind this one. */
    record After(int rank, int priority, long taskId) {}

    /** A task, and how near it is to whoever asked. */
    record Ranked(ReviewTask task, int rank) {}

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

    /** What this person may see, in this state and of these filters. */
    private static final String WANTED = STATE + """
             = :state AND (:kind::text IS NULL OR kind = :kind)
             AND (:centre::text IS NULL OR :centre = ANY (centres))
             AND (:assigned::text IS NULL OR assigned_to = :assigned)
             AND sensitivity <@ :clearance::text[]
             AND (:restricted OR NOT EXISTS (SELECT FROM restricted_record WHERE record_id IN (record_a, record_b)))
            """;

    /** 0: given to this person; 1: theirs to take; 2: another's, or rather for others. */
    private static final String RANK = """
            CASE WHEN assigned_to = :person THEN 0
                 WHEN assigned_to IS NULL
                      AND (claimed_by IS NULL OR lease_until <= :now OR claimed_by = :account)
                      AND (:centres::text[] = '{}' OR centres = '{}' OR centres && :centres::text[])
                      AND (:expertise::text[] = '{}' OR kind = ANY (:expertise::text[])) THEN 1
                 ELSE 2 END
            """;

    /** What this steward can take first, then the most urgent first. */
    List<Ranked> page(TaskFilter filter, @Nullable After after, int limit, Instant now) {
        return wanted(
                        "WITH wanted AS (SELECT *, " + STATE + " AS state_now, " + RANK
                                + " AS rank FROM review_task WHERE "
                                + WANTED + """
                                )
                                SELECT * FROM wanted
                                 WHERE :rank::integer IS NULL
                                    OR (rank, -priority, task_id) > (:rank, -:priority::integer, :task::bigint)
                                 ORDER BY rank, priority DESC, task_id LIMIT :limit
                                """,
                        filter,
                        now)
                .param("account", filter.account())
                .param("person", filter.steward().account())
                .param("centres", filter.steward().centres().toArray(String[]::new))
                .param("expertise", names(filter.steward().expertise()))
                .param("rank", after == null ? null : after.rank())
                .param("priority", after == null ? null : after.priority())
                .param("task", after == null ? null : after.taskId())
                .param("limit", limit)
                .query((row, number) -> new Ranked(read(row), row.getInt("rank")))
                .list();
    }

    long count(TaskFilter filter, Instant now) {
        return wanted("SELECT count(*) FROM review_task WHERE " + WANTED, filter, now)
                .query(Long.class)
                .single();
    }

    /** How many there are of each kind, whatever kind is wanted. */
    Map<TaskKind, Long> counts(TaskFilter filter, Instant now) {
        Map<TaskKind, Long> counts = new EnumMap<>(TaskKind.class);
        wanted(
                        "SELECT kind, count(*) AS tasks FROM review_task WHERE " + WANTED + " GROUP BY kind",
                        filter.ofEveryKind(),
                        now)
                .query(row -> {
                    counts.put(TaskKind.valueOf(row.getString("kind")), row.getLong("tasks"));
                });
        return counts;
    }

    /** Tasks that this person could answer now as well, those first whose weight is nearest to this one's. */
    List<ReviewTask> near(ReviewTask task, TaskFilter filter, int limit, Instant now) {
        return wanted("SELECT *, " + STATE + " AS state_now FROM review_task WHERE " + WANTED + """
                                 AND task_id <> :task
                                 AND (assigned_to IS NULL OR assigned_to = :person)
                                 AND (claimed_by IS NULL OR lease_until <= :now OR claimed_by = :account)
                                 ORDER BY abs(bits - :bits), task_id LIMIT :limit
                                """, filter, now)
                .param("task", task.id())
                .param("bits", task.bits())
                .param("account", filter.account())
                .param("person", filter.steward().account())
                .param("limit", limit)
                .query((row, number) -> read(row))
                .list();
    }

    /** Whether one of two records is of somebody whose processing is restricted. */
    boolean isAboutRestricted(RecordPair pair) {
        return hub.sql()
                .sql("SELECT EXISTS (SELECT FROM restricted_record WHERE record_id IN (?, ?))")
                .params(pair.a(), pair.b())
                .query(Boolean.class)
                .single();
    }

    private StatementSpec wanted(String sql, TaskFilter filter, Instant now) {
        return hub.sql()
                .sql(sql)
                .param("now", Columns.parameter(now))
                .param("state", filter.state().name())
                .param("kind", filter.kind() == null ? null : filter.kind().name())
                .param("centre", filter.centre())
                .param("assigned", filter.assignedTo())
                .param("clearance", names(filter.steward().clearance()))
                .param("restricted", filter.restricted());
    }

    private static String[] names(Collection<? extends Enum<?>> words) {
        return words.stream().map(Enum::name).toArray(String[]::new);
    }

    /** Gives a task to a person, or to nobody; whoever else works on it does so no longer. */
    void assign(long id, @Nullable String person) {
        hub.sql()
                .sql("UPDATE review_task SET assigned_to = ?, claimed_by = NULL, lease_until = NULL WHERE task_id = ?")
                .params(Arrays.asList(person, id))
                .update();
    }

    /** How many tasks each account has in hand, given or claimed. */
    Map<String, Long> inHand(Instant now) {
        Map<String, Long> inHand = new HashMap<>();
        hub.sql().sql("""
                        SELECT coalesce(assigned_to, claimed_by) AS holder, count(*) AS tasks FROM review_task
                         WHERE state = 'OPEN' AND (assigned_to IS NOT NULL OR lease_until > ?)
                         GROUP BY 1
                        """).param(Columns.parameter(now)).query(row -> {
            inHand.put(row.getString("holder"), row.getLong("tasks"));
        });
        return inHand;
    }

    void lease(long id, String holder, Instant until) {
        hub.sql()
                .sql("UPDATE review_task SET claimed_by = ?, lease_until = ? WHERE task_id = ?")
                .params(holder, Columns.parameter(until), id)
                .update();
    }

    /** Back into the queue for everybody, or out of it for a while and for whom it was given to. */
    void release(long id, TaskState state, @Nullable Instant deferredUntil, Instant now) {
        hub.sql()
                .sql("""
                        UPDATE review_task
                           SET state = :state, deferred_until = :until, claimed_by = NULL, lease_until = NULL,
                               assigned_to = CASE WHEN :state = 'DEFERRED' THEN assigned_to END,
                               version = version + 1, changed_at = :now
                         WHERE task_id = :id
                        """)
                .param("state", state.name())
                .param("until", Columns.parameterOrNull(deferredUntil))
                .param("now", Columns.parameter(now))
                .param("id", id)
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
        long note = texts.next("review_note", "note_id");
        List<Long> about = hub.sql()
                .sql("SELECT unnest(ARRAY[record_a, record_b]) FROM review_task WHERE task_id = ?")
                .param(id)
                .query(Long.class)
                .list();
        hub.sql()
                .sql(
                        "INSERT INTO review_note (note_id, task_id, author, noted_at, act, words) VALUES (?, ?, ?, ?, ?, ?)")
                .params(note, id, author, Columns.parameter(now), act, texts.seal(noted(note), words, about))
                .update();
    }

    List<TaskNote> notes(long id) {
        List<Unread> unread = hub.sql()
                .sql("SELECT note_id, author, noted_at, act, words FROM review_note WHERE task_id = ? ORDER BY note_id")
                .param(id)
                .query((row, number) -> new Unread(
                        new TaskNote(
                                row.getString("author"), Columns.instant(row, "noted_at"), row.getString("act"), ""),
                        new Sealed(noted(row.getLong("note_id")), row.getBytes("words"))))
                .list();
        List<Optional<String>> words =
                texts.open(unread.stream().map(Unread::words).toList());
        List<TaskNote> notes = new ArrayList<>(unread.size());
        for (int at = 0; at < unread.size(); at++) {
            TaskNote note = unread.get(at).note();
            notes.add(new TaskNote(
                    note.author(), note.at(), note.act(), words.get(at).orElse("")));
        }
        return notes;
    }

    /** A note whose words are not opened yet. */
    private record Unread(TaskNote note, Sealed words) {}

    static Place noted(long note) {
        return Place.of("review_note.words", note);
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
                row.getObject("decision_id", Long.class),
                scope(row),
                row.getString("assigned_to"));
    }

    private static TaskScope scope(ResultSet row) throws SQLException {
        return new TaskScope(
                TaskKind.valueOf(row.getString("kind")),
                Set.of((String[]) row.getArray("centres").getArray()),
                Arrays.stream((String[]) row.getArray("sensitivity").getArray())
                        .map(Sensitivity::valueOf)
                        .collect(Collectors.toSet()));
    }
}
