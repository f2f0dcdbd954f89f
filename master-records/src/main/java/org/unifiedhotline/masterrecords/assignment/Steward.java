package org.unifiedhotline.masterrecords.assignment;

import java.util.Collections;
import java.util.Set;
import org.unifiedhotline.masterrecords.reviewtasks.TaskKind;

/**
 * A steward, as far as it matters which tasks are theirs.
 *
 * @param account the person's; that of a machine that acts for them is another
 * @param centres whose tasks come first; empty for all
 * @param expertise the kinds of tasks that come first; empty for all
 * @param clearance what they may see and answer
 */
public record Steward(String account, Set<String> centres, Set<TaskKind> expertise, Set<Sensitivity> clearance) {
    public Steward {
        centres = Set.copyOf(centres);
        expertise = Set.copyOf(expertise);
        clearance = Set.copyOf(clearance);
    }

    /** Whether they may see and answer this task. */
    public boolean isClearedFor(TaskScope task) {
        return clearance.containsAll(task.sensitivity());
    }

    /** Whether it is for them rather than for another. A task that no centre claims is for everybody. */
    public boolean suits(TaskScope task) {
        boolean centre =
                centres.isEmpty() || task.centres().isEmpty() || !Collections.disjoint(centres, task.centres());
        return isClearedFor(task) && centre && (expertise.isEmpty() || expertise.contains(task.kind()));
    }
}
