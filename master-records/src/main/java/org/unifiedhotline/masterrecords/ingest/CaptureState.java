package org.unifiedhotline.masterrecords.ingest;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.unifiedhotline.mappings.source.SourcePosition;
import org.unifiedhotline.mappings.source.SourceSystem;

/**
 * How capture of a source system stands.
 *
 * @param reason why it waits or failed, without a value of a person; null when all is well
 * @param life the present life of the source's log; 0 before the first snapshot
 * @param firstLoadComplete whether a snapshot was ever completed
 * @param position the latest place that was taken in or passed by; null before the first
 * @param lastEventAt when the latest change was committed at the source; null before the first
 * @param heardAt when the hub last heard of the source; null before the first time
 */
public record CaptureState(
        SourceSystem system,
        State state,
        @Nullable String reason,
        long life,
        SnapshotPhase snapshotPhase,
        boolean firstLoadComplete,
        @Nullable SourcePosition position,
        @Nullable Instant lastEventAt,
        @Nullable Instant heardAt) {

    /** What capture is doing. */
    public enum State {
        STOPPED,
        STARTING,
        SNAPSHOT,
        STREAMING,
        /** Nothing is captured for the time being, and will be again. */
        WAITING,
        FAILED
    }

    /** Where the snapshot of the present life stands. */
    public enum SnapshotPhase {
        NONE,
        RUNNING,
        COMPLETE
    }
}
