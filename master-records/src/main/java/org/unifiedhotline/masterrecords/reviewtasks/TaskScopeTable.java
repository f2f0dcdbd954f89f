package org.unifiedhotline.masterrecords.reviewtasks;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import org.unifiedhotline.masterrecords.database.HubDatabase;
import org.unifiedhotline.masterrecords.database.Rows;

/** The columns of {@code review_task} that say whom a task is about: centres as the view {@code review_task_scope} tells them. */
final class TaskScopeTable {
    private final HubDatabase hub;

    TaskScopeTable(HubDatabase hub) {
        this.hub = hub;
    }

    /** What was told of these records may be of another centre: the tasks about any of them follow. */
    void followCentres(Collection<Long> recordIds) {
        if (!recordIds.isEmpty()) {
            hub.sql().sql("""
                            UPDATE review_task task
                               SET centres = scope.centres
                              FROM (SELECT task_id FROM review_task WHERE record_a = ANY (:ids)
                                    UNION
                                    SELECT task_id FROM review_task WHERE record_b = ANY (:ids)) AS about
                              JOIN review_task_scope scope USING (task_id)
                             WHERE task.task_id = about.task_id AND task.state <> 'CLOSED'
                               AND task.centres IS DISTINCT FROM scope.centres
                            """).param("ids", recordIds.toArray(Long[]::new)).update();
        }
    }

    /** The centres of questions that have just been opened. */
    void begin(Collection<Question> opened) {
        if (!opened.isEmpty()) {
            hub.sql()
                    .sql("""
                            UPDATE review_task task
                               SET centres = scope.centres
                              FROM unnest(?::bigint[], ?::bigint[]) AS opened (record_a, record_b)
                              JOIN review_task about USING (record_a, record_b)
                              JOIN review_task_scope scope USING (task_id)
                             WHERE task.task_id = about.task_id AND task.centres IS DISTINCT FROM scope.centres
                            """)
                    .params(Rows.of(opened)
                            .longs(Question::recordA)
                            .longs(Question::recordB)
                            .parameters())
                    .update();
        }
    }

    /** What one must be cleared for to see these tasks from now on. */
    void note(Map<StoredTask, Set<String>> sensitivity) {
        if (!sensitivity.isEmpty()) {
            hub.sql()
                    .sql("""
                            UPDATE review_task task
                               SET sensitivity = given.sensitivity::text[]
                              FROM unnest(?::bigint[], ?::text[]) AS given (task_id, sensitivity)
                             WHERE task.task_id = given.task_id
                            """)
                    .params(Rows.of(new ArrayList<>(sensitivity.entrySet()))
                            .longs(entry -> entry.getKey().taskId())
                            .texts(entry -> array(entry.getValue()))
                            .parameters())
                    .update();
        }
    }

    /** An array of plain words as PostgreSQL reads it. */
    static String array(Set<String> words) {
        return "{" + String.join(",", words) + "}";
    }
}
