package org.unifiedhotline.matching.cluster;

/**
 * What clustering goes by.
 *
 * @param link the weight in bits at and above which clusters are joined
 * @param possible the weight at and above which a steward is asked
 * @param nearEqual alternatives closer than this many bits are equal
 * @param strongest a pair's weight counts for no more than this in an average, nor for less than its negative
 * @param largest a component of more records than this is first parted at a higher threshold
 */
public record ClusterRules(double link, double possible, double nearEqual, double strongest, int largest) {
    /** The usual rules for thresholds in bits. */
    public static ClusterRules of(double link, double possible) {
        return new ClusterRules(link, possible, 1, 24, 400);
    }
}
