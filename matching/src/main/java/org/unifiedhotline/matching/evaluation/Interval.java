package org.unifiedhotline.matching.evaluation;

/**
 * A 95 % confidence interval of a share.
 *
 * @param low its lower end
 * @param high its upper end
 */
public record Interval(double low, double high) {
    /** The quantile of the normal distribution that leaves 2.5 % above. */
    static final double Z = 1.959964;

    /** E. B. Wilson's score interval, JASA 22, 1927; all of 0 to 1 where nothing was tried. */
    public static Interval wilson(long successes, long trials) {
        return wilson(successes, trials, Z);
    }

    /** The same at another quantile of the normal distribution. */
    static Interval wilson(long successes, long trials, double quantile) {
        if (trials == 0) {
            return new Interval(0, 1);
        }
        double share = (double) successes / trials;
        double z2 = quantile * quantile / trials;
        double centre = share + z2 / 2;
        double spread = quantile * Math.sqrt(share * (1 - share) / trials + z2 / (4 * trials));
        return new Interval(Math.max(0, (centre - spread) / (1 + z2)), Math.min(1, (centre + spread) / (1 + z2)));
    }
}
