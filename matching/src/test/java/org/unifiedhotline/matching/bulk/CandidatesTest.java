package org.unifiedhotline.matching.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.unifiedhotline.matching.TestPeople;
import org.unifiedhotline.matching.blocking.KeyMaker;
import org.unifiedhotline.matching.model.BlockingRule;
import org.unifiedhotline.matching.model.MatchModel;
import org.unifiedhotline.matching.record.BlockingKey;
import org.unifiedhotline.matching.record.MatchRecord;

class CandidatesTest {
    private static final MatchModel MODEL = TestPeople.model()
            .withBlocking(
                    List.of(
                            BlockingRule.of(List.of("name.given"), List.of("birth.year", "home.first", "telephone")),
                            BlockingRule.of(List.of("name.letters"), List.of("birth.around")),
                            BlockingRule.of(List.of("telephone"), List.of("name.given")),
                            BlockingRule.of(List.of("birth.year", "home.first"), List.of())),
                    3);

    /** Some with several names and telephones, and some born about a year. */
    private static List<MatchRecord> people() {
        List<MatchRecord> people = new ArrayList<>();
        for (MatchRecord record : TestPeople.records(120, 3)) {
            Map<String, List<String>> values = new HashMap<>(record.values());
            if (record.id() % 5 == 0) {
                values.computeIfPresent("name", (_, names) -> List.of(names.getFirst(), "~Bông", "~Na"));
                values.put("telephone", List.of("+84911111111", "+84922222222"));
            }
            if (record.id() % 7 == 0) {
                values.put("birth", List.of("~1985"));
            }
            people.add(MatchRecord.of(record.id(), record.key(), record.kind(), values));
        }
        return people;
    }

    @Test
    @DisplayName("Keys made level by level give the pairs that all keys of all records give")
    void levelByLevel() {
        EncodedTable table = EncodedTable.of(MODEL, people());
        KeyMaker keys = new KeyMaker(MODEL);
        Candidates candidates = new Candidates(table, keys);
        Set<List<Integer>> found = new HashSet<>();
        int[] stamps = candidates.newStamps();
        for (int a = 0; a < table.size(); a++) {
            candidates.after(a, stamps, (x, b) -> {
                assertThat(found.add(List.of(x, b))).as("%d, %d once", x, b).isTrue();
                assertThat(candidates.areCandidates(x, b)).isTrue();
            });
        }
        assertThat(found).isNotEmpty().isEqualTo(byAllKeys(table, keys));
        assertThat(candidates.atMost()).isGreaterThanOrEqualTo(found.size());
    }

    private static Set<List<Integer>> byAllKeys(EncodedTable table, KeyMaker keys) {
        Map<Long, List<Integer>> holders = new HashMap<>();
        Map<Long, BlockingKey> known = new HashMap<>();
        for (int record = 0; record < table.size(); record++) {
            for (BlockingKey key : keys.keys(table.records().get(record))) {
                known.put(key.hash(), key);
                holders.computeIfAbsent(key.hash(), _ -> new ArrayList<>()).add(record);
            }
        }
        Set<List<Integer>> pairs = new HashSet<>();
        known.values().forEach(key -> {
            List<Integer> holding = holders.getOrDefault(key.hash(), List.of());
            if (keys.isLive(
                    key,
                    holding.size(),
                    holders.getOrDefault(key.parentHash(), List.of()).size())) {
                for (int i = 0; i < holding.size(); i++) {
                    for (int j = i + 1; j < holding.size(); j++) {
                        pairs.add(List.of(holding.get(i), holding.get(j)));
                    }
                }
            }
        });
        return pairs;
    }

    @Test
    @DisplayName("Two records of one key are refused")
    void keysAreUnique() {
        MatchRecord one = people().getFirst();
        assertThatThrownBy(() -> EncodedTable.of(MODEL, List.of(one, one)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(one.key());
    }
}
