package org.unifiedhotline.matching.bulk;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.unifiedhotline.matching.blocking.KeyMaker;
import org.unifiedhotline.matching.comparison.EncodedRecord;

/** All candidate pairs of a set of records: each pair that shares a live key, once. Records are numbered by their place. */
public final class Candidates {
    private final List<EncodedRecord> records;
    private final RuleBlocks[] rules;

    /** Is told of each candidate pair, a &lt; b. */
    @FunctionalInterface
    public interface Visitor {
        void pair(int a, int b);
    }

    /** Builds the blocks of all rules. */
    public Candidates(List<EncodedRecord> records, KeyMaker keyMaker) {
        this.records = records;
        this.rules = IntStream.range(0, keyMaker.ruleCount())
                .parallel()
                .mapToObj(rule -> new RuleBlocks(records, keyMaker, rule))
                .toArray(RuleBlocks[]::new);
    }

    /** How many records there are. */
    public int size() {
        return records.size();
    }

    /** Room for one thread to tell which pairs it has met. */
    public int[] newStamps() {
        int[] stamps = new int[records.size()];
        Arrays.fill(stamps, -1);
        return stamps;
    }

    /** Visits the candidates of one record among those after it. */
    public void after(int a, int[] stamps, Visitor visitor) {
        String source = records.get(a).source();
        for (RuleBlocks rule : rules) {
            for (int i = rule.firstBlock(a); i < rule.endBlock(a); i++) {
                int block = rule.blocks[i];
                int end = rule.blockStarts[block + 1];
                int at = Arrays.binarySearch(rule.members, rule.blockStarts[block], end, a);
                for (int j = at + 1; j < end; j++) {
                    int b = rule.members[j];
                    if (stamps[b] != a) {
                        stamps[b] = a;
                        if (source.isEmpty() || !source.equals(records.get(b).source())) {
                            visitor.pair(a, b);
                        }
                    }
                }
            }
        }
    }
}
