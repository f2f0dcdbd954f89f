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
    private static final int LEVELS = 16;
    private static final int PORTIONS = 16;

    /** By kind of pair, feature and level; level 0 counts the pairs where the feature is missing. */
    final Map<Integer, long[][]> counts = new TreeMap<>();

    /** How many pairs of each kind there are in all. */
    final Map<Integer, Double> pairs = new TreeMap<>();

    private final List<Feature> features;
    private final RecordComparator comparator;

    StrangerSample(
            List<EncodedRecord> records, List<Feature> features, RecordComparator comparator, int draws, long seed) {
        this.features = features;
        this.comparator = comparator;
        Map<Integer, List<EncodedRecord>> byKind = new TreeMap<>();
        records.forEach(record ->
                byKind.computeIfAbsent(record.kind(), _ -> new ArrayList<>()).add(record));
        SplittableRandom random = new SplittableRandom(seed);
        for (int a : byKind.keySet()) {
            for (int b : byKind.keySet()) {
                if (a <= b) {
                    sample(
                            byKind.getOrDefault(a, List.of()),
                            byKind.getOrDefault(b, List.of()),
                            a * 16 + b,
                            random,
                            draws);
                }
            }
        }
    }

    /** Draws in portions with a source of chance each: the same whatever the number of cores. */
    private void sample(
            List<EncodedRecord> left, List<EncodedRecord> right, int kind, SplittableRandom random, int draws) {
        List<SplittableRandom> sources = new ArrayList<>();
        for (int portion = 0; portion < PORTIONS; portion++) {
            sources.add(random.split());
        }
        List<long[][]> parts = sources.parallelStream()
                .map(source -> portion(left, right, source, draws / PORTIONS))
                .toList();
        long[][] levels = new long[features.size()][LEVELS];
        long comparable = 0;
        for (long[][] part : parts) {
            for (int f = 0; f < levels.length; f++) {
                for (int level = 0; level < LEVELS; level++) {
                    levels[f][level] += part[f][level];
                    comparable += f == 0 ? part[f][level] : 0;
                }
            }
        }
        double all =
                kind / 16 == kind % 16 ? left.size() * (left.size() - 1.0) / 2 : (double) left.size() * right.size();
        counts.put(kind, levels);
        pairs.put(kind, Math.max(1, all * comparable / (draws / PORTIONS * PORTIONS)));
    }

    private long[][] portion(List<EncodedRecord> left, List<EncodedRecord> right, SplittableRandom random, int draws) {
        long[][] levels = new long[features.size()][LEVELS];
        ComparisonVector vector = comparator.newVector();
        for (int draw = 0; draw < draws; draw++) {
            EncodedRecord a = left.get(random.nextInt(left.size()));
            EncodedRecord b = right.get(random.nextInt(right.size()));
            if (!a.equals(b) && (a.source().isEmpty() || !a.source().equals(b.source()))) {
                comparator.compare(a, b, Commonness.NONE, vector);
                for (int f = 0; f < levels.length; f++) {
                    levels[f][vector.level(f)]++;
                }
            }
        }
        return levels;
    }
}
