package org.unifiedhotline.mappings.canonical;

/** A regional call centre; both lines are answered in each. */
public enum Centre {
    HANOI,
    DANANG,
    ANGIANG,
    /** The source names a centre that is not known here. */
    UNKNOWN
}
