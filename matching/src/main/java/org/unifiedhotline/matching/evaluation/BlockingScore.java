package org.unifiedhotline.matching.evaluation;

import java.util.Locale;

/**
 * What blocking keeps, whatever is made of it later.
 *
 * @param truePairs pairs of resolvable records of one person
 * @param keptPairs those of them that are candidates
 * @param candidates how many pairs are compared
 * @param allPairs how many pairs there are
 */
public record BlockingScore(long truePairs, long keptPairs, long candidates, double allPairs) {
    /** The share of true pairs that are candidates (pair completeness); 1 if there is none. */
    public double completeness() {
        return truePairs == 0 ? 1 : (double) keptPairs / truePairs;
    }

    /** The share of all pairs that need not be compared. */
    public double reduction() {
        return allPairs == 0 ? 0 : 1 - candidates / allPairs;
    }

    /** A line for people. */
    public String line() {
        return String.format(
                Locale.ROOT,
                "pair completeness %.4f (%d of %d true pairs are candidates)  reduction ratio %.5f (%d candidates, %.4f %% of all pairs)",
                completeness(),
                keptPairs,
                truePairs,
                reduction(),
                candidates,
                allPairs == 0 ? 0 : 100 * candidates / allPairs);
    }
}
