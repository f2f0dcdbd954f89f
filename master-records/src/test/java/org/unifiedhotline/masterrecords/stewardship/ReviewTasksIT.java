package org.unifiedhotline.masterrecords.stewardship;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.unifiedhotline.masterrecords.Changes.deleted;
import static org.unifiedhotline.masterrecords.Changes.inserted;
import static org.unifiedhotline.masterrecords.Changes.updated;
import static org.unifiedhotline.masterrecords.stewardship.Desk.HOA_BY_TELEPHONE;
import static org.unifiedhotline.masterrecords.stewardship.Desk.HOA_OF_2009;
import static org.unifiedhotline.masterrecords.stewardship.Desk.NAM;
import static org.unifiedhotline.masterrecords.stewardship.Desk.inForce;
import static org.unifiedhotline.masterrecords.stewardship.Desk.refusal;
import static org.unifiedhotline.masterrecords.stewardship.Desk.word;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.data.Index;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.unifiedhotline.masterrecords.Hub;
import org.unifiedhotline.masterrecords.keys.Place;
import org.unifiedhotline.masterrecords.keys.SealedTexts;
import org.unifiedhotline.masterrecords.reviewtasks.ClosedBecause;
import org.unifiedhotline.masterrecords.reviewtasks.TaskKind;
import org.unifiedhotline.masterrecords.reviewtasks.TaskState;
import org.unifiedhotline.masterrecords.stewardship.ReviewTasks.Claim;
import org.unifiedhotline.masterrecords.stewardship.ReviewTasks.Opened;
import org.unifiedhotline.masterrecords.stewardship.Ruling.Refusal;
import org.unifiedhotline.matching.record.WeightPart;

@DisplayName("A review task")
class ReviewTasksIT {
    private static final Duration LEASE = ReviewTasks.LEASE;

    private final Hub hub = Hub.running("tasks");
    private final Desk desk = new Desk(hub);

    @BeforeEach
    void aPossibleLink() {
        hub.take(inserted("tre_em", 1, 20, HOA_BY_TELEPHONE), inserted("victim", 2, 20, HOA_OF_2009));
        hub.resolve();
    }

    @AfterEach
    void end() {
        hub.close();
    }

    @Test
    @DisplayName("opens for a possible link, with both records and a weight whose parts add up")
    void opens() {
        Opened opened = desk.open().getFirst();
        assertThat(opened.task().kind()).isEqualTo(TaskKind.POSSIBLE_LINK);
        assertThat(opened.task().version()).isEqualTo(1);
        assertThat(opened.evidence().records())
                .extracting(shown -> shown.person().key().toString())
                .containsExactlyInAnyOrder("switchboard/tre_em/1", "hotline/victim/2");
        assertThat(opened.evidence().parts().stream()
                        .mapToDouble(WeightPart::bits)
                        .sum())
                .isEqualTo(opened.evidence().bits());
        assertThat(opened.evidence().bits()).isCloseTo(opened.task().bits(), within(1e-4));
        assertThat(hub.reviewTasks
                        .page(TaskState.OPEN, TaskKind.LARGE_CLUSTER, null, 10)
                        .total())
                .isZero();
    }

    @Test
    @DisplayName("answered with one person merges the two; undone, it is asked again under its number")
    void answeredSame() {
        ReviewTask task = desk.onlyTask();
        Ruling same = desk.answer("steward", task, true);
        assertThat(desk.of("tre_em/1"))
                .isEqualTo(desk.of("victim/2"))
                .isEqualTo(inForce(same).masterId());
        assertThat(desk.task(task.id()).state()).isEqualTo(TaskState.DECIDED);
        assertThat(desk.open()).isEmpty();

        desk.undo(same);
        assertThat(desk.of("tre_em/1")).isNotEqualTo(desk.of("victim/2"));
        assertThat(desk.onlyTask().id()).isEqualTo(task.id());
        assertThat(desk.onlyTask().version()).isGreaterThan(task.version());
    }

    @Test
    @DisplayName("answered with two people is not asked again, whatever is written about them")
    void answeredDifferent() {
        ReviewTask task = desk.onlyTask();
        inForce(desk.answer("steward", task, false));
        hub.take(updated("tre_em", 1, 30, Desk.HOA), updated("victim", 2, 30, Desk.HOA));
        hub.resolve();
        assertThat(desk.of("tre_em/1")).isNotEqualTo(desk.of("victim/2"));
        assertThat(desk.open()).isEmpty();
    }

    @Test
    @DisplayName("whose evidence changed has another version: an answer to the older one is told the new state")
    void stale() {
        ReviewTask seen = desk.onlyTask();
        hub.take(updated("victim", 2, 30, "name", "Lê Thị Hoa", "year", 2009L, "note", "x"));
        hub.resolve();
        assertThat(desk.onlyTask().version()).isEqualTo(seen.version());
        hub.take(updated("victim", 2, 31, "name", "Lê Thị Hoa", "year", 2010L));
        hub.resolve();

        assertThat(refusal(desk.answer("steward", seen, true)))
                .isInstanceOfSatisfying(
                        Refusal.TaskStands.class,
                        stands -> assertThat(stands.task().version()).isGreaterThan(seen.version()));
        assertThat(desk.of("tre_em/1")).isNotEqualTo(desk.of("victim/2"));
        inForce(desk.answer("steward", desk.task(seen.id()), true));
    }

    @Test
    @DisplayName("that two stewards answer at once is answered once")
    void twoStewards() throws Exception {
        ReviewTask task = desk.onlyTask();
        try (ExecutorService both = Executors.newFixedThreadPool(2)) {
            Future<Ruling> one = both.submit(() -> desk.answer("an", task, true));
            Future<Ruling> other = both.submit(() -> desk.answer("binh", task, false));
            assertThat(List.of(one.get(), other.get()))
                    .extracting(Ruling.class::cast)
                    .satisfiesOnlyOnce(ruling -> assertThat(ruling).isInstanceOf(Ruling.InForce.class))
                    .satisfiesOnlyOnce(ruling -> assertThat(refusal(ruling)).isInstanceOf(Refusal.TaskStands.class));
        }
        assertThat(hub.database.one(Long.class, "SELECT count(*) FROM decision"))
                .isEqualTo(1);
    }

    @Test
    @DisplayName("that somebody claimed is theirs until the lease ends, then another's who claims it")
    void leases() {
        ReviewTask task = desk.onlyTask();
        assertThat(hub.reviewTasks.claim(task.id(), "an", LEASE)).isInstanceOf(Claim.Granted.class);
        assertThat(hub.reviewTasks.claim(task.id(), "binh", LEASE)).isInstanceOf(Claim.Denied.class);
        assertThat(refusal(desk.answer("binh", task, true))).isInstanceOf(Refusal.TaskStands.class);
        assertThat(hub.reviewTasks.claim(task.id(), "an", LEASE)).isInstanceOf(Claim.Granted.class);

        hub.clock.advance(LEASE.plusSeconds(1));
        assertThat(hub.reviewTasks.claim(task.id(), "binh", LEASE)).isInstanceOf(Claim.Granted.class);
        assertThat(refusal(desk.answer("an", task, true))).isInstanceOf(Refusal.TaskStands.class);
        inForce(desk.answer("binh", task, true));
        assertThat(hub.reviewTasks.find(task.id()).orElseThrow().notes())
                .extracting(note -> note.author() + " " + note.act())
                .containsExactly("an CLAIM", "an CLAIM", "binh CLAIM", "binh DECIDE");
    }

    @Test
    @DisplayName("keeps for ever what a steward was shown of each version")
    void frozenEvidence() {
        ReviewTask task = desk.onlyTask();
        hub.reviewTasks.claim(task.id(), "an", LEASE);
        hub.take(updated("victim", 2, 31, "name", "Lê Thị Hoa", "year", 2010L));
        hub.resolve();
        hub.reviewTasks.claim(task.id(), "an", LEASE);
        SealedTexts texts = new SealedTexts(hub.database.database());
        assertThat(hub.database.rows("SELECT task_id, task_version, shown FROM review_evidence ORDER BY task_version"))
                .extracting(row -> texts.text(
                        Place.of("review_evidence.shown", (Long) row.get("task_id"), (Long) row.get("task_version")),
                        (byte[]) row.get("shown")))
                .hasSize(2)
                .satisfies(shown -> assertThat(shown).contains("2009-01-01"), Index.atIndex(0))
                .satisfies(shown -> assertThat(shown).contains("2010-01-01"), Index.atIndex(1));
    }

    @Test
    @DisplayName("that is put back waits for others; that is put off comes back with time or new evidence")
    void putAside() {
        ReviewTask task = desk.onlyTask();
        hub.reviewTasks.claim(task.id(), "an", LEASE);
        assertThat(hub.stewardship.putAside(task.id(), task.version(), word("an"), null))
                .isEmpty();
        assertThat(hub.reviewTasks.claim(task.id(), "binh", LEASE)).isInstanceOf(Claim.Granted.class);

        task = desk.onlyTask();
        assertThat(hub.stewardship.putAside(
                        task.id(),
                        task.version(),
                        word("binh"),
                        hub.clock.instant().plus(Stewardship.DEFERRED)))
                .isEmpty();
        assertThat(desk.open()).isEmpty();
        assertThat(desk.task(task.id()).state()).isEqualTo(TaskState.DEFERRED);
        hub.clock.advance(Stewardship.DEFERRED.plusSeconds(1));
        assertThat(desk.onlyTask().id()).isEqualTo(task.id());

        task = desk.onlyTask();
        hub.stewardship.putAside(
                task.id(), task.version(), word("binh"), hub.clock.instant().plus(Stewardship.DEFERRED));
        hub.take(updated("victim", 2, 31, "name", "Lê Thị Hoa", "year", 2010L));
        hub.resolve();
        assertThat(desk.onlyTask().id()).isEqualTo(task.id());
    }

    @Test
    @DisplayName("whose question has gone closes itself and says why")
    void closesItself() {
        ReviewTask task = desk.onlyTask();
        hub.take(updated("victim", 2, 30, NAM));
        hub.resolve();
        assertThat(desk.task(task.id()).closedBecause()).isEqualTo(ClosedBecause.NO_LONGER_LIKELY);

        hub.take(updated("victim", 2, 40, HOA_OF_2009));
        hub.resolve();
        assertThat(desk.onlyTask().id()).isEqualTo(task.id());
        hub.take(updated("victim", 2, 50, Desk.HOA));
        hub.resolve();
        assertThat(desk.task(task.id()).closedBecause()).isEqualTo(ClosedBecause.TOGETHER);

        hub.take(updated("victim", 2, 60, HOA_OF_2009));
        hub.resolve();
        hub.take(deleted("victim", 2, 70));
        hub.resolve();
        assertThat(desk.task(task.id()).closedBecause()).isEqualTo(ClosedBecause.RECORD_GONE);
        assertThat(refusal(desk.answer("steward", desk.task(task.id()), true))).isInstanceOf(Refusal.TaskStands.class);
        assertThat(hub.reviewTasks.claim(task.id(), "an", LEASE)).isInstanceOf(Claim.Denied.class);
    }

    @Test
    @DisplayName("asks about a child whom the weights make one with a caller; told two people, they part")
    void victimWithAdult() {
        hub.take(inserted("tre_em", 7, 30, NAM), inserted("nguoi_goi", 8, 31, NAM));
        hub.resolve();
        assertThat(desk.of("nguoi_goi/8")).isEqualTo(desk.of("tre_em/7"));
        ReviewTask task = desk.open().getFirst().task();
        assertThat(task.kind()).isEqualTo(TaskKind.VICTIM_WITH_ADULT);

        Ruling different = desk.answer("steward", task, false);
        assertThat(desk.of("nguoi_goi/8")).isNotEqualTo(desk.of("tre_em/7"));
        desk.undo(different);
        assertThat(desk.of("nguoi_goi/8")).isEqualTo(desk.of("tre_em/7"));

        ReviewTask again = desk.open().getFirst().task();
        assertThat(again.id()).isEqualTo(task.id());
        Ruling waits = desk.answer("steward", again, true);
        assertThat(waits).isInstanceOf(Ruling.Awaiting.class);
        assertThat(desk.task(task.id()).state()).isEqualTo(TaskState.AWAITING_APPROVAL);
        inForce(hub.stewardship.approve(((Ruling.Awaiting) waits).decision().id(), "supervisor"));
        assertThat(desk.task(task.id()).state()).isEqualTo(TaskState.DECIDED);
    }

    @Test
    @DisplayName("is asked about one person whose records were said to be two people before, and one since")
    void overruled() {
        hub.take(inserted("tre_em", 7, 30, NAM), inserted("nguoi_goi", 8, 31, NAM));
        hub.resolve();
        ReviewTask task = desk.open().getFirst().task();
        desk.answer("steward", task, false);
        Ruling.Awaiting waits = (Ruling.Awaiting) desk.merge("steward", "tre_em/7", "nguoi_goi/8");
        inForce(hub.stewardship.approve(waits.decision().id(), "supervisor"));
        for (int id = 100; id <= 100 + Risks.LARGE; id++) {
            hub.take(inserted("tre_em", id, id, NAM));
        }
        hub.resolve();
        assertThat(desk.of("tre_em/100")).isEqualTo(desk.of("nguoi_goi/8"));
        assertThat(desk.open())
                .extracting(opened -> opened.task().kind())
                .containsExactlyInAnyOrder(TaskKind.LARGE_CLUSTER, TaskKind.POSSIBLE_LINK);
    }

    @Test
    @DisplayName(
            "is asked about very many callers' records and a child's that are one person, and about how many they are")
    void manyCallersAndChild() {
        hub.take(inserted("tre_em", 7, 30, NAM));
        for (int id = 100; id <= 100 + Risks.LARGE; id++) {
            hub.take(inserted("nguoi_goi", id, id, NAM));
        }
        hub.resolve();
        assertThat(desk.of("nguoi_goi/100")).isEqualTo(desk.of("tre_em/7"));
        assertThat(desk.open())
                .extracting(opened -> opened.task().kind())
                .containsExactlyInAnyOrder(TaskKind.VICTIM_WITH_ADULT, TaskKind.LARGE_CLUSTER, TaskKind.POSSIBLE_LINK);
        List<Long> before =
                desk.open().stream().map(opened -> opened.task().version()).toList();
        hub.take(inserted("nguoi_goi", 99, 200, NAM));
        hub.resolve();
        assertThat(desk.open()).as("another at the place of the first").hasSameSizeAs(before);
    }

    @Test
    @DisplayName("is the same one after everybody was resolved anew")
    void rebuild() {
        ReviewTask task = desk.onlyTask();
        hub.database
                .database()
                .write(() -> hub.database
                        .database()
                        .sql()
                        .sql("UPDATE resolution_state SET model = 'former'")
                        .update());
        Hub next = hub.another(Hub.model());
        next.resolve();
        assertThat(desk.onlyTask()).isEqualTo(task);
    }

    @Test
    @DisplayName("is found page by page, the most urgent first")
    void pages() {
        hub.take(inserted("tre_em", 7, 30, NAM), inserted("nguoi_goi", 8, 31, NAM));
        hub.resolve();
        ReviewTasks.Page first = hub.reviewTasks.page(TaskState.OPEN, null, null, 1);
        assertThat(first.total()).isEqualTo(2);
        ReviewTasks.Page second = hub.reviewTasks.page(TaskState.OPEN, null, first.next(), 1);
        assertThat(first.tasks().getFirst().task().kind()).isEqualTo(TaskKind.VICTIM_WITH_ADULT);
        assertThat(second.tasks().getFirst().task().kind()).isEqualTo(TaskKind.POSSIBLE_LINK);
        assertThat(second.next()).isNull();
    }
}
