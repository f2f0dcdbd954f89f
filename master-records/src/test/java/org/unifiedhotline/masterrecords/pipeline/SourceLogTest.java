package org.unifiedhotline.masterrecords.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.unifiedhotline.mappings.source.SourceSystem;
import org.unifiedhotline.masterrecords.pipeline.SourceLog.State;

@DisplayName("What a source keeps of its log")
class SourceLogTest {
    private static State state(Long kept, Long bytes, Long seconds) {
        return new SourceLog(SourceSystem.HOTLINE, kept, bytes, seconds, Instant.EPOCH).state();
    }

    @Test
    @DisplayName("is bounded by size or by age, fills when half of what is allowed is kept, or is bounded by nothing")
    void states() {
        assertThat(state(0L, null, null)).isEqualTo(State.UNBOUNDED);
        assertThat(state(1_000L, null, 864_000L)).isEqualTo(State.BOUNDED);
        assertThat(state(50L, 100L, null)).isEqualTo(State.BOUNDED);
        assertThat(state(51L, 100L, null)).isEqualTo(State.FILLING);
        assertThat(state(null, 100L, null)).as("nothing was read yet").isEqualTo(State.BOUNDED);
    }
}
