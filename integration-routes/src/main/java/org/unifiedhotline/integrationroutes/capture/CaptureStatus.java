package org.unifiedhotline.integrationroutes.capture;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.unifiedhotline.mappings.source.SourcePosition;
import org.unifiedhotline.mappings.source.SourceSystem;

/**
 * How the capture of one source system is doing, in this process.
 *
 * @param life the life of the source's positions being captured; 0 before the first snapshot began
 * @param position everything at or before it has been taken in; null before the first
 * @param lastEventAt when the latest change taken in was committed at the source (MariaDB: whole seconds); null before
 *     the first
 * @param lagMillis milliseconds from that commit to its being taken in; 0 before the first
 * @param rows changes taken in since the process started, by table
 * @param reason why it failed or waits, without a value of a row; null when all is well
 */
public record CaptureStatus(
        SourceSystem system,
        State state,
        long life,
        @Nullable SourcePosition position,
        @Nullable Instant lastEventAt,
        long lagMillis,
        Map<String, Long> rows,
        @Nullable String reason) {

    /** What capture is doing. */
    public enum State {
        /** Another instance of the service captures this source; this one takes over when that is gone. */
        WAITING,
        /** Looks at the source and its log before it reads. */
        STARTING,
        /** Reads all rows as they stand. */
        SNAPSHOT,
        /** Follows the log. */
        STREAMING,
        /** Was told to stop. */
        STOPPED,
        /** Broke off, says why, and will try again. */
        FAILED
    }

    public CaptureStatus {
        rows = Map.copyOf(rows);
    }
}
