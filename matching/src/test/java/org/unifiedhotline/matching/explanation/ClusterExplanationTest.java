package org.unifiedhotline.matching.explanation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.unifiedhotline.matching.record.ClusterHistory;
import org.unifiedhotline.matching.record.ClusterHistory.Join;
import org.unifiedhotline.matching.record.ClusterHistory.Reason;
import org.unifiedhotline.matching.record.ClusterHistory.Separation;

class ClusterExplanationTest {
    private static final ClusterHistory HISTORY = new ClusterHistory(
            List.of(
                    new Join(List.of("a"), List.of("b"), -2, true),
                    new Join(List.of("x"), List.of("y"), 20, false),
                    new Join(List.of("a", "b"), List.of("c"), 7.25, false)),
            List.of(
                    new Separation(List.of("a", "b", "c"), List.of("x", "y"), -3.5, Reason.BELOW_THRESHOLD, "c", "x"),
                    new Separation(List.of("a", "b", "c"), List.of("z"), -24, Reason.FORBIDDEN, "a", "z"),
                    new Separation(List.of("x", "y"), List.of("z"), -24, Reason.SAID_DIFFERENT, "x", "z")));

    @Test
    @DisplayName("A cluster tells its joins in their order, and what holds each other cluster apart from it")
    void english() {
        ClusterExplanation told = ClusterExplanation.of(HISTORY, Set.of("a", "b", "c"), 0, Language.ENGLISH);
        assertThat(told.summary()).isEqualTo("3 records, joined in 2 steps, 1 of them by a steward's word");
        assertThat(told.joins())
                .containsExactly(
                        "1. a + b: a steward said one person (weight -2.0)", "2. {a, b} + c: average weight 7.3");
        assertThat(told.apart())
                .containsExactly(
                        "{x, y}: the average weight -3.5 does not reach the threshold 0.0; the strongest pair is c | x",
                        "z: never one person: a relation in a case, or conflicting identity numbers (a | z)");
    }

    @Test
    @DisplayName("The same in Vietnamese, from the other side")
    void vietnamese() {
        ClusterExplanation told = ClusterExplanation.of(HISTORY, Set.of("x", "y"), 0, Language.VIETNAMESE);
        assertThat(told.summary()).isEqualTo("2 bản ghi, ghép lại sau 1 bước");
        assertThat(told.joins()).containsExactly("1. x + y: trọng số trung bình 20.0");
        assertThat(told.apart().get(1)).isEqualTo("z: cán bộ quản lý dữ liệu nói đây là hai người (x | z)");
    }

    @Test
    @DisplayName("Two records that are apart are told what holds their clusters apart, whichever is named first")
    void whyNot() {
        assertThat(ClusterExplanation.whyNot(HISTORY.between("z", "b").orElseThrow(), 0, Language.ENGLISH))
                .startsWith("z: never one person");
        assertThat(HISTORY.between("a", "b")).isEmpty();
        assertThat(ClusterExplanation.notConnected(Language.ENGLISH)).startsWith("No chain of links");
    }
}
