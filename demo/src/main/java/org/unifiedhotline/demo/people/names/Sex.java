package org.unifiedhotline.demo.people.names;

/** The sex of a sample person. */
public enum Sex {
    MALE,
    FEMALE
}
