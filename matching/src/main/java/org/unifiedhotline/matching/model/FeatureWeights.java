package org.unifiedhotline.matching.model;

import java.util.Arrays;
import java.util.List;

/**
 * What was learned of one feature for one kind of pair: how likely each level is. Indexed by level, from 1; index 0
 * (missing) is 0 and not used.
 *
 * @param m among pairs of one person
 * @param u among strangers
 * @param r among relatives: two people of one household
 */
public record FeatureWeights(List<Double> m, List<Double> u, List<Double> r) {
    public FeatureWeights {
        if (m.size() != u.size() || m.size() != r.size()) {
            throw new IllegalArgumentException("m, u and r must have one probability a level");
        }
        m = List.copyOf(m);
        u = List.copyOf(u);
        r = List.copyOf(r);
    }

    /** The same from arrays. */
    public static FeatureWeights of(double[] m, double[] u, double[] r) {
        return new FeatureWeights(list(m), list(u), list(r));
    }

    private static List<Double> list(double[] numbers) {
        return Arrays.stream(numbers).boxed().toList();
    }
}
