package org.unifiedhotline.mappings.standardization;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.unifiedhotline.mappings.canonical.Flag;
import org.unifiedhotline.mappings.canonical.Telephone;
import org.unifiedhotline.mappings.canonical.Telephone.TelephoneUse;

@DisplayName("Telephones")
class TelephonesTest {
    private static final WrittenBetween IN_2014 = on(2014, 5, 1);
    private static final WrittenBetween IN_2024 = on(2024, 5, 1);
    private final Flags flags = new Flags();

    private static WrittenBetween on(int year, int month, int day) {
        return new WrittenBetween(LocalDate.of(year, month, day), LocalDate.of(year, month, day));
    }

    private List<Telephone> read(String written, WrittenBetween when) {
        return Telephones.of(written, TelephoneUse.OWN, when, "telephones", flags);
    }

    private List<String> numbers(String written, WrittenBetween when) {
        List<Telephone> telephones = read(written, when);
        assertThat(telephones).hasSize(1);
        assertThat(telephones.getFirst().written()).isEqualTo(written);
        return telephones.getFirst().numbers();
    }

    @Test
    @DisplayName("are no more than twenty in one field")
    void areNoMoreThanTwenty() {
        StringBuilder list = new StringBuilder();
        for (int n = 0; n < 5_000; n++) {
            list.append("09123").append(10_000 + n).append(", ");
        }
        assertThat(read(list.toString(), IN_2024)).hasSize(20);
        assertThat(flags.live()).containsExactly(new Flag("telephones", "not-understood"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0912345678",
                "0912.345.678",
                "0912 345 678",
                "+84912345678",
                "84912345678",
                "912345678",
                "+84 912 345 678",
                "+84 (0) 912 345 678",
                "0084912345678",
                "0912-345-678",
                "0912 345 678 (me chau)",
                "me: 0912345678",
                "O912345678",
                "(0912) 345678",
                "0912345678 (17h)",
                "0912 345 678 (2)",
                " 0912345678 "
            })
    void areReadInAnyNotation(String written) {
        assertThat(numbers(written, IN_2024)).containsExactly("+84912345678");
        assertThat(flags.live()).isEmpty();
    }

    @ParameterizedTest(name = "{0} is {1} today")
    @CsvSource({
        "01201234567, +84701234567",
        "01211234567, +84791234567",
        "01221234567, +84771234567",
        "01231234567, +84831234567",
        "01241234567, +84841234567",
        "01251234567, +84851234567",
        "01261234567, +84761234567",
        "01271234567, +84811234567",
        "01281234567, +84781234567",
        "01291234567, +84821234567",
        "01621234567, +84321234567",
        "01631234567, +84331234567",
        "01641234567, +84341234567",
        "01651234567, +84351234567",
        "01661234567, +84361234567",
        "01671234567, +84371234567",
        "01681234567, +84381234567",
        "01691234567, +84391234567",
        "01861234567, +84561234567",
        "01881234567, +84581234567",
        "01991234567, +84591234567",
        "0162 123 4567, +84321234567",
        "+841621234567, +84321234567",
        "841621234567, +84321234567",
        "1621234567, +84321234567",
        "01621234567 (me chau), +84321234567"
    })
    void ofElevenDigitsAreTheSameLineOfTenToday(String written, String today) {
        assertThat(numbers(written, IN_2014)).containsExactly(today);
        assertThat(numbers(written, IN_2024)).containsExactly(today);
    }

    @ParameterizedTest(name = "{0} is {1} today")
    @CsvSource({
        "0438251234, +842438251234", // Hà Nội
        "0838251234, +842838251234", // Hồ Chí Minh City
        "0763852123, +842963852123", // An Giang
        "0203852123, +842143852123", // Lào Cai
        "0511 3852 123, +842363852123", // Đà Nẵng
        "02403852123, +842043852123", // Bắc Giang
        "02193852123, +842193852123", // Hà Giang, unchanged
        "024 3825 1234, +842438251234",
        "+84 24 3825 1234, +842438251234",
        "02963852123, +842963852123"
    })
    void withAnOldAreaCodeGetTodays(String written, String today) {
        assertThat(numbers(written, IN_2014)).containsExactly(today);
    }

    @Test
    void ofTenDigitsAreAnOldLandlineOrANewMobileByTheirDate() {
        // 033 was Quảng Ninh until 2017 and is a mobile prefix since 15 September 2018.
        assertThat(numbers("0333852123", on(2014, 5, 1))).containsExactly("+842033852123");
        assertThat(numbers("0333852123", on(2018, 9, 14))).containsExactly("+842033852123");
        assertThat(numbers("0333852123", on(2018, 9, 15))).containsExactly("+84333852123");
        assertThat(flags.live()).isEmpty();
    }

    @Test
    void keepBothReadingsWhereTheDateStraddlesTheChange() {
        WrittenBetween straddling = new WrittenBetween(LocalDate.of(2016, 3, 1), LocalDate.of(2020, 1, 1));
        assertThat(numbers("0333852123", straddling)).containsExactly("+842033852123", "+84333852123");
        assertThat(numbers("0333852123", WrittenBetween.UNKNOWN)).containsExactly("+84333852123", "+842033852123");
        assertThat(flags.live()).containsExactly(new Flag("telephones", "two-readings"));
    }

    @Test
    void beginningWith08AreNotDecidedByDateBefore2017() {
        assertThat(numbers("0863395965", IN_2014)).containsExactlyInAnyOrder("+842863395965", "+84863395965");
        assertThat(numbers("0863395965", IN_2024)).containsExactly("+84863395965");
        // no landline began with 9
        assertThat(numbers("0899515641", IN_2014)).containsExactly("+84899515641");
    }

    @ParameterizedTest
    @ValueSource(strings = {"111", "18001567", "1800 1567", "1800.1567", "113", "19001234", "+84 1800 1567"})
    void ofTheHotlinesAndServicesAreNobodys(String written) {
        assertThat(numbers(written, IN_2024)).isEmpty();
        assertThat(flags.live()).containsExactly(new Flag("telephones", "service-number"));
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "+86 138 0013 8000, +8613800138000",
        "008613800138000, +8613800138000",
        "+855 12 345 678, +85512345678",
        "+44 20 7946 0958, +442079460958"
    })
    void ofOtherCountriesAreRead(String written, String number) {
        assertThat(numbers(written, IN_2024)).containsExactly(number);
        assertThat(flags.live()).isEmpty();
    }

    @Test
    void ofOtherCountriesWithoutPlusAreReadAndFlagged() {
        assertThat(numbers("8613800138000", IN_2024)).containsExactly("+8613800138000");
        assertThat(flags.live()).containsExactly(new Flag("telephones", "country-assumed"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0912", "09123456789012", "0000000000", "01899452205", "khong nho so", "0123", "+84 12"})
    void thatAreNotUnderstoodAreKeptAndFlagged(String written) {
        assertThat(numbers(written, IN_2024)).isEmpty();
        assertThat(flags.live()).containsExactly(new Flag("telephones", "not-understood"));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " ", "-", "khong co", "khong ro"})
    void areNoneWhereNoneWasGiven(String written) {
        assertThat(read(written, IN_2024)).isEmpty();
        assertThat(flags.live()).isEmpty();
    }

    @Test
    void inOneFieldAreSeveral() {
        assertThat(read("0912345678 / 01621234567 (ba)", IN_2014))
                .extracting(Telephone::numbers)
                .containsExactly(List.of("+84912345678"), List.of("+84321234567"));
        assertThat(read("0912345678 0987654321", IN_2014))
                .extracting(Telephone::numbers)
                .containsExactly(List.of("+84912345678"), List.of("+84987654321"));
    }

    @ParameterizedTest(name = "searching {0} finds {1}")
    @CsvSource({
        "01621234567, +84321234567",
        "0321234567, +84321234567",
        "321234567, +84321234567",
        "+84 32 123 4567, +84321234567",
        "0763852123, +842963852123",
        "0763852123, +84763852123",
        "0912.345.678, +84912345678"
    })
    void areFoundByAnyFormOfAnyYear(String typed, String number) {
        assertThat(TelephoneReadings.ofQuery(typed)).contains(number);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nguyen thi hoa 1996", "MB-19-00042", "111", "", "215/2016"})
    void areNotSeenInOtherQueries(String typed) {
        assertThat(TelephoneReadings.ofQuery(typed)).isEmpty();
    }
}
