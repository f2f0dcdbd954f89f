package org.unifiedhotline.matching.model;

/** What a feature can be expected to do among pairs of people who are not one: relatives, and namesakes. */
public enum Role {
    /** Relatives have different ones; namesakes share it. */
    GIVEN_NAME,
    /** Brothers and sisters may share it; namesakes do. */
    MIDDLE_NAME,
    /** Relatives and namesakes share it. */
    FAMILY_NAME,
    /** Twins share it; namesakes only by chance. */
    BIRTH,
    /** Relatives share it; namesakes only by chance. */
    CONTACT,
    /** One person's alone. */
    IDENTIFIER,
    /** A trait of many people, such as the sex. */
    TRAIT,
    /** Relatives share it: a place, a parent's name. */
    SHARED,
    /** Nothing is known of it: relatives and neighbours may share it; namesakes do so only by chance. */
    FREE;

    /** Whether relatives share the very value. */
    public boolean isSharedByRelatives() {
        return this == FAMILY_NAME || this == MIDDLE_NAME || this == CONTACT || this == SHARED || this == FREE;
    }

    /** Whether two relatives agree on it no more than strangers do. */
    public boolean isByChanceAmongRelatives() {
        return this == GIVEN_NAME || this == BIRTH || this == IDENTIFIER;
    }

    /** Whether people of one place may share it, related or not. */
    public boolean isSharedByNeighbours() {
        return this == SHARED || this == FREE || this == TRAIT;
    }

    /** Whether twins share it as one person does with itself. */
    public boolean isSharedByTwins() {
        return this != GIVEN_NAME && this != IDENTIFIER && this != TRAIT;
    }

    /** Whether namesakes share it by definition. */
    public boolean isSharedByNamesakes() {
        return this == GIVEN_NAME || this == MIDDLE_NAME || this == FAMILY_NAME;
    }

    /** Whether two namesakes agree on it no more than strangers do. */
    public boolean isByChanceAmongNamesakes() {
        return this == BIRTH || this == CONTACT || this == IDENTIFIER || this == FREE;
    }
}
