package org.unifiedhotline.searchindex.queries;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.unifiedhotline.mappings.standardization.TelephoneReadings;
import org.unifiedhotline.searchindex.documents.Digits;
import org.unifiedhotline.searchindex.queries.Reading.AnyOf;
import org.unifiedhotline.searchindex.queries.Reading.BirthDay;
import org.unifiedhotline.searchindex.queries.Reading.BirthMonth;
import org.unifiedhotline.searchindex.queries.Reading.BirthYears;
import org.unifiedhotline.searchindex.queries.Reading.CaseNumber;
import org.unifiedhotline.searchindex.queries.Reading.Identity;
import org.unifiedhotline.searchindex.queries.Reading.LastDigits;
import org.unifiedhotline.searchindex.queries.Reading.Master;
import org.unifiedhotline.searchindex.queries.Reading.RecordKey;
import org.unifiedhotline.searchindex.queries.Reading.TelephoneNumber;

/** Reads everything in a typed text that is made of digits: ids, case numbers, dates, telephones, identity numbers. */
final class NumberReader {
    private static final Pattern MASTER_ID =
            Pattern.compile("\\b\\p{XDigit}{8}(?:-\\p{XDigit}{4}){3}-\\p{XDigit}{12}\\b");
    private static final Pattern RECORD_KEY = Pattern.compile("\\b(?:switchboard|hotline)/[a-z_]+/\\S+");
    private static final Pattern SWITCHBOARD_CASE =
            Pattern.compile("\\bTE[- ]?(\\d{4})[- ]?(\\d{1,6})\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern HOTLINE_CASE =
            Pattern.compile("\\bMB[- ]?(\\d{2})[- ]?(\\d{1,5})\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern ISO_DAY = Pattern.compile("(?<!\\d)(\\d{4})-(\\d{2})-(\\d{2})(?!\\d)");
    private static final Pattern DAY =
            Pattern.compile("(?<![\\d.])(\\d{1,2})([/.-])(\\d{1,2})\\2(\\d{4}|\\d{2})(?![\\d.]\\d|\\d)");
    private static final Pattern MONTH_OR_CERTIFICATE = Pattern.compile("(?<!\\d)(\\d{1,6})/(\\d{4})(?!\\d)");
    private static final Pattern YEARS =
            Pattern.compile("(?<!\\d)((?:19|20)\\d{2})\\s*[-–—]\\s*((?:19|20)\\d{2})(?!\\d)");
    private static final Pattern CITIZEN_NUMBER =
            Pattern.compile("(?<!\\d)(?:\\d{12}|\\d{3}[ .]\\d{3}[ .]\\d{6}|\\d{4}[ .]\\d{4}[ .]\\d{4})(?!\\d)");
    /** As identity cards had until 2021, and telephones without their zero. */
    private static final Pattern NINE_DIGITS = Pattern.compile(
            "(?<![\\d+])(?<!\\d[ .()-]{1,2})(?:\\d{9}|\\d{3}[ .]\\d{3}[ .]\\d{3})(?!\\d)(?![ .-]\\d{1,3}(?!\\d))");

    private static final Pattern TELEPHONE =
            Pattern.compile("(?<!\\d)(?:\\+?84|0)(?:[ .()-]{0,2}\\d){8,10}?(?!\\d)|(?<!\\d)\\+\\d{8,15}(?!\\d)");
    private static final Pattern PASSPORT = Pattern.compile("\\b[A-Za-z]\\d{7,8}\\b");
    /** A month as it is said: {@code tháng 11/1965}; without its mark it may be the name Thắng. */
    private static final Pattern MONTH =
            Pattern.compile("(?iu)(?:\\btháng|(?:^|\\bsinh\\s+)thang)\\s+(\\d{1,2})[/. -](\\d{4})(?!\\d)");
    /** An age as it is said: {@code 30 tuổi}. */
    private static final Pattern AGE = Pattern.compile("(?iu)(?<!\\d)(\\d{1,2})\\s*tu[oổ]i\\b");

    private static final Pattern DIGITS = Pattern.compile("\\d{2,15}");
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2049;
    private static final int LATEST_SHORT_YEAR = 35;

    private NumberReader() {}

    /**
     * Claims what is made of digits, the most certain forms first.
     *
     * @param thisYear in which it is typed: ages are of today, and nobody is born in a year to come
     */
    static void read(TypedText text, int thisYear) {
        text.claim(MASTER_ID, found -> Optional.of(new Master(found.group().toLowerCase(Locale.ROOT))));
        text.claim(RECORD_KEY, found -> Optional.of(new RecordKey(found.group())));
        text.claim(SWITCHBOARD_CASE, found -> Optional.of(caseNumber("TE", found, 6)));
        text.claim(HOTLINE_CASE, found -> Optional.of(caseNumber("MB", found, 5)));
        text.claim(ISO_DAY, found -> day(number(found, 1), number(found, 2), number(found, 3)));
        text.claim(DAY, found -> day(year(found.group(4)), number(found, 3), number(found, 1)));
        text.claim(YEARS, NumberReader::years);
        text.claim(AGE, found -> Optional.of(age(number(found, 1), thisYear)));
        text.claim(MONTH, found -> month(number(found, 1), number(found, 2)));
        text.claim(MONTH_OR_CERTIFICATE, found -> Optional.of(monthOrCertificate(found)));
        text.claim(CITIZEN_NUMBER, found -> Optional.of(new Identity(Digits.of(found.group()))));
        text.claim(NINE_DIGITS, found -> Optional.of(digits(Digits.of(found.group()), thisYear)));
        text.claim(TELEPHONE, found -> Optional.of(telephone(found.group())));
        text.claim(PASSPORT, found -> Optional.of(new Identity(Digits.identity(found.group()))));
        text.claim(DIGITS, found -> Optional.of(digits(found.group(), thisYear)));
    }

    private static CaseNumber caseNumber(String system, MatchResult found, int width) {
        String counted = "0".repeat(Math.max(0, width - found.group(2).length())) + found.group(2);
        String prefix = system + "-" + found.group(1) + "-";
        return new CaseNumber(Set.copyOf(List.of(prefix + counted, prefix + found.group(2)).stream()
                .distinct()
                .toList()));
    }

    private static int number(MatchResult found, int group) {
        return Integer.parseInt(found.group(group));
    }

    private static int year(String written) {
        int year = Integer.parseInt(written);
        if (written.length() > 2) {
            return year;
        }
        return year <= LATEST_SHORT_YEAR ? 2000 + year : FIRST_YEAR + year;
    }

    /** A day of birth, and the other reading where month and day may have been swapped. */
    private static Optional<Reading> day(int year, int month, int day) {
        List<Reading> readings = new ArrayList<>();
        date(year, month, day).ifPresent(date -> readings.add(new BirthDay(date, false)));
        if (month != day) {
            date(year, day, month).ifPresent(date -> readings.add(new BirthDay(date, true)));
        }
        return readings.isEmpty() ? Optional.empty() : Optional.of(new AnyOf(readings));
    }

    private static Optional<LocalDate> date(int year, int month, int day) {
        try {
            return year < FIRST_YEAR || year > LAST_YEAR
                    ? Optional.empty()
                    : Optional.of(LocalDate.of(year, month, day));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<Reading> years(MatchResult found) {
        int one = number(found, 1);
        int other = number(found, 2);
        return Optional.of(new BirthYears(Math.min(one, other), Math.max(one, other)));
    }

    private static Optional<Reading> month(int month, int year) {
        return month >= 1 && month <= 12 && year >= FIRST_YEAR && year <= LAST_YEAR
                ? Optional.of(new BirthMonth(YearMonth.of(year, month)))
                : Optional.empty();
    }

    /** Before this year's birthday one was born a year earlier; by the lunar way of counting, a year later. */
    private static Reading age(int age, int thisYear) {
        return new BirthYears(thisYear - age - 1, thisYear - age + 1);
    }

    private static Reading monthOrCertificate(MatchResult found) {
        Identity certificate = new Identity(Digits.identity(found.group()));
        int month = number(found, 1);
        int year = number(found, 2);
        return month >= 1 && month <= 12 && year >= FIRST_YEAR && year <= LAST_YEAR
                ? new AnyOf(List.of(new BirthMonth(YearMonth.of(year, month)), certificate))
                : certificate;
    }

    /** The number as the index may hold it: as typed, and in the full forms of every line it may mean today. */
    private static TelephoneNumber telephone(String typed) {
        Set<String> forms = new LinkedHashSet<>();
        TelephoneReadings.ofQuery(typed).forEach(number -> forms.add(Digits.of(number)));
        forms.add(Digits.of(typed));
        return new TelephoneNumber(Set.copyOf(forms));
    }

    private static Reading digits(String digits, int thisYear) {
        List<Reading> readings = new ArrayList<>();
        int length = digits.length();
        if (length == 2) {
            int year = Integer.parseInt(digits);
            if (year(digits) <= thisYear) {
                readings.add(new BirthYears(year(digits), year(digits)));
            }
            if (year <= LATEST_SHORT_YEAR) {
                readings.add(new BirthYears(FIRST_YEAR + year, FIRST_YEAR + year));
            }
        } else if (length == 4 && Integer.parseInt(digits) >= FIRST_YEAR && Integer.parseInt(digits) <= LAST_YEAR) {
            readings.add(new BirthYears(Integer.parseInt(digits), Integer.parseInt(digits)));
        }
        if (length >= 9) {
            readings.add(telephone(digits));
            readings.add(new Identity(digits));
        }
        if (length >= 3 && length <= 11) {
            readings.add(new LastDigits(digits));
        }
        return readings.size() == 1 ? readings.getFirst() : new AnyOf(readings);
    }
}
