package org.unifiedhotline.masterrecords.stewardship;

import static org.assertj.core.api.Assertions.assertThat;
import static org.unifiedhotline.masterrecords.Changes.inserted;
import static org.unifiedhotline.masterrecords.Changes.key;
import static org.unifiedhotline.masterrecords.stewardship.Desk.HOA_BY_TELEPHONE;
import static org.unifiedhotline.masterrecords.stewardship.Desk.HOA_OF_2009;
import static org.unifiedhotline.masterrecords.stewardship.Desk.MAI;
import static org.unifiedhotline.masterrecords.stewardship.Desk.NAM;
import static org.unifiedhotline.masterrecords.stewardship.Desk.TUYET;
import static org.unifiedhotline.masterrecords.stewardship.Desk.inForce;
import static org.unifiedhotline.masterrecords.stewardship.Desk.refusal;
import static org.unifiedhotline.masterrecords.stewardship.Desk.word;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.unifiedhotline.masterrecords.Hub;
import org.unifiedhotline.masterrecords.assignment.Sensitivity;
import org.unifiedhotline.masterrecords.records.SurvivorshipRules.Attribute;
import org.unifiedhotline.masterrecords.reviewtasks.TaskState;
import org.unifiedhotline.masterrecords.stewardship.Ruling.Refusal;

@DisplayName("A steward who is cleared for children, and not for victims of trafficking")
class ClearanceIT {
    private static final String TRAINEE = "trainee";
    private static final Refusal REFUSED = new Refusal.BeyondClearance();

    private final Hub hub = Hub.running("clearance");
    private final Desk desk = new Desk(hub);
    private final Stewardship stewardship = hub.stewardshipOf("""
            machine-ending: -script
            others: { clearance: [CHILD, TRAFFICKING_VICTIM] }
            stewards: { trainee: { clearance: [CHILD] } }
            """);

    @BeforeEach
    void people() {
        hub.take(inserted("tre_em", 1, 20, NAM), inserted("tre_em", 2, 21, TUYET), inserted("victim", 3, 20, MAI));
        hub.resolve();
    }

    @AfterEach
    void end() {
        hub.close();
    }

    @Test
    @DisplayName("merges, splits and pins children, and is refused where a victim is among them")
    void decides() {
        inForce(stewardship.merge(desk.of("tre_em/1"), desk.of("tre_em/2"), word("trainee-script")));
        inForce(stewardship.split(desk.of("tre_em/1"), List.of(key("tre_em", 2)), word(TRAINEE)));
        assertThat(refusal(stewardship.merge(desk.of("tre_em/1"), desk.of("victim/3"), word("trainee-script"))))
                .isEqualTo(REFUSED);
        assertThat(refusal(stewardship.preview(
                        () -> stewardship.merge(desk.of("victim/3"), desk.of("tre_em/1"), word(TRAINEE)))))
                .isEqualTo(REFUSED);

        inForce(desk.merge("steward", "tre_em/1", "victim/3"));
        assertThat(refusal(stewardship.split(desk.of("tre_em/1"), List.of(key("tre_em", 1)), word(TRAINEE))))
                .as("of the child's record, but the person is a victim")
                .isEqualTo(REFUSED);
        assertThat(refusal(stewardship.pin(desk.of("tre_em/1"), Attribute.NAME, key("tre_em", 1), word(TRAINEE))))
                .isEqualTo(REFUSED);
    }

    @Test
    @DisplayName("approves and undoes nothing, and finds nothing in the list, that speaks of a victim")
    void others() {
        hub.take(inserted("nguoi_goi", 8, 30, Desk.HOA));
        hub.resolve();
        Ruling.InForce seen = inForce(desk.merge("steward", "tre_em/1", "tre_em/2"));
        Ruling.Awaiting waits = (Ruling.Awaiting) desk.merge("steward", "victim/3", "nguoi_goi/8");
        assertThat(refusal(stewardship.approve(waits.decision().id(), TRAINEE))).isEqualTo(REFUSED);
        assertThat(refusal(stewardship.undo(waits.decision().id(), word(TRAINEE))))
                .isEqualTo(REFUSED);
        assertThat(stewardship.isClearedFor(TRAINEE, waits.decision())).isFalse();
        Ruling.InForce undone = inForce(stewardship.undo(waits.decision().id(), word("steward")));
        assertThat(refusal(stewardship.undo(undone.decision().id(), word(TRAINEE))))
                .as("the undo of what speaks of a victim does too")
                .isEqualTo(REFUSED);

        assertThat(stewardship.list(DecisionFilter.of("steward"), null, 10)).hasSize(3);
        for (int size : new int[] {1, 2, 10}) {
            assertThat(stewardship.list(DecisionFilter.of(TRAINEE), null, size))
                    .extracting(Decision::id)
                    .containsExactly(seen.decision().id());
        }
        inForce(stewardship.undo(seen.decision().id(), word(TRAINEE)));
    }

    @Test
    @DisplayName("is not asked about a child any more who has become one with a victim")
    void tasksFollowThePerson() {
        hub.take(inserted("tre_em", 11, 30, HOA_BY_TELEPHONE), inserted("tre_em", 12, 31, HOA_OF_2009));
        hub.resolve();
        ReviewTask task = desk.onlyTask();
        assertThat(task.scope().sensitivity()).containsExactly(Sensitivity.CHILD);

        Ruling merged = desk.merge("steward", "tre_em/12", "victim/3");
        assertThat(desk.task(task.id()).scope().sensitivity()).containsExactlyInAnyOrder(Sensitivity.values());
        assertThat(refusal(stewardship.answer(task.id(), desk.task(task.id()).version(), true, word(TRAINEE))))
                .isEqualTo(REFUSED);
        desk.undo(merged);
        assertThat(desk.task(task.id()).scope().sensitivity()).containsExactly(Sensitivity.CHILD);
        inForce(stewardship.answer(task.id(), desk.task(task.id()).version(), true, word(TRAINEE)));
        assertThat(desk.task(task.id()).state()).isEqualTo(TaskState.DECIDED);

        desk.merge("steward", "tre_em/11", "victim/3");
        assertThat(desk.task(task.id()).scope().sensitivity())
                .as("also of a task that is answered")
                .containsExactlyInAnyOrder(Sensitivity.values());
    }
}
