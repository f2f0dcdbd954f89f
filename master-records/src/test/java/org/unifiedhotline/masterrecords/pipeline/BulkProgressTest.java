package org.unifiedhotline.masterrecords.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.OptionalLong;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.unifiedhotline.masterrecords.pipeline.BulkProgress.Stage;
import org.unifiedhotline.masterrecords.pipeline.BulkProgress.Step;

@DisplayName("How far the resolution of everybody is")
class BulkProgressTest {
    private static final Instant BEGAN = Instant.parse("2026-11-21T10:00:00Z");

    private Instant now = BEGAN;
    private final BulkProgress progress = new BulkProgress(new Clock() {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    });

    @Test
    @DisplayName("is told by stages, each with its own beginning; nothing before and after")
    void stages() {
        assertThat(progress.now()).isEmpty();
        progress.at(Stage.READ, 0, 300);
        now = BEGAN.plusSeconds(10);
        progress.at("compare", 0, 40);
        assertThat(progress.now()).contains(new Step(Stage.COMPARE, 0, 40, BEGAN, BEGAN.plusSeconds(10)));
        progress.over();
        assertThat(progress.now()).isEmpty();
    }

    @Test
    @DisplayName("never goes back when threads tell it out of order, and is never more than all")
    void outOfOrder() {
        progress.at(Stage.READ, 2_000, 3_000);
        progress.at(Stage.READ, 1_000, 3_000);
        assertThat(progress.now().orElseThrow().done()).isEqualTo(2_000);
        progress.at(Stage.READ, 4_000, 3_000);
        assertThat(progress.now().orElseThrow().total()).isEqualTo(4_000);
    }

    @Test
    @DisplayName("tells how long the rest of a stage takes by its pace, as soon as there is one")
    void estimate() {
        progress.at(Stage.READ, 0, 300);
        now = BEGAN.plusSeconds(10);
        assertThat(left(now)).isEmpty();
        progress.at(Stage.READ, 100, 300);
        assertThat(left(now)).hasValue(20);
        assertThat(new Step(Stage.READ, 100, 300, BEGAN, BEGAN).secondsLeft(BEGAN.plus(Duration.ofSeconds(1))))
                .isEmpty();
        assertThat(new Step(Stage.WRITE, 0, 0, BEGAN, BEGAN).secondsLeft(now)).isEmpty();
    }

    private OptionalLong left(Instant at) {
        return progress.now().orElseThrow().secondsLeft(at);
    }
}
