package org.unifiedhotline.console.models;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.unifiedhotline.matching.model.Feature;
import org.unifiedhotline.matching.model.FeatureWeights;
import org.unifiedhotline.matching.model.MatchModel;
import org.unifiedhotline.matching.model.PairWeights;
import org.unifiedhotline.matching.model.Trained;

/**
 * What a model weighs, for people to read.
 *
 * @param population how many records it was learned from; 0 where it was not learned
 * @param linkAbove the probability at and above which a pair is a link; null likewise
 * @param possibleAbove the probability at and above which a pair is asked about; null likewise
 * @param run where it comes from, in words of the trainer
 * @param kinds by kind of pair, in the order of their names
 */
record WeightsView(
        long population,
        @Nullable Double linkAbove,
        @Nullable Double possibleAbove,
        Map<String, String> run,
        List<KindOfPair> kinds) {

    /**
     * One kind of pair.
     *
     * @param prior log2 of the odds that two records drawn at random are one person
     */
    record KindOfPair(String name, double prior, List<Weighed> features) {}

    /** One thing that is compared. */
    record Weighed(String name, List<LevelWeight> levels) {}

    /**
     * One comparison level.
     *
     * @param bits log2 of m over u; for values that are rarer or commoner than most, what is counted differs by that
     * @param m how likely it is among pairs of one person
     * @param u among strangers
     */
    record LevelWeight(String level, double bits, double m, double u) {}

    static WeightsView of(MatchModel model) {
        return model.trained()
                .map(trained -> new WeightsView(
                        trained.population(),
                        trained.linkAbove(),
                        trained.possibleAbove(),
                        new TreeMap<>(trained.run()),
                        kinds(model, trained)))
                .orElseGet(() -> new WeightsView(0, null, null, Map.of(), List.of()));
    }

    private static List<KindOfPair> kinds(MatchModel model, Trained trained) {
        return new TreeMap<>(trained.weights())
                .entrySet().stream()
                        .map(kind -> new KindOfPair(
                                kind.getKey(), kind.getValue().matches(), features(model, kind.getValue())))
                        .toList();
    }

    private static List<Weighed> features(MatchModel model, PairWeights weights) {
        return model.features().stream()
                .flatMap(feature -> Stream.ofNullable(weights.features().get(feature.name()))
                        .map(learned -> weighed(feature, learned)))
                .toList();
    }

    private static Weighed weighed(Feature feature, FeatureWeights weights) {
        return new Weighed(
                feature.name(),
                IntStream.range(1, weights.m().size())
                        .mapToObj(level -> level(
                                feature.levelName(level),
                                weights.m().get(level),
                                weights.u().get(level)))
                        .toList());
    }

    private static LevelWeight level(String name, double m, double u) {
        return new LevelWeight(name, Math.log(m / u) / Math.log(2), m, u);
    }
}
