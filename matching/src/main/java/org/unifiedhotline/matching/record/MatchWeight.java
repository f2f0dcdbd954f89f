package org.unifiedhotline.matching.record;

import java.util.List;

/**
 * The match weight of a pair: log2 of the odds that the two are one person, with the parts that sum to it.
 *
 * @param bits the weight; 0 is even odds
 * @param parts its addends, prior included
 * @param forbidden why the two can never be one by the engine's own judgement (relation, conflicting exclusive
 *     identifiers), or empty
 */
public record MatchWeight(double bits, List<WeightPart> parts, String forbidden) {
    public MatchWeight {
        parts = List.copyOf(parts);
    }

    /** The probability that the two are one person, 0 to 1. */
    public double probability() {
        return 1 / (1 + Math.pow(2, -bits));
    }

    public boolean isForbidden() {
        return !forbidden.isEmpty();
    }
}
