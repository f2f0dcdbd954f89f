package org.unifiedhotline.masterrecords.reviewtasks;

import java.sql.ResultSet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.unifiedhotline.masterrecords.database.HubDatabase;
import org.unifiedhotline.masterrecords.database.Rows;
import org.unifiedhotline.masterrecords.sourcerecords.Columns;

/** The table {@code review_task} as resolution writes it, and what it reads to know what to ask. */
final class TaskUpkeepTable {
    private static final int CHUNK = 20_000;
    /** Of several words on one pair the latest counts: one that was overruled holds nobody apart. */
    private static final String DIFFERENT = """
            said.withdrawn_at IS NULL AND said.verdict = 'DIFFERENT_PEOPLE'
            AND NOT EXISTS (SELECT FROM assertion later
                             WHERE later.record_a = said.record_a AND later.record_b = said.record_b
                               AND later.withdrawn_at IS NULL AND later.verdict = 'SAME_PERSON'
                               AND later.assertion_id > said.assertion_id)
            """;

    private final HubDatabase hub;

    TaskUpkeepTable(HubDatabase hub) {
        this.hub = hub;
    }

    /** The edges of these records that are too weak to link, and strong enough to ask about. */
    List<Question> possibleLinks(Collection<Long> recordIds, double linkBits) {
        return hub.sql()
                .sql("""
                        SELECT record_a, record_b, bits FROM edge WHERE record_a = ANY (:ids) AND bits < :link AND bits >= :least
                        UNION ALL
                        SELECT record_a, record_b, bits FROM edge
                         WHERE record_b = ANY (:ids) AND bits < :link AND bits >= :least AND record_a <> ALL (:ids)
                        """)
                .param("ids", recordIds.toArray(Long[]::new))
                .param("link", linkBits)
                .param("least", Question.LEAST_ASKED)
                .query((row, number) -> new Question(
                        row.getLong("record_a"),
                        row.getLong("record_b"),
                        TaskKind.POSSIBLE_LINK,
                        row.getDouble("bits")))
                .list();
    }

    List<StoredTask> about(Collection<Long> recordIds) {
        return tasks(hub.sql().sql("""
                        SELECT * FROM review_task WHERE record_a = ANY (:ids) AND state <> 'CLOSED'
                        UNION ALL
                        SELECT * FROM review_task
                         WHERE record_b = ANY (:ids) AND state <> 'CLOSED' AND record_a <> ALL (:ids)
                        """).param("ids", recordIds.toArray(Long[]::new)));
    }

    List<StoredTask> all() {
        return tasks(hub.sql().sql("SELECT * FROM review_task WHERE state <> 'CLOSED'"));
    }

    private static List<StoredTask> tasks(StatementSpec statement) {
        return statement
                .query((row, number) -> new StoredTask(
                        row.getLong("task_id"),
                        row.getLong("record_a"),
                        row.getLong("record_b"),
                        TaskKind.valueOf(row.getString("kind")),
                        row.getDouble("bits"),
                        TaskState.valueOf(row.getString("state")),
                        row.getLong("asked_of"),
                        Set.of((String[]) row.getArray("sensitivity").getArray())))
                .list();
    }

    /** Whose these records are. Numbers of records are hashes: exclusive or of all of them tells one set from another. */
    Map<Long, Owner> owners(Collection<Long> recordIds) {
        Map<Long, Owner> owners = HashMap.newHashMap(recordIds.size());
        hub.sql().sql("""
                        WITH own AS MATERIALIZED (SELECT record_id, master_id, source_table FROM link WHERE record_id = ANY (?))
                        SELECT own.record_id, own.master_id, own.source_table, person.members, person.sensitivity
                          FROM own
                          JOIN (SELECT master_id, bit_xor(record_id) AS members,
                                       array_remove(array_agg(DISTINCT sensitivity_of(source_table)), NULL) AS sensitivity
                                  FROM link WHERE master_id IN (SELECT master_id FROM own)
                                 GROUP BY master_id) person USING (master_id)
                        """).param(recordIds.toArray(Long[]::new)).query(row -> {
            String table = row.getString("source_table");
            boolean subject = table.equals("tre_em") || table.equals("victim");
            owners.put(
                    row.getLong("record_id"),
                    new Owner(Columns.masterId(row, "master_id"), subject, row.getLong("members"), Set.of((String[])
                            row.getArray("sensitivity").getArray())));
        });
        return owners;
    }

    /** Between whom of the people of these records, and others, stands "different people". */
    Set<Between> saidApart(Collection<Long> recordIds) {
        return apart(hub.sql().sql("""
                        WITH concerned AS (SELECT DISTINCT master_id FROM link WHERE record_id = ANY (?))
                        SELECT own.master_id AS one, other.master_id AS other
                          FROM concerned
                          JOIN link own USING (master_id)
                          JOIN assertion said ON said.record_a = own.record_id
                          JOIN link other ON other.record_id = said.record_b
                         WHERE DIFFERENT
                        UNION
                        SELECT own.master_id, other.master_id
                          FROM concerned
                          JOIN link own USING (master_id)
                          JOIN assertion said ON said.record_b = own.record_id
                          JOIN link other ON other.record_id = said.record_a
                         WHERE DIFFERENT
                        """.replace("DIFFERENT", DIFFERENT)).param(recordIds.toArray(Long[]::new)));
    }

    Set<Between> saidApart() {
        return apart(hub.sql().sql("""
                        SELECT one.master_id AS one, other.master_id AS other
                          FROM assertion said
                          JOIN link one ON one.record_id = record_a
                          JOIN link other ON other.record_id = record_b
                         WHERE DIFFERENT
                        """.replace("DIFFERENT", DIFFERENT)));
    }

    private static Set<Between> apart(StatementSpec statement) {
        return new HashSet<>(statement
                .query((ResultSet row, int number) -> Between.of(
                        new Owner(Columns.masterId(row, "one"), false, 0, Set.of()),
                        new Owner(Columns.masterId(row, "other"), false, 0, Set.of()),
                        TaskKind.POSSIBLE_LINK))
                .list());
    }

    /** A question that was asked before is the same task again, with a new version. */
    void open(TaskPlan plan, Instant now) {
        List<Question> all = List.copyOf(plan.opened());
        for (int from = 0; from < all.size(); from += CHUNK) {
            openChunk(all.subList(from, Math.min(from + CHUNK, all.size())), plan, now);
        }
    }

    private void openChunk(List<Question> questions, TaskPlan plan, Instant now) {
        hub.sql()
                .sql("""
                        INSERT INTO review_task AS task
                               (record_a, record_b, kind, bits, version, state, priority, opened_at, changed_at, asked_of,
                                sensitivity)
                        SELECT record_a, record_b, kind, bits::float8, 1, 'OPEN', priority, :now, :now, asked_of,
                               sensitivity::text[]
                          FROM unnest(:a::bigint[], :b::bigint[], :kinds::text[], :bits::text[], :priorities::integer[],
                                      :asked::bigint[], :sensitivity::text[])
                            AS given (record_a, record_b, kind, bits, priority, asked_of, sensitivity)
                        ON CONFLICT (record_a, record_b) DO UPDATE
                           SET kind = excluded.kind, bits = excluded.bits, version = task.version + 1, state = 'OPEN',
                               priority = excluded.priority, opened_at = excluded.opened_at,
                               changed_at = excluded.changed_at, asked_of = excluded.asked_of, sensitivity = excluded.sensitivity, claimed_by = NULL, lease_until = NULL,
                               deferred_until = NULL, closed_because = NULL, decision_id = NULL
                        """)
                .param("now", Columns.parameter(now))
                .param("a", questions.stream().map(Question::recordA).toArray(Long[]::new))
                .param("b", questions.stream().map(Question::recordB).toArray(Long[]::new))
                .param(
                        "kinds",
                        questions.stream()
                                .map(question -> question.kind().name())
                                .toArray(String[]::new))
                .param(
                        "bits",
                        questions.stream()
                                .map(question -> Double.toString(question.bits()))
                                .toArray(String[]::new))
                .param("priorities", questions.stream().map(plan::priority).toArray(Integer[]::new))
                .param("asked", questions.stream().map(plan::askedOf).toArray(Long[]::new))
                .param(
                        "sensitivity",
                        questions.stream()
                                .map(question -> TaskScopeTable.array(plan.sensitivity(question)))
                                .toArray(String[]::new))
                .update();
    }

    /** What it was asked of changed: whoever answers an older version is told so; what was put off comes back. */
    void renew(TaskPlan plan, Instant now) {
        Map<StoredTask, Question> renewed = plan.renewed();
        if (renewed.isEmpty()) {
            return;
        }
        hub.sql()
                .sql("""
                        UPDATE review_task task
                           SET version = task.version + 1, kind = given.kind, bits = given.bits::float8,
                               priority = given.priority, state = 'OPEN', deferred_until = NULL, changed_at = ?,
                               asked_of = given.asked_of
                          FROM unnest(?::bigint[], ?::text[], ?::text[], ?::integer[], ?::bigint[])
                            AS given (task_id, kind, bits, priority, asked_of)
                         WHERE task.task_id = given.task_id
                        """)
                .param(Columns.parameter(now))
                .params(Rows.of(new ArrayList<>(renewed.entrySet()))
                        .longs(entry -> entry.getKey().taskId())
                        .texts(entry -> entry.getValue().kind())
                        .texts(entry -> entry.getValue().bits())
                        .integers(entry -> plan.priority(entry.getValue()))
                        .longs(entry -> plan.askedOf(entry.getValue()))
                        .parameters())
                .update();
    }

    void close(Map<StoredTask, ClosedBecause> closed, Instant now) {
        if (closed.isEmpty()) {
            return;
        }
        hub.sql()
                .sql("""
                        UPDATE review_task task
                           SET version = task.version + 1, state = 'CLOSED', closed_because = given.because,
                               changed_at = ?, claimed_by = NULL, lease_until = NULL, deferred_until = NULL
                          FROM unnest(?::bigint[], ?::text[]) AS given (task_id, because)
                         WHERE task.task_id = given.task_id
                        """)
                .param(Columns.parameter(now))
                .params(Rows.of(new ArrayList<>(closed.entrySet()))
                        .longs(entry -> entry.getKey().taskId())
                        .texts(Map.Entry::getValue)
                        .parameters())
                .update();
    }
}
