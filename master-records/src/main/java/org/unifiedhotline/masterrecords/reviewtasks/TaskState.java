package org.unifiedhotline.masterrecords.reviewtasks;

/** Where a review task stands. */
public enum TaskState {
    /** Waits for a steward; one may have claimed it. */
    OPEN,
    /** Put off until a time, or until its evidence changes. */
    DEFERRED,
    /** Answered, in a way that a second person must approve. */
    AWAITING_APPROVAL,
    /** Answered, and the answer is in force. */
    DECIDED,
    /** The question has gone; why, stands beside it. */
    CLOSED;

    /** Whether it may still be answered. */
    public boolean isLive() {
        return this == OPEN || this == DEFERRED;
    }
}
