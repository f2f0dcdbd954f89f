package org.unifiedhotline.matching.comparison;

import java.text.Normalizer;
import java.util.Locale;

/** Text brought to comparable forms. */
public final class Folding {
    private Folding() {}

    /** Lower case, single spaces, letters and digits only, marks kept; the tone mark stands at the end of its word (Hòa = Hoà). */
    public static String marked(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        if (isAscii(lower)) {
            return words(lower);
        }
        String parts = words(Normalizer.normalize(lower, Normalizer.Form.NFD));
        StringBuilder out = new StringBuilder(parts.length());
        StringBuilder tones = new StringBuilder(4);
        for (int i = 0; i < parts.length(); i++) {
            char c = parts.charAt(i);
            if (isTone(c)) {
                tones.append(c);
            } else {
                if (c == ' ') {
                    out.append(tones);
                    tones.setLength(0);
                }
                out.append(c == '\u00F0' || c == '\u0256' ? '\u0111' : c);
            }
        }
        return out.append(tones).toString();
    }

    /** The form of {@link #marked} without any mark; đ becomes d. */
    public static String folded(String marked) {
        if (isAscii(marked)) {
            return marked;
        }
        StringBuilder out = new StringBuilder(marked.length());
        for (int i = 0; i < marked.length(); i++) {
            char c = marked.charAt(i);
            if (Character.getType(c) != Character.NON_SPACING_MARK) {
                out.append(c == '\u0111' ? 'd' : c == '\u00F8' ? 'o' : c == '\u0142' ? 'l' : c);
            }
        }
        return out.toString();
    }

    /** A text of any kind without what its writing may vary in: case, marks, spaces and signs. */
    public static String plain(String text) {
        return folded(marked(text));
    }

    /** Letters and digits only, without spaces, lower case. */
    public static String compact(String text) {
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isLetterOrDigit(c)) {
                out.append(Character.toLowerCase(c));
            }
        }
        return out.toString();
    }

    static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > 127) {
                return false;
            }
        }
        return true;
    }

    private static boolean isTone(char c) {
        return c == '\u0300' || c == '\u0301' || c == '\u0303' || c == '\u0309' || c == '\u0323';
    }

    private static String words(String text) {
        StringBuilder out = new StringBuilder(text.length());
        boolean gap = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isLetterOrDigit(c) || Character.getType(c) == Character.NON_SPACING_MARK) {
                if (gap && !out.isEmpty()) {
                    out.append(' ');
                }
                out.append(c);
                gap = false;
            } else if (c != '\'' && c != '\u2019') {
                gap = true;
            }
        }
        return out.toString();
    }
}
