package org.unifiedhotline.matching.comparison;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which folded names count as variants of one name. */
final class Variants {
    private final Map<String, Integer> sets = new HashMap<>();

    Variants(List<List<String>> lists) {
        for (int set = 0; set < lists.size(); set++) {
            for (String name : lists.get(set)) {
                sets.put(Folding.folded(Folding.marked(name)), set);
            }
        }
    }

    int of(String folded) {
        return sets.getOrDefault(folded, -1);
    }
}
