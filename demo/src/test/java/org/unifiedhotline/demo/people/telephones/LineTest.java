package org.unifiedhotline.demo.people.telephones;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.unifiedhotline.demo.people.chance.Chance;

@DisplayName("A telephone line")
class LineTest {
    @ParameterizedTest
    @CsvSource({
        "0321234567, 01621234567",
        "0391234567, 01691234567",
        "0701234567, 01201234567",
        "0791234567, 01211234567",
        "0821234567, 01291234567",
        "0561234567, 01861234567",
        "0591234567, 01991234567",
        "0912345678, 0912345678"
    })
    @DisplayName("had its number of eleven digits until 14 September 2018")
    void mobile(String today, String before) {
        Mobile line = new Mobile(today);
        assertThat(line.numberOn(LocalDate.of(2018, 9, 14))).isEqualTo(before);
        assertThat(line.numberOn(LocalDate.of(2018, 9, 15))).isEqualTo(today);
    }

    @Test
    @DisplayName("in a house had the area code of before 2017")
    void landline() {
        Landline hanoi = new Lines().landline("01", Chance.of(1, "line", 1));
        assertThat(hanoi.numberOn(LocalDate.of(2015, 1, 1))).matches("043\\d{7}");
        assertThat(hanoi.today()).matches("0243\\d{7}");
        Landline giaLai = new Lines().landline("64", Chance.of(1, "line", 1));
        assertThat(giaLai.numberOn(LocalDate.of(2015, 1, 1))).matches("0593\\d{6}");
        assertThat(giaLai.today()).matches("02693\\d{6}");
    }

    @Test
    @DisplayName("refuses a number that cannot be")
    void refused() {
        assertThatThrownBy(() -> new Mobile("01621234567"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("ten digits");
    }
}
