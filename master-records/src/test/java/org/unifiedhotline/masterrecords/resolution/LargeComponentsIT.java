package org.unifiedhotline.masterrecords.resolution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.unifiedhotline.masterrecords.Changes.deleted;
import static org.unifiedhotline.masterrecords.Changes.updated;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.unifiedhotline.mappings.source.SourceChange;
import org.unifiedhotline.masterrecords.Hub;
import org.unifiedhotline.masterrecords.database.HubDatabase;
import org.unifiedhotline.masterrecords.reviewtasks.TaskState;
import org.unifiedhotline.masterrecords.stewardship.ReviewTasks.Opened;
import org.unifiedhotline.masterrecords.stewardship.Stewardship.Word;
import org.unifiedhotline.matching.MatchEngine;

/**
 * People of a community with few names, whom weak links chain together. The resolver looks only at those whom a change
 * concerns, and remembers of all others how they stood: nothing may come of that.
 */
class LargeComponentsIT {
    private static final List<String> NAMES =
            List.of("Lý Thị Lía", "Lý Thị Lia", "Ly Thi Lia", "Lý Thị Lỳ", "Lý Thị Lý", "Thào Thị Lía");

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(ints = {1, 2, 3, 4})
    @DisplayName(
            "after changes and decisions at random, to look at everybody again finds nothing to write, link or ask")
    void nothingIsMissed(int seed) {
        try (Hub hub = Hub.running("large_components")) {
            Random random = new Random(seed);
            ResolutionCheck check = new ResolutionCheck(hub.database.database(), Hub.model());
            int largest = 0;
            int parted = 0;
            long offset = 100;
            for (int round = 0; round < 40; round++) {
                List<SourceChange> changes = new ArrayList<>();
                for (int i = round == 0 ? 60 : random.nextInt(1, 4); i > 0; i--) {
                    changes.add(change(random, offset++));
                }
                hub.take(changes.toArray(SourceChange[]::new));
                hub.resolve();
                largest = Math.max(largest, largestComponent(hub));
                parted = Math.max(parted, linksBetweenPeople(hub).size());
                if (round % 5 == 4) {
                    lookAhead(hub);
                    decide(hub, random);
                }
                if (round % 8 == 7) {
                    assertNothingIsLeftToDo(hub);
                }
            }
            assertNothingIsLeftToDo(hub);
            assertThat(check.differences()).isEmpty();
            assertThat(largest).isGreaterThan(20);
            assertThat(parted).isGreaterThan(5);
        }
    }

    @Test
    @DisplayName(
            "a link that other hands moved to a person of the same component is mended when that person changes, and nobody is lost")
    void movedByOtherHands() {
        try (Hub hub = Hub.running("large_components")) {
            Random random = new Random(5);
            List<SourceChange> changes = new ArrayList<>();
            for (int offset = 100; offset < 160; offset++) {
                changes.add(change(random, offset));
            }
            hub.take(changes.toArray(SourceChange[]::new));
            hub.resolve();
            ResolutionCheck check = new ResolutionCheck(hub.database.database(), Hub.model());
            Map<String, Object> linked = linksBetweenPeople(hub).getFirst();
            hub.database
                    .database()
                    .sql()
                    .sql("UPDATE link SET master_id = ? WHERE record_id = ?")
                    .params(linked.get("master_id"), linked.get("record_id"))
                    .update();
            assertThat(check.differences()).isNotEmpty();

            hub.take(updated(
                    (String) linked.get("source_table"),
                    Integer.parseInt((String) linked.get("local_id")),
                    1000,
                    "name",
                    "Lý Thị Lía",
                    "year",
                    1980L));
            hub.resolve();

            assertThat(check.differences()).isEmpty();
            assertNothingIsLeftToDo(hub);
        }
    }

    private static SourceChange change(Random random, long offset) {
        String table = List.of("tre_em", "victim", "nguoi_goi").get(random.nextInt(3));
        int id = random.nextInt(25);
        if (random.nextInt(8) == 0) {
            return deleted(table, id, offset);
        }
        return updated(
                table,
                id,
                offset,
                "name",
                NAMES.get(random.nextInt(NAMES.size())),
                "year",
                random.nextInt(2) == 0 ? null : 1980L + 3 * random.nextInt(7),
                "phone",
                random.nextInt(2) > 0 ? null : "+8491234560" + random.nextInt(4));
    }

    /** As the service does while nothing waits. */
    private static void lookAhead(Hub hub) {
        for (int times = 0; times < 5; times++) {
            hub.resolver.resolveNext();
        }
    }

    private static void decide(Hub hub, Random random) {
        Word word = new Word("steward", "at random");
        if (random.nextInt(3) == 0) {
            hub.stewardship.undo(random.nextInt(1, 5), word);
            return;
        }
        List<Opened> open = hub.reviewTasks.page(TaskState.OPEN, null, null, 20).tasks();
        if (!open.isEmpty()) {
            var task = open.get(random.nextInt(open.size())).task();
            hub.stewardship.answer(task.id(), task.version(), random.nextBoolean(), word);
        }
    }

    private static int largestComponent(Hub hub) {
        return hub.database.database().write(() -> {
            EdgeTable edges = new EdgeTable(hub.database.database());
            double linkBits = MatchEngine.of(Hub.model()).linkBits();
            return everybody(hub).stream()
                    .mapToInt(id -> edges.reach(List.of(id), linkBits).size())
                    .max()
                    .orElse(0);
        });
    }

    /** Links that clustering did not follow. */
    private static List<Map<String, Object>> linksBetweenPeople(Hub hub) {
        return hub.database.rows("""
                SELECT one.source_table, one.local_id, one.master_id, other.record_id
                  FROM edge
                  JOIN link one ON one.record_id = record_a
                  JOIN link other ON other.record_id = record_b
                 WHERE bits >= ? AND one.master_id <> other.master_id
                 ORDER BY record_a, record_b
                """, MatchEngine.of(Hub.model()).linkBits());
    }

    private static void assertNothingIsLeftToDo(Hub hub) {
        List<List<Map<String, Object>>> before = whatStands(hub);
        HubDatabase database = hub.database.database();
        database.write(() -> {
            MatchEngine engine = new EngineInForce(database, Hub.model()).now();
            EncodedRecords encoded =
                    new EncodedRecords(engine, new PersonLoader(database), new MatchStateTable(database));
            new Components(database, engine, encoded)
                    .cluster(everybody(hub), Set.of(), Set.of(), Set.of(), Instant.parse("2026-01-01T00:00:00Z"));
        });
        assertThat(whatStands(hub)).isEqualTo(before);
    }

    private static Set<Long> everybody(Hub hub) {
        return Set.copyOf(hub.database
                .database()
                .sql()
                .sql("SELECT record_id FROM match_state")
                .query(Long.class)
                .list());
    }

    private static List<List<Map<String, Object>>> whatStands(Hub hub) {
        return List.of(
                hub.database.rows("SELECT record_id, master_id::text, link_kind FROM link ORDER BY record_id"),
                hub.database.rows("SELECT master_id::text, version FROM master_record ORDER BY master_id"),
                hub.database.rows("""
                        SELECT task_id, version, state, kind, bits, asked_of FROM review_task ORDER BY task_id
                        """));
    }
}
