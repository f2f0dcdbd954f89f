package org.unifiedhotline.matching.bulk;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.unifiedhotline.matching.blocking.KeyMaker;
import org.unifiedhotline.matching.comparison.EncodedRecord;

/** All candidate pairs of a set of records: each pair that shares a live key, once. Records are numbered by their place. */
public final class Candidates {
    private final EncodedTable table;
    private final List<EncodedRecord> records;
    private final RuleBlocks[] rules;

    /** Is told of each candidate pair, a &lt; b. */
    @FunctionalInterface
    public interface Visitor {
        void pair(int a, int b);
    }

    /** Builds the blocks of all rules. */
    public Candidates(EncodedTable table, KeyMaker keyMaker) {
        this(
                table,
                IntStream.range(0, keyMaker.ruleCount())
                        .parallel()
                        .mapToObj(rule -> new RuleBlocks(table.records(), keyMaker, rule))
                        .toArray(RuleBlocks[]::new));
    }

    private Candidates(EncodedTable table, RuleBlocks[] rules) {
        this.table = table;
        this.records = table.records();
        this.rules = rules;
    }

    /** The candidates that some of the rules give, by their numbers; the rule of relations, the last, is always kept. */
    public Candidates of(BitSet kept) {
        return new Candidates(
                table,
                IntStream.range(0, rules.length)
                        .filter(rule -> rule == rules.length - 1 || kept.get(rule))
                        .mapToObj(rule -> rules[rule])
                        .toArray(RuleBlocks[]::new));
    }

    /** How many records there are. */
    public int size() {
        return records.size();
    }

    /** The records, by their places. */
    public EncodedTable table() {
        return table;
    }

    /** How many rules there are, the one of relations included. */
    public int ruleCount() {
        return rules.length;
    }

    /** No fewer than the pairs there are: those that several rules give are counted for each. */
    public long atMost() {
        return Arrays.stream(rules).mapToLong(RuleBlocks::pairs).sum();
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
            for (int entry = rule.firstEntry(a); entry < rule.endEntry(a); entry++) {
                int end = rule.ends[entry];
                for (int at = rule.positions[entry] + 1; at < end; at++) {
                    int b = rule.members[at];
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

    /** Whether any rule makes two records candidates, sources aside. */
    public boolean areCandidates(int a, int b) {
        for (int rule = 0; rule < rules.length; rule++) {
            if (areCandidates(Math.min(a, b), Math.max(a, b), rule)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a rule makes two records candidates, of which a is the smaller. */
    public boolean areCandidates(int a, int b, int rule) {
        RuleBlocks blocks = rules[rule];
        for (int entry = blocks.firstEntry(a); entry < blocks.endEntry(a); entry++) {
            int from = blocks.positions[entry];
            if (Arrays.binarySearch(blocks.members, from, blocks.ends[entry], b) >= 0) {
                return true;
            }
        }
        return false;
    }
}
