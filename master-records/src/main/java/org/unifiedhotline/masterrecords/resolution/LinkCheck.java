package org.unifiedhotline.masterrecords.resolution;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.unifiedhotline.mappings.source.SourceRecordKey;
import org.unifiedhotline.masterrecords.database.HubDatabase;
import org.unifiedhotline.masterrecords.queue.ResolutionPhase;
import org.unifiedhotline.masterrecords.queue.ResolutionQueue;
import org.unifiedhotline.masterrecords.queue.ResolutionQueue.Task;
import org.unifiedhotline.masterrecords.reconciliation.Difference;
import org.unifiedhotline.masterrecords.reconciliation.Difference.Kind;
import org.unifiedhotline.masterrecords.records.LinkKind;
import org.unifiedhotline.masterrecords.records.MasterChange;
import org.unifiedhotline.masterrecords.records.MasterId;
import org.unifiedhotline.masterrecords.resolution.LinkCheckTables.StrayMaster;
import org.unifiedhotline.masterrecords.resolution.LinkCheckTables.StrayRecord;
import org.unifiedhotline.masterrecords.resolution.LinkCheckTables.Told;
import org.unifiedhotline.masterrecords.resolution.LinkTable.Changed;
import org.unifiedhotline.masterrecords.resolution.MasterRecordTable.Change;
import org.unifiedhotline.masterrecords.resolution.MasterRecordTable.Standing;

/**
 * Whether links and master records are as their own history tells: every live record of a person is linked, to the master record
 * that has it among its members; every master record that stands has somebody, and is of the version that its history ends
 * with. What somebody altered by hand shows so at once, without any weighing; whether the clusters themselves are right, {@link
 * ResolutionCheck} reckons.
 */
public final class LinkCheck {
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

    private final HubDatabase hub;
    private final LinkTable links;
    private final MasterRecordTable masters;
    private final AssertionTable assertions;
    private final ResolutionQueue queue;
    private final ResolutionPhase phase;
    private final LinkCheckTables tables;

    public LinkCheck(HubDatabase hub) {
        this.hub = hub;
        this.links = new LinkTable(hub);
        this.masters = new MasterRecordTable(hub);
        this.assertions = new AssertionTable(hub);
        this.queue = new ResolutionQueue(hub);
        this.phase = new ResolutionPhase(hub);
        this.tables = new LinkCheckTables(hub);
    }

    /** How many master records stand. */
    public long standing() {
        return tables.standing();
    }

    /** What is not as the history tells, as of one moment; records that wait to be resolved are left out. */
    public List<Difference> differences() {
        return hub.read(() -> {
            List<Difference> found = new ArrayList<>();
            tables.strayMasters().forEach(master -> found.add(difference(master)));
            tables.strayRecords().forEach(record -> found.add(difference(record)));
            return found;
        });
    }

    private static Difference difference(StrayRecord record) {
        SourceRecordKey key = record.key();
        String subject = key == null ? "number " + record.recordId() : key.toString();
        MasterId linked = record.linked();
        String detail;
        if (!record.live()) {
            detail = "is no live record of a person, but belongs to " + (linked == null ? record.told() : linked);
        } else if (linked == null) {
            detail = "is linked to nobody";
        } else if (record.told().equals(List.of(linked))) {
            detail = "its link names another record";
        } else {
            detail = "is linked to " + linked + "; by the history it belongs to "
                    + (record.told().isEmpty() ? "nobody" : record.told());
        }
        return new Difference(Kind.LINK, subject, detail, false);
    }

    private static Difference difference(StrayMaster master) {
        Told told = master.told();
        String detail;
        if (told == null) {
            detail = "no history tells of it";
        } else if (master.version() == null) {
            detail = "is not there, though its history tells of it";
        } else if (master.version() != told.version()) {
            detail = "is of version " + master.version() + ", its history ends with " + told.version();
        } else {
            detail = master.hasMembers() ? "its history ends with " + told.change() : "stands without any record";
        }
        return new Difference(Kind.MASTER_RECORD, master.id().toString(), detail, false);
    }

    /**
     * Puts right what is not as the history tells: it is put back; who belongs to nobody by it is resolved anew; and of whom
     * nobody is left goes, leaving its id behind. All in one transaction, beside the resolver.
     *
     * @throws org.springframework.dao.PessimisticLockingFailureException if the resolver is at work for too long
     */
    public void mend() {
        hub.write(() -> {
            phase.lockForResolver(LONGEST_WAIT);
            Instant now = Clock.systemUTC().instant();
            Set<MasterId> renewed = new TreeSet<>();
            for (StrayMaster master : tables.strayMasters()) {
                if (master.told() != null) {
                    tables.restore(master.id(), master.told());
                }
                renewed.add(master.id());
            }
            List<Long> anew = new ArrayList<>();
            for (StrayRecord record : tables.strayRecords()) {
                relink(record, anew, now);
                renewed.addAll(record.told());
                if (record.linked() != null) {
                    renewed.add(record.linked());
                }
            }
            goWithoutMembers(now);
            masters.renew(renewed, now);
            tables.forget(anew);
            queue.add(anew, Task.RESOLVE);
        });
    }

    /**
     * Gives these master records a greater version, so that their documents can be written over what the search server has under
     * one that is not the hub's.
     *
     * @param greater by how much
     */
    public void renew(Collection<MasterId> ids, int greater) {
        hub.write(() -> {
            phase.lockForResolver(LONGEST_WAIT);
            masters.renew(ids, greater, Clock.systemUTC().instant());
        });
    }

    private void relink(StrayRecord record, List<Long> anew, Instant now) {
        MasterId linked = record.linked();
        SourceRecordKey key = record.key();
        if (linked != null
                && record.told().contains(linked)
                && record.live()
                && record.told().size() > 1) {
            return; // another tells of it as well, wrongly: that one is renewed
        }
        if (key == null) {
            return; // no link and no record, only a member of a history: that master record is renewed
        }
        tables.unlink(List.of(record.recordId()));
        if (!record.live()) {
            tell(record, key, null, null, now);
        } else if (record.told().size() == 1) {
            MasterId right = record.told().getFirst();
            tell(record, key, right, kind(record.recordId(), right), now);
        } else {
            anew.add(record.recordId());
        }
    }

    private void tell(
            StrayRecord record, SourceRecordKey key, @Nullable MasterId right, @Nullable LinkKind kind, Instant now) {
        links.write(List.of(new Changed(record.recordId(), key, right, record.linked(), kind)), now);
    }

    private LinkKind kind(long recordId, MasterId id) {
        List<Long> members = tables.members(id);
        return Memberships.kind(recordId, members, Memberships.saidSame(assertions.among(members)));
    }

    private void goWithoutMembers(Instant now) {
        List<MasterId> deserted = tables.deserted();
        Map<MasterId, Standing> known = masters.find(deserted);
        masters.write(
                deserted.stream()
                        .map(id -> new Change(
                                id,
                                Objects.requireNonNull(known.get(id)).version() + 1,
                                MasterChange.Kind.GONE,
                                null,
                                List.of()))
                        .toList(),
                now);
    }
}
