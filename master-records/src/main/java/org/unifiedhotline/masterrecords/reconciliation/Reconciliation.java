package org.unifiedhotline.masterrecords.reconciliation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A comparison of sources, hub and index, as it is kept.
 *
 * @param repairs whether differences were to be mended
 * @param reason why it broke off; null otherwise
 * @param endedAt null while it runs
 */
public record Reconciliation(
        long id,
        AskedBy askedBy,
        boolean repairs,
        State state,
        @Nullable String reason,
        Instant beganAt,
        @Nullable Instant endedAt,
        Figures figures) {
    /** Who asked for it. */
    public enum AskedBy {
        COMMAND,
        SCHEDULE
    }

    /** How it stands. */
    public enum State {
        RUNNING,
        DONE,
        /** It could not go on, or whoever ran it is gone. */
        BROKEN_OFF
    }

    /**
     * How much was compared, and what came of it.
     *
     * @param rows of the legacy tables
     * @param people master records
     * @param documents of the search index
     * @param deadLetters rows that wait as dead letters: no difference
     * @param onTheirWay what changed all the time, so that it could not be compared
     */
    public record Figures(
            long rows, long people, long documents, long differences, long mended, long deadLetters, long onTheirWay) {
        /** Nothing was compared yet. */
        public static final Figures NONE = new Figures(0, 0, 0, 0, 0, 0, 0);
    }
}
