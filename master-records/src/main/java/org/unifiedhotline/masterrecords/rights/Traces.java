package org.unifiedhotline.masterrecords.rights;

import java.util.Collection;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.unifiedhotline.mappings.canonical.IdentityNumber;
import org.unifiedhotline.mappings.canonical.PersonName;
import org.unifiedhotline.mappings.canonical.PersonRecord;
import org.unifiedhotline.mappings.canonical.Telephone;
import org.unifiedhotline.mappings.standardization.Folding;

/**
 * Finds a person in what somebody typed: by a whole name with or without marks, the last digits of a telephone, an identity number.
 * What is found is forgotten, so a namesake's terms go with it: that costs less than to leave one.
 */
final class Traces {
    /** A telephone by all notations ends with the same digits; fewer would be anybody's. */
    private static final int LAST_DIGITS = 8;

    private final Set<String> names = new HashSet<>();
    private final Set<String> telephones = new HashSet<>();
    private final Set<String> numbers = new HashSet<>();

    private Traces() {}

    /** The traces of whoever these records are of. */
    static Traces of(Collection<PersonRecord> records) {
        Traces traces = new Traces();
        for (PersonRecord record : records) {
            record.names().forEach(traces::add);
            record.telephones().forEach(traces::add);
            record.identityNumbers().forEach(traces::add);
        }
        return traces;
    }

    private void add(PersonName name) {
        Stream.of(name.written(), name.display())
                .map(Folding::fold)
                .map(String::strip)
                .filter(folded -> folded.contains(" ") || folded.length() > LAST_DIGITS)
                .forEach(names::add);
    }

    private void add(Telephone telephone) {
        Stream.concat(Stream.of(telephone.written()), telephone.numbers().stream())
                .map(Traces::digits)
                .filter(digits -> digits.length() >= LAST_DIGITS)
                .map(digits -> digits.substring(digits.length() - LAST_DIGITS))
                .forEach(telephones::add);
    }

    private void add(IdentityNumber identity) {
        Stream.of(identity.written(), identity.number())
                .map(Traces::alphanumeric)
                .filter(number -> number.length() >= 6)
                .forEach(numbers::add);
    }

    /** Whether a text tells of the person. */
    boolean isIn(String text) {
        String folded = " " + Folding.fold(text).replaceAll("[^\\p{L}\\p{N}]+", " ") + " ";
        String digits = digits(text);
        String signs = alphanumeric(text);
        return names.stream().anyMatch(name -> folded.contains(" " + name.replaceAll("[^\\p{L}\\p{N}]+", " ") + " "))
                || telephones.stream().anyMatch(digits::contains)
                || numbers.stream().anyMatch(signs::contains);
    }

    private static String digits(String text) {
        return text.replaceAll("\\D", "");
    }

    private static String alphanumeric(String text) {
        return text.replaceAll("[^\\p{L}\\p{N}]", "").toLowerCase(Locale.ROOT);
    }
}
