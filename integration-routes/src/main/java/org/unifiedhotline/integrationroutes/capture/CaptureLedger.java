package org.unifiedhotline.integrationroutes.capture;

import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.unifiedhotline.mappings.source.SourcePosition;
import org.unifiedhotline.mappings.source.SourceSystem;
import org.unifiedhotline.mappings.source.SourceTable;
import org.unifiedhotline.masterrecords.pipeline.TableShape.Look;

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

    /** The latest position that any instance told of, by {@link #passed} or with a change; empty before the first. */
    Optional<SourcePosition> reached(SourceSystem system);

    /**
     * A table was looked at in the source's catalog.
     *
     * @return whether it is news that the table can, or cannot, be followed as it is
     */
    boolean seen(SourceTable table, Look look);

    /**
     * Written rows of a table are left out, since they do not hold what its mapping needs.
     *
     * @return whether the table was followed until now
     */
    boolean held(SourceTable table, Set<String> missing, String reason, long rows);

    /**
     * Says what capture is doing.
     *
     * @param reason why it failed, without a value of a row; null when all is well
     */
    void state(SourceSystem system, CaptureStatus.State state, @Nullable String reason);
}
