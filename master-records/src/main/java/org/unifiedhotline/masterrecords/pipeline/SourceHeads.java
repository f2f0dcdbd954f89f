package org.unifiedhotline.masterrecords.pipeline;

import java.util.Optional;
import org.unifiedhotline.mappings.source.SourcePosition;
import org.unifiedhotline.mappings.source.SourceSystem;

/**
 * Where the logs of the source systems end at this moment, read from the sources themselves.
 *
 * <p>The hub knows how far capture has come; only the source knows how far there is to go. The room that holds the
 * connections to the sources implements this; whoever asks whether the service has caught up calls it.
 */
public interface SourceHeads {

    /**
     * The end of the source's log at the call: every change committed there before the call stands at or before it.
     *
     * @return the position, of the log's present life; empty when the source cannot be asked just now
     */
    Optional<SourcePosition> headOf(SourceSystem system);

    /** How far the reading of all rows has come; empty when they are not being read, or not by this instance. */
    default Optional<SnapshotProgress> snapshotOf(SourceSystem system) {
        return Optional.empty();
    }

    /** Looks at the sources whether tables that had stopped are mended by now; {@link TableShapes} tells. */
    default void lookAtTables() {}
}
