package org.unifiedhotline.masterrecords.stewardship;

import static org.assertj.core.api.Assertions.assertThat;
import static org.unifiedhotline.masterrecords.Changes.inserted;
import static org.unifiedhotline.masterrecords.stewardship.Desk.HOA_BY_TELEPHONE;
import static org.unifiedhotline.masterrecords.stewardship.Desk.HOA_OF_2009;
import static org.unifiedhotline.masterrecords.stewardship.Desk.MAI;
import static org.unifiedhotline.masterrecords.stewardship.Desk.NAM;
import static org.unifiedhotline.masterrecords.stewardship.Desk.inForce;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.unifiedhotline.masterrecords.Hub;
import org.unifiedhotline.masterrecords.resolution.Neighbourhood;
import org.unifiedhotline.masterrecords.resolution.Neighbourhoods;
import org.unifiedhotline.masterrecords.reviewtasks.TaskKind;
import org.unifiedhotline.masterrecords.reviewtasks.TaskState;
import org.unifiedhotline.masterrecords.stewardship.ReviewTasks.Opened;
import org.unifiedhotline.matching.record.Assertion;

@DisplayName("Beside a review task a steward sees")
class SurroundingsIT {
    private static final Object[] OTHER_BY_TELEPHONE = {"name", "Trần Thị Hoa", "phone", "+84977111222"};
    private static final Object[] OTHER_OF_2008 = {"name", "Trần Thị Hoa", "year", 2008L};

    private final Hub hub = Hub.running("surroundings");
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
    @DisplayName("how many tasks of each kind there are, whatever kind is listed")
    void counts() {
        ReviewTasks.Page other = hub.reviewTasks.page(TaskState.OPEN, TaskKind.LARGE_CLUSTER, null, 10);
        assertThat(other.tasks()).isEmpty();
        assertThat(other.counts()).isEqualTo(Map.of(TaskKind.POSSIBLE_LINK, 1L));
    }

    @Test
    @DisplayName("other tasks whose evidence is the same level by level, and those alone")
    void alike() {
        Opened first = desk.open().getFirst();
        assertThat(hub.reviewTasks.alike(first, "steward", true, 10)).isEmpty();
        hub.take(inserted("tre_em", 3, 30, OTHER_BY_TELEPHONE), inserted("victim", 4, 30, OTHER_OF_2008));
        hub.resolve();
        List<Opened> alike = hub.reviewTasks.alike(first, "steward", true, 10);
        assertThat(alike)
                .singleElement()
                .satisfies(other -> assertThat(other.evidence().levels())
                        .isEqualTo(first.evidence().levels()));
        long id = alike.getFirst().task().id();
        hub.reviewTasks.claim(id, "another", ReviewTasks.LEASE);
        assertThat(hub.reviewTasks.alike(first, "steward", true, 10))
                .as("what another works on cannot be answered with it")
                .isEmpty();
        assertThat(hub.reviewTasks.alike(first, "another", true, 10)).hasSize(1);
    }

    @Test
    @DisplayName("the records near its people with the weights and words between them, without those they may not see")
    void neighbourhood() {
        hub.take(inserted("tre_em", 8, 30, NAM), inserted("nguoi_goi", 9, 30, MAI));
        hub.resolve();
        inForce(desk.merge("steward", "victim/2", "tre_em/8"));
        ReviewTask task = desk.onlyTask();
        List<Long> pair = List.of(task.pair().a(), task.pair().b());
        Neighbourhood near = neighbourhoods().of(pair, record -> true);
        assertThat(near.records())
                .extracting(record -> record.key().toString())
                .containsExactlyInAnyOrder("switchboard/tre_em/1", "switchboard/tre_em/8", "hotline/victim/2");
        assertThat(near.records()).allMatch(Neighbourhood.Near::asked);
        assertThat(near.ties()).anySatisfy(tie -> {
            assertThat(tie.said()).isEqualTo(Assertion.Verdict.SAME_PERSON);
            assertThat(tie.bits()).isNull();
        });
        assertThat(near.ties()).anySatisfy(tie -> {
            assertThat(tie.said()).isNull();
            assertThat(tie.bits()).isLessThan(near.linkBits());
        });
        assertThat(near.left()).isZero();

        Neighbourhood seen =
                neighbourhoods().of(pair, record -> record != task.pair().a());
        assertThat(seen.records()).hasSize(2);
        assertThat(seen.left())
                .as("of whom one may not know, not even how many")
                .isZero();
    }

    private Neighbourhoods neighbourhoods() {
        return new Neighbourhoods(hub.database.database(), Hub.model());
    }

    @Test
    @DisplayName("what was decided about a person, undone or not, and the reasons that they gave last")
    void decisionsOfAPerson() {
        ReviewTask task = desk.onlyTask();
        Ruling same = desk.answer("steward", task, true);
        hub.take(inserted("nguoi_goi", 8, 30, NAM));
        hub.resolve();
        assertThat(about("nguoi_goi/8")).isEmpty();
        assertThat(about("tre_em/1")).containsExactly(DecisionKind.SAME_PERSON);
        desk.undo(same);
        assertThat(about("tre_em/1")).containsExactly(DecisionKind.UNDO, DecisionKind.SAME_PERSON);
        assertThat(about("victim/2")).containsExactly(DecisionKind.UNDO, DecisionKind.SAME_PERSON);

        List<Decision> latest = hub.stewardship.list(DecisionFilter.of("steward"), null, 1);
        assertThat(hub.stewardship.spokenOf(latest).get(latest.getFirst().id()))
                .as("an undo speaks of the records of what it takes back")
                .extracting(spoken -> spoken.key().toString())
                .containsExactlyInAnyOrder("switchboard/tre_em/1", "hotline/victim/2");
        hub.stewardship.putAside(
                task.id(), desk.onlyTask().version(), new Stewardship.Word("steward", "ask the centre"), null);
        assertThat(hub.stewardship.lastReasons("steward", 5)).containsExactly("because");
        assertThat(hub.stewardship.lastReasons("nobody", 5)).isEmpty();
    }

    private List<DecisionKind> about(String record) {
        return hub.stewardship.list(DecisionFilter.of("steward").about(desk.of(record)), null, 10).stream()
                .map(Decision::kind)
                .toList();
    }
}
