package org.unifiedhotline.matching.evaluation;

import java.util.Locale;

/**
 * Figures of some pairs of records.
 *
 * @param truePairs pairs of one person
 * @param foundPairs pairs in one cluster
 * @param correctPairs pairs that are both
 */
public record PairScore(long truePairs, long foundPairs, long correctPairs) {
    /** No pair yet. */
    public static final PairScore NONE = new PairScore(0, 0, 0);

    PairScore with(boolean isTrue, boolean isFound) {
        return new PairScore(
                truePairs + (isTrue ? 1 : 0),
                foundPairs + (isFound ? 1 : 0),
                correctPairs + (isTrue && isFound ? 1 : 0));
    }

    PairScore plus(PairScore other) {
        return new PairScore(
                truePairs + other.truePairs, foundPairs + other.foundPairs, correctPairs + other.correctPairs);
    }

    /** The share of found pairs that are true; 1 if none was found. */
    public double precision() {
        return foundPairs == 0 ? 1 : (double) correctPairs / foundPairs;
    }

    /** The share of true pairs that were found; 1 if there is none. */
    public double recall() {
        return truePairs == 0 ? 1 : (double) correctPairs / truePairs;
    }

    /** A line for people, with 95 % intervals. */
    public String line() {
        Interval precision = Interval.wilson(correctPairs, foundPairs);
        Interval recall = Interval.wilson(correctPairs, truePairs);
        return String.format(
                Locale.ROOT,
                "precision %.4f [%.4f, %.4f]  recall %.4f [%.4f, %.4f]  (%d true, %d found, %d correct)",
                precision(),
                precision.low(),
                precision.high(),
                recall(),
                recall.low(),
                recall.high(),
                truePairs,
                foundPairs,
                correctPairs);
    }
}
