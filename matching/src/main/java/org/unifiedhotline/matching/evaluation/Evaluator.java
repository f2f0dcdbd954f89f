package org.unifiedhotline.matching.evaluation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.IntUnaryOperator;
import org.unifiedhotline.matching.MatchEngine;
import org.unifiedhotline.matching.bulk.BulkOutcome;
import org.unifiedhotline.matching.bulk.BulkResolver;
import org.unifiedhotline.matching.bulk.Candidates;
import org.unifiedhotline.matching.bulk.EncodedTable;
import org.unifiedhotline.matching.bulk.Progress;
import org.unifiedhotline.matching.comparison.EncodedRecord;
import org.unifiedhotline.matching.record.Assertion;
import org.unifiedhotline.matching.record.MatchRecord;

/** Resolves records and measures the outcome against a truth. The truth is only looked at, nothing is learned from it. */
public final class Evaluator {
    private static final double CURVE_STEP = 0.5;
    private static final double CURVE_END = 20;
    private static final long SEED = 1;

    private final MatchEngine engine;
    private final Progress progress;

    /** With an engine made for a bulk run, at the size of population that the records are resolved at. */
    public Evaluator(MatchEngine engine, Progress progress) {
        this.engine = engine;
        this.progress = progress;
    }

    /**
     * What a run makes of the records.
     *
     * @param records in the order of their keys
     * @param candidates their candidate pairs
     * @param outcome edges and clusters
     */
    public record Run(List<EncodedRecord> records, Candidates candidates, BulkOutcome outcome) {
        public Run {
            records = List.copyOf(records);
        }
    }

    /** Resolves records, and keeps what an evaluation needs. */
    public Run run(Collection<MatchRecord> unordered, Collection<Assertion> assertions) {
        progress.at("encode", 0, unordered.size());
        EncodedTable table = EncodedTable.of(engine.model(), unordered);
        progress.at("block", 0, table.size());
        Candidates candidates = new Candidates(table, engine.keyMaker());
        return new Run(table.records(), candidates, new BulkResolver(engine, progress).resolve(candidates, assertions));
    }

    /** Measures a run of this engine; the assertions are those it was made with. */
    public Evaluation evaluate(Run run, Collection<Assertion> assertions, Truth truth) {
        Judge judge = new Judge(engine, run, assertions, truth);
        Curve curve = curve(run, judge, truth);
        progress.at("judge", 0, 1);
        Judge.Verdict verdict = judge.verdict();
        Labels resolvable = Labels.of(truth, run.records(), run.outcome()::clusterOf, true);
        Labels all = Labels.of(truth, run.records(), run.outcome()::clusterOf, false);
        int known = (int) run.records().stream()
                .filter(record -> truth.knows(record.key()))
                .count();
        progress.at("intervals", 0, 1);
        return new Evaluation(
                run.records().size(),
                run.records().size() - known,
                truth.persons().size() - known,
                curve,
                BlockBootstrap.of(resolvable.persons(), resolvable.clusters(), SEED),
                BlockBootstrap.of(all.persons(), all.clusters(), SEED),
                verdict.byKind(),
                verdict.byEvidence(),
                verdict.households(),
                verdict.resolvableHouseholds(),
                verdict.thin(),
                verdict.blocking(),
                verdict.errors());
    }

    private Curve curve(Run run, Judge judge, Truth truth) {
        TreeSet<Double> thresholds = new TreeSet<>();
        for (double bits = Math.ceil(engine.possibleBits() / CURVE_STEP) * CURVE_STEP;
                bits <= CURVE_END;
                bits += CURVE_STEP) {
            thresholds.add(bits);
        }
        thresholds.add(engine.linkBits());
        List<Curve.Point> points = new ArrayList<>();
        for (double bits : thresholds) {
            progress.at("curve", points.size(), thresholds.size());
            int[] clusterOf = judge.reclustering().at(bits);
            points.add(new Curve.Point(
                    bits,
                    bits == engine.linkBits(),
                    Labels.of(truth, run.records(), i -> clusterOf[i], true).score(),
                    Labels.of(truth, run.records(), i -> clusterOf[i], false).score()));
        }
        return new Curve(points);
    }

    /** The person and the cluster of each record of the truth, in the same order. */
    private record Labels(List<String> persons, List<String> clusters) {
        static Labels of(Truth truth, List<EncodedRecord> records, IntUnaryOperator clusterOf, boolean resolvable) {
            Map<String, String> found = HashMap.newHashMap(records.size());
            for (int i = 0; i < records.size(); i++) {
                found.put(
                        records.get(i).key(),
                        records.get(clusterOf.applyAsInt(i)).key());
            }
            List<String> persons = new ArrayList<>();
            List<String> clusters = new ArrayList<>();
            truth.persons().entrySet().stream()
                    .filter(entry -> !resolvable || truth.resolvable().contains(entry.getKey()))
                    .sorted(Map.Entry.comparingByKey())
                    .forEach(entry -> {
                        persons.add(entry.getValue());
                        clusters.add(found.getOrDefault(entry.getKey(), "missing " + entry.getKey()));
                    });
            return new Labels(persons, clusters);
        }

        ClusterScore score() {
            return ClusterScore.of(persons, clusters);
        }
    }
}
