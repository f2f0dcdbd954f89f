package org.unifiedhotline.masterrecords.resolution;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.unifiedhotline.masterrecords.records.MasterId;
import org.unifiedhotline.masterrecords.resolution.MasterRecordTable.Departed;
import org.unifiedhotline.masterrecords.resolution.MasterRecordTable.Standing;

class IdAssignmentTest {
    private static final MasterId OLD = new MasterId(new UUID(1, 1));
    private static final MasterId YOUNG = new MasterId(new UUID(2, 2));
    private static final MasterId FRESH = new MasterId(new UUID(9, 9));

    @Test
    @DisplayName("an id goes with most of its members, and the rest gets a new id with its origin")
    void mostMembersKeepTheId() {
        IdAssignment ids = assign(List.of(List.of(1L), List.of(2L, 3L)), Map.of(1L, OLD, 2L, OLD, 3L, OLD));

        assertThat(ids.of(1)).isEqualTo(OLD);
        assertThat(ids.of(0)).isEqualTo(FRESH);
        assertThat(ids.created()).isEqualTo(Map.of(0, OLD));
    }

    @Test
    @DisplayName("of equal parts the one with the smallest key keeps the id")
    void tiesGoToTheSmallestKey() {
        IdAssignment ids = assign(List.of(List.of(3L, 4L), List.of(1L, 2L)), Map.of(1L, OLD, 3L, OLD));
        assertThat(ids.of(1)).isEqualTo(OLD);
    }

    @Test
    @DisplayName("a cluster that receives several ids keeps the oldest, the others redirect to it")
    void theOldestStands() {
        IdAssignment ids = assign(List.of(List.of(1L, 2L)), Map.of(1L, YOUNG, 2L, OLD));
        assertThat(ids.of(0)).isEqualTo(OLD);
        assertThat(ids.merged()).isEqualTo(Map.of(YOUNG, OLD));
        assertThat(ids.created()).isEmpty();
    }

    @Test
    @DisplayName("an id all of whose members are gone is gone; records never seen get a new one without origin")
    void goneAndNew() {
        IdAssignment ids = assign(List.of(List.of(5L)), Map.of(1L, OLD));
        Map<Integer, MasterId> withoutOrigin = new HashMap<>();
        withoutOrigin.put(0, null);
        assertThat(ids.gone()).containsExactly(OLD);
        assertThat(ids.created()).isEqualTo(withoutOrigin);
    }

    @Test
    @DisplayName("an id that was merged away comes back to its own records, though they are most of those that part")
    void mergedAwayComesBack() {
        IdAssignment ids = assign(
                List.of(List.of(1L), List.of(2L, 3L)),
                Map.of(1L, OLD, 2L, OLD, 3L, OLD),
                departed(YOUNG, OLD, OLD, 2L, 3L));

        assertThat(ids.of(0)).isEqualTo(OLD);
        assertThat(ids.of(1)).isEqualTo(YOUNG);
        assertThat(ids.restored()).isEqualTo(Map.of(1, OLD));
        assertThat(ids.created()).isEmpty();
        assertThat(ids.merged()).isEmpty();
    }

    @Test
    @DisplayName("a chain of merges parts where its records part; the rest redirects as before")
    void chains() {
        MasterId youngest = new MasterId(new UUID(3, 3));
        Departed[] chain = {departed(YOUNG, OLD, OLD, 2L, 3L), departed(youngest, YOUNG, OLD, 3L)};
        Map<Long, MasterId> before = Map.of(1L, OLD, 2L, OLD, 3L, OLD);

        IdAssignment outer = assign(List.of(List.of(1L), List.of(2L, 3L)), before, chain);
        assertThat(List.of(outer.of(0), outer.of(1))).containsExactly(OLD, YOUNG);
        assertThat(outer.merged()).isEmpty();

        IdAssignment inner = assign(List.of(List.of(1L, 2L), List.of(3L)), before, chain);
        assertThat(List.of(inner.of(0), inner.of(1))).containsExactly(OLD, youngest);
        assertThat(inner.merged()).isEmpty();
        assertThat(inner.restored()).isEqualTo(Map.of(1, OLD));
    }

    @Test
    @DisplayName("an id is left also where it would redirect elsewhere by a tie: what was merged into it comes back")
    void leftByATie() {
        MasterId moved = new MasterId(new UUID(3, 3));
        List<List<Long>> clusters = List.of(List.of(1L, 2L), List.of(3L));
        Map<Long, MasterId> before = Map.of(1L, OLD, 2L, YOUNG, 3L, YOUNG);
        assertThat(assign(clusters, before).left(clusters, before)).containsExactly(YOUNG);

        IdAssignment ids = assign(clusters, before, departed(moved, YOUNG, YOUNG, 2L));
        assertThat(List.of(ids.of(0), ids.of(1))).containsExactly(OLD, YOUNG);
        assertThat(ids.merged()).isEqualTo(Map.of(moved, OLD));
    }

    @Test
    @DisplayName("an id whose own records are gone stays with those that were merged into it")
    void nobodyOfItsOwnLeft() {
        IdAssignment ids =
                assign(List.of(List.of(2L), List.of(3L)), Map.of(2L, OLD, 3L, OLD), departed(YOUNG, OLD, OLD, 2L, 3L));
        assertThat(ids.of(0)).isEqualTo(OLD);
        assertThat(ids.of(1)).isEqualTo(FRESH);
    }

    private static Departed departed(MasterId id, MasterId into, MasterId root, Long... members) {
        return new Departed(new Standing(id, 2, Instant.EPOCH), into, root, List.of(members));
    }

    private static IdAssignment assign(List<List<Long>> clusters, Map<Long, MasterId> before, Departed... departed) {
        return IdAssignment.of(
                clusters,
                before,
                List.of(departed),
                Comparator.naturalOrder(),
                Comparator.comparing(MasterId::value),
                () -> FRESH);
    }
}
