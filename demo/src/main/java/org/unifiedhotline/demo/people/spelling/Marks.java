package org.unifiedhotline.demo.people.spelling;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import org.unifiedhotline.demo.people.chance.Chance;

/** Takes marks off, or puts tones where the other school puts them. */
final class Marks {

    private static final Pattern COMBINING = Pattern.compile("\\p{M}+");
    private static final String TONES = "\u0300\u0301\u0303\u0309\u0323";

    private Marks() {}

    /** {@code Nguyễn Đức} → {@code Nguyen Duc}. */
    static String none(String text) {
        String bare = COMBINING.matcher(decomposed(text)).replaceAll("");
        return bare.replace('đ', 'd').replace('Đ', 'D');
    }

    /** Canonically decomposed (NFD): each mark a character of its own. */
    static String decomposed(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD);
    }

    /** One of the tones is gone, circumflex, breve and horn stay: {@code Nguyễn Thị} → {@code Nguyên Thị}. */
    static String oneToneMissing(String text, Chance chance) {
        StringBuilder letters = new StringBuilder(decomposed(text));
        int tones = (int) letters.chars().filter(Marks::isTone).count();
        if (tones == 0) {
            return text;
        }
        int skip = chance.below(tones);
        for (int i = 0; i < letters.length(); i++) {
            if (isTone(letters.charAt(i)) && skip-- == 0) {
                letters.deleteCharAt(i);
                break;
            }
        }
        return Normalizer.normalize(letters, Normalizer.Form.NFC);
    }

    /** The tone on the other vowel of {@code oa}, {@code oe}, {@code uy}: {@code Hòa} ↔ {@code Hoà}. */
    static String otherTonePlace(String text) {
        StringBuilder letters = new StringBuilder(decomposed(text));
        for (int i = 0; i + 2 < letters.length(); i++) {
            boolean wordEnd = i + 3 == letters.length()
                    || (!Character.isLetter(letters.charAt(i + 3)) && !isMark(letters.charAt(i + 3)));
            if (wordEnd && afterConsonant(letters, i)) {
                swapTone(letters, i);
            }
        }
        return Normalizer.normalize(letters, Normalizer.Form.NFC);
    }

    /** Positions i..i+2 hold a vowel pair and a tone, in either order of the last two. */
    private static void swapTone(StringBuilder letters, int i) {
        char second = letters.charAt(i + 1);
        char third = letters.charAt(i + 2);
        boolean between = isTone(second) && isPair(letters.charAt(i), third);
        boolean after = isTone(third) && isPair(letters.charAt(i), second);
        if (between || after) {
            letters.setCharAt(i + 1, third);
            letters.setCharAt(i + 2, second);
        }
    }

    /** In {@code qu} the u belongs to the consonant, and its tone has one place only. */
    private static boolean afterConsonant(StringBuilder letters, int i) {
        return i > 0
                && Character.toLowerCase(letters.charAt(i - 1)) != 'q'
                && Character.isLetter(letters.charAt(i - 1));
    }

    private static boolean isPair(char first, char second) {
        String pair = ("" + first + second).toLowerCase(Locale.ROOT);
        return pair.equals("oa") || pair.equals("oe") || pair.equals("uy");
    }

    private static boolean isTone(int character) {
        return TONES.indexOf(character) >= 0;
    }

    private static boolean isMark(char character) {
        return Character.getType(character) == Character.NON_SPACING_MARK;
    }
}
