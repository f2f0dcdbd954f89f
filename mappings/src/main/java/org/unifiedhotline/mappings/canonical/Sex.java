package org.unifiedhotline.mappings.canonical;

/** Sex as recorded; unknown when the source says nothing that can be understood. */
public enum Sex {
    MALE,
    FEMALE,
    OTHER,
    UNKNOWN
}
