package org.unifiedhotline.matching.cluster;

import java.util.List;

/** Weighs two records of a component, by their places in it. */
public interface PairWeigher {
    /** The match weight in bits; negative infinity where the two may never share a cluster. */
    double bits(int a, int b);

    /**
     * Told once a part of the component has been decided.
     *
     * @param part its members, by their places in the component
     * @param bits the weights of all its pairs, by their places in {@code part}
     */
    default void decided(List<Integer> part, double[][] bits) {
        // most weighers keep nothing
    }
}
