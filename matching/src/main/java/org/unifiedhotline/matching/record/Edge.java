package org.unifiedhotline.matching.record;

/**
 * A weighed pair, by the stable keys of its records; {@code keyA} sorts before {@code keyB}.
 *
 * @param keyA the smaller key
 * @param keyB the greater key
 * @param bits the match weight
 * @param forbidden whether the two may never share a cluster
 */
public record Edge(String keyA, String keyB, double bits, boolean forbidden) {
    public Edge {
        if (keyA.compareTo(keyB) >= 0) {
            throw new IllegalArgumentException("an edge names its smaller key first, got " + keyA + " and " + keyB);
        }
    }
}
