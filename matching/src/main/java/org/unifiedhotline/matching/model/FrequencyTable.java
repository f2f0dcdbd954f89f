package org.unifiedhotline.matching.model;

import java.util.Map;
import java.util.TreeMap;

/**
 * How large a share of all people (not rows) has each value of a feature.
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

    /**
     * What agreement on this very value is worth more (positive: rare) or less (negative: common) than agreement on any
     * value, in bits, between -8 and 8.
     */
    public double adjustment(String term) {
        double share = shares.getOrDefault(term, other);
        double bits = Math.log(expected / share) / Math.log(2);
        return Math.clamp(bits, MOST_AGAINST, MOST_FOR);
    }
}
