package org.unifiedhotline.mappings.standardization;

import java.text.Normalizer;

/** What is known of single letters, in tables made once: their folded form, their tone, their form without it. */
final class Letters {
    /** Covers Latin up to Latin Extended Additional, where the Vietnamese letters with two marks stand. */
    private static final int TABLE_SIZE = 0x1F00;

    private static final char[] FOLDED = new char[TABLE_SIZE];
    private static final char[] WITHOUT_TONE = new char[TABLE_SIZE];
    private static final byte[] TONE = new byte[TABLE_SIZE];

    /** Acute, grave, hook, tilde, dot below: tones 1 to 5. */
    private static final String TONE_MARKS = "\u0301\u0300\u0309\u0303\u0323";

    static {
        for (char letter = 0; letter < TABLE_SIZE; letter++) {
            WITHOUT_TONE[letter] = letter;
            if (Character.isLetterOrDigit(letter)) {
                fill(letter);
            }
        }
    }

    private Letters() {}

    private static void fill(char letter) {
        String parts = Normalizer.normalize(String.valueOf(letter), Normalizer.Form.NFD);
        StringBuilder rest = new StringBuilder();
        for (int at = 0; at < parts.length(); at++) {
            int tone = TONE_MARKS.indexOf(parts.charAt(at)) + 1;
            if (tone > 0 && isVowelBase(parts.charAt(0))) {
                TONE[letter] = (byte) tone;
            } else {
                rest.append(parts.charAt(at));
            }
        }
        if (TONE[letter] > 0) {
            String composed = Normalizer.normalize(rest, Normalizer.Form.NFC);
            WITHOUT_TONE[letter] = composed.length() == 1 ? composed.charAt(0) : letter;
        }
        String folded = foldedSlowly(letter);
        FOLDED[letter] = folded.length() == 1 ? folded.charAt(0) : 0;
    }

    private static boolean isVowelBase(char base) {
        return "aeiouyAEIOUY".indexOf(base) >= 0;
    }

    /** The one letter that a letter folds to, or 0 if it folds to several, to none, or lies outside the table. */
    static char folded(int point) {
        return point < TABLE_SIZE ? FOLDED[point] : 0;
    }

    static void appendFoldedSlowly(StringBuilder folded, int point) {
        folded.append(foldedSlowly(point));
    }

    private static String foldedSlowly(int point) {
        StringBuilder folded = new StringBuilder(2);
        Normalizer.normalize(Character.toString(point), Normalizer.Form.NFKD)
                .codePoints()
                .filter(Character::isLetterOrDigit)
                .map(Character::toLowerCase)
                .forEach(part -> appendPlain(folded, part));
        return folded.toString();
    }

    private static void appendPlain(StringBuilder folded, int letter) {
        switch (letter) {
            case 'đ', 'ð', 'ɖ' -> folded.append('d');
            case 'ł' -> folded.append('l');
            case 'ø' -> folded.append('o');
            case 'ı' -> folded.append('i');
            case 'ß' -> folded.append("ss");
            case 'æ' -> folded.append("ae");
            case 'œ' -> folded.append("oe");
            case 'þ' -> folded.append("th");
            default -> folded.appendCodePoint(letter);
        }
    }

    /** The tone of a composed letter: 1 sắc, 2 huyền, 3 hỏi, 4 ngã, 5 nặng, 0 none. */
    static int tone(char letter) {
        return letter < TABLE_SIZE ? TONE[letter] : 0;
    }

    static char withoutTone(char letter) {
        return letter < TABLE_SIZE ? WITHOUT_TONE[letter] : letter;
    }

    /** đ for its look-alikes ð (U+00F0) and ɖ (U+0256), in either case. */
    static char plainD(char letter) {
        return switch (letter) {
            case 'ð', 'ɖ' -> 'đ';
            case '\u00D0', '\u0189' -> 'Đ';
            default -> letter;
        };
    }

    /** The straight apostrophe for its typographic forms, as names such as H'Yuên are written with. */
    static char apostrophe(char letter) {
        return switch (letter) {
            case '\u2018', '\u2019', '\u02BC', '\u02BB', '\u00B4', '`', '\u2032', '\u02B9' -> '\'';
            default -> letter;
        };
    }

    /** Whether folding drops it without parting the word: combining marks and what has no width. */
    static boolean isIgnored(int point) {
        return isZeroWidth(point) || (point >= 0x300 && Character.getType(point) == Character.NON_SPACING_MARK);
    }

    static boolean isZeroWidth(int point) {
        return point == 0xAD || (point >= 0x200B && point <= 0x200D) || point == 0x2060 || point == 0xFEFF;
    }
}
