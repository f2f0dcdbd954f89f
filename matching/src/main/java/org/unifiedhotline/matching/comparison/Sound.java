package org.unifiedhotline.matching.comparison;

/** How a folded word sounds, roughly: the Russell–Odell soundex (US patent 1,261,167, 1918), of any length of word. */
public final class Sound {
    private static final String CODES = "01230120022455012623010202";

    private Sound() {}

    /** A letter and three digits; a word that does not begin with a Latin letter stands for itself. */
    public static String of(String folded) {
        if (folded.isEmpty() || folded.charAt(0) < 'a' || folded.charAt(0) > 'z') {
            return folded;
        }
        StringBuilder out = new StringBuilder(4).append(folded.charAt(0));
        char last = code(folded.charAt(0));
        for (int i = 1; i < folded.length() && out.length() < 4; i++) {
            char c = folded.charAt(i);
            char code = code(c);
            if (code != '0' && code != last) {
                out.append(code);
            }
            if (c != 'h' && c != 'w') {
                last = code;
            }
        }
        while (out.length() < 4) {
            out.append('0');
        }
        return out.toString();
    }

    private static char code(char c) {
        return c >= 'a' && c <= 'z' ? CODES.charAt(c - 'a') : '0';
    }
}
