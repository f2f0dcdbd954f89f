package org.unifiedhotline.masterrecords.events;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.unifiedhotline.mappings.source.SourceRecordKey;
import org.unifiedhotline.masterrecords.records.MasterChange;
import org.unifiedhotline.masterrecords.records.MasterId;

/**
 * What happened to a master record, as one receiver may know it. Holds ids only.
 *
 * @param position its place among all changes; grows, and not every number is told
 * @param change what happened, as the history calls it
 * @param version the version of the master record that the change made; null where the receiver may not know
 * @param other where it redirects to (merged), or came from (split); null otherwise or where the receiver may not know
 * @param decisionId the decision that caused it; null if none did or the receiver may not know
 * @param sourceRecords the records that it is made of since, or was made of until now if it is no more; those that the
 *     receiver may know
 */
public record MasterEvent(
        long position,
        Type type,
        MasterChange.Kind change,
        MasterId masterId,
        @Nullable Long version,
        Instant changedAt,
        @Nullable MasterId other,
        @Nullable Long decisionId,
        List<SourceRecordKey> sourceRecords) {
    public MasterEvent {
        sourceRecords = List.copyOf(sourceRecords);
    }

    /** The same with nothing but the id to tell whom it is about. */
    MasterEvent withoutRecords() {
        return withRecords(List.of());
    }

    /** The same, told of these records alone. */
    MasterEvent withRecords(List<SourceRecordKey> told) {
        return new MasterEvent(position, type, change, masterId, version, changedAt, other, decisionId, told);
    }

    /** The same, without whom it went to or came from. */
    MasterEvent withoutOther() {
        return new MasterEvent(position, type, change, masterId, version, changedAt, null, decisionId, sourceRecords);
    }

    /** What a receiver has to tell apart. */
    public enum Type {
        CREATED,
        /** Its values or its records. */
        CHANGED,
        /** Into another: its id redirects from now on. */
        MERGED,
        /** From another, as a new id, or as one that had been merged away and is back. */
        SPLIT,
        DELETED;

        static Type of(MasterChange.Kind change) {
            return switch (change) {
                case CREATED -> CREATED;
                case MEMBERS_CHANGED, VALUES_CHANGED -> CHANGED;
                case MERGED_AWAY -> MERGED;
                case SPLIT_OFF, RESTORED -> SPLIT;
                case GONE -> DELETED;
            };
        }
    }

    /**
     * What to tell repetitions by: the same for ever, and for each receiver. It holds the time too, so that a hub that was
     * set back to a backup, and counts on from there, gives no number of before to something else.
     */
    public String id() {
        return position + "-" + ChronoUnit.MICROS.between(Instant.EPOCH, changedAt);
    }
}
