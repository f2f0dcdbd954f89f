package org.unifiedhotline.mappings.canonical;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * When a person was born, as far as it is known.
 *
 * @param written as it stands in the source; for a stated age {@code "9"}
 * @param precision how much of {@code from} is known
 * @param from the earliest day it may have been
 * @param to the latest day it may have been; equal to {@code from} for a full date
 * @param alternative another reading that does not follow from the first; null if there is none. A full date whose day
 *     and month could both be the month has none: the swapped date follows from {@code from}
 */
public record Birth(
        String written,
        DatePrecision precision,
        LocalDate from,
        LocalDate to,
        @Nullable LocalDate alternative) {
    public Birth {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("a birth's latest day does not come before its earliest");
        }
    }

    /** The year of birth if all possible days lie in one, else null. */
    public @Nullable Integer year() {
        return from.getYear() == to.getYear() ? from.getYear() : null;
    }

    /** How a birth is known. */
    public enum DatePrecision {
        DAY,
        MONTH,
        YEAR,
        /** Day and month are known, or only estimated from a stated age: the span says it. */
        AGE
    }
}
