package org.unifiedhotline.matching.training;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntUnaryOperator;
import org.unifiedhotline.matching.comparison.EncodedRecord;
import org.unifiedhotline.matching.comparison.Hashing;
import org.unifiedhotline.matching.comparison.RecordComparator;
import org.unifiedhotline.matching.model.FrequencyTable;
import org.unifiedhotline.matching.model.MatchModel;

/**
 * Counts how many people (not rows) have each value. A model is read by many, is copied and outlives those it was learned from, so it tells
 * of no few: a value, or two that go together, is named only if at least {@value #FEWEST_NAMED} people have it (k-anonymity, L. Sweeney 2002).
 * All rarer values have one share among them; of rarer combinations stands only a mark that many others share.
 */
final class FrequencyCounter {
    static final int FEWEST_NAMED = 11;

    private static final int MOST_LISTED = 4000;
    /** One other person of two rare names may be chance, or the same person not yet found out. */
    private static final double LIFT_CAUTION = 0.25;

    private static final double LEAST_LIFT = 1.5;

    private static final int DIGITS = 6;
    /** Powers of ten up to this one are exact. */
    private static final int MOST_PLACES = 22;

    private static final double[] POWERS = powers();

    private FrequencyCounter() {}

    /** The tables of all features whose values' rarity counts; records of one entity count a value once. */
    static Map<String, FrequencyTable> tables(
            MatchModel model, List<EncodedRecord> records, IntUnaryOperator entityOf, boolean byEntity) {
        RecordComparator comparator = new RecordComparator(model);
        List<Table> wanted = new ArrayList<>();
        for (int attribute = 0; attribute < model.attributes().size(); attribute++) {
            List<String> names = comparator.tables(attribute);
            for (int slot = 0; slot < names.size(); slot++) {
                wanted.add(new Table(names.get(slot), attribute, slot));
            }
        }
        BitSet several = several(records.size(), entityOf);
        List<Map<String, Count>> counts = wanted.parallelStream()
                .map(table -> table.isTogether() && !byEntity
                        ? Map.<String, Count>of()
                        : counts(records, table, entityOf, several))
                .toList();
        Map<String, FrequencyTable> tables = new LinkedHashMap<>();
        for (int i = 0; i < wanted.size(); i++) {
            if (!wanted.get(i).isTogether()) {
                tables.put(wanted.get(i).name(), smooth(counts.get(i)));
            } else if (byEntity) {
                tables.put(wanted.get(i).name(), lifts(wanted.get(i).name(), counts.get(i), tables));
            }
        }
        return tables;
    }

    /** A table of one slot of an attribute's values. */
    private record Table(String name, int attribute, int slot) {
        /** Whether it is of two parts that go together. */
        boolean isTogether() {
            return name.contains("+");
        }
    }

    /** How many entities have a term. */
    private static final class Count {
        int entities;
    }

    /** The entities of more than one record. */
    private static BitSet several(int records, IntUnaryOperator entityOf) {
        BitSet several = new BitSet();
        for (int i = 0; i < records; i++) {
            if (entityOf.applyAsInt(i) != i) {
                several.set(entityOf.applyAsInt(i));
            }
        }
        return several;
    }

    private static Map<String, Count> counts(
            List<EncodedRecord> records, Table table, IntUnaryOperator entityOf, BitSet several) {
        Map<String, Count> counts = new HashMap<>();
        Set<Long> seen = new HashSet<>();
        for (int i = 0; i < records.size(); i++) {
            EncodedRecord record = records.get(i);
            int entity = entityOf.applyAsInt(i);
            int values = record.count(table.attribute());
            for (int v = 0; v < values; v++) {
                String term = RecordComparator.term(record.value(table.attribute(), v), table.slot());
                boolean once = values == 1 && !several.get(entity);
                if (!term.isEmpty() && (once || seen.add(Hashing.then(Hashing.of(term), entity)))) {
                    counts.computeIfAbsent(term, _ -> new Count()).entities++;
                }
            }
        }
        return counts;
    }

    /** How many times commoner two parts of a name are together than alone, the person itself not counted. */
    private static FrequencyTable lifts(String name, Map<String, Count> counts, Map<String, FrequencyTable> tables) {
        String attribute = name.substring(0, name.indexOf('.'));
        String part = name.substring(attribute.length() + 1, name.indexOf('+'));
        FrequencyTable first = tables.getOrDefault(attribute + ".family", FrequencyTable.NONE);
        FrequencyTable second = tables.getOrDefault(attribute + "." + part, FrequencyTable.NONE);
        double total =
                counts.values().stream().mapToLong(count -> count.entities).sum();
        Map<String, Double> lifts = new LinkedHashMap<>();
        counts.entrySet().stream().sorted(Map.Entry.comparingByKey()).forEach(entry -> {
            String[] terms = entry.getKey().split("\\+", 2);
            double expected = total * first.share(terms[0]) * second.share(terms[1]);
            double lift = (expected + LIFT_CAUTION + entry.getValue().entities - 1) / (expected + LIFT_CAUTION);
            if (lift >= LEAST_LIFT) {
                String key = isNamed(entry.getValue()) ? entry.getKey() : FrequencyTable.mark(entry.getKey());
                lifts.merge(key, round(lift), Math::max);
            }
        });
        return new FrequencyTable(lifts, 1, 1);
    }

    private static boolean isNamed(Count count) {
        return count.entities >= FEWEST_NAMED;
    }

    /**
     * Values that are not named share one share, that which tells of agreement on one of them, over the people who have them, as much as their
     * own would (the geometric mean); a value never met gets the same.
     */
    private static FrequencyTable smooth(Map<String, Count> counts) {
        long total = counts.values().stream().mapToLong(count -> count.entities).sum();
        if (total < 2) {
            return new FrequencyTable(Map.of(), 1, 1);
        }
        List<Map.Entry<String, Count>> common = counts.entrySet().stream()
                .filter(entry -> isNamed(entry.getValue()))
                .sorted(Comparator.<Map.Entry<String, Count>>comparingInt(entry -> -entry.getValue().entities)
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(MOST_LISTED)
                .toList();
        Map<String, Double> shares = new LinkedHashMap<>();
        common.forEach(entry -> shares.put(entry.getKey(), round(entry.getValue().entities / (double) total)));
        double pairs = 0;
        double people = 0;
        double logarithms = 0;
        for (Map.Entry<String, Count> entry : new TreeMap<>(counts).entrySet()) {
            double count = entry.getValue().entities;
            pairs += count * (count - 1);
            if (!shares.containsKey(entry.getKey())) {
                people += count;
                logarithms += count * Math.log(count);
            }
        }
        double expected = Math.min(1, (pairs + 0.5) / ((double) total * (total - 1)));
        double other = (people == 0 ? 1 : Math.exp(logarithms / people)) / total;
        return new FrequencyTable(shares, round(other), round(expected));
    }

    /** Six digits are plenty, and read better. */
    static double round(double value) {
        if (value == 0 || !Double.isFinite(value)) {
            return value;
        }
        int places = DIGITS - 1 - (int) Math.floor(Math.log10(Math.abs(value)));
        if (Math.abs(places) > MOST_PLACES) {
            return new BigDecimal(value)
                    .round(new MathContext(DIGITS, RoundingMode.HALF_UP))
                    .doubleValue();
        }
        // Both are whole and exact, so that what comes out is the double next to the decimal number.
        double power = POWERS[Math.abs(places)];
        return places < 0 ? Math.rint(value / power) * power : Math.rint(value * power) / power;
    }

    private static double[] powers() {
        double[] powers = new double[MOST_PLACES + 1];
        for (int i = 0; i < powers.length; i++) {
            powers[i] = Double.parseDouble("1e" + i);
        }
        return powers;
    }
}
