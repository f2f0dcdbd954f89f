package org.unifiedhotline.masterrecords.figures;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.unifiedhotline.mappings.canonical.Centre;

/**
 * What part of the whole is counted.
 *
 * @param from the first day, in Vietnam
 * @param to the last day, in Vietnam; not before the first
 * @param centre null for all
 */
public record Slice(LocalDate from, LocalDate to, @Nullable Centre centre) {
    private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(2999, 12, 31);

    /**
     * @throws IllegalArgumentException if the period ends before it begins, or a day lies outside the years 1900 to 2999
     */
    public Slice {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("'to' does not come before 'from'");
        }
        if (from.isBefore(EARLIEST) || to.isAfter(LATEST)) {
            throw new IllegalArgumentException("'from' and 'to' are days of the years 1900 to 2999");
        }
    }

    /** The first moment of the period. */
    Instant start() {
        return from.atStartOfDay(VIETNAM).toInstant();
    }

    /** The first moment after it. */
    Instant end() {
        return to.plusDays(1).atStartOfDay(VIETNAM).toInstant();
    }
}
