package org.unifiedhotline.mappings.standardization;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes text comparable: the one folding that matching, blocking keys and search share, so that what one sees the
 * others find.
 *
 * <p>Three strengths, as {@link org.unifiedhotline.mappings.canonical.PersonName} describes them: {@link #exact},
 * {@link #toneless} and {@link #fold}. All are idempotent, do not care whether the text is composed (NFC) or
 * decomposed (NFD), and take the three look-alikes of đ (U+0111, U+00F0, U+0256 and their capitals) for one letter.
 */
public final class Folding {

    private Folding() {}

    /** A word of a text: folded, and where it stands in the text (from {@code start} up to before {@code end}). */
    public record FoldedWord(String folded, int start, int end) {}

    /**
     * The text without marks: lower case, {@code đ} as {@code d}, words of letters and digits with one space between
     * ({@code "H'Yuên  NIÊ"} gives {@code "h yuen nie"}). Letters of other scripts stay. May be empty.
     */
    public static String fold(String text) {
        StringBuilder folded = new StringBuilder(text.length());
        boolean between = false;
        for (int at = 0; at < text.length(); ) {
            int point = text.codePointAt(at);
            at += Character.charCount(point);
            if (Letters.isIgnored(point)) {
                continue;
            }
            if (!Character.isLetterOrDigit(point)) {
                between = true;
                continue;
            }
            if (between && !folded.isEmpty()) {
                folded.append(' ');
            }
            between = false;
            appendFolded(folded, point);
        }
        return folded.toString();
    }

    /** The words of {@link #fold}, each with its place in the text, so that a hit can be marked where it was written. */
    public static List<FoldedWord> words(String text) {
        List<FoldedWord> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        int start = 0;
        for (int at = 0; at < text.length(); ) {
            int point = text.codePointAt(at);
            if (Character.isLetterOrDigit(point)) {
                start = word.isEmpty() ? at : start;
                appendFolded(word, point);
            } else if (!Letters.isIgnored(point) && !word.isEmpty()) {
                words.add(new FoldedWord(word.toString(), start, at));
                word.setLength(0);
            }
            at += Character.charCount(point);
        }
        if (!word.isEmpty()) {
            words.add(new FoldedWord(word.toString(), start, text.length()));
        }
        return words;
    }

    /**
     * The text as written but for what is mere typing: composed (NFC), lower case, one kind of apostrophe, one đ,
     * single spaces in place of other punctuation. Marks are kept.
     */
    public static String exact(String text) {
        String composed = composed(withoutZeroWidth(text));
        StringBuilder exact = new StringBuilder(composed.length());
        boolean between = false;
        for (int at = 0; at < composed.length(); at++) {
            char letter = Letters.plainD(Letters.apostrophe(Character.toLowerCase(composed.charAt(at))));
            if (isKept(letter)) {
                if (between && !exact.isEmpty()) {
                    exact.append(' ');
                }
                between = false;
                exact.append(letter);
            } else {
                between = true;
            }
        }
        return exact.toString();
    }

    /**
     * {@link #exact}, with each word's tone mark taken off its vowel and put behind the word as a digit: 1 sắc,
     * 2 huyền, 3 hỏi, 4 ngã, 5 nặng, none for the level tone. So {@code Hoà} and {@code Hòa} are both {@code hoa2},
     * unlike {@code Hoa}; the marks of ă, â, ê, ô, ơ, ư and đ stay.
     */
    public static String toneless(String text) {
        String exact = exact(text);
        StringBuilder key = new StringBuilder(exact.length() + 4);
        StringBuilder tones = new StringBuilder(2);
        for (int at = 0; at < exact.length(); at++) {
            char letter = exact.charAt(at);
            if (letter == ' ') {
                key.append(tones).append(' ');
                tones.setLength(0);
            } else {
                int tone = Letters.tone(letter);
                if (tone > 0) {
                    tones.append((char) ('0' + tone));
                }
                key.append(Letters.withoutTone(letter));
            }
        }
        return key.append(tones).toString();
    }

    /** What has no width may part a letter from its mark, so that it goes before composing. */
    private static String withoutZeroWidth(String text) {
        if (text.chars().noneMatch(Letters::isZeroWidth)) {
            return text;
        }
        StringBuilder rest = new StringBuilder(text.length());
        text.chars().filter(letter -> !Letters.isZeroWidth(letter)).forEach(letter -> rest.append((char) letter));
        return rest.toString();
    }

    /** The text composed (NFC); the same object if it is already. */
    public static String composed(String text) {
        return isAscii(text) || Normalizer.isNormalized(text, Normalizer.Form.NFC)
                ? text
                : Normalizer.normalize(text, Normalizer.Form.NFC);
    }

    static boolean isAscii(String text) {
        for (int at = 0; at < text.length(); at++) {
            if (text.charAt(at) >= 0x80) {
                return false;
            }
        }
        return true;
    }

    private static boolean isKept(char letter) {
        return Character.isLetterOrDigit(letter)
                || letter == '\''
                || Character.isSurrogate(letter)
                || Character.getType(letter) == Character.NON_SPACING_MARK;
    }

    private static void appendFolded(StringBuilder folded, int point) {
        char simple = Letters.folded(point);
        if (simple != 0) {
            folded.append(simple);
        } else {
            Letters.appendFoldedSlowly(folded, point);
        }
    }
}
