package org.unifiedhotline.matching.record;

/**
 * A question for a steward that came up while clustering.
 *
 * @param kind what is asked
 * @param keyA one record, the smaller key
 * @param keyB the other
 * @param bits the match weight of the two
 */
public record Suggestion(Kind kind, String keyA, String keyB, double bits) {
    /** Why it is asked. */
    public enum Kind {
        /** Between the lower threshold and the link threshold, in different clusters. */
        POSSIBLE_LINK,
        /** A record that fits two clusters equally well stays alone. */
        NEAR_EQUAL_ALTERNATIVES,
        /** The pair alone would link, but the rest of the clusters speaks against it. */
        CLUSTERS_DISAGREE,
        /** The weight says same, an exclusive identifier or a relation says different. */
        CONFLICTING_EVIDENCE,
        /** Assertions contradict each other, or one would bridge people said to be different. */
        CONFLICTING_ASSERTIONS,
        /** The component was too large to be decided whole. */
        COMPONENT_TOO_LARGE
    }
}
