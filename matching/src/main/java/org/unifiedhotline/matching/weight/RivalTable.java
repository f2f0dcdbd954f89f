package org.unifiedhotline.matching.weight;

import java.util.List;
import org.unifiedhotline.matching.comparison.ComparisonVector;
import org.unifiedhotline.matching.model.Feature;

/** A class of pairs: one person, or one of those that look like one person and are two (relatives, namesakes, twins). */
final class RivalTable {
    private final double prior;
    private final float[][] bits;
    private final boolean[] adjusted;

    /** How likely a level of a feature is in a class of pairs: log2 of how much likelier than among strangers. */
    @FunctionalInterface
    interface Likelihood {
        double of(Feature feature, int level);
    }

    /** Whether a class shares the very value of a feature, so that its rarity counts. */
    @FunctionalInterface
    interface Adjusted {
        boolean is(Feature feature);
    }

    /** With log2 of the odds of the class against strangers. */
    RivalTable(double prior, List<Feature> features, Likelihood likelihood, Adjusted counts) {
        this.prior = prior;
        bits = new float[features.size()][];
        adjusted = new boolean[features.size()];
        for (int f = 0; f < bits.length; f++) {
            Feature feature = features.get(f);
            bits[f] = new float[feature.levels().size() + 1];
            adjusted[f] = counts.is(feature);
            for (int level = 1; level < bits[f].length; level++) {
                bits[f][level] = (float) likelihood.of(feature, level);
            }
        }
    }

    double prior() {
        return prior;
    }

    /** What one level of a feature counts, without the rarity of the value. */
    double bits(int feature, int level) {
        return bits[feature][level];
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
