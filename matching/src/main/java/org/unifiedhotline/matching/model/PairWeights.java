package org.unifiedhotline.matching.model;

import java.util.Map;

/**
 * The weights of one kind of pair.
 *
 * @param matches log2 of the odds that two records drawn at random are one person, at the model's population
 * @param relatives log2 of the odds that two records drawn at random are two people of one household
 * @param namesakes log2 of the odds that two records drawn at random are two people of one name
 * @param twins log2 of the odds that two records drawn at random are two people who share all but the given name
 * @param self bits for a relation that says "self"; 0 where none was seen
 * @param features by feature name
 */
public record PairWeights(
        double matches,
        double relatives,
        double namesakes,
        double twins,
        double self,
        Map<String, FeatureWeights> features) {
    public PairWeights {
        features = Map.copyOf(features);
    }
}
