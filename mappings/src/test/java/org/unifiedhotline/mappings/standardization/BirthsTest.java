package org.unifiedhotline.mappings.standardization;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Objects;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.unifiedhotline.mappings.canonical.Birth;
import org.unifiedhotline.mappings.canonical.Birth.DatePrecision;
import org.unifiedhotline.mappings.canonical.Flag;

@DisplayName("Births")
class BirthsTest {
    private static final WrittenBetween WHEN = new WrittenBetween(LocalDate.of(2021, 3, 9), LocalDate.of(2021, 3, 9));
    private final Flags flags = new Flags();

    private Birth text(String written) {
        return Objects.requireNonNull(Births.ofText(written, null, WHEN, flags));
    }

    @ParameterizedTest(name = "{0}: {1} from {2} to {3}")
    @CsvSource({
        "21/02/2009, DAY, 2009-02-21, 2009-02-21",
        "00/02/2009, MONTH, 2009-02-01, 2009-02-28",
        "00/00/2009, YEAR, 2009-01-01, 2009-12-31",
        "2009, YEAR, 2009-01-01, 2009-12-31",
        "3/4/10, DAY, 2010-04-03, 2010-04-03",
        "3/4/98, DAY, 1998-04-03, 1998-04-03",
        "4/9/21, DAY, 2021-09-04, 2021-09-04",
        "21-02-2009, DAY, 2009-02-21, 2009-02-21",
        "21.2.2009, DAY, 2009-02-21, 2009-02-21",
        "2/2009, MONTH, 2009-02-01, 2009-02-28",
        "21022009, DAY, 2009-02-21, 2009-02-21",
        "2009-02-21, DAY, 2009-02-21, 2009-02-21",
        "29/02/2008, DAY, 2008-02-29, 2008-02-29"
    })
    void areReadWithTheirPrecision(String written, DatePrecision precision, LocalDate from, LocalDate to) {
        assertThat(text(written)).isEqualTo(new Birth(written, precision, from, to, null));
        assertThat(flags.live()).isEmpty();
    }

    @Test
    void withMonthAndDaySwappedAreTurnedOnlyWhereTheWritingIsImpossible() {
        assertThat(text("02/25/2012").from()).isEqualTo(LocalDate.of(2012, 2, 25));
        assertThat(flags.live()).containsExactly(new Flag("birth", "month-day-swapped"));
        assertThat(text("02/11/2012").from()).isEqualTo(LocalDate.of(2012, 11, 2));
        assertThat(text("02/11/2012").alternative()).isNull();
    }

    @Test
    void thatAreImpossibleKeepWhatIsPossible() {
        assertThat(text("31/02/2009").precision()).isEqualTo(DatePrecision.MONTH);
        assertThat(text("31/02/2009").to()).isEqualTo(LocalDate.of(2009, 2, 28));
        assertThat(text("45/13/2010").precision()).isEqualTo(DatePrecision.YEAR);
        assertThat(flags.live()).containsExactly(new Flag("birth", "impossible-date"));
    }

    @Test
    void withADayButNoMonthKeepTheYear() {
        assertThat(text("05/00/2009").precision()).isEqualTo(DatePrecision.YEAR);
        assertThat(flags.live()).containsExactly(new Flag("birth", "day-without-month"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"12 tuoi", "2051", "21/02/1850", "9", "1/2/3/4", "21/02/209"})
    void thatAreNotUnderstoodAreFlagged(String written) {
        assertThat(Births.ofText(written, null, WHEN, flags)).isNull();
        assertThat(flags.live()).containsExactly(new Flag("birth", "not-understood"));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " ", "khong ro", "//"})
    void areNoneWhereNoneWasGiven(String written) {
        assertThat(Births.ofText(written, null, WHEN, flags)).isNull();
        assertThat(flags.live()).isEmpty();
    }

    @Test
    void fromAStatedAgeSpanTheYearsThatItMayMean() {
        // Nine on 9 March 2021: born 10 March 2011 at the earliest; counted the lunar way up to two years later.
        assertThat(Births.ofText(null, 9, WHEN, flags))
                .isEqualTo(
                        new Birth("9", DatePrecision.AGE, LocalDate.of(2011, 3, 10), LocalDate.of(2014, 3, 9), null));
        assertThat(Objects.requireNonNull(Births.ofText(null, 0, WHEN, flags)).to())
                .isEqualTo(LocalDate.of(2021, 3, 9));
    }

    @Test
    void preferTheDateToTheAgeAndFlagWhereTheyDiffer() {
        assertThat(Objects.requireNonNull(Births.ofText("21/02/2012", 9, WHEN, flags))
                        .precision())
                .isEqualTo(DatePrecision.DAY);
        assertThat(flags.live()).isEmpty();
        Births.ofText("21/02/2001", 9, WHEN, flags);
        assertThat(flags.live()).containsExactly(new Flag("birth", "age-differs"));
    }

    @Test
    void takeNoAgeThatNobodyHas() {
        assertThat(Births.ofText(null, -1, WHEN, flags)).isNull();
        assertThat(Births.ofText(null, 127, WHEN, flags)).isNull();
        assertThat(flags.live()).containsExactly(new Flag("birth", "age-not-understood"));
    }

    @Test
    void fromTheHotlineLeaveAsideWhatWasFilledIn() {
        LocalDate date = LocalDate.of(1996, 5, 1);
        assertThat(Births.ofDate(date, "D", WHEN, flags))
                .isEqualTo(new Birth("1996-05-01", DatePrecision.DAY, date, date, null));
        assertThat(Births.ofDate(date, "M", WHEN, flags))
                .isEqualTo(new Birth("1996-05-01", DatePrecision.MONTH, date, LocalDate.of(1996, 5, 31), null));
        assertThat(Births.ofDate(date, "Y", WHEN, flags))
                .isEqualTo(new Birth(
                        "1996-05-01", DatePrecision.YEAR, LocalDate.of(1996, 1, 1), LocalDate.of(1996, 12, 31), null));
        assertThat(flags.live()).isEmpty();
        assertThat(Objects.requireNonNull(Births.ofDate(date, "X", WHEN, flags)).precision())
                .isEqualTo(DatePrecision.YEAR);
        assertThat(flags.live()).containsExactly(new Flag("birth", "unknown-code"));
    }

    @Test
    void ofAYearAloneSpanTheYear() {
        assertThat(Births.ofYear(1996, WHEN, flags))
                .isEqualTo(new Birth(
                        "1996", DatePrecision.YEAR, LocalDate.of(1996, 1, 1), LocalDate.of(1996, 12, 31), null));
        assertThat(Births.ofYear(0, WHEN, flags)).isNull();
        assertThat(flags.live()).isEmpty();
        assertThat(Births.ofYear(2035, WHEN, flags)).isNull();
        assertThat(flags.live()).containsExactly(new Flag("birth", "not-understood"));
    }
}
