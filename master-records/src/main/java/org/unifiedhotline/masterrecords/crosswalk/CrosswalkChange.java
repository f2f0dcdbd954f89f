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
        Instant changedAt) {
    /** Whether the record stays whose it was, and only why it is changed. */
    public boolean isOfKindAlone() {
        return masterId != null && masterId.equals(formerMasterId);
    }

    /** The same, told with another kind. */
    public CrosswalkChange withKind(LinkKind kind) {
        return new CrosswalkChange(position, key, masterId, formerMasterId, kind, changedAt);
    }
}
