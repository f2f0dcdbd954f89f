package org.unifiedhotline.masterrecords.reviewtasks;

/** Why a review task closed by itself. */
public enum ClosedBecause {
    /** The two records are one person now. */
    TOGETHER,
    /** They are two people now, or were said to be. */
    APART,
    /** The evidence is too weak by now to ask. */
    NO_LONGER_LIKELY,
    /** One of the records is deleted. */
    RECORD_GONE,
    /** Another task asks about the same two people. */
    ASKED_ELSEWHERE
}
