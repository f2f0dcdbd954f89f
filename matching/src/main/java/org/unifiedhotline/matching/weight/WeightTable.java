package org.unifiedhotline.matching.weight;

import java.util.List;
import org.unifiedhotline.matching.comparison.ComparisonVector;
import org.unifiedhotline.matching.model.Feature;
import org.unifiedhotline.matching.model.FeatureWeights;
import org.unifiedhotline.matching.model.PairWeights;

/**
 * The bits of one kind of pair, ready to be added up.
 *
 * <p>With classes M (one person), R (relatives) and U (strangers), the weight is log2 of P(M|v) / (P(R|v) + P(U|v)) =
 * prior + Σ log2(m/u) - log2(1 + odds of R against U).
 */
public final class WeightTable {
    private final float[][] match;
    private final float[][] relative;
    private final boolean[] shared;
    private final double prior;
    private final double relativePrior;
    private final double self;

    /**
     * @param growth log2 of the present population over the one trained on: strangers grow with it, so priors fall and
     *     identifying levels rise
     */
    public WeightTable(List<Feature> features, PairWeights weights, double growth) {
        prior = weights.matches() - growth;
        relativePrior = weights.relatives() - growth;
        self = weights.self();
        match = new float[features.size()][];
        relative = new float[features.size()][];
        shared = new boolean[features.size()];
        for (int f = 0; f < match.length; f++) {
            Feature feature = features.get(f);
            FeatureWeights learned = weights.features().get(feature.name());
            int levels = feature.levels().size();
            match[f] = new float[levels + 1];
            relative[f] = new float[levels + 1];
            shared[f] = feature.shared();
            if (learned != null) {
                for (int level = 1; level <= levels; level++) {
                    double more = feature.levels().get(level - 1).identifying() ? growth : 0;
                    match[f][level] =
                            (float) (log2(learned.m().get(level) / learned.u().get(level)) + more);
                    relative[f][level] =
                            (float) (log2(learned.r().get(level) / learned.u().get(level)) + more);
                }
            }
        }
    }

    private static double log2(double value) {
        return Math.log(value) / Math.log(2);
    }

    /** The weight of a compared pair in bits. */
    public double bits(ComparisonVector vector, boolean isSelf) {
        double one = prior;
        double kin = relativePrior;
        for (int f = 0; f < match.length; f++) {
            int level = vector.level(f);
            if (level != Feature.MISSING) {
                float adjustment = vector.adjustment(f);
                one += match[f][level] + adjustment;
                kin += relative[f][level] + (shared[f] ? adjustment : 0);
            }
        }
        double weight = one - against(kin);
        return isSelf ? weight + self : weight;
    }

    /** What the relatives take from a weight: log2(1 + 2^odds). */
    private static double against(double odds) {
        return odds < -12 ? 0 : odds > 40 ? odds : Math.log1p(Math.pow(2, odds)) / Math.log(2);
    }

    /** The part of one feature, in bits. */
    public double featureBits(ComparisonVector vector, int feature) {
        int level = vector.level(feature);
        return level == Feature.MISSING ? 0 : match[feature][level] + vector.adjustment(feature);
    }

    /** The part of the relatives: never positive. */
    public double relativeBits(ComparisonVector vector) {
        double kin = relativePrior;
        for (int f = 0; f < match.length; f++) {
            int level = vector.level(f);
            if (level != Feature.MISSING) {
                kin += relative[f][level] + (shared[f] ? vector.adjustment(f) : 0);
            }
        }
        return -against(kin);
    }

    /** The part of the prior. */
    public double priorBits() {
        return prior;
    }

    /** What a relation "self" adds. */
    public double selfBits() {
        return self;
    }
}
