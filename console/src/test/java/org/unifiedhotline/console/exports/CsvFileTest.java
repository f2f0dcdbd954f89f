package org.unifiedhotline.console.exports;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A cell of a CSV file")
class CsvFileTest {

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+84912345678", "-5", "@SUM(A1)", "\t=1", "\r=1", "＝1"})
    @DisplayName("is no formula")
    void noFormula(String value) {
        assertThat(CsvFile.cell(value)).isEqualTo("\"'" + value + "\"");
    }

    @Test
    @DisplayName("is quoted, with its own quotes doubled, on one line or several")
    void quoted() {
        assertThat(CsvFile.cell("Nguyễn Thị Hoa")).isEqualTo("\"Nguyễn Thị Hoa\"");
        assertThat(CsvFile.cell("gọi là \"Na\", ở\nBát Xát")).isEqualTo("\"gọi là \"\"Na\"\", ở\nBát Xát\"");
        assertThat(CsvFile.cell("")).isEqualTo("\"\"");
    }
}
