package org.unifiedhotline.bench.linkage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Who is who, by record key, and which rows hold enough to be resolved. */
record Truth(Map<String, String> persons, Set<String> resolvable) {
    static Truth read(Path file) throws IOException {
        Map<String, String> persons = new HashMap<>();
        Set<String> resolvable = new HashSet<>();
        List<String> lines = Files.readAllLines(file);
        for (String line : lines.subList(1, lines.size())) {
            String[] fields = line.strip().split(",", -1);
            String key = fields[0] + "/" + fields[1] + "/" + fields[2];
            persons.put(key, fields[3]);
            if (fields[4].equals("1")) {
                resolvable.add(key);
            }
        }
        return new Truth(persons, resolvable);
    }

    boolean isResolvable(String key) {
        return resolvable.contains(key);
    }
}
