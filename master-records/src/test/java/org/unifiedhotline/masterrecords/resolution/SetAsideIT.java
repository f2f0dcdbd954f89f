package org.unifiedhotline.masterrecords.resolution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.unifiedhotline.masterrecords.Changes.inserted;
import static org.unifiedhotline.masterrecords.Changes.updated;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.unifiedhotline.masterrecords.Hub;
import org.unifiedhotline.masterrecords.ingest.DeadLetter;
import org.unifiedhotline.masterrecords.ingest.DeadLetters;
import org.unifiedhotline.masterrecords.queue.ResolutionPhase;
import org.unifiedhotline.masterrecords.queue.ResolutionPhase.Phase;
import org.unifiedhotline.matching.model.MatchModel;
import org.unifiedhotline.matching.model.PairWeights;
import org.unifiedhotline.matching.model.Trained;

@DisplayName("A record that the engine fails at")
class SetAsideIT {
    private static final Object[] HOA = {"name", "Lê Thị Hoa", "year", 2009L, "phone", "+84912345678"};
    private static final Object[] NAM = {"name", "Trần Văn Nam", "year", 1990L, "phone", "+84987654321"};

    /** Knows no weights for two children or victims: whoever is compared with another of them makes it fail. */
    private static MatchModel failing() {
        MatchModel model = Hub.model();
        Trained trained = model.trained().orElseThrow();
        Map<String, PairWeights> weights = new HashMap<>(trained.weights());
        weights.remove("subject+subject");
        return new MatchModel(
                model.name(),
                model.attributes(),
                model.blocking(),
                model.commonAbove(),
                model.rivals(),
                Optional.of(new Trained(
                        trained.population(),
                        trained.linkAbove(),
                        trained.possibleAbove(),
                        weights,
                        trained.frequencies(),
                        trained.run())));
    }

    private static List<DeadLetter> open(Hub hub) {
        return letters(hub).list(DeadLetter.State.OPEN, 0, 10);
    }

    private static DeadLetters letters(Hub hub) {
        return new DeadLetters(hub.database.database(), hub.ingest);
    }

    @Test
    @DisplayName(
            "waits as a dead letter and stands alone, while all others of its batch are resolved; another try brings it back")
    void oneByOne() {
        try (Hub hub = Hub.running("set_aside", failing())) {
            hub.take(
                    inserted("nguoi_goi", 1, 20, NAM),
                    inserted("tre_em", 2, 20, HOA),
                    inserted("victim", 3, 20, HOA),
                    inserted("nguoi_goi", 4, 21, NAM));
            hub.resolve();

            assertThat(hub.links()).hasSize(4);
            assertThat(hub.masterOf("nguoi_goi", 1)).isEqualTo(hub.masterOf("nguoi_goi", 4));
            assertThat(hub.masterOf("tre_em", 2)).isNotEqualTo(hub.masterOf("victim", 3));
            assertThat(open(hub)).singleElement().satisfies(letter -> {
                assertThat(letter.reason()).startsWith("the engine cannot weigh it: ModelException at");
                assertThat(letter.reason()).doesNotContain("Hoa");
            });
            assertThat(hub.database.one(
                            Long.class, "SELECT sum(live - mapped - dead_lettered)::bigint FROM table_count"))
                    .isZero();
            assertThat(hub.database.one(Long.class, "SELECT sum(dead_lettered)::bigint FROM table_count"))
                    .isEqualTo(1);

            Hub mended = hub.another(Hub.model());
            mended.resolve();
            letters(mended).replay(open(mended).getFirst().id());
            mended.resolve();
            assertThat(open(mended)).isEmpty();
            assertThat(mended.masterOf("tre_em", 2)).isEqualTo(mended.masterOf("victim", 3));
            assertThat(new ResolutionCheck(hub.database.database(), Hub.model()).differences())
                    .isEmpty();
        }
    }

    @Test
    @DisplayName("does not hold up changes to others that come later")
    void later() {
        try (Hub hub = Hub.running("set_aside", failing())) {
            hub.take(inserted("tre_em", 2, 20, HOA), inserted("victim", 3, 20, HOA));
            hub.resolve();
            hub.take(updated("victim", 3, 30, HOA), inserted("nguoi_goi", 4, 31, NAM));
            hub.resolve();

            assertThat(hub.masterOf("nguoi_goi", 4)).isNotNull();
            assertThat(hub.database.one(Long.class, "SELECT count(*) FROM resolution_queue"))
                    .isZero();
        }
    }

    @Test
    @DisplayName("in a resolution of everybody at once is left behind alone, too")
    void atOnce() {
        try (Hub hub = Hub.running("set_aside", Hub.model())) {
            hub.take(
                    inserted("nguoi_goi", 1, 20, NAM),
                    inserted("tre_em", 2, 20, HOA),
                    inserted("victim", 3, 20, HOA),
                    inserted("nguoi_goi", 4, 21, NAM));
            hub.database.database().write(() -> new ResolutionPhase(hub.database.database()).moveTo(Phase.RESOLVING));
            hub.database
                    .database()
                    .sql()
                    .sql("UPDATE resolution_state SET model = NULL")
                    .update();
            Hub failing = hub.another(failing());
            failing.resolve();

            assertThat(new ResolutionPhase(hub.database.database()).now()).isEqualTo(Phase.INCREMENTAL);
            assertThat(failing.links()).hasSize(4);
            assertThat(failing.masterOf("nguoi_goi", 1)).isEqualTo(failing.masterOf("nguoi_goi", 4));
            assertThat(open(failing)).hasSize(2);
        }
    }
}
