package org.unifiedhotline.masterrecords.crosswalk;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.unifiedhotline.mappings.source.SourceRecordKey;
import org.unifiedhotline.masterrecords.records.LinkKind;
import org.unifiedhotline.masterrecords.records.MasterId;

/**
 * A change of the crosswalk.
 *
 * @param position its place in the sequence of changes; grows
 * @param masterId the master record it belongs to since; null when the source record was deleted
 * @param formerMasterId the one it belonged to before; null when it is new
 * @param linkKind null when the source record was deleted
 */
public record CrosswalkChange(
        long position,
        SourceRecordKey key,
        @Nullable MasterId masterId,
        @Nullable MasterId formerMasterId,
        @Nullable LinkKind linkKind,
        Instant changedAt) {}
