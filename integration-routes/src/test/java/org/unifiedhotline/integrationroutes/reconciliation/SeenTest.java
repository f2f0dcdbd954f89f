package org.unifiedhotline.integrationroutes.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The rows that a source showed")
class SeenTest {

    @Test
    @DisplayName("are known again, however many they are and in whatever order they came, and no others")
    void knows() {
        Seen seen = new Seen();
        for (long number = 5_000; number > -5_000; number -= 2) {
            seen.add(number);
        }
        assertThat(seen.contains(5_000)).isTrue();
        assertThat(seen.contains(-4_998)).isTrue();
        assertThat(seen.contains(4_999)).isFalse();
        seen.add(4_999);
        assertThat(seen.contains(4_999)).isTrue();
    }
}
