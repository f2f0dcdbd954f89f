package org.unifiedhotline.masterrecords.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.transaction.CannotCreateTransactionException;

@DisplayName("Refusal")
class RefusalTest {

    @ParameterizedTest
    @ValueSource(strings = {"22003", "22P05", "23514", "54000", "54001"})
    @DisplayName("is what the database says of a value, whatever Spring calls it")
    void ofContent(String state) {
        assertThat(Refusal.isOfContent(failure(state))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"08006", "40P01", "53300", "53100", "57P01", "55P03"})
    @DisplayName("is not what the database says of itself")
    void away(String state) {
        assertThat(Refusal.isOfContent(failure(state))).isFalse();
    }

    @Test
    @DisplayName("is not a connection that could not be had, and is a failure of our own code")
    void withoutState() {
        assertThat(Refusal.isOfContent(new CannotGetJdbcConnectionException("no connection")))
                .isFalse();
        assertThat(Refusal.isOfContent(new CannotCreateTransactionException("no transaction")))
                .isFalse();
        assertThat(Refusal.isOfContent(failure(null))).isFalse();
        assertThat(Refusal.isOfContent(new IllegalStateException("a bug"))).isTrue();
    }

    private static RuntimeException failure(String state) {
        return new DataAccessResourceFailureException("failed", new SQLException("failed", state));
    }
}
