package org.unifiedhotline.demo.people.spelling;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;

/**
 * Text keyed in a VNI font and stored as if it were Latin-1: {@code Nguyễn Văn Hùng} → {@code Nguyeãn Vaên Huøng}. A mark
 * is a second character after its vowel; i, ơ, ư and đ are characters of their own.
 */
final class Vni {

    private static final String TONES = "\u0301\u0300\u0309\u0303\u0323";
    private static final String PLAIN = "ùøûõï";
    private static final String WITH_CIRCUMFLEX = "áàåãä";
    private static final String WITH_BREVE = "éèúüë";
    private static final String I_WITH_TONE = "íìæóò";
    private static final Map<Character, Character> WHOLE = Map.of('đ', 'ñ', 'ơ', 'ô', 'ư', 'ö');

    private static final char CIRCUMFLEX = '\u0302';
    private static final char BREVE = '\u0306';
    private static final char HORN = '\u031B';

    private Vni() {}

    static String mojibake(String text) {
        String letters = Marks.decomposed(text);
        StringBuilder written = new StringBuilder(letters.length());
        int i = 0;
        while (i < letters.length()) {
            int end = i + 1;
            while (end < letters.length() && Character.getType(letters.charAt(end)) == Character.NON_SPACING_MARK) {
                end++;
            }
            written.append(letter(letters.charAt(i), letters.substring(i + 1, end)));
            i = end;
        }
        return written.toString();
    }

    private static String letter(char base, String marks) {
        char small = Character.toLowerCase(base);
        String written = small(small, marks);
        return base == small ? written : written.toUpperCase(Locale.ROOT);
    }

    private static String small(char base, String marks) {
        int tone = tone(marks);
        if (marks.indexOf(CIRCUMFLEX) >= 0) {
            return base + (tone < 0 ? "â" : at(WITH_CIRCUMFLEX, tone));
        }
        if (marks.indexOf(BREVE) >= 0) {
            return base + (tone < 0 ? "ê" : at(WITH_BREVE, tone));
        }
        if (base == 'i' && tone >= 0) {
            return at(I_WITH_TONE, tone);
        }
        if (base == 'y' && tone == 4) {
            return "î";
        }
        char whole = marks.indexOf(HORN) >= 0 ? horned(base) : base;
        return WHOLE.getOrDefault(whole, whole) + (tone < 0 ? "" : at(PLAIN, tone));
    }

    private static int tone(String marks) {
        for (int i = 0; i < marks.length(); i++) {
            int tone = TONES.indexOf(marks.charAt(i));
            if (tone >= 0) {
                return tone;
            }
        }
        return -1;
    }

    private static char horned(char base) {
        return Normalizer.normalize("" + base + HORN, Normalizer.Form.NFC).charAt(0);
    }

    private static String at(String series, int tone) {
        return series.substring(tone, tone + 1);
    }
}
