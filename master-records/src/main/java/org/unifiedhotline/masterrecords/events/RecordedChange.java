package org.unifiedhotline.masterrecords.events;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.unifiedhotline.mappings.source.SourceRecordKey;
import org.unifiedhotline.masterrecords.records.MasterChange.Kind;
import org.unifiedhotline.masterrecords.records.MasterId;

/**
 * A row of the history with what a receiver's view of it depends on.
 *
 * @param before the records that it was made of until then
 * @param after the records that it is made of since
 * @param moved those of its records that went to {@code other}, or came from there, in the same change
 */
record RecordedChange(
        long position,
        MasterId masterId,
        long version,
        Instant changedAt,
        Kind change,
        @Nullable MasterId other,
        @Nullable Long decisionId,
        Collection<SourceRecordKey> before,
        Collection<SourceRecordKey> after,
        Set<SourceRecordKey> moved) {

    /** What this receiver is told of it; empty if nothing. */
    Optional<MasterEvent> as(Knowledge knowledge) {
        return knowledge.isWhole() ? Optional.of(whole()) : part(knowledge);
    }

    private MasterEvent whole() {
        List<SourceRecordKey> concerned =
                (after.isEmpty() ? before : after).stream().sorted().toList();
        return new MasterEvent(
                position,
                MasterEvent.Type.of(change),
                change,
                masterId,
                version,
                changedAt,
                other,
                decisionId,
                concerned);
    }

    /** Only what became of rows that it knows. Versions are left out: they would count what happens to the others. */
    private Optional<MasterEvent> part(Knowledge knowledge) {
        List<SourceRecordKey> had = knowledge.known(before);
        List<SourceRecordKey> has = knowledge.known(after);
        return switch (change) {
            case VALUES_CHANGED -> Optional.empty();
            case MEMBERS_CHANGED -> had.equals(has) ? Optional.empty() : told(change, has, null);
            case CREATED, SPLIT_OFF, RESTORED ->
                has.isEmpty()
                        ? Optional.empty()
                        : knowledge.known(moved).isEmpty() ? told(Kind.CREATED, has, null) : told(change, has, other);
            case MERGED_AWAY, GONE ->
                had.isEmpty()
                        ? Optional.empty()
                        : knowledge.known(moved).isEmpty() ? told(Kind.GONE, had, null) : told(change, had, other);
        };
    }

    private Optional<MasterEvent> told(Kind kind, List<SourceRecordKey> records, @Nullable MasterId shown) {
        return Optional.of(new MasterEvent(
                position, MasterEvent.Type.of(kind), kind, masterId, null, changedAt, shown, null, records));
    }
}
