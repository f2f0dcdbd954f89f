package org.unifiedhotline.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.unifiedhotline.matching.bulk.BulkOutcome;
import org.unifiedhotline.matching.bulk.BulkResolver;
import org.unifiedhotline.matching.bulk.Progress;
import org.unifiedhotline.matching.model.MatchModel;
import org.unifiedhotline.matching.record.Assertion;
import org.unifiedhotline.matching.record.MatchRecord;
import org.unifiedhotline.matching.training.Trainer;

/** The sentence that decides the design: clusters are a function of the records, the assertions and the model alone. */
class AnyOrderTest {
    private static final MatchModel MODEL = new Trainer(TestPeople.model(), 1, Progress.NONE)
            .train(TestPeople.records(400, 99))
            .model();

    private static Set<List<String>> fromScratch(List<MatchRecord> records, List<Assertion> assertions) {
        BulkOutcome outcome = new BulkResolver(MatchEngine.of(MODEL), Progress.NONE).resolve(records, assertions);
        return new HashSet<>(outcome.clusters());
    }

    @Test
    @DisplayName(
            "Records that arrive one by one, in any order, end in the clusters of a run from scratch (seeds 0 to 59)")
    void anyOrder() {
        for (int run = 0; run < 60; run++) {
            List<MatchRecord> records = TestPeople.records(25, run);
            List<MatchRecord> shuffled = new ArrayList<>(records);
            Collections.shuffle(shuffled, new Random(run));
            IncrementalStore store = new IncrementalStore(MatchEngine.of(MODEL).remembering());
            shuffled.forEach(store::put);
            assertThat(store.clusters()).as("run %d", run).isEqualTo(fromScratch(records, List.of()));
        }
    }

    @Test
    @DisplayName("Two thousand orders of few people (seeds 0 to 19, 100 orders each) end in the same clusters")
    void thousandsOfOrders() {
        MatchEngine engine = MatchEngine.of(MODEL);
        for (int people = 0; people < 20; people++) {
            List<MatchRecord> records = TestPeople.records(5, 3000 + people);
            Set<List<String>> expected = fromScratch(records, List.of());
            Random random = new Random(people);
            for (int order = 0; order < 100; order++) {
                List<MatchRecord> shuffled = new ArrayList<>(records);
                Collections.shuffle(shuffled, random);
                IncrementalStore store = new IncrementalStore(engine);
                shuffled.forEach(store::put);
                assertThat(store.clusters())
                        .as("people %d, order %d", people, order)
                        .isEqualTo(expected);
            }
        }
    }

    @Test
    @DisplayName("Updates, deletions and assertions, made and withdrawn, leave nothing behind (seeds 1000 to 1039)")
    void anyHistory() {
        histories(40, 25, 120);
    }

    @Test
    @DisplayName("Nor do they in two thousand short histories of few people (seeds 1000 to 2999)")
    void thousandsOfHistories() {
        histories(2000, 4, 14);
    }

    private static void histories(int runs, int people, int steps) {
        for (int run = 0; run < runs; run++) {
            Random random = new Random(1000 + run);
            List<MatchRecord> pool = TestPeople.records(people, run);
            List<MatchRecord> others = TestPeople.records(people, 500 + run);
            Map<String, MatchRecord> present = new HashMap<>();
            Set<Assertion> said = new HashSet<>();
            IncrementalStore store = new IncrementalStore(MatchEngine.of(MODEL).remembering());
            for (int step = 0; step < steps; step++) {
                MatchRecord one = pool.get(random.nextInt(pool.size()));
                switch (random.nextInt(6)) {
                    case 0 -> {
                        if (present.remove(one.key()) != null) {
                            store.remove(one.key());
                        }
                    }
                    case 1 -> {
                        MatchRecord other = others.get(random.nextInt(others.size()));
                        MatchRecord changed = MatchRecord.of(one.id(), one.key(), one.kind(), other.values());
                        present.put(one.key(), changed);
                        store.put(changed);
                    }
                    case 2 -> say(pool, one, random, said, store);
                    default -> {
                        present.put(one.key(), one);
                        store.put(one);
                    }
                }
            }
            assertThat(store.clusters())
                    .as("run %d", run)
                    .isEqualTo(fromScratch(List.copyOf(present.values()), List.copyOf(said)));
        }
    }

    private static void say(
            List<MatchRecord> pool, MatchRecord one, Random random, Set<Assertion> said, IncrementalStore store) {
        MatchRecord other = pool.get(random.nextInt(pool.size()));
        if (other.key().equals(one.key())) {
            return;
        }
        Assertion assertion = new Assertion(
                one.key(),
                other.key(),
                random.nextBoolean() ? Assertion.Verdict.SAME_PERSON : Assertion.Verdict.DIFFERENT_PEOPLE);
        if (random.nextInt(3) == 0 && !said.isEmpty()) {
            Assertion withdrawn = said.stream()
                    .min((x, y) -> x.toString().compareTo(y.toString()))
                    .orElseThrow();
            said.remove(withdrawn);
            store.unsay(withdrawn);
        } else if (said.add(assertion)) {
            store.say(assertion);
        }
    }

    @Test
    @DisplayName("Two runs with the same seed train the same model, byte for byte, in whatever order records come")
    void trainingRepeats() {
        List<MatchRecord> records = TestPeople.records(200, 5);
        List<MatchRecord> shuffled = new ArrayList<>(records);
        Collections.shuffle(shuffled, new Random(3));
        MatchModel one =
                new Trainer(TestPeople.model(), 7, Progress.NONE).train(records).model();
        MatchModel other = new Trainer(TestPeople.model(), 7, Progress.NONE)
                .train(shuffled)
                .model();
        assertThat(other.version()).isEqualTo(one.version());
    }
}
