package org.unifiedhotline.console.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("How long what waits will take")
class BacklogPaceTest {
    private static final Instant START = Instant.parse("2026-03-01T08:00:00Z");

    private final BacklogPace pace = new BacklogPace();

    private Long after(long seconds, long waiting) {
        return pace.secondsLeft(waiting, START.plusSeconds(seconds));
    }

    @Test
    @DisplayName("is told by the pace at which it becomes less")
    void pace() {
        assertThat(after(0, 10_000)).isNull();
        assertThat(after(10, 9_000)).isEqualTo(90);
        assertThat(after(20, 8_000)).isEqualTo(80);
    }

    @Test
    @DisplayName("is told by the pace of the last minute alone")
    void lately() {
        after(0, 10_000);
        after(50, 9_900);
        assertThat(after(100, 4_900)).isEqualTo(49);
    }

    @Test
    @DisplayName(
            "is not told while more comes than goes, at the first look, after too short a time, or when nothing waits")
    void unknown() {
        assertThat(after(0, 100)).isNull();
        assertThat(after(1, 50)).isNull();
        assertThat(after(10, 200)).isNull();
        assertThat(after(12, 0)).isNull();
        assertThat(after(14, 100)).as("the first look after nothing waited").isNull();
        assertThat(after(200, 50)).as("nobody looked for minutes").isNull();
    }
}
