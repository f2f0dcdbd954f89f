package org.unifiedhotline.console.limits;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What a caller may ask")
class AllowancesTest {
    private long now;
    private final Allowances allowances = new Allowances(50, 100, () -> now);

    @Test
    @DisplayName("is a burst, and then an even rate; another caller's is not touched")
    void burstAndRate() {
        for (int request = 0; request < 100; request++) {
            assertThat(allowances.take("script")).isZero();
        }
        assertThat(allowances.take("script")).isBetween(Duration.ofMillis(20), Duration.ofMillis(21));
        assertThat(allowances.take("another")).isZero();
        now += Duration.ofSeconds(1).toNanos();
        for (int request = 0; request < 50; request++) {
            assertThat(allowances.take("script")).isZero();
        }
        assertThat(allowances.take("script")).isPositive();
    }
}
