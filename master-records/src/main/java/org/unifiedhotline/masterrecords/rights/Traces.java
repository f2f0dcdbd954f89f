package org.unifiedhotline.masterrecords.rights;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.unifiedhotline.mappings.canonical.IdentityNumber;
import org.unifiedhotline.mappings.canonical.PersonName;
import org.unifiedhotline.mappings.canonical.PersonRecord;
import org.unifiedhotline.mappings.canonical.Telephone;
import org.unifiedhotline.mappings.standardization.Folding;

/**
 * Finds a person in what somebody typed: by a whole name with or without marks, the last digits of a telephone, an identity number.
 * What is found is forgotten, so a namesake's terms go with it: that costs less than to leave one. A text is taken apart into the forms
 * that a trace could have, each of which is looked up, so that a list of keyed hashes of traces serves as well as the traces.
 */
final class Traces {
    /** A telephone by all notations ends with the same digits; fewer would be anybody's. */
    private static final int LAST_DIGITS = 8;

    private static final int MOST_WORDS = 8;
    private static final int MOST_PARTS = 4;
    private static final int SHORTEST_NUMBER = 6;

    private final Predicate<String> known;

    private Traces(Predicate<String> known) {
        this.known = known;
    }

    /** The traces of whom these forms are of. */
    static Traces of(Predicate<String> forms) {
        return new Traces(forms);
    }

    /** The forms of whoever these records are of. */
    static Set<String> formsOf(Collection<PersonRecord> records) {
        Set<String> forms = new HashSet<>();
        for (PersonRecord record : records) {
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
                .map(Traces::named)
                .forEach(forms::add);
    }

    private static void add(Set<String> forms, Telephone telephone) {
        Stream.concat(Stream.of(telephone.written()), telephone.numbers().stream())
                .map(Traces::digits)
                .filter(digits -> digits.length() >= LAST_DIGITS)
                .map(digits -> called(digits.substring(digits.length() - LAST_DIGITS)))
                .forEach(forms::add);
    }

    private static void add(Set<String> forms, IdentityNumber identity) {
        Stream.of(identity.written(), identity.number())
                .map(number -> String.join("", parts(number)))
                .filter(number -> number.length() >= SHORTEST_NUMBER)
                .map(Traces::numbered)
                .forEach(forms::add);
    }

    /** One short word is half the country's. */
    private static boolean isTelling(String folded) {
        return folded.contains(" ") || folded.length() > LAST_DIGITS;
    }

    /** Whether a text tells of the person. */
    boolean isIn(String text) {
        return names(text) || telephones(text) || numbers(text);
    }

    private boolean names(String text) {
        List<String> words = Arrays.asList(Folding.fold(text).split(" "));
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
