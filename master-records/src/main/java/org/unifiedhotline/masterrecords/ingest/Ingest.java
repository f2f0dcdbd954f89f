package org.unifiedhotline.masterrecords.ingest;

import java.util.ArrayList;
import java.util.List;
import org.unifiedhotline.mappings.source.SourceChange;
import org.unifiedhotline.mappings.source.SourceChange.TableTruncated;
import org.unifiedhotline.mappings.source.SourcePosition;
import org.unifiedhotline.mappings.source.SourceRecordKey;
import org.unifiedhotline.mappings.source.SourceSystem;
import org.unifiedhotline.masterrecords.database.HubDatabase;
import org.unifiedhotline.masterrecords.queue.ResolutionPhase;
import org.unifiedhotline.masterrecords.queue.ResolutionPhase.Phase;

/** Takes source changes in: the write side of the hub. */
public final class Ingest {
    private final HubDatabase hub;
    private final ResolutionPhase phase;
    private final CaptureStates captureStates;
    private final RowChanges rowChanges;
    private final Removals removals;
    private final Remapping remapping;

    public Ingest(HubDatabase hub, RowMapping mapping, CaptureStates captureStates) {
        this.hub = hub;
        this.phase = new ResolutionPhase(hub);
        this.captureStates = captureStates;
        this.rowChanges = new RowChanges(hub, mapping);
        this.removals = new Removals(hub);
        this.remapping = new Remapping(hub, mapping);
    }

    /**
     * Takes a batch in, in one transaction. When it returns, the batch is durable and the source may be told so; when it
     * throws, nothing of it stands and the same batch is to be given again. Giving a batch twice does no harm.
     *
     * @param changes changes of {@code system}, in the order of its log
     */
    public void ingest(SourceSystem system, List<SourceChange> changes) {
        if (!changes.isEmpty()) {
            hub.write(() -> takeIn(system, changes));
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
        return hub.write(() -> remapping.mapAgain(key, phase.lockForIngest(key.system())));
    }

    private void takeIn(SourceSystem system, List<SourceChange> changes) {
        Phase now = phase.lockForIngest(system);
        List<SourceChange> rows = new ArrayList<>(changes.size());
        for (SourceChange change : changes) {
            if (change.table().system() != system) {
                throw new IllegalArgumentException("a change of " + change.table() + " in a batch of " + system.code());
            }
            if (change instanceof TableTruncated truncated) {
                rowChanges.takeIn(rows, now);
                rows.clear();
                removals.truncated(truncated, now);
            } else {
                rows.add(change);
            }
        }
        rowChanges.takeIn(rows, now);
        SourceChange last = changes.getLast();
        captureStates.changed(system, latest(changes), last.committedAt());
    }

    private static SourcePosition latest(List<SourceChange> changes) {
        return changes.stream()
                .map(SourceChange::position)
                .max(SourcePosition::compareTo)
                .orElseThrow();
    }
}
