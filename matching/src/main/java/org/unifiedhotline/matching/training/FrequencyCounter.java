package org.unifiedhotline.matching.training;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.IntUnaryOperator;
import org.unifiedhotline.matching.comparison.EncodedRecord;
import org.unifiedhotline.matching.comparison.Hashing;
import org.unifiedhotline.matching.comparison.RecordComparator;
import org.unifiedhotline.matching.model.FrequencyTable;
import org.unifiedhotline.matching.model.MatchModel;

/** Counts how many people (not rows) have each value. */
final class FrequencyCounter {
    private static final int MOST_LISTED = 4000;
    /** One other person of two rare names may be chance, or the same person not yet found out. */
    private static final double LIFT_CAUTION = 0.25;

    private static final double LEAST_LIFT = 1.5;

    private FrequencyCounter() {}

    /** The tables of all features whose values' rarity counts; records of one entity count a value once. */
    static Map<String, FrequencyTable> tables(
            MatchModel model, List<EncodedRecord> records, IntUnaryOperator entityOf, boolean byEntity) {
        RecordComparator comparator = new RecordComparator(model);
        Map<String, FrequencyTable> tables = new LinkedHashMap<>();
        for (int attribute = 0; attribute < model.attributes().size(); attribute++) {
            List<String> names = comparator.tables(attribute);
            for (int slot = 0; slot < names.size(); slot++) {
                Map<String, Integer> counts = counts(records, attribute, slot, entityOf);
                boolean together = names.get(slot).contains("+");
                if (!together) {
                    tables.put(names.get(slot), smooth(counts));
                } else if (byEntity) {
                    tables.put(names.get(slot), lifts(names.get(slot), counts, tables));
                }
            }
        }
        return tables;
    }

    private static Map<String, Integer> counts(
            List<EncodedRecord> records, int attribute, int slot, IntUnaryOperator entityOf) {
        Map<String, Integer> counts = new HashMap<>();
        Set<Long> seen = new HashSet<>();
        for (int i = 0; i < records.size(); i++) {
            EncodedRecord record = records.get(i);
            for (int v = 0; v < record.count(attribute); v++) {
                String term = RecordComparator.term(record.value(attribute, v), slot);
                if (!term.isEmpty()) {
                    if (seen.add(Hashing.then(Hashing.of(term), entityOf.applyAsInt(i)))) {
                        counts.merge(term, 1, Integer::sum);
                    }
                }
            }
        }
        return counts;
    }

    /** How many times commoner two parts of a name are together than alone, the person itself not counted. */
    private static FrequencyTable lifts(String name, Map<String, Integer> counts, Map<String, FrequencyTable> tables) {
        String attribute = name.substring(0, name.indexOf('.'));
        String part = name.substring(attribute.length() + 1, name.indexOf('+'));
        FrequencyTable first = tables.getOrDefault(attribute + ".family", FrequencyTable.NONE);
        FrequencyTable second = tables.getOrDefault(attribute + "." + part, FrequencyTable.NONE);
        double total = counts.values().stream().mapToLong(count -> count).sum();
        Map<String, Double> lifts = new LinkedHashMap<>();
        counts.entrySet().stream().sorted(Map.Entry.comparingByKey()).forEach(entry -> {
            String[] terms = entry.getKey().split("\\+", 2);
            double expected = total * first.share(terms[0]) * second.share(terms[1]);
            double lift = (expected + LIFT_CAUTION + entry.getValue() - 1) / (expected + LIFT_CAUTION);
            if (lift >= LEAST_LIFT) {
                lifts.put(entry.getKey(), round(lift));
            }
        });
        return new FrequencyTable(lifts, 1, 1);
    }

    /** Values met once keep one share among them all; a value never met gets the same. */
    private static FrequencyTable smooth(Map<String, Integer> counts) {
        long total = counts.values().stream().mapToLong(count -> count).sum();
        if (total < 2) {
            return new FrequencyTable(Map.of(), 1, 1);
        }
        double pairs = 0;
        List<Map.Entry<String, Integer>> common = new ArrayList<>();
        for (Map.Entry<String, Integer> entry : counts.entrySet()) {
            double count = entry.getValue();
            pairs += count * (count - 1);
            if (count > 1) {
                common.add(entry);
            }
        }
        double expected = (pairs + 0.5) / ((double) total * (total - 1));
        common.sort(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                .thenComparing(Map.Entry.comparingByKey()));
        Map<String, Double> shares = new LinkedHashMap<>();
        double other = 1.0 / total;
        if (common.size() > MOST_LISTED) {
            other = common.get(MOST_LISTED).getValue() / 2.0 / total;
        }
        for (Map.Entry<String, Integer> entry : common.subList(0, Math.min(MOST_LISTED, common.size()))) {
            shares.put(entry.getKey(), round(entry.getValue() / (double) total));
        }
        return new FrequencyTable(shares, round(other), round(expected));
    }

    /** Six digits are plenty, and read better. */
    static double round(double value) {
        return Double.parseDouble(String.format(Locale.ROOT, "%.6g", value));
    }
}
