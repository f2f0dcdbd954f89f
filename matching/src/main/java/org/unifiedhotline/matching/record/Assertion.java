package org.unifiedhotline.matching.record;

/**
 * A steward's lasting word on two records, by their stable keys. It outranks every score.
 *
 * @param keyA one record
 * @param keyB another
 * @param verdict what was said
 */
public record Assertion(String keyA, String keyB, Verdict verdict) {
    /** What a steward said of two records. */
    public enum Verdict {
        SAME_PERSON,
        DIFFERENT_PEOPLE
    }

    public Assertion {
        if (keyA.equals(keyB)) {
            throw new IllegalArgumentException("an assertion needs two records, got " + keyA + " twice");
        }
    }
}
