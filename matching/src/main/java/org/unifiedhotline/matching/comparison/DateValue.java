package org.unifiedhotline.matching.comparison;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A date as far as it is known: {@code 1987-05-24}, {@code 1987-05}, {@code 1987}, {@code ~1987} (counted back from an
 * age), also {@code 19870524} and {@code 24/05/1987}; {@code 00} for a day or month means that it is not known.
 */
final class DateValue extends Value {
    private static final Pattern YEAR_FIRST = Pattern.compile("(\\d{4})(?:[-/.](\\d{1,2})(?:[-/.](\\d{1,2}))?)?.*");
    private static final Pattern COMPACT = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})");
    private static final Pattern DAY_FIRST = Pattern.compile("(\\d{1,2})[-/.](\\d{1,2})[-/.](\\d{4})");

    /** 0 where the text is no date. */
    final int year;

    final int month;
    final int day;
    final boolean about;
    final char[] digits;

    DateValue(String attribute, String text) {
        super(attribute, text, 1);
        about = text.startsWith("~");
        int[] parts = parts(about ? text.substring(1) : text.strip());
        year = parts[0];
        month = parts[1];
        day = parts[1] == 0 ? 0 : parts[2];
        digits = digits(year * 10_000 + month * 100 + day);
    }

    /** Eight digits: year, month, day. */
    private static char[] digits(int date) {
        char[] digits = new char[8];
        int rest = date;
        for (int i = digits.length - 1; i >= 0; i--) {
            digits[i] = (char) ('0' + rest % 10);
            rest /= 10;
        }
        return digits;
    }

    private static int[] parts(String text) {
        Matcher compact = COMPACT.matcher(text);
        if (compact.matches()) {
            return numbers(compact, 1, 2, 3);
        }
        Matcher dayFirst = DAY_FIRST.matcher(text);
        if (dayFirst.matches()) {
            return numbers(dayFirst, 3, 2, 1);
        }
        Matcher yearFirst = YEAR_FIRST.matcher(text);
        return yearFirst.matches() ? numbers(yearFirst, 1, 2, 3) : new int[3];
    }

    private static int[] numbers(Matcher matcher, int year, int month, int day) {
        return new int[] {number(matcher.group(year)), number(matcher.group(month)), number(matcher.group(day))};
    }

    private static int number(@Nullable String digits) {
        return digits == null ? 0 : Integer.parseInt(digits);
    }

    boolean isFull() {
        return day > 0;
    }

    boolean isNewYear() {
        return day == 1 && month == 1;
    }

    @Override
    public List<String> keys(String form) {
        return switch (form) {
            case "year" ->
                about
                        ? List.of(String.valueOf(year - 1), String.valueOf(year), String.valueOf(year + 1))
                        : List.of(String.valueOf(year));
            // Two a record: years next to each other share one.
            case "around" -> List.of("~" + year, "~" + (year + 1));
            default -> one(dayKey(form));
        };
    }

    /** Parts of a full date; empty where that is not known, or a new year's day that may stand for any day. */
    private String dayKey(String form) {
        if (month == 0 || isNewYear() || (day == 0 && !form.equals("month"))) {
            return "";
        }
        return switch (form) {
            case "month" -> new String(digits, 0, 6);
            case "daymonth" -> new String(digits, 4, 4);
            case "yearday" -> new String(digits, 0, 4) + new String(digits, 6, 2);
            default -> new String(digits);
        };
    }

    @Override
    String term(int slot) {
        return "";
    }
}
