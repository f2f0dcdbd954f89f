package org.unifiedhotline.matching.weight;

import java.util.List;
import org.unifiedhotline.matching.comparison.ComparisonVector;
import org.unifiedhotline.matching.model.Feature;

/**
 * A class of pairs that look like one person and are two: relatives, namesakes, twins.
 *
 * @param prior log2 of its odds against strangers
 * @param bits log2 of how much likelier each level is in it than among strangers, by feature and level
 * @param adjusted the features of which it shares the very value, so that its rarity counts here, too
 */
record RivalTable(double prior, float[][] bits, boolean[] adjusted) {
    /** How likely a level of a feature is in a class of pairs. */
    @FunctionalInterface
    interface Likelihood {
        double of(Feature feature, int level);
    }

    /** Whether the rarity of a feature's value counts in a class of pairs. */
    @FunctionalInterface
    interface Adjusted {
        boolean is(Feature feature);
    }

    static RivalTable of(double prior, List<Feature> features, Likelihood likelihood, Adjusted adjusted) {
        float[][] bits = new float[features.size()][];
        boolean[] counts = new boolean[features.size()];
        for (int f = 0; f < bits.length; f++) {
            Feature feature = features.get(f);
            bits[f] = new float[feature.levels().size() + 1];
            counts[f] = adjusted.is(feature);
            for (int level = 1; level < bits[f].length; level++) {
                bits[f][level] = (float) likelihood.of(feature, level);
            }
        }
        return new RivalTable(prior, bits, counts);
    }

    /** log2 of the odds of this class against strangers, for a compared pair. */
    double odds(ComparisonVector vector) {
        double odds = prior;
        for (int f = 0; f < bits.length; f++) {
            int level = vector.level(f);
            if (level != Feature.MISSING) {
                odds += bits[f][level] + (adjusted[f] ? vector.adjustment(f) : 0);
            }
        }
        return odds;
    }
}
