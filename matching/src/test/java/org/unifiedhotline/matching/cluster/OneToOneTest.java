package org.unifiedhotline.matching.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.unifiedhotline.matching.record.Edge;

class OneToOneTest {
    private static Edge edge(String a, String b, double bits) {
        return new Edge(a, b, bits, false);
    }

    @Test
    @DisplayName("Of equal weights, a record with no other partner gets the one that it can have")
    void nobodyStaysAloneNeedlessly() {
        List<Edge> edges = List.of(edge("a1", "b1", 10), edge("a1", "b2", 10), edge("a2", "b1", 10));
        assertThat(OneToOne.assign(edges, 0, _ -> 0))
                .containsExactlyInAnyOrder(edge("a1", "b2", 10), edge("a2", "b1", 10));
    }

    @Test
    @DisplayName("What records hold decides between equal weights, not what they are called")
    void namesDoNotDecide() {
        List<Edge> edges = List.of(edge("a1", "b1", 10), edge("a2", "b1", 10));
        assertThat(OneToOne.assign(edges, 0, Map.of("a1", 1L, "a2", 2L, "b1", 3L)::get))
                .containsExactly(edge("a1", "b1", 10));
        assertThat(OneToOne.assign(edges, 0, Map.of("a1", 2L, "a2", 1L, "b1", 3L)::get))
                .containsExactly(edge("a2", "b1", 10));
    }

    @Test
    @DisplayName("The heavier edge goes first, and none below the threshold stands")
    void heaviestFirst() {
        List<Edge> edges = List.of(edge("a1", "b1", 4), edge("a1", "b2", 9), edge("a2", "b1", -1));
        assertThat(OneToOne.assign(edges, 0, _ -> 0)).containsExactly(edge("a1", "b2", 9));
    }
}
