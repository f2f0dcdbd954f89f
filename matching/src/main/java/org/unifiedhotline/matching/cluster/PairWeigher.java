package org.unifiedhotline.matching.cluster;

/** Weighs two records of a component, by their places in it. */
public interface PairWeigher {
    /** The match weight in bits; negative infinity where the two may never share a cluster. */
    double bits(int a, int b);
}
