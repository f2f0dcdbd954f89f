package org.unifiedhotline.app.evaluate;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.unifiedhotline.app.command.BadInputException;
import org.unifiedhotline.app.command.CsvRows;
import org.unifiedhotline.matching.evaluation.StratifiedPrecision;
import org.unifiedhotline.matching.evaluation.StratifiedPrecision.Stratum;

/** A sample of links that people judged: by stratum how many are one person, two, or left open. */
record JudgedSample(Map<String, Stratum> strata, StratifiedPrecision estimate) {
    static final String STRATUM = "stratum";
    static final String STRATUM_PAIRS = "stratum_pairs";
    static final String VERDICT = "verdict";

    /** Reads a sample; a verdict is same, different, unsure or nothing. */
    static JudgedSample read(Path file) throws IOException, BadInputException {
        Map<String, Stratum> strata = new LinkedHashMap<>();
        for (CsvRows.Row row :
                CsvRows.read(file, List.of(STRATUM, STRATUM_PAIRS, VERDICT)).rows()) {
            Stratum judged = judged(row);
            Stratum known = strata.getOrDefault(row.get(STRATUM), new Stratum(judged.pairs(), 0, 0, 0));
            if (known.pairs() != judged.pairs()) {
                throw row.complaint(STRATUM_PAIRS, "expected " + known.pairs() + " as in the rows before");
            }
            try {
                strata.put(
                        row.get(STRATUM),
                        new Stratum(
                                known.pairs(),
                                known.same() + judged.same(),
                                known.different() + judged.different(),
                                known.unsure() + judged.unsure()));
            } catch (IllegalArgumentException e) {
                throw row.complaint(STRATUM_PAIRS, String.valueOf(e.getMessage()));
            }
        }
        try {
            return new JudgedSample(strata, StratifiedPrecision.of(List.copyOf(strata.values())));
        } catch (IllegalArgumentException e) {
            throw new BadInputException(file + ": " + e.getMessage());
        }
    }

    private static Stratum judged(CsvRows.Row row) throws BadInputException {
        long pairs;
        try {
            pairs = Long.parseLong(row.get(STRATUM_PAIRS));
        } catch (NumberFormatException _) {
            throw row.complaint(STRATUM_PAIRS, "expected a whole number");
        }
        if (pairs < 1) {
            throw row.complaint(STRATUM_PAIRS, "expected 1 or more");
        }
        return switch (row.optional(VERDICT).orElse("").toLowerCase(Locale.ROOT)) {
            case "same" -> new Stratum(pairs, 1, 0, 0);
            case "different" -> new Stratum(pairs, 0, 1, 0);
            case "unsure" -> new Stratum(pairs, 0, 0, 1);
            case "" -> new Stratum(pairs, 0, 0, 0);
            default -> throw row.complaint(VERDICT, "expected same, different, unsure or nothing");
        };
    }

    /** The report. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        strata.forEach((name, stratum) -> lines.add(String.format(
                Locale.ROOT,
                "%-10s stands for %d linked pairs: %d same, %d different, %d unsure%s",
                name,
                stratum.pairs(),
                stratum.same(),
                stratum.different(),
                stratum.unsure(),
                stratum.same() + stratum.different() == 0 ? "; nothing known of it" : "")));
        lines.add(String.format(
                Locale.ROOT,
                "precision of all linked pairs: %.4f [%.4f, %.4f] (95 %%, stratified Wilson), from %d judged pairs; %d left open",
                estimate.precision(),
                estimate.interval().low(),
                estimate.interval().high(),
                estimate.judged(),
                estimate.unsure()));
        return lines;
    }
}
