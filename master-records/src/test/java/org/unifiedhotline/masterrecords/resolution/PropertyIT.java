package org.unifiedhotline.masterrecords.resolution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.unifiedhotline.masterrecords.Changes.deleted;
import static org.unifiedhotline.masterrecords.Changes.updated;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.unifiedhotline.mappings.source.SourceChange;
import org.unifiedhotline.masterrecords.Hub;
import org.unifiedhotline.masterrecords.records.MasterId;
import org.unifiedhotline.matching.MatchEngine;
import org.unifiedhotline.matching.Population;
import org.unifiedhotline.matching.bulk.BulkResolver;
import org.unifiedhotline.matching.bulk.Progress;
import org.unifiedhotline.matching.model.MatchModel;
import org.unifiedhotline.matching.record.MatchRecord;

/** The sentence that decides the design: clusters are a function of records, assertions and model, not of history. */
class PropertyIT {
    private static final String[] FAMILY = {"Lê", "Trần", "Nguyễn"};
    private static final String[] GIVEN = {"Hoa", "Nam", "Hương", "Tú", "Bình", "Hòa"};

    static MatchModel withCommonAbove(MatchModel model, int commonAbove) {
        return new MatchModel(
                model.name(), model.attributes(), model.blocking(), commonAbove, model.rivals(), model.trained());
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    @DisplayName("inserts, updates and deletes in any order and batches end in the clusters of a run from scratch")
    void incrementalEqualsFromScratch(int seed) {
        MatchModel model = withCommonAbove(Hub.model(), seed % 2 == 0 ? 64 : 4);
        try (Hub hub = Hub.running("property", model)) {
            Random random = new Random(seed);
            long offset = 100;
            for (int round = 0; round < 25; round++) {
                List<SourceChange> changes = new ArrayList<>();
                for (int i = random.nextInt(1, 25); i > 0; i--) {
                    changes.add(change(random, offset++));
                }
                hub.take(changes.toArray(SourceChange[]::new));
                if (random.nextInt(3) > 0) {
                    hub.resolver.resolveNext();
                }
            }
            hub.resolve();

            assertThat(clusters(hub)).isEqualTo(fromScratch(hub, model));
            assertThat(hub.database.rows(unkeptEdges())).isEmpty();
            assertThat(new ResolutionCheck(hub.database.database(), model).differences())
                    .as("keys, counted values and edges, bit by bit")
                    .isEmpty();
        }
    }

    private static SourceChange change(Random random, long offset) {
        String[] tables = {"nguoi_goi", "tre_em", "caller", "victim"};
        if (random.nextInt(6) == 0) {
            int id = random.nextInt(8);
            return random.nextInt(3) == 0
                    ? deleted("ca_can_thiep", id, offset)
                    : updated(
                            "ca_can_thiep",
                            id,
                            offset,
                            "subject",
                            (long) random.nextInt(20),
                            "reporter",
                            (long) random.nextInt(20),
                            "relation",
                            List.of("SELF", "MOTHER", "NEIGHBOUR", "OTHER").get(random.nextInt(4)));
        }
        if (random.nextInt(6) == 0) {
            return updated(
                    "cuoc_goi",
                    random.nextInt(9),
                    offset,
                    "caller",
                    (long) random.nextInt(20),
                    "number",
                    phone(random));
        }
        String table = tables[random.nextInt(4)];
        int id = random.nextInt(20);
        if (random.nextInt(5) == 0) {
            return deleted(table, id, offset);
        }
        String name = random.nextInt(6) == 0
                ? null
                : FAMILY[random.nextInt(FAMILY.length)] + " " + GIVEN[random.nextInt(GIVEN.length)];
        return updated(
                table,
                id,
                offset,
                "name",
                name,
                "year",
                random.nextInt(5) == 0 ? null : 1990L + random.nextInt(4),
                "phone",
                random.nextInt(4) == 0 ? null : phone(random));
    }

    private static String phone(Random random) {
        return "+8491234560" + random.nextInt(8);
    }

    private static Set<Set<String>> clusters(Hub hub) {
        Map<MasterId, Set<String>> clusters = new HashMap<>();
        hub.entries()
                .forEach(entry -> clusters.computeIfAbsent(entry.masterId(), id -> new TreeSet<>())
                        .add(entry.key().toString()));
        return Set.copyOf(clusters.values());
    }

    private static Set<Set<String>> fromScratch(Hub hub, MatchModel model) {
        Map<Long, MatchRecord> records = new PersonLoader(hub.database.database()).loadAll();
        MatchEngine engine = MatchEngine.of(model, Population.step(records.size()));
        return new BulkResolver(engine, Progress.NONE)
                .resolve(records.values(), List.of()).clusters().stream()
                        .map(cluster -> (Set<String>) new TreeSet<>(cluster))
                        .collect(Collectors.toSet());
    }

    /** Edges of records that are not there any more. */
    private static String unkeptEdges() {
        return """
                SELECT * FROM edge WHERE NOT EXISTS (SELECT 1 FROM link WHERE record_id = record_a)
                                      OR NOT EXISTS (SELECT 1 FROM link WHERE record_id = record_b)
                """;
    }
}
