package org.unifiedhotline.masterrecords.stewardship;

/** What was decided. */
public enum DecisionKind {
    /** The answer to a review task: one person. */
    SAME_PERSON,
    /** The answer to a review task: two people. */
    DIFFERENT_PEOPLE,
    /** Two master records are one person. */
    MERGE,
    /** Some records of a master record are another person. */
    SPLIT,
    /** Some records of a master record are the person of another. */
    MOVE,
    /** The value of one record stands. */
    PIN,
    /** Nothing is kept of a person but what is counted; for ever. */
    ERASE,
    /** A person is not matched or found any more until that is lifted. */
    RESTRICT,
    /** An earlier decision does not hold. */
    UNDO
}
