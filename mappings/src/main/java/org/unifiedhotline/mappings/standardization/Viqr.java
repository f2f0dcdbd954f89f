package org.unifiedhotline.mappings.standardization;

/** VIQR, Vietnamese in plain ASCII (RFC 1456): {@code Nguye^~n Va(n Hu`ng}, {@code DDa(.ng}. */
final class Viqr {
    private static final String VOWELS = "aeiouyAEIOUY";
    private static final String SHAPES = "^(+";
    private static final String TONES = "'`?~.";

    /** The combining marks for the signs above: circumflex, breve, horn; acute, grave, hook, tilde, dot below. */
    private static final String SHAPE_MARKS = "\u0302\u0306\u031B";

    private static final String TONE_MARKS = "\u0301\u0300\u0309\u0303\u0323";

    private Viqr() {}

    /**
     * Whether a sign that nobody writes behind a vowel for another reason stands behind one, any sign between a vowel and a
     * letter ({@code Tro.ng}), or a doubled D at the front of a word ({@code DDinh}).
     */
    static boolean shows(String text) {
        for (int at = 1; at < text.length(); at++) {
            char sign = text.charAt(at);
            boolean behindVowel = VOWELS.indexOf(text.charAt(at - 1)) >= 0;
            boolean beforeLetter = at + 1 < text.length() && Character.isLetter(text.charAt(at + 1));
            if (behindVowel && ("^(+`~".indexOf(sign) >= 0 || (beforeLetter && TONES.indexOf(sign) >= 0))) {
                return true;
            }
            boolean front = at == 1 || text.charAt(at - 2) == ' ';
            boolean beforeVowel = at + 1 < text.length() && VOWELS.indexOf(text.charAt(at + 1)) >= 0;
            if (front && beforeVowel && isBarredD(text, at - 1)) {
                return true;
            }
        }
        return false;
    }

    /** The text read as VIQR, composed. */
    static String decode(String text) {
        StringBuilder decoded = new StringBuilder(text.length());
        boolean afterVowel = false;
        for (int at = 0; at < text.length(); at++) {
            char letter = text.charAt(at);
            if (isBarredD(text, at)) {
                decoded.append(letter == 'D' ? 'Đ' : 'đ');
                at++;
            } else if (afterVowel && SHAPES.indexOf(letter) >= 0) {
                decoded.append(SHAPE_MARKS.charAt(SHAPES.indexOf(letter)));
            } else if (afterVowel && TONES.indexOf(letter) >= 0) {
                decoded.append(TONE_MARKS.charAt(TONES.indexOf(letter)));
            } else {
                decoded.append(letter);
                afterVowel = VOWELS.indexOf(letter) >= 0;
            }
        }
        return Folding.composed(decoded.toString());
    }

    private static boolean isBarredD(String text, int at) {
        return at + 1 < text.length()
                && Character.toLowerCase(text.charAt(at)) == 'd'
                && Character.toLowerCase(text.charAt(at + 1)) == 'd';
    }
}
