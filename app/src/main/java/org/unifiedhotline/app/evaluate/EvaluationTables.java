package org.unifiedhotline.app.evaluate;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.unifiedhotline.app.hub.RecordKeys;
import org.unifiedhotline.matching.evaluation.ClericalSample;
import org.unifiedhotline.matching.evaluation.ErrorPair;
import org.unifiedhotline.matching.evaluation.EvaluationReport;
import org.unifiedhotline.matching.explanation.ClusterExplanation;
import org.unifiedhotline.matching.explanation.Explanation;
import org.unifiedhotline.matching.explanation.Language;
import org.unifiedhotline.matching.record.MatchWeight;

/** The tables that the command writes. Unless values are asked for, they hold ids, figures and the words of the model only. */
final class EvaluationTables {
    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setRecordSeparator('\n').get();

    private EvaluationTables() {}

    /** Every pair that came out wrong, the surest mistakes first. */
    static void errors(Appendable to, List<ErrorPair> errors, double linkBits, Language language, boolean withValues)
            throws IOException {
        CSVPrinter printer = new CSVPrinter(to, FORMAT);
        List<String> heading = new ArrayList<>(
                List.of("error", "lost_by", "resolvable", "one_household", "kind_of_pair", "best_shared"));
        heading.addAll(RecordKeys.columns("_a"));
        heading.addAll(RecordKeys.columns("_b"));
        heading.addAll(List.of("match_weight", "match_probability", "explanation", "held_apart_by"));
        printer.printRecord(heading);
        for (ErrorPair pair : EvaluationReport.worstFirst(errors)) {
            List<String> row = new ArrayList<>(List.of(
                    pair.fault().word(),
                    pair.loss().word(),
                    pair.resolvable() ? "1" : "0",
                    pair.household() ? "1" : "0",
                    pair.kind(),
                    pair.evidence().word()));
            row.addAll(RecordKeys.fields(pair.keyA()));
            row.addAll(RecordKeys.fields(pair.keyB()));
            addWeight(row, pair.weight(), language, withValues);
            row.add(apart(pair, linkBits, language));
            printer.printRecord(row);
        }
        printer.flush();
    }

    private static String apart(ErrorPair pair, double linkBits, Language language) {
        return switch (pair.fault()) {
            case WRONG -> "";
            case MISSED ->
                pair.separation()
                        .map(one -> ClusterExplanation.whyNot(one, linkBits, language))
                        .orElseGet(() -> ClusterExplanation.notConnected(language));
        };
    }

    /** Pairs to be judged. */
    static void sample(Appendable to, List<ClericalSample.Drawn> pairs, Language language, boolean withValues)
            throws IOException {
        CSVPrinter printer = new CSVPrinter(to, FORMAT);
        List<String> heading = new ArrayList<>(List.of(JudgedSample.STRATUM, JudgedSample.STRATUM_PAIRS));
        heading.addAll(RecordKeys.columns("_a"));
        heading.addAll(RecordKeys.columns("_b"));
        heading.addAll(List.of("match_weight", "match_probability", "explanation", JudgedSample.VERDICT));
        printer.printRecord(heading);
        for (ClericalSample.Drawn pair : pairs) {
            List<String> row = new ArrayList<>(List.of(pair.band().word(), String.valueOf(pair.bandPairs())));
            row.addAll(RecordKeys.fields(pair.keyA()));
            row.addAll(RecordKeys.fields(pair.keyB()));
            addWeight(row, pair.weight(), language, withValues);
            row.add("");
            printer.printRecord(row);
        }
        printer.flush();
    }

    private static void addWeight(List<String> row, MatchWeight weight, Language language, boolean withValues) {
        Explanation explanation =
                withValues ? Explanation.of(weight, language) : Explanation.withoutValues(weight, language);
        row.add(String.format(Locale.ROOT, "%.3f", weight.bits()));
        row.add(String.format(Locale.ROOT, "%.6f", weight.probability()));
        row.add((weight.isForbidden() ? explanation.summary() + "; " : "") + String.join("; ", explanation.reasons()));
    }
}
