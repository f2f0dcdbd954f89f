package org.unifiedhotline.matching.model;

import java.util.Map;
import java.util.TreeMap;

/**
 * How large a share of all people (not rows) has each value of a feature.
 *
 * <p>A table of parts that go together ({@code name.given+family}) holds instead how many times commoner each combination
 * is than its parts alone tell, with 1 for {@code other} and {@code expected}. Combinations of few people stand there by {@link #mark}
 * instead of by name.
 *
 * @param shares the common values' shares, each between 0 and 1
 * @param other the share of any one value not listed
 * @param expected the sum of the squared shares: how likely two strangers agree
 */
public record FrequencyTable(Map<String, Double> shares, double other, double expected) {
    private static final char TOGETHER = '+';
    private static final int MARK_BITS = 16;
    private static final int MARKS = 1 << MARK_BITS;
    private static final double MOST_FOR = 8;
    private static final double MOST_AGAINST = -8;

    public FrequencyTable {
        shares = Map.copyOf(new TreeMap<>(shares));
    }

    /** A table of nothing: every value is everybody's. */
    public static final FrequencyTable NONE = new FrequencyTable(Map.of(), 1, 1);

    /** The share of a value. */
    public double share(String term) {
        Double named = shares.get(term);
        if (named == null && term.indexOf(TOGETHER) >= 0) {
            named = shares.get(mark(term));
        }
        return named == null ? other : named;
    }

    /**
     * What stands in the place of a combination's name: 16 bits of it, which it has in common with many others, so that nobody can tell from
     * a table which of them was met. A combination that was never met and shares the mark of one that was passes for commoner than it
     * is: agreement on it counts for less, never for more.
     */
    public static String mark(String term) {
        int hash = term.hashCode();
        return "#"
                + Integer.toHexString(MARKS | ((hash ^ (hash >>> MARK_BITS)) & (MARKS - 1)))
                        .substring(1);
    }

    /**
     * What agreement on this very value is worth more (positive: rare) or less (negative: common) than agreement on any
     * value, in bits, between -8 and 8.
     */
    public double adjustment(String term) {
        double bits = Math.log(expected / share(term)) / Math.log(2);
        return Math.clamp(bits, MOST_AGAINST, MOST_FOR);
    }
}
