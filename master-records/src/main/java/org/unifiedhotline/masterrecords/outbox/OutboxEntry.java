package org.unifiedhotline.masterrecords.outbox;

import java.time.Instant;
import org.unifiedhotline.masterrecords.records.MasterId;

/**
 * A master record whose search document is to be renewed or removed. Several changes of one master record may stand in
 * one entry.
 *
 * @param version the version of the master record when the entry was written; grows for ever per master id, so that it
 *     serves as external version of the document
 * @param writtenAt when the earliest change that it stands for was resolved
 */
public record OutboxEntry(MasterId masterId, long version, Kind kind, Instant writtenAt) {

    /** What to do with the document. */
    public enum Kind {
        CHANGED,
        /** The master record was merged away or has no member any more. */
        REMOVED
    }
}
