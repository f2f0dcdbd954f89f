package org.unifiedhotline.masterrecords.rights;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Records that must be kept for proceedings, whoever asks that they go.
 *
 * @param records by number; they are held through merges and splits
 * @param reason in the author's words; may hold personal text
 * @param lift who lifted it, and why; null while it holds
 */
public record LegalHold(
        long id,
        List<Long> records,
        String author,
        String reason,
        Instant setAt,
        @Nullable Lift lift) {
    public LegalHold {
        records = List.copyOf(records);
    }

    /** The end of a hold. */
    public record Lift(String by, Instant at, String reason) {}

    /** Names no reason: safe in a log. */
    @Override
    public String toString() {
        return "LegalHold[" + id + "]";
    }
}
