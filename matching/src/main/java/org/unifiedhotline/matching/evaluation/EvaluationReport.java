package org.unifiedhotline.matching.evaluation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** An evaluation as text for an operator: figures only, nothing of any person. */
public final class EvaluationReport {
    private static final double HIGH_PRECISION = 0.995;

    private final Evaluation evaluation;
    private final List<String> lines = new ArrayList<>();

    private EvaluationReport(Evaluation evaluation) {
        this.evaluation = evaluation;
    }

    /** The lines of a report. */
    public static List<String> of(Evaluation evaluation) {
        EvaluationReport report = new EvaluationReport(evaluation);
        report.head();
        report.curve();
        report.ownThreshold();
        report.groups();
        report.losses();
        return List.copyOf(report.lines);
    }

    @SuppressWarnings("AnnotateFormatMethod") // its annotation would be a dependency for this alone
    private void say(String format, Object... arguments) {
        lines.add(String.format(Locale.ROOT, format, arguments));
    }

    private void head() {
        say(
                "%d records resolved; the truth does not tell of %d of them, and tells of %d that are not there",
                evaluation.records(), evaluation.unknown(), evaluation.missing());
    }

    private void curve() {
        say("");
        say(
                "Precision and recall of pairs of resolvable records by link threshold, clustered at each (* the model's own)");
        say("  threshold  probability  precision  recall  F1      B-cubed F1");
        for (Curve.Point point : evaluation.curve().points()) {
            ClusterScore score = point.resolvable();
            say(
                    "%s %9.2f  %11.6f  %9.4f  %6.4f  %6.4f  %10.4f",
                    point.own() ? "*" : " ",
                    point.bits(),
                    point.probability(),
                    score.precision(),
                    score.recall(),
                    score.f1(),
                    score.bCubedF1());
        }
        Optional<Curve.Point> best = evaluation.curve().bestWithPrecision(HIGH_PRECISION);
        say(
                "recall where precision >= %.3f: %s",
                HIGH_PRECISION,
                best.map(point -> String.format(
                                Locale.ROOT,
                                "%.4f (precision %.4f, threshold %.2f bits)",
                                point.resolvable().recall(),
                                point.resolvable().precision(),
                                point.bits()))
                        .orElse("no threshold reaches it"));
    }

    private void ownThreshold() {
        Curve.Point own = evaluation.curve().own();
        say("");
        say("At the model's own threshold of %.2f bits, with 95 %% intervals", own.bits());
        score("resolvable records", own.resolvable(), evaluation.resolvable());
        score("all records", own.all(), evaluation.all());
    }

    private void score(String what, ClusterScore score, BlockBootstrap intervals) {
        say(
                "  %s: precision %.4f %s  recall %.4f %s  F1 %.4f %s  B-cubed F1 %.4f %s (precision %.4f, recall %.4f)",
                what,
                score.precision(),
                text(intervals.precision()),
                score.recall(),
                text(intervals.recall()),
                score.f1(),
                text(intervals.f1()),
                score.bCubedF1(),
                text(intervals.bCubedF1()),
                score.bCubedPrecision(),
                score.bCubedRecall());
        say(
                "    %d records, %d true pairs, %d found, %d correct",
                score.records(), score.truePairs(), score.foundPairs(), score.correctPairs());
    }

    private static String text(Interval interval) {
        return String.format(Locale.ROOT, "[%.4f, %.4f]", interval.low(), interval.high());
    }

    private void groups() {
        say("");
        say("Pairs of resolvable records by kind of pair");
        evaluation.byKind().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(entry ->
                        say("  %-18s %s", entry.getKey(), entry.getValue().line()));
        say("");
        say("Pairs of resolvable records by the best that they share");
        evaluation.byEvidence().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(entry -> say(
                        "  %-18s %s", entry.getKey().word(), entry.getValue().line()));
        say("");
        if (evaluation.households().truePairs() > 0) {
            say(
                    "within households, all records         %s",
                    evaluation.households().line());
            say(
                    "within households, resolvable records  %s",
                    evaluation.resolvableHouseholds().line());
        } else {
            say("within households: the truth tells of none");
        }
        say("pairs with a row that is not resolvable %s", evaluation.thin().line());
    }

    private void losses() {
        say("");
        say("Blocking, pairs of resolvable records: %s", evaluation.blocking().line());
        say("Errors among pairs of resolvable records, by the step that made them");
        for (ErrorPair.Fault fault : ErrorPair.Fault.values()) {
            List<ErrorPair> pairs = evaluation.errors().stream()
                    .filter(pair -> pair.fault() == fault && pair.resolvable())
                    .toList();
            StringBuilder line = new StringBuilder();
            for (ErrorPair.Loss loss : ErrorPair.Loss.values()) {
                long count = pairs.stream().filter(pair -> pair.loss() == loss).count();
                line.append(", ").append(loss.word()).append(' ').append(count);
            }
            say("  %s: %d%s", fault.word(), pairs.size(), line);
        }
    }

    /** The errors in the order in which to look at them: the surest mistakes first. */
    public static List<ErrorPair> worstFirst(List<ErrorPair> errors) {
        return errors.stream()
                .sorted(Comparator.comparingDouble((ErrorPair pair) -> -surprise(pair))
                        .thenComparing(ErrorPair::keyA)
                        .thenComparing(ErrorPair::keyB))
                .toList();
    }

    private static double surprise(ErrorPair pair) {
        return pair.fault() == ErrorPair.Fault.WRONG
                ? pair.weight().bits()
                : -pair.weight().bits();
    }
}
