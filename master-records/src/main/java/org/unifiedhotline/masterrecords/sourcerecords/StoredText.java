package org.unifiedhotline.masterrecords.sourcerecords;

/** What PostgreSQL cannot keep in text, the NUL character and halves of surrogate pairs, is kept as U+FFFD. */
public final class StoredText {
    private static final char REPLACEMENT = '\uFFFD';

    private StoredText() {}

    /** The text itself, or a copy of it without what cannot be stored. */
    public static String of(String text) {
        for (int index = 0; index < text.length(); index++) {
            char letter = text.charAt(index);
            if (letter == 0 || Character.isSurrogate(letter)) {
                return cleaned(text);
            }
        }
        return text;
    }

    private static String cleaned(String text) {
        StringBuilder cleaned = new StringBuilder(text.length());
        text.codePoints()
                .map(point -> point == 0 || (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE)
                        ? REPLACEMENT
                        : point)
                .forEach(cleaned::appendCodePoint);
        return cleaned.toString();
    }
}
