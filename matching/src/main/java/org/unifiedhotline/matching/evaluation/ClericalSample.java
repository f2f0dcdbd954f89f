package org.unifiedhotline.matching.evaluation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.unifiedhotline.matching.MatchEngine;
import org.unifiedhotline.matching.bulk.BulkCommonness;
import org.unifiedhotline.matching.bulk.BulkOutcome;
import org.unifiedhotline.matching.comparison.ComparisonVector;
import org.unifiedhotline.matching.comparison.EncodedRecord;
import org.unifiedhotline.matching.comparison.Hashing;
import org.unifiedhotline.matching.comparison.RecordComparator;
import org.unifiedhotline.matching.record.Commonness;
import org.unifiedhotline.matching.record.MatchWeight;

/**
 * Pairs of linked records for people to judge, where no truth is known: drawn by weight band, so that the few doubtful links are
 * looked at as much as the many sure ones. {@link StratifiedPrecision} makes of the judgements what holds for all links.
 */
public final class ClericalSample {
    private ClericalSample() {}

    /** How far the weight of a linked pair lies above the link threshold. */
    public enum Band {
        /** The pair alone would not link: other records hold the two together. */
        BELOW(Double.NEGATIVE_INFINITY, 0),
        UP_TO_2(0, 2),
        UP_TO_4(2, 4),
        UP_TO_8(4, 8),
        UP_TO_16(8, 16),
        ABOVE_16(16, Double.POSITIVE_INFINITY);

        private final double from;
        private final double below;

        Band(double from, double below) {
            this.from = from;
            this.below = below;
        }

        /** The word for it in files. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        static Band of(double above) {
            for (Band band : values()) {
                if (above < band.below && above >= band.from) {
                    return band;
                }
            }
            return BELOW; // forbidden pairs, at negative infinity
        }
    }

    /**
     * A pair to judge.
     *
     * @param band the stratum that it was drawn from
     * @param bandPairs how many linked pairs that stratum has
     * @param keyA one record, the smaller key
     * @param keyB the other
     * @param weight their match weight with its parts
     */
    public record Drawn(Band band, long bandPairs, String keyA, String keyB, MatchWeight weight) {}

    /** A linked pair by the places of its records, at a place in the draw that depends on its keys and the seed alone. */
    private record Linked(int a, int b, long lot) {}

    /**
     * Draws pairs of one cluster. Every band gives as many as any other, if it has them. The same records, model and seed give
     * the same sample.
     *
     * @param size how many pairs, at least 1; fewer are drawn where there are fewer
     */
    public static List<Drawn> draw(MatchEngine engine, BulkOutcome outcome, int size, long seed) {
        Commonness commonness = BulkCommonness.of(outcome.records(), new RecordComparator(engine.model()));
        Map<Band, List<Linked>> bands = bands(engine, outcome, commonness, seed);
        Map<Band, Integer> shares = shares(bands, size);
        List<Drawn> drawn = new ArrayList<>();
        bands.forEach((band, pairs) -> pairs.stream()
                .sorted(Comparator.comparingLong(Linked::lot))
                .limit(shares.getOrDefault(band, 0))
                .forEach(pair -> {
                    EncodedRecord a = outcome.records().get(pair.a());
                    EncodedRecord b = outcome.records().get(pair.b());
                    drawn.add(new Drawn(band, pairs.size(), a.key(), b.key(), engine.compare(a, b, commonness)));
                }));
        return drawn;
    }

    private static Map<Band, List<Linked>> bands(
            MatchEngine engine, BulkOutcome outcome, Commonness commonness, long seed) {
        Map<Integer, List<Integer>> clusters = new TreeMap<>();
        for (int i = 0; i < outcome.records().size(); i++) {
            clusters.computeIfAbsent(outcome.clusterOf(i), _ -> new ArrayList<>())
                    .add(i);
        }
        ComparisonVector vector = engine.newVector();
        Map<Band, List<Linked>> bands = new EnumMap<>(Band.class);
        for (List<Integer> cluster : clusters.values()) {
            for (int i = 0; i < cluster.size(); i++) {
                for (int j = i + 1; j < cluster.size(); j++) {
                    EncodedRecord a = outcome.records().get(cluster.get(i));
                    EncodedRecord b = outcome.records().get(cluster.get(j));
                    double above = engine.bits(a, b, commonness, vector) - engine.linkBits();
                    long lot = Hashing.then(Hashing.of(a.key() + " " + b.key()), seed);
                    bands.computeIfAbsent(Band.of(above), _ -> new ArrayList<>())
                            .add(new Linked(cluster.get(i), cluster.get(j), lot));
                }
            }
        }
        return bands;
    }

    /** The same number from each band; what a small one cannot give, the others do. */
    private static Map<Band, Integer> shares(Map<Band, List<Linked>> bands, int size) {
        Map<Band, Integer> shares = new EnumMap<>(Band.class);
        List<Map.Entry<Band, List<Linked>>> smallestFirst = bands.entrySet().stream()
                .sorted(Comparator.comparingInt(entry -> entry.getValue().size()))
                .toList();
        int left = size;
        int bandsLeft = smallestFirst.size();
        for (Map.Entry<Band, List<Linked>> entry : smallestFirst) {
            int share = Math.min(entry.getValue().size(), Math.ceilDiv(left, bandsLeft));
            shares.put(entry.getKey(), share);
            left -= share;
            bandsLeft--;
        }
        return shares;
    }
}
