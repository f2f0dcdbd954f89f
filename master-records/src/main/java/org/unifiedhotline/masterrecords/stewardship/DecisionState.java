package org.unifiedhotline.masterrecords.stewardship;

/** Where a decision stands. */
public enum DecisionState {
    /** Another person must approve it; until then it changes nothing. */
    AWAITING_APPROVAL,
    IN_FORCE,
    /** It was in force and was taken back. */
    UNDONE,
    /** It was taken back or refused before it was approved. */
    DISCARDED
}
