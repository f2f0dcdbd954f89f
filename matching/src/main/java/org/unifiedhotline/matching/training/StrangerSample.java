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
import org.unifiedhotline.matching.model.Role;
import org.unifiedhotline.matching.record.Commonness;

/** How pairs drawn at random compare: for each kind of pair, how many reach each level of each feature. */
final class StrangerSample {
    private static final int LEVELS = 16;
    private static final int PORTIONS = 16;
    /** Until more pairs than this are drawn, a level is taken to be reached by values of any rarity. */
    private static final int FEW_DRAWN = 5;

    /** By kind of pair, feature and level; level 0 counts the pairs where the feature is missing. */
    final Map<Integer, long[][]> counts = new TreeMap<>();

    /** How many pairs of each kind there are in all. */
    final Map<Integer, Double> pairs = new TreeMap<>();

    private final List<Feature> features;
    private final RecordComparator comparator;
    /** The pairs drawn that reach a level whose rarity counts, without being simply equal. */
    private final Map<Integer, List<Drawn>> nearly = new TreeMap<>();

    private record Drawn(EncodedRecord a, EncodedRecord b) {}

    /** What a portion of the draws gives. */
    private static final class Portion {
        final long[][] levels;
        final List<Drawn> nearly = new ArrayList<>();
        int drawn;
        int comparable;

        Portion(int features) {
            levels = new long[features][LEVELS];
        }
    }

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
        List<Portion> parts = sources.parallelStream()
                .map(source -> portion(left, right, source, draws / PORTIONS))
                .toList();
        long[][] levels = new long[features.size()][LEVELS];
        long drawn = 0;
        long comparable = 0;
        List<Drawn> close = new ArrayList<>();
        for (Portion part : parts) {
            close.addAll(part.nearly);
            drawn += part.drawn;
            comparable += part.comparable;
            for (int f = 0; f < levels.length; f++) {
                for (int level = 0; level < LEVELS; level++) {
                    levels[f][level] += part.levels[f][level];
                }
            }
        }
        nearly.put(kind, close);
        double all =
                kind / 16 == kind % 16 ? left.size() * (left.size() - 1.0) / 2 : (double) left.size() * right.size();
        counts.put(kind, levels);
        pairs.put(kind, Math.max(1, all * comparable / Math.max(1, drawn)));
    }

    private Portion portion(List<EncodedRecord> left, List<EncodedRecord> right, SplittableRandom random, int draws) {
        Portion portion = new Portion(features.size());
        ComparisonVector vector = comparator.newVector();
        for (int draw = 0; draw < draws; draw++) {
            EncodedRecord a = left.get(random.nextInt(left.size()));
            EncodedRecord b = right.get(random.nextInt(right.size()));
            if (!a.equals(b)) {
                portion.drawn++;
                if (a.source().isEmpty() || !a.source().equals(b.source())) {
                    portion.comparable++;
                    comparator.compare(a, b, Commonness.NONE, vector);
                    count(a, b, vector, portion);
                }
            }
        }
        return portion;
    }

    private void count(EncodedRecord a, EncodedRecord b, ComparisonVector vector, Portion portion) {
        if (isOnePerson(vector)) {
            return;
        }
        boolean isNear = false;
        for (int f = 0; f < features.size(); f++) {
            portion.levels[f][vector.level(f)]++;
            isNear |= isNearly(f, vector.level(f));
        }
        if (isNear) {
            portion.nearly.add(new Drawn(a, b));
        }
    }

    /**
     * Whether two records agree in all that can be compared, and in what no two people share by chance alone: a number that is
     * one's own, or a birth together with a name. Where rows of one person are many, they would pass for strangers.
     */
    private boolean isOnePerson(ComparisonVector vector) {
        boolean named = false;
        boolean born = false;
        boolean own = false;
        for (int f = 0; f < features.size(); f++) {
            if (vector.level(f) > 1) {
                return false;
            }
            if (vector.level(f) == 1) {
                Role role = features.get(f).role();
                named |= role == Role.GIVEN_NAME;
                born |= role == Role.BIRTH;
                own |= role == Role.CONTACT || role == Role.IDENTIFIER;
            }
        }
        return named && (born || own);
    }

    private boolean isNearly(int feature, int level) {
        return level > 1 && features.get(feature).levels().get(level - 1).frequent();
    }

    /**
     * How much the rarity of what they nearly agree on counts among pairs drawn at random, by feature and level: the mean of
     * 2 to the power of the adjustment, with the values weighed as they are now. Where it is above 1, near agreement is
     * commonest among the very values that seem rare (the slips made of a common name), and would be rated too high.
     */
    double[][] rarity(int kind) {
        double[][] sums = new double[features.size()][LEVELS];
        double[][] drawn = new double[features.size()][LEVELS];
        nearly.forEach((of, pairs) -> {
            if (kind < 0 || of == kind) {
                addRarity(pairs, sums, drawn);
            }
        });
        for (int f = 0; f < sums.length; f++) {
            for (int level = 0; level < LEVELS; level++) {
                sums[f][level] = (sums[f][level] + FEW_DRAWN) / (drawn[f][level] + FEW_DRAWN);
            }
        }
        return sums;
    }

    private void addRarity(List<Drawn> pairs, double[][] sums, double[][] drawn) {
        ComparisonVector vector = comparator.newVector();
        for (Drawn pair : pairs) {
            comparator.compare(pair.a(), pair.b(), Commonness.NONE, vector);
            for (int f = 0; f < sums.length; f++) {
                int level = vector.level(f);
                if (isNearly(f, level)) {
                    sums[f][level] += Math.pow(2, vector.adjustment(f));
                    drawn[f][level]++;
                }
            }
        }
    }
}
