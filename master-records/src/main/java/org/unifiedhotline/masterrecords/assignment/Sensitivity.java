package org.unifiedhotline.masterrecords.assignment;

/** What makes a task one that not every steward is cleared for. */
public enum Sensitivity {
    /** One of its records is of a child at the switchboard. */
    CHILD,
    /** One of its records is of a victim, or potential victim, of trafficking. */
    TRAFFICKING_VICTIM
}
