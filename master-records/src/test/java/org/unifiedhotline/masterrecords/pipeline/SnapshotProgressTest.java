package org.unifiedhotline.masterrecords.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.OptionalLong;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class SnapshotProgressTest {
    @Test
    @DisplayName("estimates the rest by the pace until now")
    void estimates() {
        assertThat(SnapshotProgress.of(300, 1_200, Duration.ofSeconds(10)))
                .isEqualTo(new SnapshotProgress(300, 1_200, OptionalLong.of(30)));
    }

    @Test
    @DisplayName("says nothing of the rest before there is a pace, or where the source has no statistics")
    void saysNothing() {
        assertThat(SnapshotProgress.of(300, 1_200, Duration.ofSeconds(1)).secondsLeft())
                .isEmpty();
        assertThat(SnapshotProgress.of(0, 1_200, Duration.ofSeconds(10)).secondsLeft())
                .isEmpty();
        assertThat(SnapshotProgress.of(300, 0, Duration.ofSeconds(10)))
                .isEqualTo(new SnapshotProgress(300, 0, OptionalLong.empty()));
    }

    @Test
    @DisplayName("never expects fewer rows than were read, whatever the statistics said")
    void neverFewer() {
        assertThat(SnapshotProgress.of(1_500, 1_200, Duration.ofSeconds(10)))
                .isEqualTo(new SnapshotProgress(1_500, 1_500, OptionalLong.of(0)));
    }
}
