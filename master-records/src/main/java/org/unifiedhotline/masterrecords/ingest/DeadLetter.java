package org.unifiedhotline.masterrecords.ingest;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.unifiedhotline.mappings.source.SourceRecordKey;

/**
 * A row that could not be processed.
 *
 * @param reason what was wrong, naming columns and rules, never a value of a person
 * @param rawRow the row as captured, as JSON; sensitive; null where there was none
 * @param tries how often it was tried, from 1
 * @param settledAt when a later try or a later state of the row succeeded, or the row went; null while open
 */
public record DeadLetter(
        long id,
        SourceRecordKey key,
        State state,
        String reason,
        @Nullable String rawRow,
        Instant firstAt,
        Instant lastAt,
        int tries,
        @Nullable Instant settledAt) {

    /** Whether something is still to be done about it. */
    public enum State {
        OPEN,
        SETTLED
    }

    /** Names no value of the row: safe in a log. */
    @Override
    public String toString() {
        return "DeadLetter[" + id + ", " + key + ", " + state + "]";
    }
}
