package org.unifiedhotline.matching.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.unifiedhotline.matching.comparison.ComparisonVector;
import org.unifiedhotline.matching.comparison.EncodedRecord;
import org.unifiedhotline.matching.comparison.RecordComparator;
import org.unifiedhotline.matching.model.Feature;
import org.unifiedhotline.matching.record.Commonness;

/** How pairs drawn at random compare: for each kind of pair, how many reach each level of each feature. */
final class StrangerSample {
    /** By kind of pair, feature and level; level 0 counts the pairs where the feature is missing. */
    final Map<Integer, long[][]> counts = new TreeMap<>();

    /** How many pairs of each kind there are in all. */
    final Map<Integer, Double> pairs = new TreeMap<>();

    StrangerSample(
            List<EncodedRecord> records, List<Feature> features, RecordComparator comparator, int draws, long seed) {
        Map<Integer, List<EncodedRecord>> byKind = new TreeMap<>();
        records.forEach(record ->
                byKind.computeIfAbsent(record.kind(), _ -> new ArrayList<>()).add(record));
        SplittableRandom random = new SplittableRandom(seed);
        ComparisonVector vector = comparator.newVector();
        for (int a : byKind.keySet()) {
            for (int b : byKind.keySet()) {
                if (a <= b) {
                    List<EncodedRecord> left = byKind.getOrDefault(a, List.of());
                    List<EncodedRecord> right = byKind.getOrDefault(b, List.of());
                    sample(left, right, a * 16 + b, features, comparator, vector, random, draws);
                }
            }
        }
    }

    private void sample(
            List<EncodedRecord> left,
            List<EncodedRecord> right,
            int kind,
            List<Feature> features,
            RecordComparator comparator,
            ComparisonVector vector,
            SplittableRandom random,
            int draws) {
        long[][] levels = new long[features.size()][16];
        int comparable = 0;
        for (int draw = 0; draw < draws; draw++) {
            EncodedRecord a = left.get(random.nextInt(left.size()));
            EncodedRecord b = right.get(random.nextInt(right.size()));
            if (a.equals(b) || (!a.source().isEmpty() && a.source().equals(b.source()))) {
                continue;
            }
            comparable++;
            comparator.compare(a, b, Commonness.NONE, vector);
            for (int f = 0; f < levels.length; f++) {
                levels[f][vector.level(f)]++;
            }
        }
        double all =
                kind / 16 == kind % 16 ? left.size() * (left.size() - 1.0) / 2 : (double) left.size() * right.size();
        counts.put(kind, levels);
        pairs.put(kind, Math.max(1, all * comparable / draws));
    }
}
