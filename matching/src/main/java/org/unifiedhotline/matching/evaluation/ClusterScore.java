package org.unifiedhotline.matching.evaluation;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Pairwise and B-cubed figures of a clustering (A. Bagga and B. Baldwin, 1998).
 *
 * @param records how many records were judged
 * @param truePairs pairs of records of one person
 * @param foundPairs pairs of records in one cluster
 * @param correctPairs pairs that are both
 * @param bCubedPrecision 0 to 1
 * @param bCubedRecall 0 to 1
 */
public record ClusterScore(
        int records, long truePairs, long foundPairs, long correctPairs, double bCubedPrecision, double bCubedRecall) {

    private record Both(String person, String cluster) {}

    /** Scores records of which person and cluster are known, both in the same order. */
    public static ClusterScore of(List<String> persons, List<String> clusters) {
        Map<String, Integer> byPerson = new HashMap<>();
        Map<String, Integer> byCluster = new HashMap<>();
        Map<Both, Integer> byBoth = new HashMap<>();
        for (int i = 0; i < persons.size(); i++) {
            byPerson.merge(persons.get(i), 1, Integer::sum);
            byCluster.merge(clusters.get(i), 1, Integer::sum);
            byBoth.merge(new Both(persons.get(i), clusters.get(i)), 1, Integer::sum);
        }
        double precision = 0;
        double recall = 0;
        for (Map.Entry<Both, Integer> entry : byBoth.entrySet()) {
            double count = entry.getValue();
            precision += count * count / byCluster.getOrDefault(entry.getKey().cluster(), 1);
            recall += count * count / byPerson.getOrDefault(entry.getKey().person(), 1);
        }
        int records = Math.max(1, persons.size());
        return new ClusterScore(
                persons.size(),
                pairs(byPerson),
                pairs(byCluster),
                pairs(byBoth),
                precision / records,
                recall / records);
    }

    private static long pairs(Map<?, Integer> sizes) {
        return sizes.values().stream().mapToLong(n -> n * (n - 1L) / 2).sum();
    }

    /** The share of found pairs that are true; 1 if none was found. */
    public double precision() {
        return foundPairs == 0 ? 1 : (double) correctPairs / foundPairs;
    }

    /** The share of true pairs that were found; 1 if there is none. */
    public double recall() {
        return truePairs == 0 ? 1 : (double) correctPairs / truePairs;
    }

    public double f1() {
        return harmonic(precision(), recall());
    }

    public double bCubedF1() {
        return harmonic(bCubedPrecision, bCubedRecall);
    }

    private static double harmonic(double a, double b) {
        return a + b == 0 ? 0 : 2 * a * b / (a + b);
    }

    /** A line for people. */
    public String line() {
        Interval precision = Interval.wilson(correctPairs, foundPairs);
        Interval recall = Interval.wilson(correctPairs, truePairs);
        return String.format(
                Locale.ROOT,
                "precision %.4f [%.4f, %.4f]  recall %.4f [%.4f, %.4f]  F1 %.4f  B-cubed %.4f  (%d true, %d found, %d correct pairs; %d records)",
                precision(),
                precision.low(),
                precision.high(),
                recall(),
                recall.low(),
                recall.high(),
                f1(),
                bCubedF1(),
                truePairs,
                foundPairs,
                correctPairs,
                records);
    }
}
