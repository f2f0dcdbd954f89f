package org.unifiedhotline.masterrecords.records;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.unifiedhotline.mappings.canonical.PersonRecord;
import org.unifiedhotline.mappings.reading.MappingException;
import org.unifiedhotline.masterrecords.database.HubDatabase;
import org.unifiedhotline.masterrecords.ingest.RowMapping;
import org.unifiedhotline.masterrecords.records.PastTables.Membership;
import org.unifiedhotline.masterrecords.records.PastTables.State;
import org.unifiedhotline.masterrecords.scope.ReaderScope;
import org.unifiedhotline.masterrecords.scope.ScopedRecords;
import org.unifiedhotline.masterrecords.sourcerecords.PersonTables;
import org.unifiedhotline.masterrecords.sourcerecords.RowJson;

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

    public TimeTravel(HubDatabase hub, RowMapping mapping, SurvivorshipRules rules) {
        this.hub = hub;
        this.mapping = mapping;
        this.survivorship = new Survivorship(rules);
        this.past = new PastTables(hub);
        this.scoped = new ScopedRecords(hub);
    }

    /** What an id stood for at this time of the hub's clock. */
    public MasterAt at(MasterId id, Instant when) {
        return hub.read(() -> {
            Optional<Membership> membership = past.membership(id, when);
            return membership.isEmpty() ? new MasterAt.NotYet() : made(id, membership.get(), when);
        });
    }

    /**
     * The same, of the members within a reader's scope as it is today; an id that has none, or led elsewhere, is unknown to a
     * reader of some.
     */
    public MasterAt at(MasterId id, Instant when, ReaderScope scope) {
        if (scope.isWhole()) {
            return at(id, when);
        }
        return hub.read(() -> past.membership(id, when)
                .map(membership -> membership.onlyOf(scoped.within(scope, membership.records())))
                .filter(membership -> !membership.records().isEmpty())
                .map(membership -> made(id, membership, when))
                .orElseGet(MasterAt.NotYet::new));
    }

    private MasterAt made(MasterId id, Membership membership, Instant when) {
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
                                members,
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
