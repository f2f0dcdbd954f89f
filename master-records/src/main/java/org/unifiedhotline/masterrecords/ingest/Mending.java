package org.unifiedhotline.masterrecords.ingest;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.unifiedhotline.mappings.source.SourceChange.Origin;
import org.unifiedhotline.mappings.source.SourceChange.RowWritten;
import org.unifiedhotline.mappings.source.SourcePosition;
import org.unifiedhotline.mappings.source.SourceRecordKey;
import org.unifiedhotline.mappings.source.SourceRow;
import org.unifiedhotline.mappings.source.SourceSystem;
import org.unifiedhotline.mappings.source.SourceTable;
import org.unifiedhotline.masterrecords.database.HubDatabase;
import org.unifiedhotline.masterrecords.erasurelist.ErasureList;
import org.unifiedhotline.masterrecords.queue.ResolutionPhase;
import org.unifiedhotline.masterrecords.queue.ResolutionPhase.Phase;
import org.unifiedhotline.masterrecords.sourcerecords.SourceRecordId;

/**
 * Puts rows of the hub right that a comparison found to be other than at their source, by the way on which changes come.
 *
 * <p>A mended row stands right behind the position that it had: whatever the log still has to tell of it comes later and
 * counts, and nothing is mended that moved since it was compared. So this may run beside capture, or while it is away.
 */
public final class Mending {
    private final HubDatabase hub;
    private final ResolutionPhase phase;
    private final CaptureStates captureStates;
    private final SourceRecordTable records;
    private final RowChanges rowChanges;
    private final Removals removals;
    private final ErasureList erased;

    /** What became of it. */
    public enum Outcome {
        MENDED,
        /** It changed since it was compared: nothing was done. */
        MOVED,
        /** The hub cannot store it as it is. */
        REFUSED
    }

    /** Of rows of erased people nothing is written but what may be kept. */
    public Mending(HubDatabase hub, RowMapping mapping, ErasureList erased) {
        this.hub = hub;
        this.phase = new ResolutionPhase(hub);
        this.captureStates = new CaptureStates(hub);
        this.records = new SourceRecordTable(hub);
        this.rowChanges = new RowChanges(hub, mapping);
        this.removals = new Removals(hub);
        this.erased = erased;
    }

    /**
     * Writes a row as its source has it.
     *
     * @param stood where the hub's row stood when it was compared; null if the hub had none
     */
    public Outcome write(SourceRecordKey key, @Nullable SourcePosition stood, SourceRow row) {
        long id = SourceRecordId.of(key);
        try {
            return hub.write(() -> {
                Phase now = phase.lockForIngest(key.system());
                StoredState state = records.states(List.of(id)).get(id);
                if (!Objects.equals(stood, state == null ? null : state.position())) {
                    return Outcome.MOVED;
                }
                Instant changedAt = records.changedAt(id).orElseGet(Clock.systemUTC()::instant);
                records.distrust(id);
                SourcePosition position = stood == null ? beginningOfLife(key) : behind(stood);
                // asked behind the lock: whoever was erased since the row was compared is on the list
                rowChanges.takeIn(
                        erased.kept(List.of(new RowWritten(key, position, Origin.SNAPSHOT, row, changedAt))), now);
                return Outcome.MENDED;
            });
        } catch (RuntimeException refusal) {
            if (Refusal.isOfContent(refusal)) {
                return Outcome.REFUSED;
            }
            throw refusal;
        }
    }

    /**
     * Takes a row away that is not at its source.
     *
     * @param stood where the hub's row stood when it was compared
     */
    public Outcome remove(SourceTable table, long recordId, SourcePosition stood) {
        return hub.write(() -> {
            Phase now = phase.lockForIngest(table.system());
            StoredState state = records.states(List.of(recordId)).get(recordId);
            if (state == null || !state.live() || !state.position().equals(stood)) {
                return Outcome.MOVED;
            }
            removals.notAtSource(table, recordId, behind(stood), now);
            return Outcome.MENDED;
        });
    }

    /**
     * Counts the rows of all tables anew.
     *
     * @return the tables whose figures were not what stands there
     */
    public List<SourceTable> recount() {
        return hub.write(() -> {
            for (SourceSystem system : SourceSystem.values()) {
                phase.lockForIngest(system);
            }
            Map<SourceTable, TableCounts.Counted> counted = TableCounts.wrong(hub);
            TableCounts.correct(hub, counted);
            return List.copyOf(counted.keySet());
        });
    }

    /** The tables whose figures are not what stands there. */
    public List<SourceTable> miscounted() {
        return hub.read(() -> List.copyOf(TableCounts.wrong(hub).keySet()));
    }

    /** Before all changes that the present life can hold, as a row of its snapshot. */
    private SourcePosition beginningOfLife(SourceRecordKey key) {
        return new SourcePosition(captureStates.of(key.system()).life(), 0, 0, 0);
    }

    private static SourcePosition behind(SourcePosition position) {
        return new SourcePosition(position.life(), position.log(), position.offset(), position.row() + 1);
    }
}
