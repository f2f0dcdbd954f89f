package org.unifiedhotline.mappings.standardization;

import java.util.Locale;

/** Capitals of names: the writer's are kept where they are sensible. */
final class WordCase {

    private WordCase() {}

    /**
     * A name in sensible capitals: if it was written all in capitals or all without, each word gets one; else it stays.
     * The letter behind an apostrophe is a capital too ({@code H'Yuên}).
     */
    static String sensible(String name) {
        boolean upper = false;
        boolean lower = false;
        for (int at = 0; at < name.length(); at++) {
            upper |= Character.isUpperCase(name.charAt(at));
            lower |= Character.isLowerCase(name.charAt(at));
        }
        return upper && lower && !isInitialOnly(name) ? name : titled(name);
    }

    /** {@code h'Yuên}: only the letter behind the apostrophe is a capital; or one letter alone. */
    private static boolean isInitialOnly(String name) {
        return name.length() > 1 && Character.isLowerCase(name.charAt(0)) && name.charAt(1) == '\'';
    }

    private static String titled(String name) {
        StringBuilder titled = new StringBuilder(name.length());
        boolean first = true;
        for (int at = 0; at < name.length(); at++) {
            char letter = name.charAt(at);
            titled.append(first ? Character.toUpperCase(letter) : Character.toLowerCase(letter));
            first = !Character.isLetterOrDigit(letter) && Character.getType(letter) != Character.NON_SPACING_MARK;
        }
        return titled.toString();
    }

    /**
     * Capitals after a repair. TCVN3 keeps capitals with a tone in fonts of their own, so that they decode to small
     * letters: a word whose ASCII letters are all capitals becomes all capitals, and a decoded first letter gets one
     * where the other words have theirs.
     */
    static String afterRepair(String before, String after) {
        String[] words = after.split(" ");
        boolean capitals = before.chars().anyMatch(Character::isUpperCase);
        for (int at = 0; at < words.length; at++) {
            words[at] = word(words[at], capitals);
        }
        return String.join(" ", words);
    }

    private static String word(String word, boolean capitals) {
        int upper = 0;
        int lower = 0;
        for (int at = 0; at < word.length(); at++) {
            char letter = word.charAt(at);
            upper += letter >= 'A' && letter <= 'Z' ? 1 : 0;
            lower += letter >= 'a' && letter <= 'z' ? 1 : 0;
        }
        if (upper > 1 && lower == 0) {
            return word.toUpperCase(Locale.ROOT);
        }
        boolean decodedFirst = !word.isEmpty() && word.charAt(0) >= 0x80;
        return capitals && decodedFirst ? Character.toUpperCase(word.charAt(0)) + word.substring(1) : word;
    }
}
