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
 * @param restricted whether tasks about people whose processing is restricted are among them
 */
record TaskFilter(
        TaskState state,
        @Nullable TaskKind kind,
        @Nullable String centre,
        @Nullable String assignedTo,
        String account,
        Steward steward,
        boolean restricted) {

    TaskFilter ofEveryKind() {
        return new TaskFilter(state, null, centre, assignedTo, account, steward, restricted);
    }
}
