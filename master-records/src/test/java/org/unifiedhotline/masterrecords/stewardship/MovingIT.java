package org.unifiedhotline.masterrecords.stewardship;

import static org.assertj.core.api.Assertions.assertThat;
import static org.unifiedhotline.masterrecords.Changes.inserted;
import static org.unifiedhotline.masterrecords.Changes.key;
import static org.unifiedhotline.masterrecords.Changes.updated;
import static org.unifiedhotline.masterrecords.stewardship.Desk.HOA;
import static org.unifiedhotline.masterrecords.stewardship.Desk.MAI;
import static org.unifiedhotline.masterrecords.stewardship.Desk.NAM;
import static org.unifiedhotline.masterrecords.stewardship.Desk.inForce;
import static org.unifiedhotline.masterrecords.stewardship.Desk.refusal;
import static org.unifiedhotline.masterrecords.stewardship.Desk.word;

import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.unifiedhotline.mappings.source.SourceRecordKey;
import org.unifiedhotline.masterrecords.Hub;
import org.unifiedhotline.masterrecords.records.MasterId;
import org.unifiedhotline.masterrecords.resolution.ResolutionCheck;
import org.unifiedhotline.masterrecords.stewardship.Ruling.Refusal;

/** Two rows of Hoa's and one that was put to her by name and telephone, but is Nam's. */
@DisplayName("Records that a steward moves to another person")
class MovingIT {
    private final Hub hub = Hub.running("moving");
    private final Desk desk = new Desk(hub);

    @BeforeEach
    void people() {
        hub.take(inserted("tre_em", 1, 20, HOA), inserted("victim", 2, 20, HOA), inserted("tre_em", 3, 22, HOA));
        hub.take(inserted("tre_em", 7, 23, NAM), inserted("nguoi_goi", 9, 24, MAI));
        hub.resolve();
    }

    @AfterEach
    void end() {
        hub.close();
    }

    private Ruling move(String author, String from, String to, String... records) {
        return hub.stewardship.move(
                desk.of(from), Arrays.stream(records).map(MovingIT::named).toList(), desk.of(to), word(author));
    }

    private static SourceRecordKey named(String record) {
        String[] parts = record.split("/");
        return key(parts[0], parts[1]);
    }

    @Test
    @DisplayName("are theirs by one decision, which one undo takes back, ids included")
    void moved() {
        Map<String, MasterId> before = hub.links();
        MasterId hoa = desk.of("tre_em/1");
        MasterId nam = desk.of("tre_em/7");
        Ruling.InForce shown =
                inForce(hub.stewardship.preview(() -> move("steward", "tre_em/1", "tre_em/7", "tre_em/3")));
        assertThat(shown.effect().masterIds()).containsExactlyInAnyOrder(hoa, nam);
        assertThat(hub.links()).as("a preview changes nothing").isEqualTo(before);

        Ruling.InForce moved = inForce(move("steward", "tre_em/1", "tre_em/7", "tre_em/3"));
        assertThat(moved.decision().kind()).isEqualTo(DecisionKind.MOVE);
        assertThat(moved.masterId()).isEqualTo(nam);
        assertThat(desk.of("tre_em/3")).isEqualTo(nam).isEqualTo(desk.of("tre_em/7"));
        assertThat(desk.of("tre_em/1")).isEqualTo(hoa).isEqualTo(desk.of("victim/2"));

        hub.take(updated("tre_em", 3, 40, HOA), updated("tre_em", 7, 41, "name", "Trần Nam"));
        hub.resolve();
        assertThat(desk.of("tre_em/3")).as("it lasts").isEqualTo(desk.of("tre_em/7"));
        assertThat(new ResolutionCheck(hub.database.database(), Hub.model()).differences())
                .isEmpty();

        desk.undo(moved);
        assertThat(hub.links()).isEqualTo(before);
    }

    @Test
    @DisplayName("to a person whom they may not be joined with unseen wait for another's approval")
    void fourEyes() {
        Ruling waits = move("steward", "tre_em/1", "nguoi_goi/9", "tre_em/3");
        assertThat(waits)
                .isInstanceOfSatisfying(
                        Ruling.Awaiting.class,
                        awaiting -> assertThat(awaiting.decision().risks()).contains(Risk.VICTIM_WITH_ADULT));
        long id = ((Ruling.Awaiting) waits).decision().id();
        assertThat(desk.of("tre_em/3")).isEqualTo(desk.of("tre_em/1"));
        assertThat(refusal(hub.stewardship.approve(id, "steward"))).isInstanceOf(Refusal.OwnDecision.class);
        inForce(hub.stewardship.approve(id, "supervisor"));
        assertThat(desk.of("tre_em/3")).isEqualTo(desk.of("nguoi_goi/9")).isNotEqualTo(desk.of("tre_em/1"));
    }

    @Test
    @DisplayName("are not moved where that makes no sense")
    void senseless() {
        for (Ruling ruling : new Ruling[] {
            move("steward", "tre_em/1", "tre_em/1", "tre_em/3"),
            move("steward", "tre_em/1", "tre_em/7"),
            move("steward", "tre_em/1", "tre_em/7", "tre_em/7"),
            move("steward", "tre_em/1", "tre_em/7", "tre_em/1", "victim/2", "tre_em/3")
        }) {
            assertThat(refusal(ruling)).isInstanceOf(Refusal.Senseless.class);
        }
        assertThat(hub.database.one(Long.class, "SELECT count(*) FROM decision"))
                .isZero();
    }
}
