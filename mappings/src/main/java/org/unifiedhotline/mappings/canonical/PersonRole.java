package org.unifiedhotline.mappings.canonical;

/** As what a source record speaks of a person. */
public enum PersonRole {
    CALLER,
    CHILD,
    VICTIM
}
