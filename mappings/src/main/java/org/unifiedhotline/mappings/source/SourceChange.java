package org.unifiedhotline.mappings.source;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One thing that happened in a source system, in the order of its log. */
public sealed interface SourceChange {

    SourceTable table();

    SourcePosition position();

    /** When the source committed it; for a snapshot's rows, when they were read. */
    Instant committedAt();

    /** A row stands as given: read by a snapshot, inserted or updated. */
    record RowWritten(SourceRecordKey key, SourcePosition position, Origin origin, SourceRow row, Instant committedAt)
            implements SourceChange {
        @Override
        public SourceTable table() {
            return key.table();
        }
    }

    /** A row was deleted, or left under this key when its key changed (it then stands again under the new one). */
    record RowDeleted(SourceRecordKey key, SourcePosition position, Instant committedAt) implements SourceChange {
        @Override
        public SourceTable table() {
            return key.table();
        }
    }

    /** All rows of a table that stood before this position were removed at once. */
    record TableTruncated(SourceTable table, SourcePosition position, Instant committedAt) implements SourceChange {}

    /** How a written row came to be seen. */
    enum Origin {
        SNAPSHOT,
        INSERT,
        UPDATE
    }

    /** The key of the row concerned; null when the change concerns a whole table. */
    default @Nullable SourceRecordKey keyOrNull() {
        return switch (this) {
            case RowWritten written -> written.key();
            case RowDeleted deleted -> deleted.key();
            case TableTruncated ignored -> null;
        };
    }
}
