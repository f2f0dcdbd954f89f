package org.unifiedhotline.mappings.standardization;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * Between which days, in Vietnam, a value was written: the date that decides how an old telephone number or a province
 * code is read. From a snapshot, a row's created and updated times bound it.
 *
 * @param from the earliest day
 * @param to the latest day; not before {@code from}
 */
public record WrittenBetween(LocalDate from, LocalDate to) {
    static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");

    /** Nothing is known of when: every cut-off lies inside. */
    public static final WrittenBetween UNKNOWN = new WrittenBetween(LocalDate.of(1900, 1, 1), LocalDate.of(9999, 1, 1));

    public WrittenBetween {
        if (to.isBefore(from)) {
            to = from;
        }
    }

    /** The days of a row's times; {@link #UNKNOWN} if it tells no time at all. */
    public static WrittenBetween of(@Nullable Instant created, @Nullable Instant updated) {
        if (created == null) {
            return updated == null ? UNKNOWN : new WrittenBetween(UNKNOWN.from, day(updated));
        }
        LocalDate first = day(created);
        return new WrittenBetween(first, updated == null ? first : day(updated));
    }

    /** Whether all of it lies before a day. */
    boolean before(LocalDate cutOff) {
        return to.isBefore(cutOff);
    }

    /** Whether all of it lies on a day or after. */
    boolean since(LocalDate cutOff) {
        return !from.isBefore(cutOff);
    }

    private static LocalDate day(Instant instant) {
        return instant.atZone(VIETNAM).toLocalDate();
    }
}
