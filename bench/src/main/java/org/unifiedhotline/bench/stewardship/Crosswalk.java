package org.unifiedhotline.bench.stewardship;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The crosswalk as the office reads it. */
final class Crosswalk {
    private final Api office;

    Crosswalk(Api office) {
        this.office = office;
    }

    /** The records of each person, each as {@code source,table,local_id}, by master id. */
    Map<String, List<String>> people() {
        Map<String, List<String>> people = new TreeMap<>();
        office.get("/api/v1/crosswalk.csv").body().lines().skip(1).forEach(line -> {
            String[] cells = line.split(",");
            people.computeIfAbsent(cells[3], id -> new ArrayList<>()).add(cells[0] + "," + cells[1] + "," + cells[2]);
        });
        return people;
    }

    static Set<Set<String>> clusters(Map<String, List<String>> people) {
        return people.values().stream().map(Set::copyOf).collect(Collectors.toSet());
    }
}
