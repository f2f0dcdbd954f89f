package org.unifiedhotline.masterrecords.stewardship;

import static org.assertj.core.api.Assertions.assertThat;
import static org.unifiedhotline.masterrecords.Changes.inserted;
import static org.unifiedhotline.masterrecords.stewardship.Desk.HOA;
import static org.unifiedhotline.masterrecords.stewardship.Desk.MAI;
import static org.unifiedhotline.masterrecords.stewardship.Desk.TUYET;
import static org.unifiedhotline.masterrecords.stewardship.Desk.inForce;
import static org.unifiedhotline.masterrecords.stewardship.Desk.refusal;
import static org.unifiedhotline.masterrecords.stewardship.Desk.word;

import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.unifiedhotline.masterrecords.Hub;
import org.unifiedhotline.masterrecords.stewardship.Ruling.Refusal;

/** A child and a caller are to be one, and the child comes to be made of very many records while that waits. */
@DisplayName("What waits for approval, and whose people changed meanwhile,")
class GrownSinceIT {
    private final Hub hub = Hub.running("grown-since");
    private final Desk desk = new Desk(hub);

    @BeforeEach
    void people() {
        hub.take(inserted("tre_em", 1, 20, HOA), inserted("nguoi_goi", 2, 21, MAI));
        hub.resolve();
    }

    @AfterEach
    void end() {
        hub.close();
    }

    private void grows(Object... row) {
        for (int id = 100; id < 99 + Risks.LARGE; id++) {
            hub.take(inserted("tre_em", id, id, row));
        }
        hub.resolve();
    }

    private Decision changed(Ruling ruling) {
        return ((Refusal.DecisionChanged) refusal(ruling)).decision();
    }

    @Test
    @DisplayName("is told as it stands now, and who has seen that approves it: of all records that the two have by now")
    void merge() {
        Decision waits = ((Ruling.Awaiting) desk.merge("steward", "tre_em/1", "nguoi_goi/2")).decision();
        assertThat(waits.risks()).containsExactly(Risk.VICTIM_WITH_ADULT);
        grows(HOA);
        assertThat(desk.of("tre_em/100")).isEqualTo(desk.of("tre_em/1"));

        Ruling.InForce shown =
                inForce(hub.stewardship.preview(() -> hub.stewardship.approve(waits.id(), "supervisor")));
        assertThat(shown.effect().after())
                .singleElement()
                .satisfies(person -> assertThat(person.records()).hasSize(21));
        assertThat(shown.decision().risks()).contains(Risk.LARGE);

        Decision now = changed(hub.stewardship.approve(waits.id(), "supervisor"));
        assertThat(now.risks()).containsExactlyInAnyOrder(Risk.LARGE, Risk.VICTIM_WITH_ADULT);
        assertThat(now.same()).hasSize(20);
        assertThat(now.state()).isEqualTo(DecisionState.AWAITING_APPROVAL);
        assertThat(desk.of("nguoi_goi/2")).isNotEqualTo(desk.of("tre_em/1"));

        inForce(hub.stewardship.approve(waits.id(), "supervisor"));
        assertThat(Set.copyOf(hub.links().values()))
                .as("nobody was parted by it")
                .hasSize(1);
    }

    @Test
    @DisplayName("is told likewise of an undo")
    void undo() {
        Ruling.Awaiting merge = (Ruling.Awaiting) desk.merge("an", "tre_em/1", "nguoi_goi/2");
        inForce(hub.stewardship.approve(merge.decision().id(), "supervisor"));
        Ruling.InForce undone = inForce(hub.stewardship.undo(merge.decision().id(), word("an")));
        Decision waits =
                ((Ruling.Awaiting) hub.stewardship.undo(undone.decision().id(), word("binh"))).decision();
        assertThat(waits.risks()).containsExactly(Risk.VICTIM_WITH_ADULT);
        grows(TUYET);
        inForce(desk.merge("chi", "tre_em/1", "tre_em/100"));

        assertThat(changed(hub.stewardship.approve(waits.id(), "supervisor")).risks())
                .containsExactlyInAnyOrder(Risk.LARGE, Risk.VICTIM_WITH_ADULT);
        assertThat(desk.of("nguoi_goi/2")).isNotEqualTo(desk.of("tre_em/1"));
        inForce(hub.stewardship.approve(waits.id(), "supervisor"));
        assertThat(Set.copyOf(hub.links().values())).hasSize(1);
    }
}
