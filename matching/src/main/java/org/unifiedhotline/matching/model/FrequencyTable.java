package org.unifiedhotline.matching.model;

import java.util.Map;
import java.util.TreeMap;

/**
 * How large a share of all people (not rows) has each value of a feature.
 *
 * <p>A table of parts that go together ({@code name.given+family}) holds instead how many times commoner each combination
 * is than its parts alone tell, with 1 for {@code other} and {@code expected}.
 *
 * @param shares the common values' shares, each between 0 and 1
 * @param other the share of any one value not listed
 * @param expected the sum of the squared shares: how likely two strangers agree
 */
public record FrequencyTable(Map<String, Double> shares, double other, double expected) {
    private static final double MOST_FOR = 8;
    private static final double MOST_AGAINST = -8;

    public FrequencyTable {
        shares = Map.copyOf(new TreeMap<>(shares));
    }

    /** A table of nothing: every value is everybody's. */
    public static final FrequencyTable NONE = new FrequencyTable(Map.of(), 1, 1);

    /** The share of a value. */
    public double share(String term) {
        return shares.getOrDefault(term, other);
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
