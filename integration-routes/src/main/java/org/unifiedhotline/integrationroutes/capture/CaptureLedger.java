package org.unifiedhotline.integrationroutes.capture;

import org.jspecify.annotations.Nullable;
import org.unifiedhotline.mappings.source.SourcePosition;
import org.unifiedhotline.mappings.source.SourceSystem;

/** What the hub keeps about capture, as far as capture itself needs and tells it. */
public interface CaptureLedger {

    /**
     * Where the hub stands with a source.
     *
     * @param life the present life; 0 before the first snapshot
     * @param snapshotComplete whether the snapshot of that life was read to its end
     */
    record Standing(long life, boolean snapshotComplete) {}

    Standing standing(SourceSystem system);

    /** Begins a new life of the source's positions and says its number. */
    long beginSnapshot(SourceSystem system);

    /** The snapshot of this life was read to its end: rows that it did not see are gone at the source. */
    void completeSnapshot(SourceSystem system, long life);

    /** Every change at or before this position has been handed on and taken in. */
    void passed(SourceSystem system, SourcePosition position);

    /**
     * Says what capture is doing.
     *
     * @param reason why it failed, without a value of a row; null when all is well
     */
    void state(SourceSystem system, CaptureStatus.State state, @Nullable String reason);
}
