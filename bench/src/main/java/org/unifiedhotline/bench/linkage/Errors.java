package org.unifiedhotline.bench.linkage;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.unifiedhotline.matching.MatchEngine;
import org.unifiedhotline.matching.bulk.BulkCommonness;
import org.unifiedhotline.matching.bulk.BulkOutcome;
import org.unifiedhotline.matching.comparison.EncodedRecord;
import org.unifiedhotline.matching.comparison.RecordComparator;
import org.unifiedhotline.matching.record.Commonness;
import org.unifiedhotline.matching.record.MatchRecord;
import org.unifiedhotline.matching.record.MatchWeight;
import org.unifiedhotline.matching.record.WeightPart;

/** Lists what went wrong, with the explanation of each pair: losses of blocking apart from those of scoring and clustering. */
final class Errors {
    private static final int MOST_SHOWN = Integer.getInteger("errors", 40);

    private Errors() {}

    static void print(
            Truth truth,
            Map<String, String> clusters,
            List<MatchRecord> records,
            BulkOutcome outcome,
            MatchEngine engine,
            PrintStream out) {
        Map<String, EncodedRecord> encoded = new HashMap<>();
        outcome.records().forEach(record -> encoded.put(record.key(), record));
        Commonness commonness = BulkCommonness.of(outcome.records(), new RecordComparator(engine.model()));
        Map<String, List<String>> byPerson = new TreeMap<>();
        Map<String, List<String>> byCluster = new TreeMap<>();
        for (String key : truth.resolvable()) {
            byPerson.computeIfAbsent(truth.persons().get(key), _ -> new ArrayList<>())
                    .add(key);
            byCluster
                    .computeIfAbsent(clusters.getOrDefault(key, key), _ -> new ArrayList<>())
                    .add(key);
        }
        List<String> missed = pairs(byPerson, clusters);
        List<String> wrong = pairs(byCluster, truth.persons());
        show("missed", missed, encoded, engine, commonness, out);
        show("wrong", wrong, encoded, engine, commonness, out);
    }

    /** Pairs of one group that the labels tell apart. */
    private static List<String> pairs(Map<String, List<String>> groups, Map<String, String> labels) {
        List<String> pairs = new ArrayList<>();
        for (List<String> group : groups.values()) {
            group.sort(null);
            for (int i = 0; i < group.size(); i++) {
                for (int j = i + 1; j < group.size(); j++) {
                    if (!labels.getOrDefault(group.get(i), "").equals(labels.getOrDefault(group.get(j), ""))) {
                        pairs.add(group.get(i) + " " + group.get(j));
                    }
                }
            }
        }
        return pairs;
    }

    private static void show(
            String what,
            List<String> pairs,
            Map<String, EncodedRecord> encoded,
            MatchEngine engine,
            Commonness commonness,
            PrintStream out) {
        int linked = 0;
        int shown = 0;
        List<String> spread = new ArrayList<>(pairs);
        spread.sort(Comparator.comparingInt(String::hashCode));
        for (String pair : spread) {
            String[] keys = pair.split(" ");
            EncodedRecord a = encoded.get(keys[0]);
            EncodedRecord b = encoded.get(keys[1]);
            if (a == null || b == null) {
                continue;
            }
            MatchWeight weight = engine.compare(a, b, commonness);
            linked += weight.bits() >= engine.linkBits() ? 1 : 0;
            if (shown++ < MOST_SHOWN) {
                out.printf(Locale.ROOT, "%s %s  %.1f bits %s%n", what, pair, weight.bits(), weight.forbidden());
                for (WeightPart part : weight.parts()) {
                    if (Math.abs(part.bits()) > 0.05
                            || !part.left().isEmpty()
                            || !part.right().isEmpty()) {
                        out.printf(
                                Locale.ROOT,
                                "    %+6.1f %s %s: %s | %s%n",
                                part.bits(),
                                part.name(),
                                part.level(),
                                part.left(),
                                part.right());
                    }
                }
            }
        }
        out.printf("%s: %d pairs, %d of them link by weight%n", what, pairs.size(), linked);
    }
}
