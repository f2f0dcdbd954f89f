package org.unifiedhotline.searchindex.documents;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.unifiedhotline.searchindex.documents.SourceRecordDocument.MatchedValues;

/**
 * What a person can be reached by at all: of all source records together every word, names with a slip too, every possible
 * year of birth, the last digits of every number. Whoever lacks a piece here is met by none of their source records, which is found out much sooner
 * here than record by record; whoever has it may still not be, so that it never stands for what a reader may know.
 */
public final class Reach {
    /** Of as many last digits. */
    public static final int LAST_DIGITS = 4;

    private static final String MARK_OF_DIGITS = "#";
    private static final String MARK_OF_SLIP = "~";
    private static final String MARK_OF_CERTAIN_YEAR = "=";
    private static final String MARK_OF_BIRTH = "@";
    private static final int MOST_YEARS_BESIDE_SLIPS = 4;
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2049;

    private Reach() {}

    /** How a year of birth stands there. */
    public static String year(int year) {
        return String.valueOf(year);
    }

    /** Whether a year stands there, if anybody may be born in it. */
    public static boolean holds(int year) {
        return FIRST_YEAR <= year && year <= LAST_YEAR;
    }

    /** How a year stands there besides if a record leaves no doubt of it. */
    public static String bornIn(int year) {
        return MARK_OF_CERTAIN_YEAR + year;
    }

    /** How the end of a number stands there. */
    public static String lastDigits(String fourBackwards) {
        return MARK_OF_DIGITS + fourBackwards;
    }

    /** How one of the forms of a word with a slip stands there. */
    public static String slip(String form) {
        return MARK_OF_SLIP + form;
    }

    /** How it stands there besides if the person may have been born in this year: much fewer are reached by both at once. */
    public static String slip(String form, int year) {
        return MARK_OF_SLIP + form + MARK_OF_BIRTH + year;
    }

    /** The same if the person may have been born in one of many years. */
    public static String slipInSomeYear(String form) {
        return MARK_OF_SLIP + form + MARK_OF_BIRTH;
    }

    /** The last digits of numbers that stand backwards; a number of fewer has none. */
    static List<String> lastDigits(Collection<String> backwards) {
        return backwards.stream()
                .filter(number -> number.length() >= LAST_DIGITS)
                .map(number -> number.substring(0, LAST_DIGITS))
                .distinct()
                .toList();
    }

    static List<String> of(List<SourceRecordDocument> records) {
        Set<String> reach = new TreeSet<>();
        Set<String> slips = new TreeSet<>();
        Set<Integer> born = new TreeSet<>();
        for (SourceRecordDocument record : records) {
            MatchedValues matched = Objects.requireNonNull(record.matched());
            reach.addAll(matched.folded());
            slips.addAll(matched.slips());
            reach.addAll(matched.placeWords());
            reach.addAll(matched.ethnicWords());
            record.relatives().forEach(relative -> reach.addAll(relative.words()));
            years(matched).forEach(born::add);
            if (matched.bornFrom() != null && matched.bornFrom().equals(matched.bornTo())) {
                reach.add(bornIn(matched.bornFrom()));
            }
            matched.lastDigits().stream().map(Reach::lastDigits).forEach(reach::add);
        }
        born.forEach(year -> reach.add(year(year)));
        for (String form : slips) {
            reach.add(slip(form));
            if (born.size() > MOST_YEARS_BESIDE_SLIPS) {
                reach.add(slipInSomeYear(form));
            } else {
                born.forEach(year -> reach.add(slip(form, year)));
            }
        }
        return List.copyOf(reach);
    }

    private static IntStream years(MatchedValues matched) {
        return matched.bornFrom() == null || matched.bornTo() == null
                ? IntStream.empty()
                : IntStream.rangeClosed(
                        Math.max(matched.bornFrom(), FIRST_YEAR), Math.min(matched.bornTo(), LAST_YEAR));
    }
}
