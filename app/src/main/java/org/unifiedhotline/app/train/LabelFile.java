package org.unifiedhotline.app.train;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.unifiedhotline.app.command.BadInputException;
import org.unifiedhotline.app.command.CsvRows;
import org.unifiedhotline.app.hub.RecordKeys;
import org.unifiedhotline.matching.record.Assertion;
import org.unifiedhotline.matching.record.Assertion.Verdict;

/** Reads pairs of which people said what they are. Rows left open (unsure, or nothing) are left out. */
final class LabelFile {
    private LabelFile() {}

    static List<Assertion> read(Path file) throws IOException, BadInputException {
        List<String> columns = new ArrayList<>(RecordKeys.columns("_a"));
        columns.addAll(RecordKeys.columns("_b"));
        columns.add("verdict");
        List<Assertion> labels = new ArrayList<>();
        for (CsvRows.Row row : CsvRows.read(file, columns).rows()) {
            Optional<Verdict> verdict = verdict(row);
            if (verdict.isPresent()) {
                String a = RecordKeys.of(row, "_a");
                String b = RecordKeys.of(row, "_b");
                if (a.equals(b)) {
                    throw row.complaint("local_id_b", "expected another record than the first");
                }
                labels.add(new Assertion(a, b, verdict.get()));
            }
        }
        return labels;
    }

    private static Optional<Verdict> verdict(CsvRows.Row row) throws BadInputException {
        return switch (row.optional("verdict").orElse("").toLowerCase(Locale.ROOT)) {
            case "same" -> Optional.of(Verdict.SAME_PERSON);
            case "different" -> Optional.of(Verdict.DIFFERENT_PEOPLE);
            case "unsure", "" -> Optional.empty();
            default -> throw row.complaint("verdict", "expected same, different, unsure or nothing");
        };
    }
}
