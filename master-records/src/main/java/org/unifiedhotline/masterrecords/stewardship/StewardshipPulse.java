package org.unifiedhotline.masterrecords.stewardship;

import java.util.List;
import org.unifiedhotline.masterrecords.database.HubDatabase;

/** Tells cheaply whether anything about tasks or decisions may have changed since one last looked. */
public final class StewardshipPulse {
    private final HubDatabase hub;

    public StewardshipPulse(HubDatabase hub) {
        this.hub = hub;
    }

    /** Numbers that differ when a task was opened, anybody did something with one, or anything was decided or approved. */
    public List<Long> now() {
        return hub.sql()
                .sql("""
                        SELECT (SELECT coalesce(max(task_id), 0) FROM review_task) AS tasks,
                               (SELECT coalesce(max(note_id), 0) FROM review_note) AS notes,
                               (SELECT coalesce(max(decision_id), 0) FROM decision) AS decisions,
                               (SELECT count(*) FROM decision WHERE state = 'AWAITING_APPROVAL') AS awaiting
                        """)
                .query((row, number) -> List.of(
                        row.getLong("tasks"), row.getLong("notes"), row.getLong("decisions"), row.getLong("awaiting")))
                .single();
    }
}
