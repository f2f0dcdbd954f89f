package org.unifiedhotline.masterrecords.stewardship;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.unifiedhotline.masterrecords.assignment.TaskScope;
import org.unifiedhotline.masterrecords.resolution.RecordPair;
import org.unifiedhotline.masterrecords.reviewtasks.ClosedBecause;
import org.unifiedhotline.masterrecords.reviewtasks.TaskKind;
import org.unifiedhotline.masterrecords.reviewtasks.TaskState;

/**
 * A question to stewards.
 *
 * @param version grows whenever its evidence or state changes; an answer names the version that it was given to
 * @param bits the match weight when it was asked
 * @param priority the greater, the sooner
 * @param lease who works on it, if anybody
 * @param closedBecause why it closed by itself
 * @param decisionId the answer
 * @param scope what it is about, as far as it matters who takes it
 * @param assignedTo the account of the person whom a supervisor gave it to; null if it is anybody's
 */
public record ReviewTask(
        long id,
        long version,
        TaskKind kind,
        TaskState state,
        RecordPair pair,
        double bits,
        int priority,
        Instant openedAt,
        Instant changedAt,
        @Nullable Lease lease,
        @Nullable Instant deferredUntil,
        @Nullable ClosedBecause closedBecause,
        @Nullable Long decisionId,
        TaskScope scope,
        @Nullable String assignedTo) {

    /** Who works on a task, and until when it is kept for them. */
    public record Lease(String holder, Instant until) {}

    /** Whether it is kept for somebody else. */
    boolean isLeasedToOther(String caller, Instant now) {
        return lease != null && !lease.holder().equals(caller) && lease.until().isAfter(now);
    }
}
