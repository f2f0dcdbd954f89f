package org.unifiedhotline.matching.training;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.unifiedhotline.matching.comparison.EncodedRecord;
import org.unifiedhotline.matching.comparison.Folding;
import org.unifiedhotline.matching.comparison.Value;
import org.unifiedhotline.matching.model.Kind;
import org.unifiedhotline.matching.model.MatchModel;

/**
 * Values that stand for nothing: what was typed because a form asked for something ({@code Unknown}, {@code 0900000000},
 * {@code 1900-01-01}). They are told from common values by the others of their column. How often the values of a column occur falls
 * with a power of their rank (G. K. Zipf, 1949), evenly so for numbers and days; a few values that are far commoner than
 * the next ones suggest belong to no such series. Codes are left alone: one ethnic group or nationality may well be nearly everybody's,
 * and agreement on what most people have counts next to nothing in any case.
 */
final class Placeholders {
    /** Of a larger table so many rows, evenly spread, tell how common its common values are. */
    private static final int ROWS_LOOKED_AT = 20_000;
    /** What fewer rows hold than this, or a smaller share of them, spoils nothing. */
    private static final int FEWEST_ROWS = 20;

    private static final double LEAST_SHARE = 0.01;
    /** No column has many: an empty answer is typed in few ways. */
    private static final int MOST = 5;

    /** So many next values tell what is to be expected, if there are at least {@link #FEWEST_NEXT}. */
    private static final int NEXT = 20;

    private static final int FEWEST_NEXT = 3;

    /**
     * How many times commoner than expected: the commonest names of peoples with few (Nguyễn, Kim, Hansen) are two to three times
     * as common as those after them suggest.
     */
    private static final double FAR_BEYOND = 8;

    /** Words that say themselves that they say nothing: these need only be commoner than the next values suggest. */
    private static final Set<String> WORDS = Set.of(
            "unknown",
            "not known",
            "unk",
            "n a",
            "none",
            "null",
            "nil",
            "not available",
            "not given",
            "not applicable",
            "no name",
            "anonymous",
            "test",
            "xxx",
            "khong ro",
            "chua ro",
            "khong biet",
            "khong co",
            "an danh");

    private final MatchModel model;
    private final List<EncodedRecord> records;

    private record Counted(String plain, int rows) {}

    Placeholders(MatchModel model, List<EncodedRecord> records) {
        this.model = model;
        this.records = records;
    }

    /** The placeholders of each attribute, folded as {@link Folding#plain} does. */
    List<Set<String>> find() {
        List<Set<String>> found = new ArrayList<>();
        for (int attribute = 0; attribute < model.attributes().size(); attribute++) {
            boolean isCode = model.attributes().get(attribute).kind() == Kind.CODE;
            found.add(isCode ? Set.of() : find(commonest(attribute)));
        }
        return found;
    }

    /** The values of an attribute, the commonest first. */
    private List<Counted> commonest(int attribute) {
        int step = Math.max(1, records.size() / ROWS_LOOKED_AT);
        Map<Value, int[]> byValue = new HashMap<>();
        for (int record = 0; record < records.size(); record += step) {
            for (int which = 0; which < records.get(record).count(attribute); which++) {
                byValue.computeIfAbsent(records.get(record).value(attribute, which), _ -> new int[1])[0]++;
            }
        }
        Map<String, Integer> rows = new HashMap<>();
        byValue.forEach((value, held) -> rows.merge(Folding.plain(value.text()), held[0], Integer::sum));
        return rows.entrySet().stream()
                .map(entry -> new Counted(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparingInt((Counted counted) -> -counted.rows())
                        .thenComparing(Counted::plain))
                .toList();
    }

    private static Set<String> find(List<Counted> values) {
        int all = values.stream().mapToInt(Counted::rows).sum();
        int beyond = 0;
        for (int top = 1; top <= Math.min(MOST, values.size() - FEWEST_NEXT); top++) {
            double rows = values.get(top - 1).rows();
            if (rows >= Math.max(FEWEST_ROWS, LEAST_SHARE * all) && rows >= FAR_BEYOND * expected(values, top)) {
                beyond = top;
            }
        }
        Set<String> found = new TreeSet<>();
        for (int rank = 0;
                rank < values.size() && values.get(rank).rows() >= Math.max(FEWEST_ROWS, LEAST_SHARE * all);
                rank++) {
            Counted value = values.get(rank);
            boolean saysSo = WORDS.contains(value.plain())
                    && rank + FEWEST_NEXT < values.size()
                    && value.rows() > expected(values, rank + 1);
            if (rank < beyond || saysSo) {
                found.add(value.plain());
            }
        }
        return found;
    }

    /** How many rows the value before some rank would have if it went on as the values from that rank do: by least squares of logarithms. */
    private static double expected(List<Counted> values, int from) {
        int last = Math.min(values.size(), from + NEXT);
        double ranks = 0;
        double counts = 0;
        double squares = 0;
        double products = 0;
        int n = last - from;
        for (int at = from; at < last; at++) {
            double rank = Math.log(at + 1.0);
            double count = Math.log(values.get(at).rows());
            ranks += rank;
            counts += count;
            squares += rank * rank;
            products += rank * count;
        }
        double slope = (products - ranks * counts / n) / (squares - ranks * ranks / n);
        return Math.exp(counts / n + slope * (Math.log(from) - ranks / n));
    }
}
