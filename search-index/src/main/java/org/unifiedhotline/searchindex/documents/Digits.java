package org.unifiedhotline.searchindex.documents;

import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.unifiedhotline.mappings.canonical.Telephone;

/** Numbers as they stand in the index: in every full form, and backwards for their last digits. */
public final class Digits {
    private static final int FEWEST_OF_A_TELEPHONE = 7;
    private static final int MOST_OF_A_TELEPHONE = 15;

    private Digits() {}

    /** The ASCII digits of a text, nothing else. */
    public static String of(String text) {
        StringBuilder digits = new StringBuilder(text.length());
        text.chars().filter(letter -> letter >= '0' && letter <= '9').forEach(digit -> digits.append((char) digit));
        return digits.toString();
    }

    /** The text backwards, so that its end is matched as a prefix. */
    public static String backwards(String text) {
        return new StringBuilder(text).reverse().toString();
    }

    /** An identity number as it is compared: letters and digits only, upper case; {@code 215/2016} as {@code 2152016}. */
    public static String identity(String number) {
        StringBuilder kept = new StringBuilder(number.length());
        number.chars().filter(Character::isLetterOrDigit).forEach(letter -> kept.append((char) letter));
        return kept.toString().toUpperCase(Locale.ROOT);
    }

    /**
     * All ways to write telephones in full: with 84, with 0, and as written (which keeps an old prefix findable).
     * What was written with words behind it, or two numbers in one field, is left to what was understood.
     */
    static Set<String> telephones(Collection<Telephone> telephones) {
        Set<String> forms = new TreeSet<>();
        for (Telephone telephone : telephones) {
            telephone.numbers().forEach(number -> addForms(of(number), forms));
            String written = of(telephone.written());
            if (written.length() >= FEWEST_OF_A_TELEPHONE && written.length() <= MOST_OF_A_TELEPHONE) {
                forms.add(written);
            }
        }
        return forms;
    }

    private static void addForms(String international, Set<String> forms) {
        forms.add(international);
        if (international.startsWith("84")) {
            forms.add("0" + international.substring(2));
        }
    }
}
