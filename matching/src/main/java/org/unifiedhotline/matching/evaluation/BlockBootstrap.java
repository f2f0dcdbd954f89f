package org.unifiedhotline.matching.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.unifiedhotline.matching.cluster.DisjointSets;

/**
 * 95 % intervals of a clustering's figures by the bootstrap (B. Efron, Annals of Statistics 7, 1979; percentiles). Pairs of one cluster
 * stand or fall together, so whole blocks are drawn: the records that clusters and persons tie together. An interval for
 * single pairs would be too narrow.
 *
 * @param precision of the pairwise precision
 * @param recall of the pairwise recall
 * @param f1 of the pairwise F1
 * @param bCubedF1 of the B-cubed F1
 */
public record BlockBootstrap(Interval precision, Interval recall, Interval f1, Interval bCubedF1) {
    private static final int MOST_DRAWS = 200_000_000;
    private static final int MOST_SAMPLES = 1000;
    private static final int FEWEST_SAMPLES = 100;

    /** What one block adds to each sum. */
    private static final class Sums {
        double records;
        double truePairs;
        double foundPairs;
        double correctPairs;
        double precision;
        double recall;

        void add(Sums other) {
            records += other.records;
            truePairs += other.truePairs;
            foundPairs += other.foundPairs;
            correctPairs += other.correctPairs;
            precision += other.precision;
            recall += other.recall;
        }
    }

    /** The intervals for records of which person and cluster are known, both in the same order; the seed decides the draws. */
    public static BlockBootstrap of(List<String> persons, List<String> clusters, long seed) {
        Sums[] blocks = blocks(persons, clusters);
        if (blocks.length == 0) {
            Interval all = new Interval(0, 1);
            return new BlockBootstrap(all, all, all, all);
        }
        int samples = Math.clamp(MOST_DRAWS / blocks.length, FEWEST_SAMPLES, MOST_SAMPLES);
        double[][] figures = new double[4][samples];
        SplittableRandom random = new SplittableRandom(seed);
        for (int sample = 0; sample < samples; sample++) {
            Sums drawn = new Sums();
            for (int i = 0; i < blocks.length; i++) {
                drawn.add(blocks[random.nextInt(blocks.length)]);
            }
            double precision = ratio(drawn.correctPairs, drawn.foundPairs);
            double recall = ratio(drawn.correctPairs, drawn.truePairs);
            figures[0][sample] = precision;
            figures[1][sample] = recall;
            figures[2][sample] = harmonic(precision, recall);
            figures[3][sample] = harmonic(drawn.precision / drawn.records, drawn.recall / drawn.records);
        }
        return new BlockBootstrap(
                percentiles(figures[0]), percentiles(figures[1]), percentiles(figures[2]), percentiles(figures[3]));
    }

    private static double ratio(double part, double whole) {
        return whole == 0 ? 1 : part / whole;
    }

    private static double harmonic(double a, double b) {
        return a + b == 0 ? 0 : 2 * a * b / (a + b);
    }

    private static Interval percentiles(double[] figures) {
        Arrays.sort(figures);
        int last = figures.length - 1;
        return new Interval(figures[(int) Math.round(0.025 * last)], figures[(int) Math.round(0.975 * last)]);
    }

    private static Sums[] blocks(List<String> persons, List<String> clusters) {
        DisjointSets sets = new DisjointSets(persons.size());
        joinEqual(persons, sets);
        joinEqual(clusters, sets);
        Map<Integer, List<Integer>> members = new HashMap<>();
        for (int i = 0; i < persons.size(); i++) {
            members.computeIfAbsent(sets.find(i), _ -> new ArrayList<>()).add(i);
        }
        return members.keySet().stream()
                .sorted()
                .map(root -> sums(members.getOrDefault(root, List.of()), persons, clusters))
                .toArray(Sums[]::new);
    }

    private static void joinEqual(List<String> labels, DisjointSets sets) {
        Map<String, Integer> first = new HashMap<>();
        for (int i = 0; i < labels.size(); i++) {
            Integer known = first.putIfAbsent(labels.get(i), i);
            if (known != null) {
                sets.join(known, i);
            }
        }
    }

    private static Sums sums(List<Integer> block, List<String> persons, List<String> clusters) {
        ClusterScore score = ClusterScore.of(
                block.stream().map(persons::get).toList(),
                block.stream().map(clusters::get).toList());
        Sums sums = new Sums();
        sums.records = score.records();
        sums.truePairs = score.truePairs();
        sums.foundPairs = score.foundPairs();
        sums.correctPairs = score.correctPairs();
        sums.precision = score.bCubedPrecision() * score.records();
        sums.recall = score.bCubedRecall() * score.records();
        return sums;
    }
}
