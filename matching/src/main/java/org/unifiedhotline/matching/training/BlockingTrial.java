package org.unifiedhotline.matching.training;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.unifiedhotline.matching.MatchEngine;
import org.unifiedhotline.matching.Population;
import org.unifiedhotline.matching.bulk.Candidates;
import org.unifiedhotline.matching.bulk.EncodedTable;
import org.unifiedhotline.matching.bulk.PairPass;
import org.unifiedhotline.matching.bulk.Progress;
import org.unifiedhotline.matching.comparison.ComparisonVector;
import org.unifiedhotline.matching.comparison.EncodedRecord;
import org.unifiedhotline.matching.comparison.RecordComparator;
import org.unifiedhotline.matching.model.BlockingRule;
import org.unifiedhotline.matching.model.MatchModel;
import org.unifiedhotline.matching.record.Commonness;

/**
 * Which blocking rules are worth their pairs: on a fair part of the candidates, rules are taken one by one, the one that finds
 * most expected matches a new pair first, until those left would find next to none.
 */
final class BlockingTrial {
    /** Rules that would add a smaller share of the expected matches than this are left out. */
    private static final double LEAST_SHARE = 0.0005;

    /** So many pairs are worth comparing to find one more match. */
    private static final double PAIRS_FOR_ONE = 2500;

    private final MatchModel model;
    private final Candidates candidates;
    private final BitSet kept;

    private record Tried(BitSet rules, double probability) {}

    BlockingTrial(
            MatchModel model, EncodedTable table, Candidates candidates, double part, long seed, Progress progress) {
        this.model = model;
        this.candidates = candidates;
        this.kept = choose(
                tried(model, table, candidates, part, seed, progress),
                model.blocking().size());
    }

    private static List<Tried> tried(
            MatchModel model, EncodedTable table, Candidates candidates, double part, long seed, Progress progress) {
        MatchEngine engine = MatchEngine.of(model, Population.exactly(table.size()));
        Commonness commonness = table.commonness(new RecordComparator(model));
        Object[] chunks = PairPass.<List<Tried>>run(
                candidates,
                "choose blocking",
                () -> {
                    ComparisonVector vector = engine.newVector();
                    return (from, to, stamps) -> {
                        List<Tried> tried = new ArrayList<>();
                        for (int record = from; record < to; record++) {
                            if (Trainer.isInPart(record, part, seed)) {
                                EncodedRecord left = table.records().get(record);
                                candidates.after(record, stamps, (a, b) -> {
                                    EncodedRecord right = table.records().get(b);
                                    double bits = engine.bits(left, right, commonness, vector);
                                    tried.add(new Tried(rules(candidates, a, b), 1 / (1 + Math.pow(2, -bits))));
                                });
                            }
                        }
                        return tried;
                    };
                },
                progress);
        List<Tried> all = new ArrayList<>();
        for (Object chunk : chunks) {
            all.addAll(listOf(chunk));
        }
        return all;
    }

    @SuppressWarnings("unchecked") // what the worker above makes
    private static List<Tried> listOf(Object chunk) {
        return (List<Tried>) chunk;
    }

    private static BitSet rules(Candidates candidates, int a, int b) {
        BitSet rules = new BitSet();
        for (int rule = 0; rule < candidates.ruleCount(); rule++) {
            rules.set(rule, candidates.areCandidates(a, b, rule));
        }
        return rules;
    }

    private static BitSet choose(List<Tried> all, int rules) {
        double expected = all.stream().mapToDouble(Tried::probability).sum();
        BitSet kept = new BitSet();
        List<Tried> left = all;
        for (int best = best(left, rules, expected); best >= 0; best = best(left, rules, expected)) {
            int taken = best;
            kept.set(taken);
            left = left.stream().filter(pair -> !pair.rules().get(taken)).toList();
        }
        if (kept.isEmpty()) {
            kept.set(0, rules);
        }
        return kept;
    }

    /** The rule that finds most expected matches a pair; -1 if none of them is worth its pairs. */
    private static int best(List<Tried> left, int rules, double expected) {
        double[] found = new double[rules];
        long[] pairs = new long[rules];
        for (Tried pair : left) {
            for (int rule = pair.rules().nextSetBit(0);
                    rule >= 0 && rule < rules;
                    rule = pair.rules().nextSetBit(rule + 1)) {
                found[rule] += pair.probability();
                pairs[rule]++;
            }
        }
        int best = -1;
        for (int rule = 0; rule < rules; rule++) {
            if (found[rule] > expected * LEAST_SHARE
                    && found[rule] * PAIRS_FOR_ONE > pairs[rule]
                    && (best < 0 || found[rule] * pairs[best] > found[best] * pairs[rule])) {
                best = rule;
            }
        }
        return best;
    }

    /** The model with the rules that are worth it. */
    MatchModel model() {
        List<BlockingRule> rules = new ArrayList<>();
        kept.stream().forEach(rule -> rules.add(model.blocking().get(rule)));
        return model.withBlocking(rules);
    }

    /** The candidates that they give. */
    Candidates candidates() {
        return candidates.of(kept);
    }
}
