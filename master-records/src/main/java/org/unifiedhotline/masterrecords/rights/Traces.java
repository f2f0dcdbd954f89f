package org.unifiedhotline.masterrecords.rights;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.unifiedhotline.mappings.canonical.Birth;
import org.unifiedhotline.mappings.canonical.Birth.DatePrecision;
import org.unifiedhotline.mappings.canonical.IdentityNumber;
import org.unifiedhotline.mappings.canonical.PersonName;
import org.unifiedhotline.mappings.canonical.PersonRecord;
import org.unifiedhotline.mappings.canonical.Telephone;
import org.unifiedhotline.mappings.standardization.Folding;

/**
 * Finds a person in what somebody typed: by a whole name with or without marks and its words in any order, a day of birth beside a word of the
 * name, the last digits of a telephone, an identity number, the number of a case about them.
 * What is found is forgotten, so a namesake's terms go with it: that costs less than to leave one. A text is taken apart into the forms
 * that a trace could have, each of which is looked up, so that a list of keyed hashes of traces serves as well as the traces.
 */
final class Traces {
    /** A telephone by all notations ends with the same digits; fewer would be anybody's. */
    private static final int LAST_DIGITS = 8;

    private static final int MOST_WORDS = 8;
    private static final int MOST_PARTS = 4;
    private static final int SHORTEST_NUMBER = 6;
    /** Of more words of known names, all subsets are too many: a text is then looked through by neighbouring words alone. */
    private static final int MOST_NAMED = 12;

    private static final String WORD = "word ";

    private static final Pattern YEAR_FIRST =
            Pattern.compile("(?<!\\d)(\\d{4})\\D{0,2}(\\d{2}|\\d(?=\\D))\\D{0,2}(\\d{1,2})(?!\\d)");
    private static final Pattern DAY_FIRST =
            Pattern.compile("(?<!\\d)(\\d{2}|\\d(?=\\D))\\D{0,2}(\\d{2}|\\d(?=\\D))\\D{0,2}(\\d{4})(?!\\d)");

    private final Predicate<String> known;

    private Traces(Predicate<String> known) {
        this.known = known;
    }

    /** The traces of whom these forms are of. */
    static Traces of(Predicate<String> forms) {
        return new Traces(forms);
    }

    /**
     * The forms of whoever these records are of.
     *
     * @param cases numbers of the cases about them
     */
    static Set<String> formsOf(Collection<PersonRecord> records, Collection<String> cases) {
        Set<String> forms = new HashSet<>();
        cases.forEach(number -> addNumber(forms, number));
        Set<String> words = new HashSet<>();
        records.forEach(record -> record.names()
                .forEach(name -> Stream.of(name.written(), name.display())
                        .map(Traces::words)
                        .forEach(words::addAll)));
        words.forEach(word -> forms.add(worded(word)));
        for (PersonRecord record : records) {
            for (LocalDate day : days(record.birth())) {
                words.forEach(word -> forms.add(born(day, word)));
            }
            record.names().forEach(name -> add(forms, name));
            record.telephones().forEach(telephone -> add(forms, telephone));
            record.identityNumbers().forEach(number -> add(forms, number));
        }
        return forms;
    }

    private static void add(Set<String> forms, PersonName name) {
        Stream.of(name.written(), name.display())
                .map(Folding::fold)
                .filter(Traces::isTelling)
                .forEach(folded -> {
                    forms.add(named(folded));
                    forms.add(anyOrder(List.of(folded.split(" "))));
                });
    }

    private static void add(Set<String> forms, Telephone telephone) {
        Stream.concat(Stream.of(telephone.written()), telephone.numbers().stream())
                .map(Traces::digits)
                .filter(digits -> digits.length() >= LAST_DIGITS)
                .map(digits -> called(digits.substring(digits.length() - LAST_DIGITS)))
                .forEach(forms::add);
    }

    private static void add(Set<String> forms, IdentityNumber identity) {
        Stream.of(identity.written(), identity.number()).forEach(number -> addNumber(forms, number));
    }

    private static void addNumber(Set<String> forms, String number) {
        String joined = String.join("", parts(number));
        if (joined.length() >= SHORTEST_NUMBER) {
            forms.add(numbered(joined));
        }
    }

    /** A form of what went of somebody of whom this record stays: what was typed is found by it when the rest goes. */
    static String beside(long record, String form) {
        return "beside " + record + " " + form;
    }

    /** Forms of somebody without those that somebody else has too. Words of names are no trace, and stay. */
    static Set<String> without(Set<String> forms, Set<String> others) {
        Set<String> left = new HashSet<>(forms);
        left.removeIf(form -> others.contains(form) && !form.startsWith(WORD));
        return left;
    }

    /** The days on which somebody may have been born, where the day is known. */
    private static Set<LocalDate> days(@Nullable Birth birth) {
        if (birth == null || birth.precision() != DatePrecision.DAY) {
            return Set.of();
        }
        Set<LocalDate> days = new HashSet<>(dates(birth.written()));
        days.add(birth.from());
        if (birth.alternative() != null) {
            days.add(birth.alternative());
        }
        return days;
    }

    /** One short word is half the country's. */
    private static boolean isTelling(String folded) {
        return folded.contains(" ") || folded.length() > LAST_DIGITS;
    }

    /** Whether a text tells of the person. */
    boolean isIn(String text) {
        return names(text) || telephones(text) || numbers(text);
    }

    private static List<String> words(String text) {
        return Arrays.asList(Folding.fold(text).split(" "));
    }

    private boolean names(String text) {
        List<String> words = words(text);
        List<String> ofNames = words.stream()
                .distinct()
                .filter(word -> known.test(worded(word)))
                .toList();
        if (ofNames.size() <= MOST_NAMED && inAnyOrder(ofNames)) {
            return true;
        }
        for (LocalDate day : ofNames.isEmpty() ? Set.<LocalDate>of() : dates(text)) {
            if (ofNames.stream().anyMatch(word -> known.test(born(day, word)))) {
                return true;
            }
        }
        for (int from = 0; from < words.size(); from++) {
            for (int to = from + 1; to <= Math.min(words.size(), from + MOST_WORDS); to++) {
                String name = String.join(" ", words.subList(from, to));
                if (isTelling(name) && known.test(named(name))) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Whether some of these words, two or more, are a whole name. */
    private boolean inAnyOrder(List<String> words) {
        for (int chosen = 1; chosen < 1 << words.size(); chosen++) {
            int subset = chosen;
            if (Integer.bitCount(chosen) > 1
                    && known.test(anyOrder(IntStream.range(0, words.size())
                            .filter(at -> (subset & 1 << at) != 0)
                            .mapToObj(words::get)
                            .toList()))) {
                return true;
            }
        }
        return false;
    }

    /** The days that a text tells, in any of the ways in which days are written; both readings where there are two. */
    private static Set<LocalDate> dates(String text) {
        Set<LocalDate> dates = new HashSet<>();
        YEAR_FIRST.matcher(text).results().forEach(found -> add(dates, found.group(1), found.group(2), found.group(3)));
        DAY_FIRST.matcher(text).results().forEach(found -> add(dates, found.group(3), found.group(2), found.group(1)));
        return dates;
    }

    private static void add(Set<LocalDate> dates, String year, String month, String day) {
        try {
            dates.add(LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day)));
        } catch (DateTimeException none) {
            // digits that are no day
        }
    }

    private boolean telephones(String text) {
        String digits = digits(text);
        for (int at = 0; at + LAST_DIGITS <= digits.length(); at++) {
            if (known.test(called(digits.substring(at, at + LAST_DIGITS)))) {
                return true;
            }
        }
        return false;
    }

    private boolean numbers(String text) {
        List<String> parts = parts(text);
        for (int from = 0; from < parts.size(); from++) {
            for (int to = from + 1; to <= Math.min(parts.size(), from + MOST_PARTS); to++) {
                String number = String.join("", parts.subList(from, to));
                if (number.length() >= SHORTEST_NUMBER && known.test(numbered(number))) {
                    return true;
                }
            }
        }
        return false;
    }

    private static String named(String folded) {
        return "name " + folded;
    }

    /** A word of a name: no trace by itself, but of others there is no need to look further. */
    private static String worded(String folded) {
        return WORD + folded;
    }

    private static String anyOrder(Collection<String> words) {
        return "words " + String.join(" ", new TreeSet<>(words));
    }

    private static String born(LocalDate day, String word) {
        return "born " + day + " " + word;
    }

    private static String called(String digits) {
        return "telephone " + digits;
    }

    private static String numbered(String number) {
        return "number " + number;
    }

    private static String digits(String text) {
        return text.replaceAll("\\D", "");
    }

    private static List<String> parts(String text) {
        List<String> parts =
                new ArrayList<>(List.of(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+")));
        parts.removeIf(String::isEmpty);
        return parts;
    }
}
