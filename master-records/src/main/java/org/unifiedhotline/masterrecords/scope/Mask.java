package org.unifiedhotline.masterrecords.scope;

import org.jspecify.annotations.Nullable;

/**
 * What stands where a value is not read plainly.
 *
 * @param kind what is behind it
 * @param hint so much of it as everybody may read who may know that it is there: the last digits of a telephone or of an
 *     identity number; null where that would tell too much, or nothing
 */
public record Mask(FieldKind kind, @Nullable String hint) {
    private static final int OF_A_TELEPHONE = 3;
    private static final int OF_AN_IDENTITY_NUMBER = 4;
    /** What is shown is less than half of a value. */
    private static final int HIDDEN_AT_LEAST = 5;

    /** A mask that tells the kind only. */
    public static Mask of(FieldKind kind) {
        return new Mask(kind, null);
    }

    /** The mask of a written value. */
    public static Mask of(FieldKind kind, String written) {
        return switch (kind) {
            case TELEPHONE -> new Mask(kind, ending(written, OF_A_TELEPHONE));
            case IDENTITY_NUMBER -> new Mask(kind, ending(written, OF_AN_IDENTITY_NUMBER));
            case ADDRESS, NOTES, EXPLOITATION, HEALTH, ETHNICITY -> of(kind);
        };
    }

    /** The last digits; none of what has few, or has a year behind a slash as birth certificates have. */
    private static @Nullable String ending(String written, int shown) {
        String digits = written.replaceAll("\\D", "");
        boolean tooMuch = digits.length() - shown < HIDDEN_AT_LEAST || written.contains("/");
        return tooMuch ? null : "…" + digits.substring(digits.length() - shown);
    }
}
