package org.unifiedhotline.integrationroutes.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The settings of the reconciliation")
class ReconciliationPropertiesTest {
    private static final String VIETNAM = "Asia/Ho_Chi_Minh";

    private static ReconciliationProperties with(String schedule, String zone, int rate, int page) {
        return new ReconciliationProperties(schedule, zone, false, rate, page, Duration.ofSeconds(60));
    }

    @Test
    @DisplayName("are refused at once when they are wrong, with the name of the setting and what was expected")
    void refused() {
        assertThatThrownBy(() -> with("nightly", VIETNAM, 1, 1))
                .hasMessageContaining("unified-hotline.reconciliation.schedule")
                .hasMessageContaining("'nightly'");
        assertThatThrownBy(() -> with("-", "Vietnam", 1, 1)).hasMessageContaining("reconciliation.zone");
        assertThatThrownBy(() -> with("-", VIETNAM, 0, 1)).hasMessageContaining("reconciliation.rows-per-second");
        assertThatThrownBy(() -> with("-", VIETNAM, 1, 10_001)).hasMessageContaining("reconciliation.page");
    }

    @Test
    @DisplayName("tell the next time of the schedule, by the clock of its zone; '-' never comes")
    void next() {
        Instant noonInHanoi = Instant.parse("2026-03-01T05:00:00Z");
        assertThat(ScheduledReconciliation.next(with("0 30 2 * * *", VIETNAM, 1, 1), noonInHanoi))
                .contains(Instant.parse("2026-03-01T19:30:00Z"));
        assertThat(ScheduledReconciliation.next(with("-", VIETNAM, 1, 1), noonInHanoi))
                .isEmpty();
    }
}
