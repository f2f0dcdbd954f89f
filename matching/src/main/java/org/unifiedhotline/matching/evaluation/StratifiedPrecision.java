package org.unifiedhotline.matching.evaluation;

import java.util.List;

/**
 * The share of all linked pairs that are one person, from judgements on a sample drawn by stratum.
 *
 * @param precision the estimate: each stratum's share of "same", weighted by the pairs it stands for. Strata in which nothing was
 *     judged are left out of it
 * @param interval a 95 % interval for all strata; one in which nothing was judged may be anything
 * @param judged how many pairs were judged the same or different
 * @param unsure how many were left open; they are left out
 */
public record StratifiedPrecision(double precision, Interval interval, long judged, long unsure) {
    /**
     * What was judged of one stratum.
     *
     * @param pairs how many linked pairs it has
     * @param same how many of the judged ones are one person
     * @param different how many are two
     * @param unsure how many were left open
     */
    public record Stratum(long pairs, long same, long different, long unsure) {
        public Stratum {
            if (same < 0 || different < 0 || unsure < 0 || pairs < same + different + unsure || pairs < 1) {
                throw new IllegalArgumentException("a stratum of " + pairs + " pairs cannot have " + same + " same, "
                        + different + " different and " + unsure + " open ones");
            }
        }

        private long judged() {
            return same + different;
        }

        /** The variance of its share, at the centre of Wilson's interval: never zero, however alike the judgements. */
        private double variance() {
            double share = (same + 2.0) / (judged() + 4.0);
            return share * (1 - share) / judged();
        }
    }

    /**
     * The stratified Wilson interval of X. Yan and X. G. Su (Statistics in Biopharmaceutical Research 2, 2010): Wilson's
     * intervals of the strata, added up by their weights, at the quantile at which the sum has 95 %.
     *
     * @throws IllegalArgumentException if nothing was judged
     */
    public static StratifiedPrecision of(List<Stratum> strata) {
        long judged = strata.stream().mapToLong(Stratum::judged).sum();
        if (judged == 0) {
            throw new IllegalArgumentException("no pair was judged the same or different");
        }
        double all = strata.stream().mapToLong(Stratum::pairs).sum();
        double variance = 0;
        double deviations = 0;
        double known = 0;
        double same = 0;
        for (Stratum stratum : strata) {
            if (stratum.judged() > 0) {
                double weight = stratum.pairs() / all;
                variance += weight * weight * stratum.variance();
                deviations += weight * Math.sqrt(stratum.variance());
                known += weight;
                same += weight * stratum.same() / stratum.judged();
            }
        }
        double quantile = Interval.Z * Math.sqrt(variance) / deviations;
        double low = 0;
        double high = 0;
        for (Stratum stratum : strata) {
            Interval one = Interval.wilson(stratum.same(), stratum.judged(), quantile);
            low += stratum.pairs() / all * one.low();
            high += stratum.pairs() / all * one.high();
        }
        return new StratifiedPrecision(
                same / known,
                new Interval(low, high),
                judged,
                strata.stream().mapToLong(Stratum::unsure).sum());
    }
}
