package org.unifiedhotline.mappings.reading;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.unifiedhotline.mappings.standardization.Flags;

/** Stands in for times that a source must have and has not: zero dates, which MariaDB admits. */
public final class Times {
    private Times() {}

    /** The time; where it is a zero date, the epoch, flagged. */
    public static Instant known(@Nullable Instant time, String field, Flags flags) {
        if (time == null) {
            flags.add(field, "not-given");
            return Instant.EPOCH;
        }
        return time;
    }

    /** The day; where it is a zero date (or the epoch that stands in for one), the epoch, flagged. */
    public static LocalDate known(@Nullable LocalDate day, String field, Flags flags) {
        if (day == null || day.equals(LocalDate.EPOCH)) {
            flags.add(field, "not-given");
            return LocalDate.EPOCH;
        }
        return day;
    }

    /** When a row was opened; a zero date gives way to its last change, flagged. */
    public static Instant created(@Nullable Instant created, @Nullable Instant updated, Flags flags) {
        if (created == null && updated != null) {
            flags.add("createdAt", "not-given");
            return updated;
        }
        return known(created, "createdAt", flags);
    }
}
