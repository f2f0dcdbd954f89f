package org.unifiedhotline.masterrecords.resolution;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Two source records by their numbers, the smaller first. */
public record RecordPair(long a, long b) {
    public RecordPair {
        if (a >= b) {
            throw new IllegalArgumentException("a pair names the record with the smaller number first");
        }
    }

    public static RecordPair of(long one, long other) {
        return new RecordPair(Math.min(one, other), Math.max(one, other));
    }

    /** Each of the one with each of the other. */
    public static List<RecordPair> across(Collection<Long> some, Collection<Long> others) {
        List<RecordPair> pairs = new ArrayList<>(some.size() * others.size());
        some.forEach(one -> others.forEach(other -> pairs.add(of(one, other))));
        return pairs;
    }
}
