package org.unifiedhotline.masterrecords.records;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.unifiedhotline.mappings.canonical.PersonRecord;
import org.unifiedhotline.mappings.reading.MappingException;
import org.unifiedhotline.mappings.source.SourceRecordKey;
import org.unifiedhotline.masterrecords.database.HubDatabase;
import org.unifiedhotline.masterrecords.ingest.RowMapping;
import org.unifiedhotline.masterrecords.records.PastTables.Membership;
import org.unifiedhotline.masterrecords.records.PastTables.State;
import org.unifiedhotline.masterrecords.scope.ReaderScope;
import org.unifiedhotline.masterrecords.scope.ScopedRecords;
import org.unifiedhotline.masterrecords.sourcerecords.PersonTables;
import org.unifiedhotline.masterrecords.sourcerecords.RowJson;
import org.unifiedhotline.masterrecords.sourcerecords.SourceRecordId;

/**
 * Master records as they were at any time: of the members of the time, each in the state that the hub knew of it then, with
 * the values that were pinned then. Rows are understood as the service understands them today.
 */
public final class TimeTravel {
    private final HubDatabase hub;
    private final RowMapping mapping;
    private final Survivorship survivorship;
    private final PastTables past;
    private final ScopedRecords scoped;
    private final LinkKinds linkKinds;

    public TimeTravel(HubDatabase hub, RowMapping mapping, SurvivorshipRules rules) {
        this.hub = hub;
        this.mapping = mapping;
        this.survivorship = new Survivorship(rules);
        this.past = new PastTables(hub);
        this.scoped = new ScopedRecords(hub);
        this.linkKinds = new LinkKinds(hub);
    }

    /** What an id stood for at this time of the hub's clock. */
    public MasterAt at(MasterId id, Instant when) {
        return hub.read(() -> {
            Optional<Membership> membership = past.membership(id, when);
            return membership.isEmpty() ? new MasterAt.NotYet() : made(id, membership.get(), when, false);
        });
    }

    /**
     * The same, of the members within a reader's scope as it is today; an id that has none, or led elsewhere, is unknown to a
     * reader of some.
     *
     * @param hidden records that the reader is not told of, whose they are now being restricted; none is shown of any time
     */
    public MasterAt at(MasterId id, Instant when, ReaderScope scope, Set<SourceRecordKey> hidden) {
        if (scope.isWhole() && hidden.isEmpty()) {
            return at(id, when);
        }
        Set<Long> without = hidden.stream().map(SourceRecordId::of).collect(Collectors.toSet());
        return hub.read(() -> past.membership(id, when)
                .map(whole -> told(id, whole, when, scope, without))
                .orElseGet(MasterAt.NotYet::new));
    }

    private MasterAt told(MasterId id, Membership whole, Instant when, ReaderScope scope, Set<Long> without) {
        Set<Long> within = new HashSet<>(scoped.within(scope, whole.records()));
        within.removeAll(without);
        Membership told = whole.onlyOf(within);
        boolean isKnown =
                !told.records().isEmpty() || (scope.isWhole() && whole.records().isEmpty());
        return isKnown
                ? made(id, told, when, told.records().size() < whole.records().size())
                : new MasterAt.NotYet();
    }

    private MasterAt made(MasterId id, Membership membership, Instant when, boolean isPart) {
        return switch (membership.change()) {
            case MERGED_AWAY -> redirected(Objects.requireNonNull(membership.other()), when);
            case GONE -> new MasterAt.Gone();
            case CREATED, SPLIT_OFF, MEMBERS_CHANGED, VALUES_CHANGED, RESTORED -> {
                List<Member> members = members(past.states(membership.records(), when));
                yield members.isEmpty()
                        ? new MasterAt.Gone()
                        : new MasterAt.Was(survivorship.masterRecord(
                                id,
                                membership.version(),
                                membership.changedAt(),
                                isPart ? linkKinds.among(members, when) : members,
                                past.pins(membership.records(), when)));
            }
        };
    }

    /** Leads to the one that stood at the time, however many merges lie between. */
    private MasterAt redirected(MasterId other, Instant when) {
        Optional<Membership> next = past.membership(other, when);
        return next.isPresent() && next.get().change() == MasterChange.Kind.MERGED_AWAY
                ? redirected(Objects.requireNonNull(next.get().other()), when)
                : new MasterAt.Redirected(other);
    }

    private List<Member> members(List<State> states) {
        List<Member> members = new ArrayList<>();
        for (State state : states) {
            if (state.row() != null) {
                members.add(new Member(state.linkKind(), person(state, state.row())));
            }
        }
        return members;
    }

    private PersonRecord person(State state, String row) {
        @Nullable PersonRecord person = null;
        try {
            person = (PersonRecord) mapping.map(state.key(), RowJson.read(row));
        } catch (MappingException notUnderstood) {
            // said below, as ingest does
        }
        return person == null ? PersonTables.notUnderstood(state.key(), state.changedAt()) : person;
    }
}
