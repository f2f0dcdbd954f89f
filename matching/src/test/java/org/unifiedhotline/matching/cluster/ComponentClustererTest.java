package org.unifiedhotline.matching.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.unifiedhotline.matching.record.ClusterHistory;
import org.unifiedhotline.matching.record.ClusterOutcome;
import org.unifiedhotline.matching.record.Suggestion;

class ComponentClustererTest {
    private static final double NEVER = Double.NEGATIVE_INFINITY;

    private static ClusterOutcome cluster(double[][] bits, List<int[]> same, List<int[]> different) {
        List<String> keys = IntStream.range(0, bits.length)
                .mapToObj(i -> String.valueOf((char) ('a' + i)))
                .toList();
        return new ComponentClusterer(ClusterRules.of(0, -5))
                .cluster(
                        new Component(keys, List.of(), same, different),
                        (a, b) -> bits[Math.min(a, b)][Math.max(a, b)]);
    }

    private static int[] pair(int a, int b) {
        return new int[] {a, b};
    }

    @Test
    @DisplayName("A weak bridge between two people does not join them")
    void bridge() {
        double[][] bits = {
            {0, 15, 3, -18},
            {0, 0, -18, -18},
            {0, 0, 0, 15},
            {0, 0, 0, 0}
        };
        ClusterOutcome outcome = cluster(bits, List.of(), List.of());
        assertThat(outcome.clusters()).containsExactly(List.of("a", "b"), List.of("c", "d"));
        assertThat(outcome.suggestions())
                .containsExactly(new Suggestion(Suggestion.Kind.CLUSTERS_DISAGREE, "a", "c", 3));
    }

    @Test
    @DisplayName("A record that fits two people equally well stays alone, and a steward is asked")
    void equalFit() {
        double[][] bits = {{0, NEVER, 8}, {0, 0, 8}, {0, 0, 0}};
        ClusterOutcome outcome = cluster(bits, List.of(), List.of());
        assertThat(outcome.clusters()).containsExactly(List.of("a"), List.of("b"), List.of("c"));
        assertThat(outcome.suggestions())
                .extracting(Suggestion::kind)
                .contains(Suggestion.Kind.NEAR_EQUAL_ALTERNATIVES);
    }

    @Test
    @DisplayName("What was said to be one person is one, whatever the weights say")
    void saidSame() {
        double[][] bits = {{0, NEVER}, {0, 0}};
        assertThat(cluster(bits, List.of(pair(0, 1)), List.of()).clusters()).containsExactly(List.of("a", "b"));
    }

    @Test
    @DisplayName("What was said to be two people is never joined, nor bridged by a third record")
    void saidDifferent() {
        double[][] bits = {{0, 20, 20}, {0, 0, 12}, {0, 0, 0}};
        ClusterOutcome outcome = cluster(bits, List.of(), List.of(pair(0, 2)));
        assertThat(outcome.clusters()).containsExactly(List.of("a"), List.of("b"), List.of("c"));
    }

    @Test
    @DisplayName(
            "Two records that come together join neither of two people who were said to be different; a steward is asked")
    void pairBetweenSaidDifferent() {
        double[][] bits = {
            {0, 10, 9, 2},
            {0, 0, 20, 6},
            {0, 0, 0, 5},
            {0, 0, 0, 0}
        };
        ClusterOutcome outcome = cluster(bits, List.of(), List.of(pair(0, 3)));
        assertThat(outcome.clusters()).containsExactly(List.of("a"), List.of("b", "c"), List.of("d"));
        assertThat(outcome.suggestions())
                .containsExactlyInAnyOrder(
                        new Suggestion(Suggestion.Kind.NEAR_EQUAL_ALTERNATIVES, "a", "b", 9.5),
                        new Suggestion(Suggestion.Kind.NEAR_EQUAL_ALTERNATIVES, "b", "d", 5.5));
        assertThat(history(bits, List.of(), List.of(pair(0, 3))).separations())
                .extracting(ClusterHistory.Separation::reason)
                .containsExactly(
                        ClusterHistory.Reason.NEAR_EQUAL_ALTERNATIVES,
                        ClusterHistory.Reason.SAID_DIFFERENT,
                        ClusterHistory.Reason.NEAR_EQUAL_ALTERNATIVES);
    }

    @Test
    @DisplayName("Two records that come together join whom they fit, if they do not link the one said to be another")
    void pairBesideSaidDifferent() {
        double[][] bits = {
            {0, 10, 9, 2},
            {0, 0, 20, 1},
            {0, 0, 0, -5},
            {0, 0, 0, 0}
        };
        assertThat(cluster(bits, List.of(), List.of(pair(0, 3))).clusters())
                .containsExactly(List.of("a", "b", "c"), List.of("d"));
    }

    @Test
    @DisplayName("Assertions that contradict each other open a task")
    void contradiction() {
        double[][] bits = {{0, 20, 20}, {0, 0, 20}, {0, 0, 0}};
        ClusterOutcome outcome = cluster(bits, List.of(pair(0, 1), pair(1, 2)), List.of(pair(0, 2)));
        assertThat(outcome.suggestions()).extracting(Suggestion::kind).contains(Suggestion.Kind.CONFLICTING_ASSERTIONS);
        assertThat(outcome.clusters()).containsExactly(List.of("a", "b"), List.of("c"));
    }

    @Test
    @DisplayName("A forbidden pair keeps two groups apart")
    void forbidden() {
        double[][] bits = {{0, 12, NEVER}, {0, 0, 9}, {0, 0, 0}};
        assertThat(cluster(bits, List.of(), List.of()).clusters()).containsExactly(List.of("a", "b"), List.of("c"));
    }

    private static ClusterHistory history(double[][] bits, List<int[]> same, List<int[]> different) {
        List<String> keys = IntStream.range(0, bits.length)
                .mapToObj(i -> String.valueOf((char) ('a' + i)))
                .toList();
        return new ComponentClusterer(ClusterRules.of(0, -5))
                .history(
                        new Component(keys, List.of(), same, different),
                        (a, b) -> bits[Math.min(a, b)][Math.max(a, b)]);
    }

    @Test
    @DisplayName("The history tells the joins in their order, with the average of each, and what holds the rest apart")
    void tellsHistory() {
        double[][] bits = {
            {0, 15, 3, -18},
            {0, 0, 6, -18},
            {0, 0, 0, -9},
            {0, 0, 0, 0}
        };
        ClusterHistory history = history(bits, List.of(), List.of());
        assertThat(history.joins())
                .containsExactly(
                        new ClusterHistory.Join(List.of("a"), List.of("b"), 15, false),
                        new ClusterHistory.Join(List.of("a", "b"), List.of("c"), 4.5, false));
        assertThat(history.separations())
                .containsExactly(new ClusterHistory.Separation(
                        List.of("a", "b", "c"), List.of("d"), -15, ClusterHistory.Reason.BELOW_THRESHOLD, "c", "d"));
    }

    @Test
    @DisplayName("The history names a steward's word and a forbidden pair as what they are")
    void tellsWhatForbids() {
        double[][] bits = {{0, -3, 9}, {0, 0, NEVER}, {0, 0, 0}};
        ClusterHistory history = history(bits, List.of(pair(0, 1)), List.of());
        assertThat(history.joins()).containsExactly(new ClusterHistory.Join(List.of("a"), List.of("b"), -3, true));
        assertThat(history.separations().getFirst().reason()).isEqualTo(ClusterHistory.Reason.FORBIDDEN);
        assertThat(history.separations().getFirst().keyA()).isEqualTo("b");
        assertThat(history(bits, List.of(), List.of(pair(0, 2))).separations())
                .extracting(ClusterHistory.Separation::reason)
                .containsExactly(
                        ClusterHistory.Reason.BELOW_THRESHOLD,
                        ClusterHistory.Reason.SAID_DIFFERENT,
                        ClusterHistory.Reason.FORBIDDEN);
    }
}
