package org.unifiedhotline.masterrecords.rights;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a person asked for by right. The times are those of the personal data protection law (Law 91/2025/QH15, in force since 2026): an answer within two
 * working days, processing stopped within fifteen. Working days are Monday to Friday; public holidays are not taken off, so that the day
 * told is never too late.
 *
 * @param receivedOn the day, in Vietnam, on which it came in
 * @param answeredBy who noted that it was answered; null while it waits
 */
public record PersonRequest(
        long id,
        Kind kind,
        LocalDate receivedOn,
        String notedBy,
        Instant notedAt,
        @Nullable String answeredBy,
        @Nullable Instant answeredAt) {
    /** Within so many working days a request is answered. */
    public static final int WORKING_DAYS_TO_ANSWER = 2;
    /** Within so many days processing stops that a person wants stopped. */
    public static final int DAYS_TO_STOP = 15;

    /** What can be asked for. */
    public enum Kind {
        DISCLOSURE,
        CORRECTION,
        RESTRICTION,
        ERASURE
    }

    /** The last day for an answer. */
    public LocalDate answerBy() {
        return answerBy(receivedOn);
    }

    /** The last day on which data may be processed that the person wants restricted or erased; null for what stops nothing. */
    public @Nullable LocalDate stopBy() {
        return switch (kind) {
            case RESTRICTION, ERASURE -> receivedOn.plusDays(DAYS_TO_STOP);
            case DISCLOSURE, CORRECTION -> null;
        };
    }

    /** The last day for an answer to what came in on this one. */
    public static LocalDate answerBy(LocalDate receivedOn) {
        LocalDate day = receivedOn;
        int left = WORKING_DAYS_TO_ANSWER;
        while (left > 0) {
            day = day.plusDays(1);
            if (day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY) {
                left--;
            }
        }
        return day;
    }
}
