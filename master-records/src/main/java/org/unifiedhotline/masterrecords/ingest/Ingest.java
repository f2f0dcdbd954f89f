package org.unifiedhotline.masterrecords.ingest;

import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.unifiedhotline.mappings.source.SourceChange;
import org.unifiedhotline.mappings.source.SourceChange.RowWritten;
import org.unifiedhotline.mappings.source.SourceChange.TableTruncated;
import org.unifiedhotline.mappings.source.SourcePosition;
import org.unifiedhotline.mappings.source.SourceRecordKey;
import org.unifiedhotline.mappings.source.SourceSystem;
import org.unifiedhotline.masterrecords.database.HubDatabase;
import org.unifiedhotline.masterrecords.erasurelist.ErasureList;
import org.unifiedhotline.masterrecords.queue.ResolutionPhase;
import org.unifiedhotline.masterrecords.queue.ResolutionPhase.Phase;

/** Takes source changes in: the write side of the hub. */
public final class Ingest {
    private static final Logger LOG = LoggerFactory.getLogger(Ingest.class);

    private final HubDatabase hub;
    private final ResolutionPhase phase;
    private final CaptureStates captureStates;
    private final RowChanges rowChanges;
    private final Removals removals;
    private final Remapping remapping;
    private final ErasureList erased;

    /** For a hub that nobody is erased from. */
    public Ingest(HubDatabase hub, RowMapping mapping, CaptureStates captureStates) {
        this(hub, mapping, captureStates, ErasureList.none(hub));
    }

    /** Of rows of erased people nothing is taken in but what may be kept. */
    public Ingest(HubDatabase hub, RowMapping mapping, CaptureStates captureStates, ErasureList erased) {
        this.hub = hub;
        this.phase = new ResolutionPhase(hub);
        this.captureStates = captureStates;
        this.rowChanges = new RowChanges(hub, mapping);
        this.removals = new Removals(hub);
        this.remapping = new Remapping(hub, mapping);
        this.erased = erased;
    }

    /**
     * Takes a batch in, in one transaction. When it returns, the batch is durable and the source may be told so; when it
     * throws, the same batch is to be given again. Giving a batch twice does no harm.
     *
     * <p>A batch with a row that the database refuses for what it holds is halved, down to that row, which becomes a dead
     * letter; all others are taken in, in their order. Then each half is a transaction of its own.
     *
     * @param changes changes of {@code system}, in the order of its log
     */
    public void ingest(SourceSystem system, List<SourceChange> changes) {
        for (SourceChange change : changes) {
            if (change.table().system() != system) {
                throw new IllegalArgumentException("a change of " + change.table() + " in a batch of " + system.code());
            }
        }
        if (!changes.isEmpty()) {
            takeInWholeOrHalved(system, changes);
        }
    }

    /**
     * A snapshot begins: a new life of the source's log, whose positions the snapshot's rows and all later changes carry.
     * A snapshot that was broken off is begun anew with another life.
     */
    public long beginSnapshot(SourceSystem system) {
        return hub.write(() -> captureStates.beginLife(system));
    }

    /**
     * A snapshot has been read to its end: live rows that it did not see are deleted.
     *
     * @param life what {@link #beginSnapshot} returned
     * @throws IllegalStateException if a later snapshot has begun
     */
    public void completeSnapshot(SourceSystem system, long life) {
        hub.write(() -> {
            Phase now = phase.lockForIngest(system);
            captureStates.completeLife(system, life);
            removals.vanished(system, life, now);
        });
    }

    /** Maps the stored row of a record again; whether it now stands as canonical record. */
    boolean mapAgain(SourceRecordKey key) {
        try {
            return hub.write(() -> remapping.mapAgain(key, phase.lockForIngest(key.system())));
        } catch (RuntimeException refusal) {
            if (!Refusal.isOfContent(refusal)) {
                throw refusal;
            }
            return hub.write(() -> {
                phase.lockForIngest(key.system());
                return remapping.refusedAgain(key, Refusal.reasonOf(refusal));
            });
        }
    }

    private void takeInWholeOrHalved(SourceSystem system, List<SourceChange> changes) {
        try {
            hub.write(() -> takeIn(system, changes, rowChanges));
        } catch (RuntimeException refusal) {
            if (!Refusal.isOfContent(refusal)) {
                throw refusal;
            }
            int half = changes.size() / 2;
            if (half > 0) {
                takeInWholeOrHalved(system, changes.subList(0, half));
                takeInWholeOrHalved(system, changes.subList(half, changes.size()));
            } else if (changes.getFirst() instanceof RowWritten row) {
                keepAsDeadLetter(system, row, refusal);
            } else {
                throw refusal; // a deletion holds nothing that could be refused: something else is wrong
            }
        }
    }

    /** Keeps the row without what was understood of it; if it cannot be stored either, only that it is there. */
    private void keepAsDeadLetter(SourceSystem system, RowWritten row, RuntimeException refusal) {
        LOG.warn("{} cannot be taken in as it is: {}", row.key(), Refusal.reasonOf(refusal));
        try {
            keepUnmapped(system, row, Refusal.reasonOf(refusal));
        } catch (RuntimeException again) {
            if (!Refusal.isOfContent(again)) {
                throw again;
            }
            RowWritten bare =
                    new RowWritten(row.key(), row.position(), row.origin(), Refusal.bare(), row.committedAt());
            keepUnmapped(system, bare, Refusal.reasonOf(again));
        }
    }

    private void keepUnmapped(SourceSystem system, RowWritten row, String reason) {
        RowChanges unmapped = new RowChanges(hub, (key, columns) -> {
            throw new Refusal.RefusedRow(reason);
        });
        hub.write(() -> takeIn(system, List.of(row), unmapped));
    }

    private void takeIn(SourceSystem system, List<SourceChange> changes, RowChanges rowChanges) {
        Phase now = phase.lockForIngest(system);
        List<SourceChange> present = ofPresentLife(system, changes);
        if (present.isEmpty()) {
            return;
        }
        List<SourceChange> rows = new ArrayList<>(present.size());
        for (SourceChange change : erased.kept(present)) {
            if (change instanceof TableTruncated truncated) {
                rowChanges.takeIn(rows, now);
                rows.clear();
                removals.truncated(truncated, now);
            } else {
                rows.add(change);
            }
        }
        rowChanges.takeIn(rows, now);
        SourceChange last = present.getLast();
        captureStates.changed(system, latest(present), last.committedAt());
    }

    /**
     * Without what a reader of before still tells, who does not know yet that all rows are read anew: a row of it that is gone since would stand
     * for ever, since the new reading did not see it.
     */
    private List<SourceChange> ofPresentLife(SourceSystem system, List<SourceChange> changes) {
        long life = captureStates.of(system).life();
        return changes.stream()
                .filter(change -> change.position().life() >= life)
                .toList();
    }

    private static SourcePosition latest(List<SourceChange> changes) {
        return changes.stream()
                .map(SourceChange::position)
                .max(SourcePosition::compareTo)
                .orElseThrow();
    }
}
