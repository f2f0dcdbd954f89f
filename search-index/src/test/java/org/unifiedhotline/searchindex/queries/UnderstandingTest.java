package org.unifiedhotline.searchindex.queries;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.unifiedhotline.searchindex.queries.Reading.AnyOf;
import org.unifiedhotline.searchindex.queries.Reading.BirthDay;
import org.unifiedhotline.searchindex.queries.Reading.BirthMonth;
import org.unifiedhotline.searchindex.queries.Reading.BirthYears;
import org.unifiedhotline.searchindex.queries.Reading.CaseNumber;
import org.unifiedhotline.searchindex.queries.Reading.Identity;
import org.unifiedhotline.searchindex.queries.Reading.LastDigits;
import org.unifiedhotline.searchindex.queries.Reading.PlaceName;
import org.unifiedhotline.searchindex.queries.Reading.TelephoneNumber;
import org.unifiedhotline.searchindex.queries.Reading.Word;

@DisplayName("Understanding a typed text")
class UnderstandingTest {

    @Test
    @DisplayName("reads name, year and province")
    void nameYearProvince() {
        List<Piece> pieces = Understanding.of("nguyen thi hoa 1996 lao cai").pieces();

        assertThat(pieces).extracting(Piece::written).containsExactly("nguyen", "thi", "hoa", "1996", "lao cai");
        assertThat(pieces.get(3).reading())
                .isEqualTo(new AnyOf(List.of(new BirthYears(1996, 1996), new LastDigits("1996"))));
        assertThat(pieces.get(4).reading()).isInstanceOfSatisfying(PlaceName.class, place -> {
            assertThat(place.folded()).isEqualTo("lao cai");
            assertThat(place.provincesBefore()).containsExactly("10");
            assertThat(place.provincesSince()).containsExactly("15");
            assertThat(place.words()).extracting(Word::folded).containsExactly("lao", "cai");
        });
    }

    @Test
    @DisplayName("takes a place behind its type word for nothing but a place")
    void certainPlace() {
        Reading reading = Understanding.of("tỉnh Hà Giang").pieces().getFirst().reading();

        assertThat(reading).isEqualTo(new PlaceName("ha giang", Set.of("02"), Set.of(), List.of()));
    }

    @Test
    @DisplayName("lets a name be a name though it folds like a type word")
    void nameLikeTypeWord() {
        assertThat(Understanding.of("nguyen phuong tra").words())
                .extracting(Word::folded)
                .containsExactly("nguyen", "phuong", "tra");
        assertThat(Understanding.of("phường Trà An").words()).isEmpty();
    }

    @DisplayName("reads an age as the years of birth that it may mean, and an old short year as none to come")
    @ParameterizedTest
    @CsvSource({"30 tuổi, 1995, 1997", "8 tuoi, 2017, 2019", "14tuoi, 2011, 2013"})
    void ages(String typed, int from, int to) {
        assertThat(Understanding.of(typed, Year.of(2026)).pieces())
                .extracting(Piece::reading)
                .containsExactly(new BirthYears(from, to));
        assertThat(Understanding.of("lan 30", Year.of(2026)).pieces().getLast().reading())
                .isEqualTo(new BirthYears(1930, 1930));
    }

    @Test
    @DisplayName("reads a month as it is said")
    void monthInWords() {
        assertThat(Understanding.of("tháng 11/1965").pieces())
                .extracting(Piece::reading)
                .containsExactly(new BirthMonth(YearMonth.of(1965, 11)));
        assertThat(Understanding.of("lan sinh thang 11/1965").words())
                .extracting(Word::folded)
                .containsExactly("lan");
        assertThat(Understanding.of("nguyen van thang 11/1965").words())
                .as("Thắng is a name")
                .hasSize(3);
    }

    @DisplayName("finds the Mông under the names that people call them by")
    @ParameterizedTest
    @CsvSource({"hmong", "h mong", "\"H'Mông\"", "H’Mông"})
    void mong(String typed) {
        assertThat(Understanding.of("vàng " + typed).words())
                .extracting(Word::folded)
                .containsExactly("vang", "mong");
    }

    @Test
    @DisplayName("keeps marks, tone and folded form of a word apart")
    void strengths() {
        assertThat(Understanding.of("Hoà ").words()).containsExactly(new Word("hoà", "hoa2", "hoa", false, true));
        assertThat(Understanding.of("Hòa").words()).containsExactly(new Word("hòa", "hoa2", "hoa", true, true));
    }

    @DisplayName("reads a telephone in any notation as the line of today")
    @ParameterizedTest
    @CsvSource({
        "0912 345 678, 84912345678",
        "+84912345678, 84912345678",
        "84 912 345 678, 84912345678",
        "0162.123.4567, 84321234567",
    })
    void telephones(String typed, String today) {
        Piece piece = Understanding.of(typed).pieces().getFirst();

        assertThat(piece.written()).isEqualTo(typed);
        assertThat(piece.reading())
                .isInstanceOfSatisfying(
                        TelephoneNumber.class,
                        number -> assertThat(number.forms()).contains(today));
    }

    @Test
    @DisplayName("does not take a year behind a telephone for part of it")
    void telephoneThenYear() {
        assertThat(Understanding.of("0912 345 678 1996").pieces())
                .extracting(Piece::written)
                .containsExactly("0912 345 678", "1996");
    }

    @Test
    @DisplayName("reads days with day first, and the swapped day where there is one")
    void days() {
        assertThat(reading("9/11/2005"))
                .isEqualTo(new AnyOf(List.of(
                        new BirthDay(LocalDate.of(2005, 11, 9), false),
                        new BirthDay(LocalDate.of(2005, 9, 11), true))));
        assertThat(reading("25-12-1990"))
                .isEqualTo(new AnyOf(List.of(new BirthDay(LocalDate.of(1990, 12, 25), false))));
        assertThat(reading("1990-12-25"))
                .isEqualTo(new AnyOf(List.of(new BirthDay(LocalDate.of(1990, 12, 25), false))));
        assertThat(reading("7/7/96")).isEqualTo(new AnyOf(List.of(new BirthDay(LocalDate.of(1996, 7, 7), false))));
    }

    @Test
    @DisplayName("reads a month of birth, a range of years, a birth certificate")
    void monthsRangesCertificates() {
        assertThat(reading("9/2003"))
                .isEqualTo(new AnyOf(List.of(new BirthMonth(YearMonth.of(2003, 9)), new Identity("92003"))));
        assertThat(reading("1990 - 1996")).isEqualTo(new BirthYears(1990, 1996));
        assertThat(reading("215/2016")).isEqualTo(new Identity("2152016"));
    }

    @Test
    @DisplayName("reads case numbers, with or without hyphens and leading zeros")
    void caseNumbers() {
        assertThat(reading("TE-2021-000123")).isEqualTo(new CaseNumber(Set.of("TE-2021-000123")));
        assertThat(reading("te2021 123")).isEqualTo(new CaseNumber(Set.of("TE-2021-000123", "TE-2021-123")));
        assertThat(reading("MB-19-00042")).isEqualTo(new CaseNumber(Set.of("MB-19-00042")));
    }

    @Test
    @DisplayName("reads twelve digits as a number of identity, nine as one or a telephone")
    void identities() {
        assertThat(reading("010196000123")).isEqualTo(new Identity("010196000123"));
        assertThat(reading("B1234567")).isEqualTo(new Identity("B1234567"));
        assertThat(reading("912345678"))
                .isInstanceOfSatisfying(
                        AnyOf.class,
                        any -> assertThat(any.readings())
                                .contains(new Identity("912345678"))
                                .anySatisfy(one -> assertThat(one)
                                        .isInstanceOfSatisfying(
                                                TelephoneNumber.class,
                                                number -> assertThat(number.forms())
                                                        .contains("84912345678"))));
    }

    @DisplayName("tells nine digits as either, also those that begin with zero, and no part of a longer number")
    @ParameterizedTest
    @CsvSource({
        "012345678, telephone-or-identity-number",
        "162 345 678, telephone-or-identity-number",
        "162.345.678 1996, telephone-or-identity-number birth-year",
        "0912345678, telephone",
        "84 912 345 678, telephone",
        "(84) 912 345 678, telephone",
        "010 196 000123, identity-number",
        "12345678, last-digits",
    })
    void nineDigits(String typed, String kinds) {
        assertThat(Understanding.of(typed).told())
                .extracting(SearchResult.UnderstoodPiece::kind)
                .containsExactly(kinds.split(" "));
    }

    @Test
    @DisplayName("does not search for hints, and needs no title")
    void hintsAndTitles() {
        assertThat(Understanding.of("chị Hoa sinh năm 1996 sdt").told())
                .extracting(SearchResult.UnderstoodPiece::kind)
                .containsExactly("name", "name", "hint", "birth-year", "hint");
        assertThat(Understanding.of("chị Hoa").words())
                .extracting(Word::required)
                .containsExactly(false, true);
        assertThat(Understanding.of("sdt").isEmpty()).isTrue();
    }

    @Test
    @DisplayName("makes nothing of punctuation")
    void punctuation() {
        assertThat(Understanding.of(" *?~\"{}[]()^:/\\ ").pieces()).isEmpty();
        assertThat(Understanding.of("31/02/2001").pieces()).noneMatch(piece -> piece.reading() instanceof BirthDay);
    }

    private static Reading reading(String text) {
        assertThat(Understanding.of(text).pieces()).hasSize(1);
        return Understanding.of(text).pieces().getFirst().reading();
    }
}
