package org.unifiedhotline.matching.evaluation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.unifiedhotline.matching.MatchEngine;
import org.unifiedhotline.matching.bulk.BulkCommonness;
import org.unifiedhotline.matching.comparison.ComparisonVector;
import org.unifiedhotline.matching.comparison.EncodedRecord;
import org.unifiedhotline.matching.comparison.RecordComparator;
import org.unifiedhotline.matching.model.Trained;
import org.unifiedhotline.matching.record.Assertion;
import org.unifiedhotline.matching.record.ClusterHistory;
import org.unifiedhotline.matching.record.ClusterHistory.Separation;
import org.unifiedhotline.matching.record.Commonness;
import org.unifiedhotline.matching.record.MatchWeight;

/** Judges the pairs of a run that are one person, or stand in one cluster; all others are right and tell nothing. */
final class Judge {
    private final MatchEngine engine;
    private final Evaluator.Run run;
    private final Truth truth;
    private final List<EncodedRecord> records;
    private final Commonness commonness;
    private final RecordComparator comparator;
    private final Evidence.Reader evidence;
    private final Reclustering reclustering;
    private final Set<Long> candidates = new HashSet<>();

    private final Map<String, PairScore> byKind = new TreeMap<>();
    private final Map<Evidence, PairScore> byEvidence = new EnumMap<>(Evidence.class);
    private PairScore households = PairScore.NONE;
    private PairScore resolvableHouseholds = PairScore.NONE;
    private PairScore thin = PairScore.NONE;
    private long truePairs;
    private long keptPairs;
    private final List<int[]> wrong = new ArrayList<>();
    private final List<int[]> missed = new ArrayList<>();

    Judge(MatchEngine engine, Evaluator.Run run, Collection<Assertion> assertions, Truth truth) {
        this.engine = engine;
        this.run = run;
        this.truth = truth;
        this.records = run.records();
        this.comparator = new RecordComparator(engine.model());
        this.commonness = BulkCommonness.of(records, comparator);
        this.evidence = new Evidence.Reader(engine.model());
        this.reclustering = new Reclustering(engine, run.outcome(), assertions, commonness);
    }

    /** All figures of pairs. */
    record Verdict(
            Map<String, PairScore> byKind,
            Map<Evidence, PairScore> byEvidence,
            PairScore households,
            PairScore resolvableHouseholds,
            PairScore thin,
            BlockingScore blocking,
            List<ErrorPair> errors) {}

    Reclustering reclustering() {
        return reclustering;
    }

    Verdict verdict() {
        findCandidates();
        ComparisonVector vector = comparator.newVector();
        for (List<Integer> cluster : groups(false).values()) {
            forPairs(cluster, (a, b) -> judge(a, b, true, vector));
        }
        for (List<Integer> person : groups(true).values()) {
            forPairs(person, (a, b) -> {
                if (run.outcome().clusterOf(a) != run.outcome().clusterOf(b)) {
                    judge(a, b, false, vector);
                }
            });
        }
        double size = records.size();
        return new Verdict(
                byKind,
                byEvidence,
                households,
                resolvableHouseholds,
                thin,
                new BlockingScore(truePairs, keptPairs, run.outcome().candidates(), size * (size - 1) / 2),
                errors());
    }

    private Map<String, List<Integer>> groups(boolean byPerson) {
        Map<String, List<Integer>> groups = new TreeMap<>();
        for (int i = 0; i < records.size(); i++) {
            String person = truth.persons().get(records.get(i).key());
            if (person != null) {
                String group = byPerson
                        ? person
                        : records.get(run.outcome().clusterOf(i)).key();
                groups.computeIfAbsent(group, _ -> new ArrayList<>()).add(i);
            }
        }
        return groups;
    }

    @FunctionalInterface
    private interface Pairs {
        void pair(int a, int b);
    }

    private static void forPairs(List<Integer> members, Pairs pairs) {
        for (int i = 0; i < members.size(); i++) {
            for (int j = i + 1; j < members.size(); j++) {
                pairs.pair(members.get(i), members.get(j));
            }
        }
    }

    /** Which of the pairs of one person are candidates. */
    private void findCandidates() {
        int[] stamps = run.candidates().newStamps();
        for (int i = 0; i < records.size(); i++) {
            run.candidates().after(i, stamps, (a, b) -> {
                if (truth.isOnePerson(records.get(a).key(), records.get(b).key())) {
                    candidates.add(pair(a, b));
                }
            });
        }
    }

    private static long pair(int a, int b) {
        return ((long) a << 32) + b;
    }

    private void judge(int a, int b, boolean isFound, ComparisonVector vector) {
        EncodedRecord left = records.get(a);
        EncodedRecord right = records.get(b);
        boolean isTrue = truth.isOnePerson(left.key(), right.key());
        boolean isResolvable = truth.areResolvable(left.key(), right.key());
        boolean isHousehold = truth.isOneHousehold(left.key(), right.key());
        if (isHousehold) {
            households = households.with(isTrue, isFound);
        }
        if (isResolvable) {
            if (isHousehold) {
                resolvableHouseholds = resolvableHouseholds.with(isTrue, isFound);
            }
            comparator.compare(left, right, commonness, vector);
            byKind.merge(kind(left, right), PairScore.NONE.with(isTrue, isFound), PairScore::plus);
            byEvidence.merge(evidence.of(vector), PairScore.NONE.with(isTrue, isFound), PairScore::plus);
            truePairs += isTrue ? 1 : 0;
            keptPairs += isTrue && candidates.contains(pair(a, b)) ? 1 : 0;
        } else {
            thin = thin.with(isTrue, isFound);
        }
        if (isTrue != isFound) {
            (isFound ? wrong : missed).add(new int[] {a, b});
        }
    }

    private static String kind(EncodedRecord a, EncodedRecord b) {
        return Trained.pairKind(a.kindName(), b.kindName());
    }

    private List<ErrorPair> errors() {
        Set<Integer> wanted = new HashSet<>();
        missed.forEach(pair -> wanted.add(pair[0]));
        Map<Integer, ClusterHistory> histories = reclustering.historiesOf(wanted);
        ComparisonVector vector = comparator.newVector();
        List<ErrorPair> errors = new ArrayList<>();
        wrong.forEach(pair -> errors.add(error(pair, ErrorPair.Fault.WRONG, Optional.empty(), vector)));
        missed.forEach(pair -> errors.add(error(pair, ErrorPair.Fault.MISSED, separation(pair, histories), vector)));
        return errors;
    }

    private Optional<Separation> separation(int[] pair, Map<Integer, ClusterHistory> histories) {
        ClusterHistory history = histories.get(pair[0]);
        return history == null
                ? Optional.empty()
                : history.between(
                        records.get(pair[0]).key(), records.get(pair[1]).key());
    }

    private ErrorPair error(
            int[] pair, ErrorPair.Fault fault, Optional<Separation> separation, ComparisonVector vector) {
        EncodedRecord a = records.get(pair[0]);
        EncodedRecord b = records.get(pair[1]);
        MatchWeight weight = engine.compare(a, b, commonness);
        comparator.compare(a, b, commonness, vector);
        return new ErrorPair(
                fault,
                loss(pair, fault, weight, separation),
                a.key(),
                b.key(),
                truth.areResolvable(a.key(), b.key()),
                truth.isOneHousehold(a.key(), b.key()),
                kind(a, b),
                evidence.of(vector),
                weight,
                separation);
    }

    private ErrorPair.Loss loss(
            int[] pair, ErrorPair.Fault fault, MatchWeight weight, Optional<Separation> separation) {
        boolean links = weight.bits() >= engine.linkBits() && !weight.isForbidden();
        if (fault == ErrorPair.Fault.WRONG) {
            return links ? ErrorPair.Loss.SCORING : ErrorPair.Loss.CLUSTERING;
        }
        boolean compared = candidates.contains(pair(pair[0], pair[1])) || separation.isPresent();
        if (!compared) {
            return ErrorPair.Loss.BLOCKING;
        }
        return links ? ErrorPair.Loss.CLUSTERING : ErrorPair.Loss.SCORING;
    }
}
