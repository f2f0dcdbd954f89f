package org.unifiedhotline.mappings.standardization;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;
import org.unifiedhotline.mappings.canonical.Birth;
import org.unifiedhotline.mappings.canonical.Birth.DatePrecision;

/**
 * Standardizes dates, years and stated ages to a {@link Birth} with its precision.
 *
 * <p>Day and month are taken as swapped only where the writing is impossible as it stands ({@code 04/25/2012}); where
 * both orders are possible the written one is kept and {@link Birth#alternative} stays null: the other follows from
 * {@code from}, and who compares may weigh it. What is impossible altogether keeps what is possible of it (the month,
 * the year) and is flagged.
 */
public final class Births {
    private static final String FIELD = "birth";

    private Births() {}

    /**
     * From the switchboard's text ({@code dd/mm/yyyy}, {@code 00/mm/yyyy}, {@code yyyy}, {@code d/m/yy} …), or, without
     * one, from the age stated when the row was opened.
     */
    public static @Nullable Birth ofText(
            @Nullable String text, @Nullable Integer statedAge, WrittenBetween when, Flags flags) {
        Birth age = statedAge == null ? null : ofAge(statedAge, when, flags);
        if (text == null || NotGiven.isEmpty(text)) {
            return age;
        }
        Birth birth = BirthText.read(text, when, flags);
        if (birth == null) {
            flags.add(FIELD, "not-understood");
            return age;
        }
        if (age != null
                && (birth.to().isBefore(age.from().minusYears(1))
                        || birth.from().isAfter(age.to().plusYears(1)))) {
            flags.add(FIELD, "age-differs");
        }
        return birth;
    }

    /** From a year of birth that stands in a column of its own. */
    public static @Nullable Birth ofYear(@Nullable Integer year, WrittenBetween when, Flags flags) {
        if (year == null || year == 0) {
            return null;
        }
        if (!isPossible(year, when)) {
            flags.add(FIELD, "not-understood");
            return null;
        }
        return year(year.toString(), year);
    }

    /** From the hotline's date, whose finer parts are filled with 01, and its precision {@code D}, {@code M}, {@code Y}. */
    public static @Nullable Birth ofDate(
            @Nullable LocalDate date, @Nullable String precision, WrittenBetween when, Flags flags) {
        if (date == null) {
            return null;
        }
        if (!isPossible(date.getYear(), when)) {
            flags.add(FIELD, "not-understood");
            return null;
        }
        return switch (precision == null ? "" : precision.strip()) {
            case "D" -> day(date.toString(), date);
            case "M" -> month(date.toString(), YearMonth.from(date));
            case "Y" -> year(date.toString(), date.getYear());
            default -> {
                flags.add(FIELD, "unknown-code");
                yield year(date.toString(), date.getYear());
            }
        };
    }

    /**
     * From an age in years. Ages may be counted the lunar way, which is a year or two more than the years lived: the
     * span reaches from a year before that age to two years less.
     */
    static @Nullable Birth ofAge(int age, WrittenBetween when, Flags flags) {
        if (age < 0 || age > 120 || when.equals(WrittenBetween.UNKNOWN)) {
            flags.add(FIELD, "age-not-understood");
            return null;
        }
        LocalDate stated = when.from();
        LocalDate from = stated.minusYears(age + 1L).plusDays(1);
        LocalDate to = stated.minusYears(Math.max(0, age - 2L));
        return new Birth(Integer.toString(age), DatePrecision.AGE, from, to, null);
    }

    /** Whether someone a row tells of may have been born in that year. */
    static boolean isPossible(int year, WrittenBetween when) {
        int last = when.equals(WrittenBetween.UNKNOWN) ? 2100 : when.to().getYear();
        return year >= 1900 && year <= last;
    }

    static Birth day(String written, LocalDate day) {
        return new Birth(written, DatePrecision.DAY, day, day, null);
    }

    static Birth month(String written, YearMonth month) {
        return new Birth(written, DatePrecision.MONTH, month.atDay(1), month.atEndOfMonth(), null);
    }

    static Birth year(String written, int year) {
        return new Birth(written, DatePrecision.YEAR, LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31), null);
    }

    static @Nullable LocalDate dayOrNull(int year, int month, int day) {
        try {
            return LocalDate.of(year, month, day);
        } catch (DateTimeException e) {
            return null;
        }
    }
}
