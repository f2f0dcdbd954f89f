package org.unifiedhotline.matching.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.unifiedhotline.matching.MatchEngine;
import org.unifiedhotline.matching.Population;
import org.unifiedhotline.matching.TestPeople;
import org.unifiedhotline.matching.bulk.Progress;
import org.unifiedhotline.matching.comparison.EncodedRecord;
import org.unifiedhotline.matching.record.Assertion;
import org.unifiedhotline.matching.record.BlockingKey;
import org.unifiedhotline.matching.record.MatchRecord;
import org.unifiedhotline.matching.training.Trainer;

class EvaluatorTest {
    private static final List<MatchRecord> PEOPLE = TestPeople.records(300, 5);
    private static final MatchEngine ENGINE = MatchEngine.forBulk(
            new Trainer(TestPeople.model(), 1, Progress.NONE).train(PEOPLE).model(), Population.exactly(PEOPLE.size()));
    private static final Evaluator EVALUATOR = new Evaluator(ENGINE, Progress.NONE);
    private static final Evaluator.Run RUN = EVALUATOR.run(PEOPLE, List.of());
    private static final Truth TRUTH = truth();
    private static final Evaluation EVALUATION = EVALUATOR.evaluate(RUN, List.of(), TRUTH);

    /** Three people of one telephone are a household; every tenth record holds too little. */
    private static Truth truth() {
        Map<String, String> persons = new HashMap<>();
        Map<String, String> households = new HashMap<>();
        Set<String> resolvable = new HashSet<>();
        for (MatchRecord record : PEOPLE) {
            String person = record.key().substring(0, 5);
            persons.put(record.key(), person);
            households.put(person, "h" + Integer.parseInt(person) / 3);
            if (record.id() % 10 > 0) {
                resolvable.add(record.key());
            }
        }
        return new Truth(persons, resolvable, households);
    }

    @Test
    @DisplayName("At the model's own threshold the curve tells the clusters of the run themselves")
    void ownPointIsTheRun() {
        List<String> persons = RUN.records().stream()
                .map(record -> record.key().substring(0, 5))
                .toList();
        List<String> clusters = IntStream.range(0, persons.size())
                .mapToObj(i -> String.valueOf(RUN.outcome().clusterOf(i)))
                .toList();
        ClusterScore own = EVALUATION.curve().own().all();
        assertThat(own.foundPairs())
                .isEqualTo(ClusterScore.of(persons, clusters).foundPairs());
        assertThat(own.correctPairs())
                .isEqualTo(ClusterScore.of(persons, clusters).correctPairs());
    }

    @Test
    @DisplayName("A higher threshold finds no more pairs, and the best point of a precision has that precision")
    void curveFalls() {
        List<Curve.Point> points = EVALUATION.curve().points();
        for (int i = 1; i < points.size(); i++) {
            assertThat(points.get(i).bits()).isGreaterThan(points.get(i - 1).bits());
        }
        assertThat(points.getLast().all().foundPairs())
                .isLessThan(points.getFirst().all().foundPairs());
        assertThat(EVALUATION
                        .curve()
                        .bestWithPrecision(0.95)
                        .orElseThrow()
                        .resolvable()
                        .precision())
                .isGreaterThanOrEqualTo(0.95);
        assertThat(EVALUATION.curve().bestWithPrecision(1.01)).isEmpty();
    }

    @Test
    @DisplayName("Figures by kind of pair and by evidence add up to those of all resolvable pairs")
    void groupsAddUp() {
        ClusterScore own = EVALUATION.curve().own().resolvable();
        assertThat(sum(EVALUATION.byKind().values()))
                .isEqualTo(new PairScore(own.truePairs(), own.foundPairs(), own.correctPairs()));
        assertThat(sum(EVALUATION.byEvidence().values()))
                .isEqualTo(sum(EVALUATION.byKind().values()));
        ClusterScore all = EVALUATION.curve().own().all();
        assertThat(sum(EVALUATION.byKind().values()).plus(EVALUATION.thin()))
                .isEqualTo(new PairScore(all.truePairs(), all.foundPairs(), all.correctPairs()));
        assertThat(EVALUATION.households().truePairs()).isEqualTo(all.truePairs());
    }

    private static PairScore sum(Collection<PairScore> scores) {
        return scores.stream().reduce(PairScore.NONE, PairScore::plus);
    }

    @Test
    @DisplayName("Every pair found wrongly or missed stands among the errors, with the step that made it")
    void errors() {
        ClusterScore all = EVALUATION.curve().own().all();
        assertThat(EVALUATION.errors().stream().filter(pair -> pair.fault() == ErrorPair.Fault.WRONG))
                .hasSize((int) (all.foundPairs() - all.correctPairs()));
        assertThat(EVALUATION.errors().stream().filter(pair -> pair.fault() == ErrorPair.Fault.MISSED))
                .hasSize((int) (all.truePairs() - all.correctPairs()))
                .isNotEmpty();
        for (ErrorPair pair : EVALUATION.errors()) {
            boolean links = !pair.weight().isForbidden() && pair.weight().bits() >= ENGINE.linkBits();
            switch (pair.loss()) {
                case BLOCKING -> assertThat(pair.separation()).isEmpty();
                case SCORING -> assertThat(links).isEqualTo(pair.fault() == ErrorPair.Fault.WRONG);
                case CLUSTERING -> assertThat(links).isEqualTo(pair.fault() == ErrorPair.Fault.MISSED);
            }
        }
    }

    @Test
    @DisplayName("Pair completeness counts the true pairs that share a live key, looked for one by one")
    void completeness() {
        Map<BlockingKey, Integer> holders = new HashMap<>();
        Map<Long, Integer> byHash = new HashMap<>();
        RUN.records()
                .forEach(record -> new HashSet<>(ENGINE.blockingKeys(record)).forEach(key -> {
                    holders.merge(key, 1, Integer::sum);
                    byHash.merge(key.hash(), 1, Integer::sum);
                }));
        long kept = 0;
        for (int a = 0; a < PEOPLE.size(); a++) {
            for (int b = a + 1; b < PEOPLE.size(); b++) {
                EncodedRecord left = RUN.records().get(a);
                EncodedRecord right = RUN.records().get(b);
                if (TRUTH.isOnePerson(left.key(), right.key()) && TRUTH.areResolvable(left.key(), right.key())) {
                    Set<BlockingKey> shared = new HashSet<>(ENGINE.blockingKeys(left));
                    shared.retainAll(ENGINE.blockingKeys(right));
                    kept += shared.stream()
                                    .anyMatch(key -> ENGINE.isLive(
                                            key,
                                            holders.getOrDefault(key, 0),
                                            byHash.getOrDefault(key.parentHash(), 0)))
                            ? 1
                            : 0;
                }
            }
        }
        assertThat(EVALUATION.blocking().keptPairs()).isEqualTo(kept).isPositive();
        assertThat(EVALUATION.blocking().truePairs())
                .isEqualTo(EVALUATION.curve().own().resolvable().truePairs());
        assertThat(EVALUATION.blocking().candidates()).isEqualTo(RUN.outcome().candidates());
        assertThat(EVALUATION.blocking().allPairs()).isEqualTo(PEOPLE.size() * (PEOPLE.size() - 1) / 2.0);
    }

    @Test
    @DisplayName("Records that are not there count as people by themselves, records not told of are judged nowhere")
    void missingAndUnknown() {
        Map<String, String> persons = new HashMap<>(TRUTH.persons());
        persons.keySet().removeIf(key -> key.startsWith("00001"));
        persons.put("gone", "00002");
        Evaluation evaluation = EVALUATOR.evaluate(RUN, List.of(), Truth.of(persons));
        assertThat(evaluation.missing()).isEqualTo(1);
        assertThat(evaluation.unknown()).isEqualTo((int) PEOPLE.stream()
                .filter(record -> record.key().startsWith("00001"))
                .count());
        long others = PEOPLE.stream()
                .filter(record -> record.key().startsWith("00002"))
                .count();
        assertThat(evaluation.errors().stream().filter(pair -> pair.keyB().equals("gone")))
                .isEmpty();
        assertThat(evaluation.curve().own().all().truePairs())
                .isEqualTo(EVALUATION.curve().own().all().truePairs() + others - pairsOf("00001"));
    }

    private static long pairsOf(String person) {
        long records = PEOPLE.stream()
                .filter(record -> record.key().startsWith(person))
                .count();
        return records * (records - 1) / 2;
    }

    @Test
    @DisplayName("What a steward said holds at every threshold")
    void assertionsHold() {
        List<Assertion> said = List.of(new Assertion("00000/0", "00007/0", Assertion.Verdict.SAME_PERSON));
        Evaluator.Run run = EVALUATOR.run(PEOPLE, said);
        Evaluation evaluation = EVALUATOR.evaluate(run, said, TRUTH);
        assertThat(evaluation.curve().points())
                .allSatisfy(point -> assertThat(point.all().foundPairs())
                        .isGreaterThan(point.all().correctPairs()));
    }

    @Test
    @DisplayName("The report tells the curve, its own threshold, the recall at high precision, and no name of anybody")
    void report() {
        String report = String.join("\n", EvaluationReport.of(EVALUATION));
        assertThat(report)
                .contains("recall where precision >= 0.995", "pair completeness", "within households", "caller+caller")
                .doesNotContain("Nguyễn");
        assertThat(report.lines().filter(line -> line.startsWith("* "))).hasSize(1);
    }
}
