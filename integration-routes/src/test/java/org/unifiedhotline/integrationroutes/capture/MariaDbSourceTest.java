package org.unifiedhotline.integrationroutes.capture;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("MariaDB's log")
class MariaDbSourceTest {

    @Test
    @DisplayName("holds what was read from it only if it has come as far in every domain")
    void reaches() {
        assertThat(MariaDbSource.reaches("0-1-50", "0-1-50")).isTrue();
        assertThat(MariaDbSource.reaches("0-1-51,1-1-3", "0-1-50")).isTrue();
        assertThat(MariaDbSource.reaches("0-2-60", "0-1-50"))
                .as("another server leads now")
                .isTrue();
        assertThat(MariaDbSource.reaches("0-1-7", "0-1-50")).as("begun anew").isFalse();
        assertThat(MariaDbSource.reaches("", "0-1-50")).isFalse();
        assertThat(MariaDbSource.reaches("0-1-7", null)).isTrue();
        assertThat(MariaDbSource.reaches("0-1-7", "0-1-5,1-1-1")).isFalse();
    }

    @Test
    @DisplayName("numbers its files")
    void fileNumbers() {
        assertThat(MariaDbSource.fileNumber("mariadb-bin.000007")).isEqualTo(7);
        assertThat(MariaDbSource.fileNumber("host.local-bin.1000000")).isEqualTo(1_000_000);
    }
}
