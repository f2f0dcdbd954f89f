package org.unifiedhotline.bench.linkage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.unifiedhotline.matching.evaluation.Truth;

/** Reads the truth that is written beside generated people: {@code truth.csv}, and {@code persons.csv} where it lies beside it. */
public final class TruthFile {
    private TruthFile() {}

    /** The truth in a file. */
    public static Truth read(Path file) throws IOException {
        Map<String, String> persons = new HashMap<>();
        Set<String> resolvable = new HashSet<>();
        for (String[] fields : rows(file)) {
            String key = fields[0] + "/" + fields[1] + "/" + fields[2];
            persons.put(key, fields[3]);
            if (fields[4].equals("1")) {
                resolvable.add(key);
            }
        }
        Map<String, String> households = new HashMap<>();
        Path people = file.resolveSibling("persons.csv");
        if (Files.exists(people)) {
            rows(people).forEach(fields -> households.put(fields[0], fields[1]));
        }
        return new Truth(persons, resolvable, households);
    }

    private static List<String[]> rows(Path file) throws IOException {
        return Files.readAllLines(file).stream()
                .skip(1)
                .map(line -> line.strip().split(",", -1))
                .toList();
    }
}
