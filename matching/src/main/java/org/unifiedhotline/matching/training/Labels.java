package org.unifiedhotline.matching.training;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.unifiedhotline.matching.comparison.EncodedRecord;
import org.unifiedhotline.matching.record.Assertion;

/** Pairs of which people said what they are, by the places of their records. A pair of which both was said is left out. */
final class Labels {
    private final Map<Long, Boolean> said = new TreeMap<>();

    Labels(List<EncodedRecord> records, Collection<Assertion> assertions) {
        if (assertions.isEmpty()) {
            return;
        }
        Map<String, Integer> places = HashMap.newHashMap(records.size());
        for (int i = 0; i < records.size(); i++) {
            places.put(records.get(i).key(), i);
        }
        Map<Long, Integer> verdicts = new HashMap<>();
        for (Assertion assertion : assertions) {
            Integer a = places.get(assertion.keyA());
            Integer b = places.get(assertion.keyB());
            if (a != null && b != null) {
                int verdict = assertion.verdict() == Assertion.Verdict.SAME_PERSON ? 1 : 2;
                verdicts.merge(pair(Math.min(a, b), Math.max(a, b)), verdict, (one, other) -> one | other);
            }
        }
        verdicts.forEach((pair, verdict) -> {
            if (verdict < 3) {
                said.put(pair, verdict == 1);
            }
        });
    }

    private static long pair(int a, int b) {
        return ((long) a << 32) + b;
    }

    boolean isSaid(int a, int b) {
        return !said.isEmpty() && said.containsKey(pair(a, b));
    }

    /** Is told of each pair, a &lt; b. */
    @FunctionalInterface
    interface Visitor {
        void pair(int a, int b, boolean isSame);
    }

    void forEach(Visitor visitor) {
        said.forEach((pair, isSame) -> visitor.pair((int) (pair >> 32), pair.intValue(), isSame));
    }
}
