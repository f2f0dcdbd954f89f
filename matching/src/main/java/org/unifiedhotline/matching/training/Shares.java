package org.unifiedhotline.matching.training;

/** How likely each level of a feature is in a class of pairs: arrays by level, from 1; index 0 (missing) is not used. */
final class Shares {
    private static final double LEAST = 1e-7;

    private Shares() {}

    /** The share of each level among sampled pairs, none of them zero. */
    static double[] sampled(long[] counts, int levels) {
        double[] shares = new double[levels + 1];
        double total = 0;
        for (int level = 1; level <= levels; level++) {
            total += counts[level] + 0.1;
        }
        for (int level = 1; level <= levels; level++) {
            shares[level] = (counts[level] + 0.1) / total;
        }
        return shares;
    }

    /**
     * The shares of levels multiplied by what rarity counts there on the whole: a level's weight and the rarity of its values
     * then neither add nor take, on the whole, what strangers do not show.
     */
    static double[] weighed(double[] shares, double[] rarity) {
        double[] weighed = shares.clone();
        for (int level = 1; level < weighed.length; level++) {
            weighed[level] = Math.min(1, weighed[level] * rarity[level]);
        }
        return weighed;
    }

    /** Before anything is known, people mostly agree with themselves: each level half as likely as the one above it. */
    static double[] first(int levels) {
        double[] shares = new double[levels + 1];
        double rest = 1;
        for (int level = 1; level < levels; level++) {
            shares[level] = level == 1 ? 0.8 : rest / 2;
            rest -= shares[level];
        }
        shares[levels] = rest;
        return shares;
    }

    /** Of sums by level, drawn to a prior as if that had been seen so many times. */
    static double[] smoothed(double[] sums, int levels, double[] prior, double strength) {
        double[] shares = new double[levels + 1];
        double total = strength;
        for (int level = 1; level <= levels; level++) {
            total += sums[level];
        }
        for (int level = 1; level <= levels; level++) {
            shares[level] = Math.max(LEAST, (sums[level] + strength * prior[level]) / total);
        }
        return shares;
    }

    /** The same with no more than so much for the last level; the others grow in proportion. */
    static double[] withLastAtMost(double[] shares, double most) {
        int last = shares.length - 1;
        double rest = 1 - shares[last];
        if (shares[last] <= most || rest <= 0) {
            return shares;
        }
        double[] capped = shares.clone();
        for (int level = 1; level < last; level++) {
            capped[level] *= (1 - most) / rest;
        }
        capped[last] = most;
        return capped;
    }
}
