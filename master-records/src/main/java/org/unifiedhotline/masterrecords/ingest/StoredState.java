package org.unifiedhotline.masterrecords.ingest;

import org.jspecify.annotations.Nullable;
import org.unifiedhotline.mappings.source.SourcePosition;
import org.unifiedhotline.mappings.source.SourceRecordKey;
import org.unifiedhotline.masterrecords.keys.WrappedKey;

/**
 * What the hub knew of a source record before a batch.
 *
 * @param inHistory whether the history holds this state already
 * @param mapped whether it stands as canonical record
 * @param dataKey null if it has none, or it was destroyed
 */
record StoredState(
        SourceRecordKey key,
        boolean live,
        SourcePosition position,
        boolean inHistory,
        long rowHash,
        boolean mapped,
        @Nullable WrappedKey dataKey) {}
