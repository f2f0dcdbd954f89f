package org.unifiedhotline.masterrecords.reviewtasks;

import java.util.Collection;
import org.unifiedhotline.masterrecords.database.HubDatabase;

/** The columns of {@code review_task} that say whom a task is about: kept as the view {@code review_task_scope} tells them. */
final class TaskScopeTable {
    private final HubDatabase hub;

    TaskScopeTable(HubDatabase hub) {
        this.hub = hub;
    }

    /** The tasks about any of these records. */
    void follow(Collection<Long> recordIds) {
        if (!recordIds.isEmpty()) {
            hub.sql().sql("""
                            UPDATE review_task task
                               SET centres = scope.centres, sensitivity = scope.sensitivity
                              FROM (SELECT task_id FROM review_task WHERE record_a = ANY (:ids)
                                    UNION
                                    SELECT task_id FROM review_task WHERE record_b = ANY (:ids)) AS about
                              JOIN review_task_scope scope USING (task_id)
                             WHERE task.task_id = about.task_id AND task.state <> 'CLOSED'
                               AND (task.centres, task.sensitivity) IS DISTINCT FROM (scope.centres, scope.sensitivity)
                            """).param("ids", recordIds.toArray(Long[]::new)).update();
        }
    }
}
