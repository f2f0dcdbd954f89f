package org.unifiedhotline.masterrecords.resolution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.unifiedhotline.masterrecords.Changes.updated;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.unifiedhotline.mappings.source.SourceChange;
import org.unifiedhotline.mappings.source.SourceRecordKey;
import org.unifiedhotline.masterrecords.Hub;
import org.unifiedhotline.masterrecords.records.MasterId;
import org.unifiedhotline.masterrecords.reviewtasks.TaskState;
import org.unifiedhotline.masterrecords.stewardship.DecisionFilter;
import org.unifiedhotline.masterrecords.stewardship.DecisionState;
import org.unifiedhotline.masterrecords.stewardship.ReviewTasks.Opened;
import org.unifiedhotline.masterrecords.stewardship.Ruling;
import org.unifiedhotline.masterrecords.stewardship.Stewardship.Word;

/** Stewards decide and take back at random while rows change: nothing but records, assertions and model decides who is who. */
class DecisionsPropertyIT {

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(ints = {1, 2, 3, 4})
    @DisplayName(
            "random decisions end in the clusters of a run from scratch; all undone in any order, in those without any")
    void decisions(int seed) {
        try (Hub hub = Hub.running("decisions_property")) {
            Random random = new Random(seed);
            ResolutionCheck check = new ResolutionCheck(hub.database.database(), Hub.model());
            long offset = 100;
            for (int round = 0; round < 12; round++) {
                List<SourceChange> changes = new ArrayList<>();
                for (int i = random.nextInt(1, 15); i > 0; i--) {
                    changes.add(change(random, offset++));
                }
                hub.take(changes.toArray(SourceChange[]::new));
                hub.resolve();
                for (int i = 0; i < 6; i++) {
                    decide(hub, random);
                }
            }
            hub.resolve();
            assertThat(check.differences()).isEmpty();

            undoAll(hub, random);
            assertThat(hub.database.one(Long.class, "SELECT count(*) FROM assertion WHERE withdrawn_at IS NULL"))
                    .isZero();
            assertThat(check.differences()).isEmpty();
        }
    }

    private static SourceChange change(Random random, long offset) {
        String[] tables = {"nguoi_goi", "tre_em", "victim"};
        return updated(
                tables[random.nextInt(3)],
                random.nextInt(12),
                offset,
                "name",
                List.of("Lê Thị Hoa", "Trần Văn Nam", "Lê Hương").get(random.nextInt(3)),
                "year",
                random.nextInt(3) == 0 ? null : 1990L + random.nextInt(3),
                "phone",
                random.nextInt(3) == 0 ? null : "+8491234560" + random.nextInt(5));
    }

    private static void decide(Hub hub, Random random) {
        Word word = new Word("steward" + random.nextInt(3), "at random");
        switch (random.nextInt(5)) {
            case 0, 1 -> answer(hub, random, word);
            case 2 -> approved(hub, hub.stewardship.merge(anyone(hub, random), anyone(hub, random), word));
            case 3 -> split(hub, random, word);
            default -> approved(hub, hub.stewardship.undo(random.nextInt(1, 40), word));
        }
    }

    private static void answer(Hub hub, Random random, Word word) {
        List<Opened> open = hub.reviewTasks.page(TaskState.OPEN, null, null, 20).tasks();
        if (!open.isEmpty()) {
            var task = open.get(random.nextInt(open.size())).task();
            approved(hub, hub.stewardship.answer(task.id(), task.version(), random.nextBoolean(), word));
        }
    }

    private static void approved(Hub hub, Ruling ruling) {
        if (ruling instanceof Ruling.Awaiting waits) {
            assertThat(hub.stewardship.approve(waits.decision().id(), "supervisor"))
                    .isInstanceOf(Ruling.InForce.class);
        }
    }

    private static MasterId anyone(Hub hub, Random random) {
        List<MasterId> ids = List.copyOf(new TreeSet<>(hub.links().values()));
        return ids.get(random.nextInt(ids.size()));
    }

    private static void split(Hub hub, Random random, Word word) {
        Map<MasterId, List<SourceRecordKey>> people = new HashMap<>();
        hub.entries()
                .forEach(entry -> people.computeIfAbsent(entry.masterId(), id -> new ArrayList<>())
                        .add(entry.key()));
        people.entrySet().stream()
                .filter(person -> person.getValue().size() > 1)
                .min(Map.Entry.comparingByKey())
                .ifPresent(person -> hub.stewardship.split(
                        person.getKey(),
                        Set.of(person.getValue()
                                .get(random.nextInt(person.getValue().size()))),
                        word));
    }

    /** Those in force, in an order of chance; undos of undos too, until nothing that was said stands. */
    private static void undoAll(Hub hub, Random random) {
        List<Long> standing = new ArrayList<>(
                hub.database.database().sql().sql("""
                                SELECT decision_id FROM decision WHERE state = 'IN_FORCE' AND kind <> 'UNDO'
                                """).query(Long.class).list());
        Collections.shuffle(standing, random);
        standing.forEach(id -> {
            Ruling undone = hub.stewardship.undo(id, new Word("steward", "all of it"));
            assertThat(undone).isNotInstanceOf(Ruling.Refused.class);
            approved(hub, undone);
        });
        assertThat(hub.stewardship.list(DecisionFilter.of("steward").in(DecisionState.AWAITING_APPROVAL), null, 10))
                .isEmpty();
    }
}
