package org.unifiedhotline.masterrecords.stewardship;

import static org.assertj.core.api.Assertions.assertThat;
import static org.unifiedhotline.masterrecords.Changes.deleted;
import static org.unifiedhotline.masterrecords.Changes.inserted;
import static org.unifiedhotline.masterrecords.Changes.key;
import static org.unifiedhotline.masterrecords.Changes.updated;
import static org.unifiedhotline.masterrecords.stewardship.Desk.HOA;
import static org.unifiedhotline.masterrecords.stewardship.Desk.HOA_BY_TELEPHONE;
import static org.unifiedhotline.masterrecords.stewardship.Desk.HOA_OF_2009;
import static org.unifiedhotline.masterrecords.stewardship.Desk.MAI;
import static org.unifiedhotline.masterrecords.stewardship.Desk.NAM;
import static org.unifiedhotline.masterrecords.stewardship.Desk.TUYET;
import static org.unifiedhotline.masterrecords.stewardship.Desk.inForce;
import static org.unifiedhotline.masterrecords.stewardship.Desk.refusal;
import static org.unifiedhotline.masterrecords.stewardship.Desk.word;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.unifiedhotline.masterrecords.Hub;
import org.unifiedhotline.masterrecords.records.LinkKind;
import org.unifiedhotline.masterrecords.records.MasterChange;
import org.unifiedhotline.masterrecords.records.MasterId;
import org.unifiedhotline.masterrecords.records.MasterLookup;
import org.unifiedhotline.masterrecords.records.SurvivorshipRules.Attribute;
import org.unifiedhotline.masterrecords.reviewtasks.TaskKind;
import org.unifiedhotline.masterrecords.stewardship.Ruling.Refusal;
import org.unifiedhotline.matching.model.MatchModel;

@DisplayName("Decisions of stewards")
class DecisionsIT {
    private final Hub hub = Hub.running("decisions");
    private final Desk desk = new Desk(hub);

    @BeforeEach
    void threeChildren() {
        hub.take(inserted("tre_em", 1, 20, HOA));
        hub.resolve();
        hub.take(inserted("tre_em", 2, 21, NAM));
        hub.resolve();
        hub.take(inserted("victim", 3, 20, MAI));
        hub.resolve();
    }

    @AfterEach
    void end() {
        hub.close();
    }

    @Test
    @DisplayName("merge two people at once; the younger id redirects, and the history names the decision")
    void merge() {
        MasterId hoa = desk.of("tre_em/1");
        MasterId nam = desk.of("tre_em/2");
        hub.publish();

        Ruling.InForce merged = inForce(desk.merge("steward", "tre_em/2", "tre_em/1"));

        assertThat(merged.masterId()).isEqualTo(hoa).isEqualTo(desk.of("tre_em/2"));
        assertThat(merged.effect().masterIds()).containsExactlyInAnyOrder(hoa, nam);
        assertThat(hub.masters.find(nam)).isEqualTo(new MasterLookup.MergedInto(hoa));
        assertThat(hub.entries())
                .filteredOn(entry -> entry.linkKind() == LinkKind.ASSERTED)
                .hasSize(2);
        assertThat(hub.database.one(
                        Long.class,
                        "SELECT count(*) FROM master_record_history WHERE decision_id = ?",
                        merged.decision().id()))
                .isEqualTo(2);
        assertThat(hub.publish()).hasSize(2);
    }

    @Test
    @DisplayName("stand after updates, after deletion and return of a row, and after everybody was resolved anew")
    void last() {
        inForce(desk.merge("steward", "tre_em/1", "tre_em/2"));
        hub.take(inserted("victim", 4, 30, MAI));
        hub.resolve();
        inForce(desk.split("steward", "victim/3", "victim/4"));
        Runnable holds = () -> {
            assertThat(desk.of("tre_em/1")).isEqualTo(desk.of("tre_em/2"));
            assertThat(desk.of("victim/3")).isNotEqualTo(desk.of("victim/4"));
        };
        holds.run();

        hub.take(updated("tre_em", 1, 40, TUYET), updated("victim", 4, 41, MAI));
        hub.resolve();
        holds.run();

        hub.take(deleted("tre_em", 2, 50));
        hub.resolve();
        hub.take(inserted("tre_em", 2, 60, NAM));
        hub.resolve();
        holds.run();

        MatchModel model = Hub.model();
        Hub next = hub.another(
                new MatchModel(model.name(), model.attributes(), model.blocking(), 7, model.rivals(), model.trained()));
        next.resolve();
        holds.run();
        assertThat(hub.database.one(Long.class, "SELECT count(*) FROM assertion WHERE withdrawn_at IS NULL"))
                .isEqualTo(2);
    }

    @Test
    @DisplayName("undone give the old id back, to its own records")
    void undoGivesTheIdBack() {
        hub.take(inserted("victim", 4, 30, NAM));
        hub.resolve();
        MasterId hoa = desk.of("tre_em/1");
        MasterId nam = desk.of("tre_em/2");
        Ruling merged = desk.merge("steward", "tre_em/1", "tre_em/2");

        Ruling.InForce undone = desk.undo(merged);

        assertThat(desk.of("tre_em/1")).isEqualTo(hoa);
        assertThat(desk.of("tre_em/2")).isEqualTo(nam).isEqualTo(desk.of("victim/4"));
        assertThat(hub.masters.find(nam)).isInstanceOf(MasterLookup.Found.class);
        assertThat(hub.masters.history(nam).getLast().kind()).isEqualTo(MasterChange.Kind.RESTORED);
        assertThat(undone.effect().masterIds()).containsExactlyInAnyOrder(hoa, nam);
        assertThat(refusal(hub.stewardship.undo(inForce(merged).decision().id(), word("steward"))))
                .isInstanceOf(Refusal.DecisionStands.class);
    }

    @Test
    @DisplayName("are undone in any order: what others decided since stays, and every id returns")
    void undoInAnyOrder() {
        MasterId hoa = desk.of("tre_em/1");
        MasterId nam = desk.of("tre_em/2");
        MasterId mai = desk.of("victim/3");
        for (boolean firstFirst : new boolean[] {true, false}) {
            Ruling first = desk.merge("steward", "tre_em/1", "tre_em/2");
            Ruling second = desk.merge("other", "tre_em/2", "victim/3");
            assertThat(Set.copyOf(hub.links().values())).containsExactly(hoa);
            if (firstFirst) {
                desk.undo(first);
                // the second said that Mai is both Hoa and Nam, as they were one then
                assertThat(Set.copyOf(hub.links().values())).containsExactly(hoa);
                desk.undo(second);
            } else {
                desk.undo(second);
                assertThat(desk.of("victim/3")).isEqualTo(mai);
                assertThat(desk.of("tre_em/2")).isEqualTo(hoa);
                desk.undo(first);
            }
            assertThat(List.of(desk.of("tre_em/1"), desk.of("tre_em/2"), desk.of("victim/3")))
                    .containsExactly(hoa, nam, mai);
        }
    }

    @Test
    @DisplayName("of a merge before another leave the other's person whole when undone")
    void undoAfterLaterMerge() {
        hub.take(inserted("victim", 5, 30, TUYET));
        hub.resolve();
        MasterId tuyet = desk.of("victim/5");
        Ruling first = desk.merge("steward", "tre_em/1", "tre_em/2");
        Ruling later = desk.merge("other", "victim/3", "victim/5");
        inForce(desk.merge("third", "tre_em/1", "victim/3"));

        desk.undo(later);

        // the third said that all four are one
        assertThat(Set.copyOf(hub.links().values())).hasSize(1);
        desk.undo(first);
        assertThat(Set.copyOf(hub.links().values())).hasSize(1);
        assertThat(hub.masters.find(tuyet)).isInstanceOf(MasterLookup.MergedInto.class);
    }

    @Test
    @DisplayName("can be put back in force by undoing their undo")
    void undoOfUndo() {
        MasterId nam = desk.of("tre_em/2");
        Ruling merged = desk.merge("steward", "tre_em/1", "tre_em/2");
        Ruling undone = desk.undo(merged);
        Ruling again = desk.undo(undone);

        assertThat(desk.of("tre_em/2")).isEqualTo(desk.of("tre_em/1"));
        assertThat(hub.stewardship
                        .find(inForce(merged).decision().id())
                        .orElseThrow()
                        .state())
                .isEqualTo(DecisionState.IN_FORCE);
        desk.undo(again);
        assertThat(desk.of("tre_em/2")).isEqualTo(nam);
    }

    @Test
    @DisplayName("that split what was merged are heeded, and the merge again when the split is undone")
    void theLatestWordCounts() {
        inForce(desk.merge("steward", "tre_em/1", "tre_em/2"));
        MasterId stays = desk.of("tre_em/1");
        Ruling split = desk.split("other", "tre_em/1", "tre_em/2");
        assertThat(inForce(split).masterId()).isEqualTo(desk.of("tre_em/2")).isNotEqualTo(stays);
        assertThat(desk.of("tre_em/1")).isEqualTo(stays);

        desk.undo(split);
        assertThat(desk.of("tre_em/2")).isEqualTo(stays);
    }

    @Test
    @DisplayName("split off several records as one person, and move a record by a split and a merge")
    void splitAndMove() {
        hub.take(inserted("victim", 4, 30, HOA), inserted("victim", 5, 31, HOA));
        hub.resolve();
        MasterId hoa = desk.of("tre_em/1");
        assertThat(desk.of("victim/5")).isEqualTo(hoa);

        Ruling.InForce split = inForce(desk.split("steward", "tre_em/1", "victim/4", "victim/5"));
        assertThat(desk.of("victim/4")).isEqualTo(desk.of("victim/5")).isEqualTo(split.masterId());
        assertThat(desk.of("tre_em/1")).isNotEqualTo(split.masterId());
        assertThat(split.masterId()).as("the id goes with most of its records").isEqualTo(hoa);

        inForce(desk.split("steward", "victim/4", "victim/5"));
        inForce(desk.merge("steward", "tre_em/2", "victim/5"));
        assertThat(desk.of("victim/5")).isEqualTo(desk.of("tre_em/2"));
        assertThat(refusal(desk.split("steward", "tre_em/1", "tre_em/1"))).isInstanceOf(Refusal.Senseless.class);
        assertThat(refusal(desk.split("steward", "tre_em/1", "tre_em/2"))).isInstanceOf(Refusal.Senseless.class);
    }

    @Test
    @DisplayName("are shown beforehand as they will be, and nothing of that stays")
    void preview() {
        MasterId hoa = desk.of("tre_em/1");
        Ruling.InForce shown = inForce(hub.stewardship.preview(() -> desk.merge("steward", "tre_em/1", "tre_em/2")));
        assertThat(desk.of("tre_em/2")).isNotEqualTo(hoa);
        assertThat(hub.database.one(Long.class, "SELECT count(*) FROM decision"))
                .isZero();

        Ruling.InForce merged = inForce(desk.merge("steward", "tre_em/1", "tre_em/2"));
        assertThat(shown.effect()).isEqualTo(merged.effect());
    }

    @Test
    @DisplayName("pin the value of a record until that is undone or the record leaves; the history names the decision")
    void pin() {
        inForce(desk.merge("steward", "tre_em/1", "tre_em/2"));
        MasterId id = desk.of("tre_em/1");
        String ruled = name(id);
        String other = ruled.equals("Lê Thị Hoa") ? "tre_em/2" : "tre_em/1";
        var record = key("tre_em", other.split("/")[1]);

        Ruling pinned = hub.stewardship.pin(id, Attribute.NAME, record, word("steward"));
        assertThat(name(id)).isNotEqualTo(ruled);
        assertThat(hub.masters.history(id).getLast().kind()).isEqualTo(MasterChange.Kind.VALUES_CHANGED);

        Ruling split = desk.split("steward", "tre_em/1", other);
        inForce(split);
        desk.undo(split);
        assertThat(name(desk.of("tre_em/1"))).isNotEqualTo(ruled);
        desk.undo(pinned);
        assertThat(name(desk.of("tre_em/1"))).isEqualTo(ruled);
        assertThat(refusal(hub.stewardship.pin(id, Attribute.TELEPHONES, record, word("steward"))))
                .isInstanceOf(Refusal.Senseless.class);
    }

    private String name(MasterId id) {
        return ((MasterLookup.Found) hub.masters.find(id))
                .file()
                .master()
                .name()
                .value()
                .display();
    }

    @Test
    @DisplayName("that make one of a child and a caller wait for another person, who alone may approve")
    void fourEyes() {
        hub.take(inserted("nguoi_goi", 9, 30, TUYET));
        hub.resolve();
        Ruling.Awaiting waits = (Ruling.Awaiting) desk.merge("steward", "tre_em/1", "nguoi_goi/9");
        assertThat(waits.decision().risks()).containsExactly(Risk.VICTIM_WITH_ADULT);
        assertThat(desk.of("nguoi_goi/9")).isNotEqualTo(desk.of("tre_em/1"));
        long id = waits.decision().id();

        assertThat(refusal(hub.stewardship.approve(id, "steward"))).isInstanceOf(Refusal.OwnDecision.class);
        inForce(hub.stewardship.approve(id, "supervisor"));
        assertThat(desk.of("nguoi_goi/9")).isEqualTo(desk.of("tre_em/1"));
        assertThat(refusal(hub.stewardship.approve(id, "supervisor"))).isInstanceOf(Refusal.DecisionStands.class);
        inForce(hub.stewardship.undo(id, word("steward")));
        assertThat(desk.of("nguoi_goi/9")).isNotEqualTo(desk.of("tre_em/1"));
    }

    @Test
    @DisplayName("that wait can be withdrawn, and change nothing then")
    void discarded() {
        hub.take(inserted("nguoi_goi", 9, 30, TUYET));
        hub.resolve();
        Ruling.Awaiting waits = (Ruling.Awaiting) desk.merge("steward", "tre_em/1", "nguoi_goi/9");
        inForce(hub.stewardship.undo(waits.decision().id(), word("supervisor")));
        assertThat(refusal(hub.stewardship.approve(waits.decision().id(), "supervisor")))
                .isInstanceOf(Refusal.DecisionStands.class);
        assertThat(desk.of("nguoi_goi/9")).isNotEqualTo(desk.of("tre_em/1"));
    }

    @Test
    @DisplayName("of others are overruled with a second pair of eyes only")
    void overruling() {
        hub.take(inserted("victim", 4, 30, HOA));
        hub.resolve();
        inForce(desk.split("steward", "tre_em/1", "victim/4"));
        assertThat(desk.merge("other", "tre_em/1", "victim/4"))
                .isInstanceOfSatisfying(
                        Ruling.Awaiting.class,
                        waits -> assertThat(waits.decision().risks()).containsExactly(Risk.OVERRULES_ANOTHER));
        inForce(desk.merge("steward", "tre_em/1", "victim/4"));
    }

    @Test
    @DisplayName(
            "that contradict each other through a third record open a task, also between two who were asked about before")
    void contradiction() {
        hub.take(inserted("tre_em", 10, 30, HOA_BY_TELEPHONE), inserted("tre_em", 11, 31, HOA_OF_2009));
        hub.take(deleted("tre_em", 1, 32));
        hub.resolve();
        inForce(desk.answer("steward", desk.onlyTask(), false));
        Ruling.InForce undone = desk.undo(desk.merge("steward", "tre_em/2", "tre_em/10"));
        inForce(desk.merge("steward", "tre_em/2", "tre_em/11"));
        desk.undo(undone);

        assertThat(desk.open()).extracting(opened -> opened.task().kind()).contains(TaskKind.CONFLICTING_ASSERTIONS);
    }

    @Test
    @DisplayName("that wait are not approved over what another said of the same records since")
    void overtaken() {
        hub.take(inserted("nguoi_goi", 9, 30, TUYET));
        hub.resolve();
        Ruling.Awaiting first = (Ruling.Awaiting) desk.merge("steward", "tre_em/1", "nguoi_goi/9");
        Ruling.Awaiting second = (Ruling.Awaiting) desk.merge("other", "tre_em/1", "nguoi_goi/9");
        inForce(hub.stewardship.approve(second.decision().id(), "supervisor"));
        Ruling.InForce split = inForce(desk.split("other", "tre_em/1", "nguoi_goi/9"));

        assertThat(refusal(hub.stewardship.approve(first.decision().id(), "supervisor")))
                .isInstanceOf(Refusal.DecisionStands.class);
        assertThat(desk.of("nguoi_goi/9")).isNotEqualTo(desk.of("tre_em/1"));
        inForce(hub.stewardship.undo(split.decision().id(), word("other")));
        inForce(hub.stewardship.approve(first.decision().id(), "supervisor"));
        assertThat(desk.of("nguoi_goi/9")).isEqualTo(desk.of("tre_em/1"));
    }

    @Test
    @DisplayName("keep apart whom a new record would bridge: it stays alone, with a question for each side")
    void bridge() {
        hub.take(inserted("tre_em", 10, 30, HOA_BY_TELEPHONE), inserted("tre_em", 11, 31, HOA_OF_2009));
        hub.take(deleted("tre_em", 1, 32));
        hub.resolve();
        ReviewTask possible = desk.onlyTask();
        assertThat(possible.kind()).isEqualTo(TaskKind.POSSIBLE_LINK);
        inForce(desk.answer("steward", possible, false));

        hub.take(inserted("tre_em", 12, 40, HOA));
        hub.resolve();

        assertThat(Set.of(desk.of("tre_em/10"), desk.of("tre_em/11"), desk.of("tre_em/12")))
                .hasSize(3);
        assertThat(desk.open())
                .extracting(opened -> opened.task().kind())
                .containsExactly(TaskKind.NEAR_EQUAL_ALTERNATIVES, TaskKind.NEAR_EQUAL_ALTERNATIVES);
    }

    @Test
    @DisplayName(
            "keep apart whom two records that come together would bridge: the two stay by themselves, with a question")
    void bridgeOfTwo() {
        hub.take(inserted("tre_em", 10, 30, HOA_BY_TELEPHONE), inserted("tre_em", 11, 31, HOA_OF_2009));
        hub.take(deleted("tre_em", 1, 32));
        hub.resolve();
        inForce(desk.answer("steward", desk.onlyTask(), false));

        hub.take(inserted("tre_em", 12, 40, HOA), inserted("tre_em", 13, 41, HOA));
        hub.resolve();

        assertThat(desk.of("tre_em/12")).isEqualTo(desk.of("tre_em/13"));
        assertThat(Set.of(desk.of("tre_em/10"), desk.of("tre_em/11"), desk.of("tre_em/12")))
                .hasSize(3);
        assertThat(desk.open())
                .extracting(opened -> opened.task().kind())
                .containsExactly(TaskKind.NEAR_EQUAL_ALTERNATIVES, TaskKind.NEAR_EQUAL_ALTERNATIVES);
    }

    @Test
    @DisplayName("are not approved by whoever took them, through whichever account")
    void ownScript() {
        hub.take(inserted("nguoi_goi", 9, 30, TUYET));
        hub.resolve();
        Ruling.Awaiting waits = (Ruling.Awaiting) desk.merge("supervisor-script", "tre_em/1", "nguoi_goi/9");
        long id = waits.decision().id();
        assertThat(refusal(hub.stewardship.approve(id, "supervisor"))).isInstanceOf(Refusal.OwnDecision.class);
        assertThat(refusal(hub.stewardship.approve(id, "supervisor-script"))).isInstanceOf(Refusal.OwnDecision.class);
        inForce(hub.stewardship.approve(id, "other-script"));
    }

    @Test
    @DisplayName("whose undo makes a risky person again wait for another person, like the merge did")
    void riskyUndo() {
        hub.take(inserted("nguoi_goi", 9, 30, TUYET));
        hub.resolve();
        Ruling.Awaiting merge = (Ruling.Awaiting) desk.merge("steward", "tre_em/1", "nguoi_goi/9");
        inForce(hub.stewardship.approve(merge.decision().id(), "supervisor"));
        MasterId together = desk.of("tre_em/1");
        Ruling.InForce undone = inForce(hub.stewardship.undo(merge.decision().id(), word("other")));
        MasterId caller = desk.of("nguoi_goi/9");
        assertThat(caller).isNotEqualTo(desk.of("tre_em/1"));

        Ruling shown = hub.stewardship.preview(
                () -> hub.stewardship.undo(undone.decision().id(), word("other")));
        assertThat(shown)
                .isInstanceOfSatisfying(
                        Ruling.Awaiting.class,
                        waits -> assertThat(waits.effect().after()).hasSize(1));
        Ruling.Awaiting again =
                (Ruling.Awaiting) hub.stewardship.undo(undone.decision().id(), word("other"));
        assertThat(again.decision().risks()).containsExactly(Risk.VICTIM_WITH_ADULT);
        assertThat(desk.of("nguoi_goi/9")).as("nothing yet").isEqualTo(caller);
        assertThat(refusal(hub.stewardship.approve(again.decision().id(), "other")))
                .isInstanceOf(Refusal.OwnDecision.class);
        inForce(hub.stewardship.approve(again.decision().id(), "steward"));
        assertThat(desk.of("nguoi_goi/9")).isEqualTo(desk.of("tre_em/1")).isEqualTo(together);
        assertThat(hub.stewardship.find(merge.decision().id()).orElseThrow().state())
                .isEqualTo(DecisionState.IN_FORCE);
    }

    @Test
    @DisplayName("that part a risky person are taken back alone by whoever took them, and with another by anybody else")
    void undoOfAnothersSplit() {
        hub.take(inserted("nguoi_goi", 9, 30, TUYET));
        hub.resolve();
        Ruling.Awaiting merge = (Ruling.Awaiting) desk.merge("steward", "tre_em/1", "nguoi_goi/9");
        inForce(hub.stewardship.approve(merge.decision().id(), "supervisor"));
        Ruling.InForce split = inForce(desk.split("other", "tre_em/1", "nguoi_goi/9"));

        Ruling.Awaiting undo =
                (Ruling.Awaiting) hub.stewardship.undo(split.decision().id(), word("steward"));
        inForce(hub.stewardship.undo(undo.decision().id(), word("steward")));
        assertThat(hub.stewardship.find(undo.decision().id()).orElseThrow().state())
                .isEqualTo(DecisionState.DISCARDED);
        assertThat(hub.stewardship.find(split.decision().id()).orElseThrow().state())
                .as("what waited and was withdrawn never touched it")
                .isEqualTo(DecisionState.IN_FORCE);

        Ruling.Awaiting second =
                (Ruling.Awaiting) hub.stewardship.undo(split.decision().id(), word("steward"));
        inForce(hub.stewardship.undo(split.decision().id(), word("other")));
        assertThat(desk.of("nguoi_goi/9")).isEqualTo(desk.of("tre_em/1"));
        assertThat(refusal(hub.stewardship.approve(second.decision().id(), "supervisor")))
                .as("undone meanwhile")
                .isInstanceOf(Refusal.DecisionStands.class);
    }

    @Test
    @DisplayName("about ids that were merged away, emptied, or never were, are refused; chains of redirects lead on")
    void ids() {
        MasterId hoa = desk.of("tre_em/1");
        MasterId nam = desk.of("tre_em/2");
        MasterId mai = desk.of("victim/3");
        inForce(desk.merge("steward", "tre_em/2", "victim/3"));
        inForce(desk.merge("steward", "tre_em/1", "tre_em/2"));
        assertThat(hub.masters.find(mai)).isEqualTo(new MasterLookup.MergedInto(hoa));
        assertThat(refusal(hub.stewardship.merge(hoa, mai, word("steward")))).isEqualTo(new Refusal.MergedAway(hoa));

        hub.take(deleted("tre_em", 1, 40), deleted("tre_em", 2, 41), deleted("victim", 3, 40));
        hub.resolve();
        assertThat(refusal(hub.stewardship.merge(nam, hoa, word("steward")))).isInstanceOf(Refusal.Gone.class);
        assertThat(refusal(hub.stewardship.merge(new MasterId(new UUID(7, 7)), hoa, word("steward"))))
                .isInstanceOf(Refusal.Unknown.class);
        assertThat(refusal(hub.stewardship.undo(999, word("steward")))).isInstanceOf(Refusal.Unknown.class);
    }
}
