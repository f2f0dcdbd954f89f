package org.unifiedhotline.integrationroutes.capture;

import static org.assertj.core.api.Assertions.assertThat;

import io.debezium.time.Date;
import io.debezium.time.MicroTimestamp;
import io.debezium.time.Timestamp;
import io.debezium.time.ZonedTimestamp;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import org.apache.kafka.connect.data.Decimal;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A column's value")
class ColumnValuesTest {

    @Test
    @DisplayName("that is a whole number of any width is a Long")
    void integers() {
        assertThat(ColumnValues.of(Schema.INT16_SCHEMA, (short) 7)).isEqualTo(7L);
        assertThat(ColumnValues.of(Schema.INT64_SCHEMA, 1L << 40)).isEqualTo(1L << 40);
    }

    @Test
    @DisplayName("that is a date or a time is text in ISO form, before 1970 too, always with seconds")
    void temporals() {
        assertThat(ColumnValues.of(Date.schema(), -165)).isEqualTo("1969-07-20");
        assertThat(ColumnValues.of(Timestamp.schema(), 1_615_309_440_000L)).isEqualTo("2021-03-09T17:04:00");
        assertThat(ColumnValues.of(MicroTimestamp.schema(), -1_000_000L)).isEqualTo("1969-12-31T23:59:59");
        assertThat(ColumnValues.of(ZonedTimestamp.schema(), "2021-03-09T17:04:05.5+07:00"))
                .isEqualTo("2021-03-09T10:04:05.500Z");
        assertThat(ColumnValues.of(ZonedTimestamp.schema(), "infinity")).isEqualTo("infinity");
    }

    @Test
    @DisplayName("that is a decimal keeps its digits")
    void decimals() {
        assertThat(ColumnValues.of(Decimal.schema(6), new BigDecimal("21.028500")))
                .isEqualTo(new BigDecimal("21.028500"));
    }

    @Test
    @DisplayName("that is an array is a list of texts, without what is NULL in it")
    void arrays() {
        Schema array = SchemaBuilder.array(Schema.OPTIONAL_STRING_SCHEMA).build();
        assertThat(ColumnValues.of(array, Arrays.asList("a", null, "b"))).isEqualTo(List.of("a", "b"));
    }

    @Test
    @DisplayName("that the log did not repeat is known as such, in an array too")
    void unavailable() {
        assertThat(ColumnValues.isUnavailable(ColumnValues.UNAVAILABLE)).isTrue();
        assertThat(ColumnValues.isUnavailable(List.of(ColumnValues.UNAVAILABLE)))
                .isTrue();
        assertThat(ColumnValues.isUnavailable("x")).isFalse();
        assertThat(ColumnValues.isUnavailable(null)).isFalse();
    }

    @Test
    @DisplayName("of MariaDB's dates is text, whatever the driver made of it")
    void mariaDbDates() {
        assertThat(MariaDbDates.text(LocalDateTime.of(2021, 3, 9, 17, 4))).isEqualTo("2021-03-09T17:04:00");
        assertThat(MariaDbDates.text(java.sql.Timestamp.valueOf("2021-03-09 17:04:05")))
                .isEqualTo("2021-03-09T17:04:05");
        assertThat(MariaDbDates.text(LocalDate.of(2021, 3, 9))).isEqualTo("2021-03-09");
        assertThat(MariaDbDates.text(null)).isNull();
    }
}
