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
 * @param n among namesakes: two people of one name, which is commoner than the rarity of its parts tells
 */
public record FeatureWeights(List<Double> m, List<Double> u, List<Double> r, List<Double> n) {
    public FeatureWeights {
        if (m.size() != u.size() || m.size() != r.size() || m.size() != n.size()) {
            throw new IllegalArgumentException("m, u, r and n must have one probability a level");
        }
        m = List.copyOf(m);
        u = List.copyOf(u);
        r = List.copyOf(r);
        n = List.copyOf(n);
    }

    /** The same from arrays. */
    public static FeatureWeights of(double[] m, double[] u, double[] r, double[] n) {
        return new FeatureWeights(list(m), list(u), list(r), list(n));
    }

    private static List<Double> list(double[] numbers) {
        return Arrays.stream(numbers).boxed().toList();
    }
}
