package org.unifiedhotline.masterrecords.stewardship;

import static org.assertj.core.api.Assertions.assertThat;
import static org.unifiedhotline.masterrecords.Changes.deleted;
import static org.unifiedhotline.masterrecords.Changes.inserted;
import static org.unifiedhotline.masterrecords.stewardship.Desk.HOA_BY_TELEPHONE;
import static org.unifiedhotline.masterrecords.stewardship.Desk.HOA_OF_2009;
import static org.unifiedhotline.masterrecords.stewardship.Desk.TUYET;
import static org.unifiedhotline.masterrecords.stewardship.Desk.inForce;
import static org.unifiedhotline.masterrecords.stewardship.Desk.refusal;

import java.time.Clock;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.unifiedhotline.masterrecords.Hub;
import org.unifiedhotline.masterrecords.database.HubDatabase;
import org.unifiedhotline.masterrecords.models.ModelVersion.Origin;
import org.unifiedhotline.masterrecords.models.Models;
import org.unifiedhotline.masterrecords.resolution.CandidateEvidence;
import org.unifiedhotline.masterrecords.resolution.GradualReclustering;
import org.unifiedhotline.masterrecords.stewardship.ReviewTasks.Claim;
import org.unifiedhotline.masterrecords.stewardship.Ruling.Refusal;
import org.unifiedhotline.matching.bulk.Progress;
import org.unifiedhotline.matching.model.MatchModel;

/** A steward has looked at a task, and one of its two people is made of other records before the answer comes. */
@DisplayName("The answer to a task, one of whose people was made of other records since, is told the new state")
class TaskVersionsIT {
    private final Hub hub = Hub.running("versions");
    private final Desk desk = new Desk(hub);
    private ReviewTask seen;

    @BeforeEach
    void aPossibleLinkIsLookedAt() {
        hub.take(inserted("tre_em", 1, 20, HOA_BY_TELEPHONE), inserted("victim", 2, 20, HOA_OF_2009));
        hub.take(inserted("victim", 9, 21, TUYET));
        hub.resolve();
        look();
    }

    @AfterEach
    void end() {
        hub.close();
    }

    private void look() {
        seen = desk.onlyTask();
        assertThat(hub.reviewTasks.claim(seen.id(), "steward", ReviewTasks.LEASE))
                .isInstanceOf(Claim.Granted.class);
        assertThat(desk.task(seen.id()).version()).isEqualTo(seen.version());
    }

    /** What was shown is kept, what is shown now is new, and the task stays with whoever works on it. */
    private void assertTold(int... fellows) {
        assertThat(refusal(desk.answer("steward", seen, true)))
                .isInstanceOfSatisfying(
                        Refusal.TaskStands.class,
                        stands -> assertThat(stands.task().version()).isGreaterThan(seen.version()));
        assertThat(desk.of("tre_em/1")).isNotEqualTo(desk.of("victim/2"));
        ReviewTasks.Opened now = hub.reviewTasks.find(seen.id()).orElseThrow();
        assertThat(now.task().lease().holder()).isEqualTo("steward");
        assertThat(now.evidence().records())
                .extracting(TaskEvidence.Shown::fellows)
                .containsExactlyInAnyOrder(List.of(fellows[0], fellows[1]).toArray(Integer[]::new));
        look();
        assertThat(hub.database.one(Long.class, "SELECT count(*) FROM review_evidence WHERE task_id = ?", seen.id()))
                .isGreaterThan(1);
    }

    @Test
    @DisplayName("where a row came in that belongs to it, and where that row went away")
    void resolver() {
        hub.take(inserted("tre_em", 3, 30, HOA_BY_TELEPHONE));
        hub.resolve();
        assertThat(desk.of("tre_em/3")).isEqualTo(desk.of("tre_em/1"));
        assertTold(2, 1);

        hub.take(deleted("tre_em", 3, 40));
        hub.resolve();
        assertTold(1, 1);
        inForce(desk.answer("steward", seen, true));
    }

    @Test
    @DisplayName("where another steward merged, undid the merge, split, and undid the split")
    void decisions() {
        Ruling merged = desk.merge("other", "victim/9", "victim/2");
        assertTold(1, 2);
        desk.undo(merged);
        assertTold(1, 1);

        hub.take(inserted("tre_em", 3, 30, HOA_BY_TELEPHONE));
        hub.resolve();
        look();
        Ruling split = desk.split("other", "tre_em/1", "tre_em/3");
        assertThat(desk.of("tre_em/3")).isNotEqualTo(desk.of("tre_em/1"));
        ReviewTask parted = desk.task(seen.id());
        assertThat(parted.version()).isGreaterThan(seen.version());
        assertThat(refusal(desk.answer("steward", seen, true))).isInstanceOf(Refusal.TaskStands.class);
        desk.undo(split);
        assertThat(desk.task(seen.id()).version()).isGreaterThan(parted.version());
    }

    @Test
    @DisplayName("where everybody was resolved at once")
    void bulk() {
        hub.take(inserted("tre_em", 3, 30, HOA_BY_TELEPHONE));
        HubDatabase database = hub.database.database();
        database.write(() -> database.sql()
                .sql("UPDATE resolution_state SET model = 'former'")
                .update());
        hub.another(Hub.model()).resolve();
        assertThat(desk.of("tre_em/3")).isEqualTo(desk.of("tre_em/1"));
        assertTold(2, 1);
    }

    @Test
    @DisplayName("where another model came into force, whose weights they have not seen")
    void modelActivation() {
        HubDatabase database = hub.database.database();
        MatchModel first = Hub.model();
        MatchModel next =
                new MatchModel(first.name(), first.attributes(), first.blocking(), 7, first.rivals(), first.trained());
        new Models(database)
                .register(
                        next,
                        Origin.OPERATOR,
                        "admin",
                        "a test",
                        null,
                        Clock.systemUTC().instant());
        CandidateEvidence evidence = new CandidateEvidence(database, next);
        AtomicLong population = new AtomicLong();
        evidence.build(Progress.NONE, population::set);
        evidence.takeOver(population.get(), () -> {});
        GradualReclustering reclustering = new GradualReclustering(database, first);
        while (reclustering.next(1).orElseThrow() > 0) {
            // goes on
        }
        assertTold(1, 1);
        assertThat(hub.reviewTasks.find(seen.id()).orElseThrow().evidence().model())
                .isEqualTo(next.version());
    }

    @Test
    @DisplayName("but not where somebody else was merged, or a row came in that belongs to nobody of theirs")
    void othersChange() {
        hub.take(inserted("victim", 10, 30, Desk.MAI), inserted("nguoi_goi", 4, 31, Desk.NAM));
        hub.resolve();
        desk.merge("other", "victim/9", "victim/10");
        assertThat(desk.onlyTask().version()).isEqualTo(seen.version());
        inForce(desk.answer("steward", seen, true));
    }
}
