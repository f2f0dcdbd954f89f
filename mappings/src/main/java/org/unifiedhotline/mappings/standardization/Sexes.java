package org.unifiedhotline.mappings.standardization;

import org.jspecify.annotations.Nullable;
import org.unifiedhotline.mappings.canonical.Sex;

/** Standardizes sexes: the switchboard's 1, 2, 0 and the hotline's M, F, O. */
public final class Sexes {
    private Sexes() {}

    /** The switchboard's number: 1 male, 2 female, 0 or null not known. */
    public static Sex ofNumber(@Nullable Integer number, Flags flags) {
        if (number == null || number == 0) {
            return Sex.UNKNOWN;
        }
        return switch (number) {
            case 1 -> Sex.MALE;
            case 2 -> Sex.FEMALE;
            default -> unknown(flags);
        };
    }

    /** The hotline's letter. */
    public static Sex ofLetter(@Nullable String letter, Flags flags) {
        if (letter == null || letter.isBlank()) {
            return Sex.UNKNOWN;
        }
        return switch (letter.strip()) {
            case "M", "m" -> Sex.MALE;
            case "F", "f" -> Sex.FEMALE;
            case "O", "o" -> Sex.OTHER;
            default -> unknown(flags);
        };
    }

    private static Sex unknown(Flags flags) {
        flags.add("sex", "unknown-code");
        return Sex.UNKNOWN;
    }
}
