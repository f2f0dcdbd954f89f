package org.unifiedhotline.matching.model;

import java.util.Map;

/**
 * What training learned.
 *
 * @param population how many records it learned from; priors and identifying levels are scaled from it
 * @param linkAbove the probability at and above which a pair is a link
 * @param possibleAbove the probability at and above which a pair is at least a possible link
 * @param weights by kind of pair, {@code kindA+kindB} with the kinds in order
 * @param frequencies by feature name
 * @param calibration from the weights that were learned to those that agree with what people decided
 * @param run where it comes from: seed, records, passes, in words of the trainer
 */
public record Trained(
        long population,
        double linkAbove,
        double possibleAbove,
        Map<String, PairWeights> weights,
        Map<String, FrequencyTable> frequencies,
        Calibration calibration,
        Map<String, String> run) {
    public Trained {
        if (population < 1) {
            throw new IllegalArgumentException("population must be at least 1, got " + population);
        }
        if (!(possibleAbove > 0 && possibleAbove <= linkAbove && linkAbove < 1)) {
            throw new IllegalArgumentException(
                    "thresholds must hold 0 < possible (" + possibleAbove + ") <= link (" + linkAbove + ") < 1");
        }
        weights = Map.copyOf(weights);
        frequencies = Map.copyOf(frequencies);
        run = Map.copyOf(run);
    }

    /** What was learned without any decision of people. */
    public Trained(
            long population,
            double linkAbove,
            double possibleAbove,
            Map<String, PairWeights> weights,
            Map<String, FrequencyTable> frequencies,
            Map<String, String> run) {
        this(population, linkAbove, possibleAbove, weights, frequencies, Calibration.NONE, run);
    }

    /** The same with another link threshold, which possible links then begin at, too. */
    public Trained linkingAbove(double probability) {
        return new Trained(population, probability, probability, weights, frequencies, calibration, run);
    }

    /** The name of a kind of pair. */
    public static String pairKind(String kindA, String kindB) {
        return kindA.compareTo(kindB) <= 0 ? kindA + "+" + kindB : kindB + "+" + kindA;
    }
}
