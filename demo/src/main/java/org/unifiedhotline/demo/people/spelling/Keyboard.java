package org.unifiedhotline.demo.people.spelling;

import java.time.LocalDate;
import java.util.Locale;
import org.unifiedhotline.demo.people.chance.Chance;

/** How a clerk's keyboard turns Vietnamese into characters. */
enum Keyboard {
    MARKED,
    UNMARKED,
    CAPITALS,
    SMALL_LETTERS,
    DECOMPOSED,
    TCVN3,
    VNI;

    /** The last day on which the old fonts were in use. */
    private static final LocalDate OLD_FONTS_GONE = LocalDate.of(2017, 1, 1);

    /** A keyboard as common as it was on that day: one row in six without marks, old fonts before 2017 only. */
    static Keyboard on(LocalDate day, Chance chance) {
        boolean oldFonts = day.isBefore(OLD_FONTS_GONE);
        return values()[chance.weighted(690, 167, 40, 30, 35, oldFonts ? 60 : 0, oldFonts ? 40 : 0)];
    }

    String type(String text) {
        return switch (this) {
            case MARKED -> text;
            case UNMARKED -> Marks.none(text);
            case CAPITALS -> text.toUpperCase(Locale.ROOT);
            case SMALL_LETTERS -> text.toLowerCase(Locale.ROOT);
            case DECOMPOSED -> Marks.decomposed(text);
            case TCVN3 -> Tcvn3.mojibake(text);
            case VNI -> Vni.mojibake(text);
        };
    }
}
