package org.unifiedhotline.matching.weight;

import java.util.List;
import org.unifiedhotline.matching.comparison.ComparisonVector;
import org.unifiedhotline.matching.model.Calibration;
import org.unifiedhotline.matching.model.Feature;
import org.unifiedhotline.matching.model.FeatureWeights;
import org.unifiedhotline.matching.model.PairWeights;
import org.unifiedhotline.matching.model.Rival;
import org.unifiedhotline.matching.model.Role;

/**
 * The bits of one kind of pair, ready to be added up.
 *
 * <p>With classes M (one person), R (relatives), N (namesakes), T (twins) and U (strangers), the weight of a comparison vector
 * is log2 of P(M) / (P(R) + P(N) + P(T) + P(U)) = prior + sum of log2(m/u) - log2(1 + odds of R, N and T against U).
 */
public final class WeightTable {
    /** What rivals there are, in the order of {@link #rivalBits}. */
    public static final List<Rival> RIVALS = List.of(Rival.RELATIVES, Rival.NAMESAKES, Rival.TWINS);

    private static final double NEGLIGIBLE = -12;

    private final RivalTable match;
    private final RivalTable[] rivals;
    private final double self;
    private final Calibration calibration;

    /**
     * @param calibration what the sum is put through at the end
     * @param growth log2 of the present population over the one trained on: strangers grow with it, so priors of matches,
     *     relatives and twins fall and identifying levels rise; namesakes grow as strangers do
     */
    public WeightTable(List<Feature> features, PairWeights weights, Calibration calibration, double growth) {
        this.calibration = calibration;
        self = weights.self();
        match = new RivalTable(
                weights.matches() - growth,
                features,
                (feature, level) -> bits(weights, feature, level, FeatureWeights::m, growth),
                _ -> true);
        rivals = new RivalTable[] {
            new RivalTable(
                    weights.relatives() - growth,
                    features,
                    (feature, level) -> bits(weights, feature, level, FeatureWeights::r, growth),
                    feature -> feature.role().isSharedByRelatives()),
            new RivalTable(
                    weights.namesakes(),
                    features,
                    (feature, level) -> bits(weights, feature, level, FeatureWeights::n, 0),
                    _ -> false),
            new RivalTable(
                    weights.twins() - growth,
                    features,
                    (feature, level) -> twinBits(weights, feature, level, growth),
                    feature -> feature.role().isSharedByTwins())
        };
    }

    @FunctionalInterface
    private interface Shares {
        List<Double> of(FeatureWeights weights);
    }

    private static double bits(PairWeights weights, Feature feature, int level, Shares shares, double growth) {
        FeatureWeights learned = weights.features().get(feature.name());
        if (learned == null) {
            return 0;
        }
        double more = feature.levels().get(level - 1).identifying() ? growth : 0;
        return log2(shares.of(learned).get(level) / learned.u().get(level)) + more;
    }

    private static double twinBits(PairWeights weights, Feature feature, int level, double growth) {
        Role role = feature.role();
        if (role.isSharedByTwins()) {
            return bits(weights, feature, level, FeatureWeights::m, growth);
        }
        return role == Role.TRAIT ? bits(weights, feature, level, FeatureWeights::r, growth) : 0;
    }

    private static double log2(double value) {
        return Math.log(value) / Math.log(2);
    }

    /** The weight of a compared pair in bits. */
    public double bits(ComparisonVector vector, boolean isSelf) {
        double relatives = rivals[0].odds(vector);
        double namesakes = rivals[1].odds(vector);
        double twins = rivals[2].odds(vector);
        double weight = match.odds(vector) - against(relatives, namesakes, twins);
        return calibration.of(isSelf ? weight + self : weight);
    }

    /** What calibration adds to the sum of all other parts. */
    public double calibrationBits(double sum) {
        return calibration.of(sum) - sum;
    }

    /** What rivals take from a weight: log2(1 + 2^a + 2^b + 2^c). */
    private static double against(double a, double b, double c) {
        double most = Math.max(a, Math.max(b, c));
        if (most < NEGLIGIBLE) {
            return 0;
        }
        double base = Math.max(0, most);
        return base + log2(Math.pow(2, -base) + Math.pow(2, a - base) + Math.pow(2, b - base) + Math.pow(2, c - base));
    }

    /** The part of one feature, in bits. */
    public double featureBits(ComparisonVector vector, int feature) {
        int level = vector.level(feature);
        return level == Feature.MISSING ? 0 : match.bits(feature, level) + vector.adjustment(feature);
    }

    /** What one rival takes away beyond those before it: never positive. All of them sum to what rivals take together. */
    public double rivalBits(ComparisonVector vector, int which) {
        return upTo(vector, which) - upTo(vector, which - 1);
    }

    private double upTo(ComparisonVector vector, int last) {
        double[] odds = {Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY};
        for (int i = 0; i <= last; i++) {
            odds[i] = rivals[i].odds(vector);
        }
        return -against(odds[0], odds[1], odds[2]);
    }

    /** The part of the prior. */
    public double priorBits() {
        return match.prior();
    }

    /** What a relation "self" adds. */
    public double selfBits() {
        return self;
    }
}
