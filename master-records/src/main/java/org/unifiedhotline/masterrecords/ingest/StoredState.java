package org.unifiedhotline.masterrecords.ingest;

import org.unifiedhotline.mappings.source.SourcePosition;
import org.unifiedhotline.mappings.source.SourceRecordKey;

/**
 * What the hub knew of a source record before a batch.
 *
 * @param inHistory whether the history holds this state already
 * @param mapped whether it stands as canonical record
 */
record StoredState(
        SourceRecordKey key, boolean live, SourcePosition position, boolean inHistory, long rowHash, boolean mapped) {}
