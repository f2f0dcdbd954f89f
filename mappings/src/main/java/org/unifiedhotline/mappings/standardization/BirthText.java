package org.unifiedhotline.mappings.standardization;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.unifiedhotline.mappings.canonical.Birth;

/** Reads a date of birth as people type it: day first, two or four digits of the year, zeros for what is not known. */
final class BirthText {
    private static final String FIELD = "birth";

    private BirthText() {}

    /** The birth, or null if the text is no date. */
    static @Nullable Birth read(String text, WrittenBetween when, Flags flags) {
        List<String> parts = numbers(text);
        if (parts.size() == 1 && parts.getFirst().length() == 8) {
            String digits = parts.getFirst();
            parts = List.of(digits.substring(0, 2), digits.substring(2, 4), digits.substring(4));
        }
        return switch (parts.size()) {
            case 1 -> parts.getFirst().length() == 4 ? date(text, parts.getFirst(), "0", "0", when, flags) : null;
            case 2 -> date(text, parts.get(1), parts.get(0), "0", when, flags);
            case 3 ->
                parts.getFirst().length() == 4
                        ? date(text, parts.get(0), parts.get(1), parts.get(2), when, flags)
                        : date(text, parts.get(2), parts.get(1), parts.get(0), when, flags);
            default -> null;
        };
    }

    /** The numbers between slashes, dashes, dots or spaces; none if anything else stands there. */
    private static List<String> numbers(String text) {
        List<String> numbers = new ArrayList<>(3);
        StringBuilder number = new StringBuilder();
        for (int at = 0; at <= text.length(); at++) {
            char letter = at == text.length() ? '/' : text.charAt(at);
            if (letter >= '0' && letter <= '9') {
                number.append(letter);
            } else if (letter == '/' || letter == '-' || letter == '.' || letter == ' ') {
                if (!number.isEmpty()) {
                    numbers.add(number.toString());
                    number.setLength(0);
                }
            } else {
                return List.of();
            }
        }
        return numbers;
    }

    private static @Nullable Birth date(
            String written, String year, String month, String day, WrittenBetween when, Flags flags) {
        if (month.length() > 2 || day.length() > 2 || (year.length() != 4 && year.length() != 2)) {
            return null;
        }
        int fullYear = fullYear(Integer.parseInt(year), year.length(), when);
        if (!Births.isPossible(fullYear, when)) {
            return null;
        }
        return date(written, fullYear, Integer.parseInt(month), Integer.parseInt(day), flags);
    }

    /** Two digits mean the latest such year that does not lie after the record; 1930 to 2029 if it has no date. */
    private static int fullYear(int year, int digits, WrittenBetween when) {
        if (digits == 4) {
            return year;
        }
        int last = when.equals(WrittenBetween.UNKNOWN) ? 2029 : when.to().getYear();
        return 2000 + year <= last ? 2000 + year : 1900 + year;
    }

    private static Birth date(String written, int year, int month, int day, Flags flags) {
        if (month == 0) {
            if (day != 0) {
                flags.add(FIELD, "day-without-month");
            }
            return Births.year(written, year);
        }
        if (day == 0 && month <= 12) {
            return Births.month(written, YearMonth.of(year, month));
        }
        LocalDate asWritten = Births.dayOrNull(year, month, day);
        if (asWritten != null) {
            return Births.day(written, asWritten);
        }
        LocalDate swapped = Births.dayOrNull(year, day, month);
        if (swapped != null) {
            flags.add(FIELD, "month-day-swapped");
            return Births.day(written, swapped);
        }
        flags.add(FIELD, "impossible-date");
        return month <= 12 ? Births.month(written, YearMonth.of(year, month)) : Births.year(written, year);
    }
}
