package org.unifiedhotline.masterrecords.resolution;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.unifiedhotline.mappings.source.SourceRecordKey;
import org.unifiedhotline.masterrecords.records.MasterChange.Kind;
import org.unifiedhotline.masterrecords.records.MasterId;
import org.unifiedhotline.matching.explanation.ClusterExplanation;

/**
 * How the records of a person came together.
 *
 * @param vietnamese by which weights and words of stewards they hang together now, and what holds others apart; keys of
 *     records only
 * @param english the same
 * @param members the records that it is made of now, in the order of their keys
 * @param events what happened to the master record, oldest first
 */
public record Story(
        MasterId masterId,
        ClusterExplanation vietnamese,
        ClusterExplanation english,
        List<SourceRecordKey> members,
        List<Event> events) {
    public Story {
        members = List.copyOf(members);
        events = List.copyOf(events);
    }

    /**
     * One change.
     *
     * @param other the master record that it was split off from, merged into or restored from
     * @param members how many records it was made of since
     * @param decisionId the decision that caused it; null where records or the model did
     * @param author who decided; null likewise
     */
    public record Event(
            Instant at,
            long version,
            Kind change,
            @Nullable MasterId other,
            int members,
            @Nullable Long decisionId,
            @Nullable String author) {
        /** The same, without what leads to whoever else it was about. */
        public Event alone() {
            return new Event(at, version, change, null, members, null, null);
        }
    }
}
