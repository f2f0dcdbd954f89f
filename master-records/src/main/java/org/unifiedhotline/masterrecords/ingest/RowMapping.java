package org.unifiedhotline.masterrecords.ingest;

import org.unifiedhotline.mappings.canonical.CanonicalRecord;
import org.unifiedhotline.mappings.source.SourceRecordKey;
import org.unifiedhotline.mappings.source.SourceRow;

/** What turns a captured row into a canonical record; {@code CanonicalMapper} in the running service. */
@FunctionalInterface
public interface RowMapping {
    /**
     * Maps a row.
     *
     * @throws RuntimeException if it cannot be mapped; its message must not hold a value of a person
     */
    CanonicalRecord map(SourceRecordKey key, SourceRow row);
}
