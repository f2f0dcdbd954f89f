package org.unifiedhotline.app.evaluate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.unifiedhotline.app.command.BadInputException;
import org.unifiedhotline.app.command.CsvRows;
import org.unifiedhotline.app.hub.RecordKeys;
import org.unifiedhotline.matching.evaluation.Truth;

/**
 * Reads who is who: {@code source,table,local_id,person_id}, with {@code resolvable} (1 or 0) and {@code household} where there are such
 * columns. Households may stand in a file of persons of their own: {@code person_id,household}.
 */
final class TruthFiles {
    private TruthFiles() {}

    static Truth read(Path truth, Optional<Path> persons) throws IOException, BadInputException {
        CsvRows rows = CsvRows.read(truth, List.of("source", "table", "local_id", "person_id"));
        Map<String, String> personOf = new HashMap<>();
        Map<String, String> households = new HashMap<>();
        Set<String> resolvable = new HashSet<>();
        for (CsvRows.Row row : rows.rows()) {
            String key = RecordKeys.of(row, "");
            String person = row.get("person_id");
            if (personOf.put(key, person) != null) {
                throw row.complaint("local_id", key + " stands there twice");
            }
            if (isResolvable(rows, row)) {
                resolvable.add(key);
            }
            row.optional("household").ifPresent(household -> households.put(person, household));
        }
        Path beside = truth.resolveSibling("persons.csv");
        Optional<Path> people =
                persons.isPresent() ? persons : Optional.of(beside).filter(Files::isReadable);
        if (people.isPresent()) {
            for (CsvRows.Row row : CsvRows.read(people.get(), List.of("person_id", "household"))
                    .rows()) {
                households.put(row.get("person_id"), row.get("household"));
            }
        }
        return new Truth(personOf, resolvable, households);
    }

    private static boolean isResolvable(CsvRows rows, CsvRows.Row row) throws BadInputException {
        if (!rows.hasColumn("resolvable")) {
            return true;
        }
        return switch (row.get("resolvable")) {
            case "1", "true" -> true;
            case "0", "false" -> false;
            default -> throw row.complaint("resolvable", "expected 1 or 0");
        };
    }
}
