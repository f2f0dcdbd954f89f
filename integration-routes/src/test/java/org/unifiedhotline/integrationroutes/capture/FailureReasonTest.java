package org.unifiedhotline.integrationroutes.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The reason of a failure")
class FailureReasonTest {

    @Test
    @DisplayName("tells the kinds of failures and SQL states, never a message that could quote a row")
    void quotesNothing() {
        Exception failure = new IllegalStateException(
                "row of Nguyễn Thị Hoa", new SQLException("Key (ho_ten)=(Nguyễn Thị Hoa) exists", "23505"));
        assertThat(FailureReason.of(failure))
                .isEqualTo("IllegalStateException < SQLException (SQL state 23505)")
                .doesNotContain("Hoa");
    }

    @Test
    @DisplayName("tells our own messages in full")
    void own() {
        assertThat(FailureReason.of(new RuntimeException(new CaptureException("the slot is in use"))))
                .isEqualTo("the slot is in use");
    }
}
