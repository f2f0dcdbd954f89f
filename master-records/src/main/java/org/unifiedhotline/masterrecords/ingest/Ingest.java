package org.unifiedhotline.masterrecords.ingest;

import java.util.List;
import org.unifiedhotline.mappings.source.SourceChange;
import org.unifiedhotline.mappings.source.SourceRecordKey;
import org.unifiedhotline.mappings.source.SourceSystem;

/** Takes source changes in: the write side of the hub. */
public class Ingest {

    /**
     * Takes a batch in, in one transaction. When it returns, the batch is durable and the source may be told so; when it
     * throws, nothing of it stands and the same batch is to be given again. Giving a batch twice does no harm.
     *
     * @param changes changes of {@code system}, in the order of its log
     */
    public void ingest(SourceSystem system, List<SourceChange> changes) {
        throw new UnsupportedOperationException("not built yet");
    }

    /**
     * A snapshot begins: a new life of the source's log, whose positions the snapshot's rows and all later changes carry.
     * A snapshot that was broken off is begun anew with another life.
     */
    public long beginSnapshot(SourceSystem system) {
        throw new UnsupportedOperationException("not built yet");
    }

    /**
     * A snapshot has been read to its end: live rows that it did not see are deleted.
     *
     * @param life what {@link #beginSnapshot} returned
     * @throws IllegalStateException if a later snapshot has begun
     */
    public void completeSnapshot(SourceSystem system, long life) {
        throw new UnsupportedOperationException("not built yet");
    }

    /** Maps the stored row of a record again; whether it now stands as canonical record. */
    boolean mapAgain(SourceRecordKey key) {
        throw new UnsupportedOperationException("not built yet");
    }
}
