package org.unifiedhotline.masterrecords.records;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.unifiedhotline.mappings.source.SourceRecordKey;

/**
 * One entry of a master record's history.
 *
 * @param version the version that the change made
 * @param other the master record that it was split off from or merged into; null for other changes
 * @param members the source records it was made of since, in the order of their keys; empty when merged away or gone
 */
public record MasterChange(
        MasterId id,
        long version,
        Instant changedAt,
        Kind kind,
        @Nullable MasterId other,
        List<SourceRecordKey> members) {
    public MasterChange {
        members = List.copyOf(members);
    }

    /** The same for a reader who may know of these members alone. */
    MasterChange withoutOther(List<SourceRecordKey> known) {
        return new MasterChange(id, version, changedAt, kind, null, known);
    }

    /** What happened to it. */
    public enum Kind {
        CREATED,
        SPLIT_OFF,
        MEMBERS_CHANGED,
        VALUES_CHANGED,
        MERGED_AWAY,
        GONE,
        /** Its records, which were merged into another, are a person of their own again. */
        RESTORED
    }
}
