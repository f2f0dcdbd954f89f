package org.unifiedhotline.masterrecords.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What part is counted")
class SliceTest {
    private static final LocalDate DAY = LocalDate.of(2025, 7, 1);

    @Test
    @DisplayName("begins and ends with days in Vietnam")
    void days() {
        Slice slice = new Slice(DAY, DAY, null);
        assertThat(slice.start()).isEqualTo(Instant.parse("2025-06-30T17:00:00Z"));
        assertThat(slice.end()).isEqualTo(Instant.parse("2025-07-01T17:00:00Z"));
    }

    @Test
    @DisplayName("does not end before it begins")
    void backwards() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Slice(DAY, DAY.minusDays(1), null))
                .withMessageContaining("'to'");
    }
}
