package org.unifiedhotline.masterrecords.stewardship;

import org.jspecify.annotations.Nullable;
import org.unifiedhotline.masterrecords.assignment.Steward;
import org.unifiedhotline.masterrecords.reviewtasks.TaskKind;
import org.unifiedhotline.masterrecords.reviewtasks.TaskState;

/**
 * Which tasks are listed, and for whom.
 *
 * @param centre only those of this centre; null for all
 * @param assignedTo only those given to this person; null for all
 * @param account who asks
 * @param steward who is behind the account
 */
record TaskFilter(
        TaskState state,
        @Nullable TaskKind kind,
        @Nullable String centre,
        @Nullable String assignedTo,
        String account,
        Steward steward) {

    TaskFilter ofEveryKind() {
        return new TaskFilter(state, null, centre, assignedTo, account, steward);
    }
}
