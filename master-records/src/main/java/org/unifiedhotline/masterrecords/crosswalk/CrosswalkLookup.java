package org.unifiedhotline.masterrecords.crosswalk;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.unifiedhotline.masterrecords.records.CrosswalkEntry;
import org.unifiedhotline.masterrecords.records.MasterId;

/** What the crosswalk knows of a source record. */
public sealed interface CrosswalkLookup {

    /** Whose record it is, or last was; empty while nobody knows. */
    default Optional<MasterId> person() {
        return switch (this) {
            case Live live -> Optional.of(live.entry().masterId());
            case Deleted deleted -> Optional.ofNullable(deleted.formerMasterId());
            case Unresolved ignored -> Optional.empty();
            case NeverCaptured ignored -> Optional.empty();
        };
    }

    /**
     * The record is live.
     *
     * @param members all source records of its person, itself included, in the order of their keys
     */
    record Live(CrosswalkEntry entry, List<CrosswalkEntry> members) implements CrosswalkLookup {
        public Live {
            members = List.copyOf(members);
        }
    }

    /** The record is live and its person is still being worked out: ask again in a moment. */
    record Unresolved() implements CrosswalkLookup {}

    /**
     * The record was deleted at its source.
     *
     * @param formerMasterId the master record it last belonged to; null if it went before it was resolved
     */
    record Deleted(Instant deletedAt, @Nullable MasterId formerMasterId) implements CrosswalkLookup {}

    /** The record was never captured, or speaks of no person. */
    record NeverCaptured() implements CrosswalkLookup {}
}
