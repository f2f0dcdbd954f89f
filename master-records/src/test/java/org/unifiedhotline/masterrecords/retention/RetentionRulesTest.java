package org.unifiedhotline.masterrecords.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.Period;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.unifiedhotline.masterrecords.Hub;

@DisplayName("The rules of retention")
class RetentionRulesTest {
    private static String shipped() {
        return Hub.resource("config/retention.yaml");
    }

    @Test
    @DisplayName("that are shipped name a period for every class")
    void whole() {
        RetentionRules rules = RetentionRules.read(shipped());
        assertThat(rules.periods()).hasSize(RetentionClass.values().length);
        assertThat(rules.periods()).containsEntry(RetentionClass.ROW_HISTORY, Period.ofYears(10));
        assertThat(rules.before(RetentionClass.RECENT_PEOPLE, Instant.parse("2026-11-22T00:00:00Z")))
                .contains(Instant.parse("2026-08-24T00:00:00Z"));
    }

    @Test
    @DisplayName("may keep a class for ever")
    void forever() {
        RetentionRules rules = RetentionRules.read(shipped().replace("row-history: P10Y", "row-history: forever"));
        assertThat(rules.before(RetentionClass.ROW_HISTORY, Instant.parse("2026-11-22T00:00:00Z")))
                .isEmpty();
    }

    @Test
    @DisplayName("that are wrong are refused with all that is wrong")
    void wrong() {
        String file = shipped()
                .replace("row-history: P10Y", "row-history: ten years")
                .replace("exports: P1Y", "exprots: P1Y")
                .replace("\"03:15\"", "\"25:00\"");
        assertThatThrownBy(() -> RetentionRules.read(file))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("keep.row-history is 'ten years'")
                .hasMessageContaining("keep.exports is missing")
                .hasMessageContaining("keep.exprots is no class")
                .hasMessageContaining("daily is '25:00'");
    }
}
