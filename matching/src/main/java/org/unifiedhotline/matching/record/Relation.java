package org.unifiedhotline.matching.record;

/**
 * What a case says of two records: stands on both of them.
 *
 * @param otherKey the stable key of the other record
 * @param kind what it says
 */
public record Relation(String otherKey, Kind kind) {
    /** What a relation says of the two. */
    public enum Kind {
        /** Said to be one person (a child that calls about itself): strong evidence, weighed, not believed blindly. */
        SELF,
        /** Family of each other: never one person. */
        FAMILY,
        /** Neighbour, friend, teacher, official: never one person. */
        OTHER_PERSON,
        /** In one case, without a word on how. */
        UNKNOWN
    }

    public Relation {
        if (otherKey.isEmpty()) {
            throw new IllegalArgumentException("a relation needs the key of the other record");
        }
    }
}
