package org.unifiedhotline.matching.weight;

import java.util.List;
import org.unifiedhotline.matching.comparison.ComparisonVector;
import org.unifiedhotline.matching.model.Feature;
import org.unifiedhotline.matching.model.FeatureWeights;
import org.unifiedhotline.matching.model.PairWeights;

/**
 * The bits of one kind of pair, ready to be added up.
 *
 * <p>With classes M (one person), R (relatives), N (namesakes) and U (strangers), the weight is log2 of P(M|v) / (P(R|v) +
 * P(N|v) + P(U|v)) = prior + sum of log2(m/u) - log2(1 + odds of R against U + odds of N against U).
 */
public final class WeightTable {
    private final float[][] match;
    private final float[][] relative;
    private final float[][] namesake;
    private final boolean[] shared;
    private final double prior;
    private final double relativePrior;
    private final double namesakePrior;
    private final double self;

    /**
     * @param growth log2 of the present population over the one trained on: strangers grow with it, so priors of matches
     *     and relatives fall and identifying levels rise; namesakes grow as strangers do
     */
    public WeightTable(List<Feature> features, PairWeights weights, double growth) {
        prior = weights.matches() - growth;
        relativePrior = weights.relatives() - growth;
        namesakePrior = weights.namesakes();
        self = weights.self();
        match = new float[features.size()][];
        relative = new float[features.size()][];
        namesake = new float[features.size()][];
        shared = new boolean[features.size()];
        for (int f = 0; f < match.length; f++) {
            Feature feature = features.get(f);
            int levels = feature.levels().size();
            match[f] = new float[levels + 1];
            relative[f] = new float[levels + 1];
            namesake[f] = new float[levels + 1];
            shared[f] = feature.role().isSharedByRelatives();
            FeatureWeights learned = weights.features().get(feature.name());
            if (learned != null) {
                fill(f, feature, learned, growth);
            }
        }
    }

    private void fill(int f, Feature feature, FeatureWeights learned, double growth) {
        for (int level = 1; level <= feature.levels().size(); level++) {
            double more = feature.levels().get(level - 1).identifying() ? growth : 0;
            double u = learned.u().get(level);
            match[f][level] = (float) (log2(learned.m().get(level) / u) + more);
            relative[f][level] = (float) (log2(learned.r().get(level) / u) + more);
            namesake[f][level] = (float) log2(learned.n().get(level) / u);
        }
    }

    private static double log2(double value) {
        return Math.log(value) / Math.log(2);
    }

    /** The weight of a compared pair in bits. */
    public double bits(ComparisonVector vector, boolean isSelf) {
        double one = prior;
        for (int f = 0; f < match.length; f++) {
            int level = vector.level(f);
            if (level != Feature.MISSING) {
                one += match[f][level] + vector.adjustment(f);
            }
        }
        double weight = one - against(relativeOdds(vector), namesakeOdds(vector));
        return isSelf ? weight + self : weight;
    }

    private double relativeOdds(ComparisonVector vector) {
        double odds = relativePrior;
        for (int f = 0; f < match.length; f++) {
            int level = vector.level(f);
            if (level != Feature.MISSING) {
                odds += relative[f][level] + (shared[f] ? vector.adjustment(f) : 0);
            }
        }
        return odds;
    }

    private double namesakeOdds(ComparisonVector vector) {
        double odds = namesakePrior;
        for (int f = 0; f < match.length; f++) {
            odds += namesake[f][vector.level(f)];
        }
        return odds;
    }

    /** What relatives and namesakes take from a weight: log2(1 + 2^r + 2^n). */
    private static double against(double relatives, double namesakes) {
        double most = Math.max(0, Math.max(relatives, namesakes));
        return Math.max(relatives, namesakes) < -12
                ? 0
                : most + log2(Math.pow(2, -most) + Math.pow(2, relatives - most) + Math.pow(2, namesakes - most));
    }

    /** The part of one feature, in bits. */
    public double featureBits(ComparisonVector vector, int feature) {
        int level = vector.level(feature);
        return level == Feature.MISSING ? 0 : match[feature][level] + vector.adjustment(feature);
    }

    /** What it takes away that the two may be relatives: never positive. */
    public double relativeBits(ComparisonVector vector) {
        return -against(relativeOdds(vector), Double.NEGATIVE_INFINITY);
    }

    /** What it takes away, beyond that, that the two may be namesakes: never positive. */
    public double namesakeBits(ComparisonVector vector) {
        return -against(relativeOdds(vector), namesakeOdds(vector)) - relativeBits(vector);
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
