package org.unifiedhotline.masterrecords.stewardship;

import static org.assertj.core.api.Assertions.assertThat;
import static org.unifiedhotline.masterrecords.Changes.inserted;
import static org.unifiedhotline.masterrecords.stewardship.Desk.HOA_BY_TELEPHONE;
import static org.unifiedhotline.masterrecords.stewardship.Desk.HOA_OF_2009;
import static org.unifiedhotline.masterrecords.stewardship.Desk.NAM;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.unifiedhotline.masterrecords.Hub;
import org.unifiedhotline.masterrecords.assignment.Sensitivity;
import org.unifiedhotline.masterrecords.reviewtasks.TaskKind;
import org.unifiedhotline.masterrecords.reviewtasks.TaskState;
import org.unifiedhotline.masterrecords.stewardship.ReviewTasks.Claim;
import org.unifiedhotline.masterrecords.stewardship.ReviewTasks.Wanted;
import org.unifiedhotline.masterrecords.stewardship.Ruling.Refusal;

/** Two tasks: a child and a caller under one name (urgent), and a child and a victim who may be one (of Hà Nội). */
@DisplayName("The stewards' queue")
class AssignmentIT {
    private final Hub hub = Hub.running("assignment");
    private final ReviewTasks queue = hub.reviewTasksOf("""
            machine-ending: -script
            others: { clearance: [CHILD, TRAFFICKING_VICTIM] }
            stewards:
              hanoi: { centres: [HANOI], expertise: [POSSIBLE_LINK] }
              danang: { centres: [DANANG] }
              trainee: { clearance: [CHILD] }
            """);
    private @Nullable ReviewTask urgent;
    private @Nullable ReviewTask possible;

    @BeforeEach
    void twoTasks() {
        hub.take(inserted("tre_em", 1, 20, HOA_BY_TELEPHONE), inserted("victim", 2, 20, HOA_OF_2009));
        hub.take(inserted("tre_em", 7, 30, NAM), inserted("nguoi_goi", 8, 31, NAM));
        hub.take(inserted("ca_can_thiep", 5, 32, "subject", 1L), inserted("cuoc_goi", 6, 33, "case", 5L));
        hub.resolve();
        List<ReviewTask> all = seenBy("anybody");
        assertThat(all).hasSize(2);
        urgent = all.getFirst();
        possible = all.getLast();
    }

    @AfterEach
    void end() {
        hub.close();
    }

    private List<ReviewTask> seenBy(String account) {
        return wantedBy(account, Wanted.in(TaskState.OPEN));
    }

    private List<ReviewTask> wantedBy(String account, Wanted wanted) {
        ReviewTasks.Page page = queue.page(wanted, account, null, 50);
        assertThat(page.total()).isEqualTo(page.tasks().size());
        return page.tasks().stream().map(ReviewTasks.Opened::task).toList();
    }

    private ReviewTask now(ReviewTask task) {
        return queue.find(task.id()).orElseThrow().task();
    }

    @Test
    @DisplayName("tells of each task its centres, as calls and cases say, and whom it is about")
    void scope() {
        assertThat(urgent.kind()).isEqualTo(TaskKind.VICTIM_WITH_ADULT);
        assertThat(urgent.scope().centres()).isEmpty();
        assertThat(urgent.scope().sensitivity()).containsExactly(Sensitivity.CHILD);
        assertThat(possible.scope().centres()).containsExactly("HANOI");
        assertThat(possible.scope().sensitivity()).containsExactlyInAnyOrder(Sensitivity.values());

        hub.take(inserted("cuoc_goi", 9, 40, "caller", 8L));
        hub.resolve();
        assertThat(now(urgent).scope().centres()).as("a call came since").containsExactly("HANOI");
    }

    @Test
    @DisplayName("begins with what suits a steward and nobody else works on")
    void order() {
        assertThat(seenBy("hanoi")).extracting(ReviewTask::id).containsExactly(possible.id(), urgent.id());
        assertThat(seenBy("danang")).extracting(ReviewTask::id).containsExactly(urgent.id(), possible.id());
        assertThat(queue.claim(urgent.id(), "danang", ReviewTasks.LEASE)).isInstanceOf(Claim.Granted.class);
        assertThat(seenBy("anybody")).extracting(ReviewTask::id).containsExactly(possible.id(), urgent.id());
        assertThat(seenBy("danang")).extracting(ReviewTask::id).containsExactly(urgent.id(), possible.id());
        ReviewTasks.Page first = queue.page(Wanted.in(TaskState.OPEN), "hanoi", null, 1);
        assertThat(first.total()).isEqualTo(2);
        assertThat(queue.page(Wanted.in(TaskState.OPEN), "hanoi", first.next(), 1)
                        .tasks()
                        .getFirst()
                        .task()
                        .id())
                .isEqualTo(urgent.id());
    }

    @Test
    @DisplayName("is narrowed by centre, kind and whom a task was given to")
    void filters() {
        assertThat(wantedBy("anybody", new Wanted(TaskState.OPEN, null, "HANOI", null, true)))
                .containsExactly(possible);
        assertThat(wantedBy("anybody", new Wanted(TaskState.OPEN, null, "DANANG", null, true)))
                .isEmpty();
        assertThat(wantedBy("anybody", new Wanted(TaskState.OPEN, TaskKind.VICTIM_WITH_ADULT, null, null, true)))
                .containsExactly(urgent);
        assertThat(queue.assign(urgent.id(), "danang-script", "supervisor", "speaks the language"))
                .isEmpty();
        assertThat(wantedBy("anybody", new Wanted(TaskState.OPEN, null, null, "danang", true)))
                .extracting(ReviewTask::id)
                .containsExactly(urgent.id());
    }

    @Test
    @DisplayName("hides what a steward is not cleared for; claiming or answering it is refused")
    void clearance() {
        assertThat(seenBy("trainee")).containsExactly(urgent);
        assertThat(queue.isClearedFor("trainee", possible)).isFalse();
        assertThat(queue.claim(possible.id(), "trainee", ReviewTasks.LEASE))
                .isEqualTo(new Claim.Denied(new Refusal.BeyondClearance()));
        assertThat(queue.putAside(possible.id(), possible.version(), "trainee", TaskState.OPEN, null, "no"))
                .contains(new Refusal.BeyondClearance());
        assertThat(queue.assign(possible.id(), "trainee", "supervisor", "try")).isPresent();
        assertThat(now(possible)).isEqualTo(possible);
    }

    @Test
    @DisplayName("keeps a task for whoever a supervisor gave it to, through whichever account, until it is given back")
    void assigned() {
        assertThat(queue.claim(urgent.id(), "hanoi", ReviewTasks.LEASE)).isInstanceOf(Claim.Granted.class);
        assertThat(queue.assign(urgent.id(), "danang", "supervisor", "theirs")).isEmpty();
        assertThat(now(urgent).assignedTo()).isEqualTo("danang");
        assertThat(now(urgent).lease()).isNull();
        assertThat(queue.claim(urgent.id(), "hanoi", ReviewTasks.LEASE))
                .isInstanceOfSatisfying(
                        Claim.Denied.class,
                        denied -> assertThat(denied.refusal()).isInstanceOf(Refusal.TaskStands.class));
        assertThat(queue.claim(urgent.id(), "danang-script", ReviewTasks.LEASE)).isInstanceOf(Claim.Granted.class);
        assertThat(queue.find(urgent.id()).orElseThrow().notes())
                .extracting(TaskNote::act)
                .containsExactly("CLAIM", "ASSIGN", "CLAIM");
        assertThat(queue.assign(urgent.id(), null, "supervisor", "anybody's")).isEmpty();
        assertThat(queue.claim(urgent.id(), "hanoi", ReviewTasks.LEASE)).isInstanceOf(Claim.Granted.class);
    }

    @Test
    @DisplayName("gives a task that its steward skips to everybody, and keeps one that they put off for them")
    void skipped() {
        queue.assign(urgent.id(), "danang", "supervisor", "theirs");
        assertThat(queue.putAside(
                        urgent.id(),
                        now(urgent).version(),
                        "danang",
                        TaskState.DEFERRED,
                        hub.clock.instant().plusSeconds(60),
                        "later"))
                .isEmpty();
        hub.clock.advance(Duration.ofSeconds(61));
        assertThat(now(urgent).assignedTo()).isEqualTo("danang");
        assertThat(queue.putAside(urgent.id(), now(urgent).version(), "danang", TaskState.OPEN, null, "not mine"))
                .isEmpty();
        assertThat(now(urgent).assignedTo()).isNull();
        assertThat(queue.claim(urgent.id(), "hanoi", ReviewTasks.LEASE)).isInstanceOf(Claim.Granted.class);
    }

    @Test
    @DisplayName("suggests whom a task suits, who has least in hand first")
    void suggestions() {
        assertThat(queue.suggestedFor(possible)).containsExactly("hanoi");
        assertThat(queue.suggestedFor(urgent)).containsExactly("danang", "trainee");
        queue.claim(possible.id(), "danang-script", ReviewTasks.LEASE);
        assertThat(queue.suggestedFor(urgent)).containsExactly("trainee", "danang");
    }
}
