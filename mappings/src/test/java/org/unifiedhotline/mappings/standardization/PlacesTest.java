package org.unifiedhotline.mappings.standardization;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Objects;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.unifiedhotline.mappings.canonical.Flag;
import org.unifiedhotline.mappings.canonical.Place;
import org.unifiedhotline.mappings.standardization.PlaceMatch.Level;

@DisplayName("Places")
class PlacesTest {
    private static final WrittenBetween BEFORE =
            new WrittenBetween(LocalDate.of(2020, 1, 1), LocalDate.of(2025, 6, 30));
    private static final WrittenBetween SINCE = new WrittenBetween(LocalDate.of(2025, 7, 1), LocalDate.of(2026, 1, 1));
    private static final WrittenBetween ACROSS = new WrittenBetween(LocalDate.of(2024, 1, 1), LocalDate.of(2025, 8, 1));
    private final Flags flags = new Flags();

    private Place read(String province, String district, String commune, WrittenBetween when) {
        return Objects.requireNonNull(Places.standard().of(province, district, commune, null, when, flags));
    }

    @ParameterizedTest(name = "code {0} written before 1 July 2025 is in {1} today")
    @CsvSource({"01, 01", "02, 08", "15, 15", "24, 24", "52, 52", "80, 80", "82, 82", "89, 91", "91, 91", "77, 79"})
    void byOldCodeKeepTheirOldProvince(String code, String since) {
        Place place = read(code, null, null, BEFORE);
        assertThat(place.provinceBefore()).isEqualTo(code);
        assertThat(place.provinceSince()).isEqualTo(since);
        assertThat(flags.live()).isEmpty();
    }

    @Test
    void byACodeUsedAgainMeanAnotherProvinceSinceTheReform() {
        // 91 was Kiên Giang and is An Giang, made of both: which of them is not told by the code.
        assertThat(read("91", null, null, BEFORE).provinceBefore()).isEqualTo("91");
        assertThat(read("91", null, null, SINCE).provinceBefore()).isNull();
        assertThat(read("91", null, null, SINCE).provinceSince()).isEqualTo("91");
        assertThat(flags.live()).isEmpty();
    }

    @Test
    void byACodeThatNothingWasAddedToAreTheSameInBothTimes() {
        assertThat(read("01", null, null, SINCE).provinceBefore()).isEqualTo("01");
        assertThat(read("11", null, null, ACROSS).provinceBefore()).isEqualTo("11");
        assertThat(flags.live()).isEmpty();
    }

    @Test
    void areReadBothWaysAndFlaggedWhereTheDateStraddlesTheReform() {
        Place place = read("91", null, null, ACROSS);
        assertThat(place.provinceBefore()).isEqualTo("91");
        assertThat(place.provinceSince()).isEqualTo("91");
        assertThat(flags.live()).containsExactly(new Flag("home", "two-readings"));
    }

    @Test
    void areDecidedByTheDistrictWhereTheDateStraddlesTheReform() {
        // Long Xuyên lay in the old An Giang: the code 91 was written since.
        Place place = read("91", "Thành phố Long Xuyên", null, ACROSS);
        assertThat(place.provinceBefore()).isEqualTo("89");
        assertThat(place.districtBefore()).isEqualTo("883");
        assertThat(flags.live()).isEmpty();
    }

    @ParameterizedTest(name = "{0} is {1}, today in {2}")
    @CsvSource({
        "Hà Nội, 01, 01",
        "TP Hà Nội, 01, 01",
        "TP. Hà Nội, 01, 01",
        "Thành phố Hà Nội, 01, 01",
        "Ha Noi, 01, 01",
        "HN, 01, 01",
        "Hồ Chí Minh, 79, 79",
        "TP.HCM, 79, 79",
        "tphcm, 79, 79",
        "Sài Gòn, 79, 79",
        "Đắk Lắk, 66, 66",
        "Dak Lak, 66, 66",
        "Đắc Lắc, 66, 66",
        "DAKLAK, 66, 66",
        "Tỉnh Hà Giang, 02, 08",
        "tinh Tuyen Quang, 08, 08",
        "Thừa Thiên Huế, 46, 46",
        "Hoà Bình, 17, 25",
        "Bà Rịa - Vũng Tàu, 77, 79",
        "An Giang, 89, 91",
        "Kiên Giang, 91, 91",
        "Bắc Cạn, 06, 19"
    })
    void byNameAreKnownHoweverItIsWritten(String written, String before, String since) {
        Place place = read(written, null, null, BEFORE);
        assertThat(place.provinceBefore()).isEqualTo(before);
        assertThat(place.provinceSince()).isEqualTo(since);
        assertThat(place.writtenProvince()).isEqualTo(written);
    }

    @Test
    void byANameUsedAgainMeanTheLargerProvinceSinceTheReform() {
        Place place = read("An Giang", null, null, SINCE);
        assertThat(place.provinceBefore()).isNull();
        assertThat(place.provinceSince()).isEqualTo("91");
        // A name that was given up means what it meant.
        assertThat(read("Kiên Giang", null, null, SINCE).provinceBefore()).isEqualTo("91");
    }

    @ParameterizedTest(name = "{1}, {2}: district {3}, commune {4}, today {5}")
    @CsvSource({
        "01, Quận Ba Đình, Phường Trúc Bạch, 001, 00004, 00004",
        "01, Ba Dinh, Truc Bach, 001, 00004, 00004",
        "01, Q. Ba Đình, P. Phúc Xá, 001, 00001, 00097",
        "01, quan ba dinh, phuong phuc xa, 001, 00001, 00097",
        "TP Hà Nội, BA ĐÌNH, PHÚC XÁ, 001, 00001, 00097"
    })
    void downToTheCommuneAreKnownInBothTimes(
            String province, String district, String commune, String code, String before, String since) {
        Place place = read(province, district, commune, BEFORE);
        assertThat(place.districtBefore()).isEqualTo(code);
        assertThat(place.communesBefore()).containsExactly(before);
        assertThat(place.communesSince()).containsExactly(since);
        assertThat(place.foldedDistrict()).isEqualTo("ba dinh");
        assertThat(flags.live()).isEmpty();
    }

    @Test
    void withNewCommunesTellTheOldOnesTheyWereMadeOf() {
        Place place = read("01", null, "Phường Hồng Hà", SINCE);
        assertThat(place.communesSince()).containsExactly("00097");
        assertThat(place.communesBefore()).contains("00001").hasSizeGreaterThan(1);
        assertThat(flags.live()).isEmpty();
    }

    @Test
    void withSplitCommunesGoToSeveral() {
        // Phường Cống Vị of Ba Đình and others were split; at least one commune of the table has two heirs.
        long split = ReferenceTable.rows("admin-units-2025.csv", true).stream()
                .filter(row -> !row[4].isEmpty())
                .collect(java.util.stream.Collectors.groupingBy(
                        row -> row[4],
                        java.util.stream.Collectors.mapping(row -> row[8], java.util.stream.Collectors.toSet())))
                .values()
                .stream()
                .filter(heirs -> heirs.size() > 1)
                .count();
        assertThat(split).isEqualTo(471);
    }

    @Test
    void withTheirTypeWordInTheNameAreNotCutShort() {
        assertThat(read("Thanh Hóa", "Quan Hóa", null, BEFORE).foldedDistrict()).isEqualTo("quan hoa");
        assertThat(read("Thanh Hóa", "Huyen Quan Hoa", null, BEFORE).foldedDistrict())
                .isEqualTo("quan hoa");
        assertThat(read("79", "Quan 4", "Phuong 13", BEFORE).foldedDistrict()).isEqualTo("4");
        assertThat(read("79", "Q4", "P.13", BEFORE).foldedCommune()).isEqualTo("13");
    }

    @Test
    void withoutAProvinceAreDeducedFromADistrictThatOnlyOneHas() {
        Place place = read(null, "Đắk R'Lấp", null, BEFORE);
        assertThat(place.provinceBefore()).isEqualTo("67");
        assertThat(place.provinceSince()).isEqualTo("68");
        assertThat(flags.live()).containsExactly(new Flag("home", "province-deduced"));
    }

    @Test
    void areToldApartByTheirMarks() {
        assertThat(read(null, "Thanh Trì", null, BEFORE).provinceBefore()).isEqualTo("01");
        assertThat(read(null, "Thạnh Trị", null, BEFORE).provinceBefore()).isEqualTo("94");
    }

    @Test
    void thatSeveralProvincesHaveAreNotGuessed() {
        Place place = read(null, "Châu Thành", null, BEFORE);
        assertThat(place.provinceBefore()).isNull();
        assertThat(place.districtBefore()).isNull();
        assertThat(flags.live()).containsExactly(new Flag("home", "district-not-understood"));
    }

    @Test
    void thatAreNotUnderstoodAreFlagged() {
        Place place = read("Atlantis", "Nowhere", "Nothing", BEFORE);
        assertThat(place.provinceSince()).isNull();
        assertThat(flags.live())
                .containsExactly(
                        new Flag("home", "province-not-understood"),
                        new Flag("home", "district-not-understood"),
                        new Flag("home", "commune-not-understood"));
    }

    @Test
    void areNoneWhereNoneWasGiven() {
        assertThat(Places.standard().of(null, " ", "khong ro", "", BEFORE, flags))
                .isNull();
        assertThat(flags.live()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"lao cai", "Lào Cai", "Tỉnh Lào Cai", "tinh lao cai"})
    void areFoundForSearchInBothTimes(String typed) {
        assertThat(Places.standard().find(typed))
                .contains(
                        new PlaceMatch(Level.PROVINCE, Era.BEFORE, "10", "Tỉnh Lào Cai", "10"),
                        new PlaceMatch(Level.PROVINCE, Era.SINCE, "15", "Tỉnh Lào Cai", "15"));
    }

    @Test
    void tellNamesByCodeAndTime() {
        Places places = Places.standard();
        assertThat(places.provinceName(Era.BEFORE, "91")).isEqualTo("Tỉnh Kiên Giang");
        assertThat(places.provinceName(Era.SINCE, "91")).isEqualTo("Tỉnh An Giang");
        assertThat(places.provinceName(Era.SINCE, "02")).isNull();
        assertThat(places.districtName("001")).isEqualTo("Quận Ba Đình");
        assertThat(places.communeName(Era.SINCE, "00097")).isEqualTo("Phường Hồng Hà");
        assertThat(places.provinceSince("89")).isEqualTo("91");
        assertThat(places.provincesBefore("91")).containsExactly("89", "91");
    }

    @Test
    @DisplayName("keyed in an old encoding are repaired, and said to be")
    void keyedInAnOldEncoding() {
        assertThat(read("79", "Quaän Goø Vaáp", null, BEFORE).districtBefore()).isEqualTo("764");
        assertThat(flags.live()).containsExactly(new Flag("home", "repaired-vni"));
        assertThat(read("Hµ Giang", null, null, BEFORE).provinceBefore()).isEqualTo("02");
        assertThat(read("79", "Quaän Goø Vaáp", null, BEFORE).writtenDistrict()).isEqualTo("Quaän Goø Vaáp");
    }
}
