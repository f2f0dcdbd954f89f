package org.unifiedhotline.masterrecords.ingest;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.unifiedhotline.mappings.source.SourceChange;
import org.unifiedhotline.mappings.source.SourceChange.Origin;
import org.unifiedhotline.mappings.source.SourceChange.RowWritten;
import org.unifiedhotline.mappings.source.SourcePosition;
import org.unifiedhotline.mappings.source.SourceRecordKey;
import org.unifiedhotline.mappings.source.SourceRow;
import org.unifiedhotline.mappings.source.SourceSystem;
import org.unifiedhotline.masterrecords.database.HubDatabase;
import org.unifiedhotline.masterrecords.erasurelist.ErasureList;
import org.unifiedhotline.masterrecords.queue.ResolutionPhase;
import org.unifiedhotline.masterrecords.queue.ResolutionPhase.Phase;
import org.unifiedhotline.masterrecords.sourcerecords.Columns;
import org.unifiedhotline.masterrecords.sourcerecords.SourceRecordId;

/**
 * Takes from stored rows what may not be kept of them, by the way on which changes come: as if each were told again, right behind
 * the position that it has. What the history and dead letters hold of them goes.
 */
public final class Blanking {
    private final HubDatabase hub;
    private final ErasureList erased;
    private final ResolutionPhase phase;
    private final SourceRecordTable records;
    private final RowChanges rowChanges;

    public Blanking(HubDatabase hub, RowMapping mapping, ErasureList erased) {
        this.hub = hub;
        this.erased = erased;
        this.phase = new ResolutionPhase(hub);
        this.records = new SourceRecordTable(hub);
        this.rowChanges = new RowChanges(hub, mapping);
    }

    /** Until the transaction ends nothing is taken in. */
    public Phase holdIngest() {
        Phase now = phase.now();
        for (SourceSystem system : SourceSystem.values()) {
            now = phase.lockForIngest(system);
        }
        return now;
    }

    /** Blanks listed records, within a transaction that holds ingest. */
    public void blank(Collection<SourceRecordKey> keys, Phase now) {
        List<Long> ids = keys.stream().map(SourceRecordId::of).toList();
        Map<Long, StoredState> states = records.states(ids);
        List<SourceChange> anew = new ArrayList<>();
        for (SourceRecordKey key : keys) {
            StoredState state = states.get(SourceRecordId.of(key));
            if (state != null && state.live()) {
                blanked(key, state).ifPresent(anew::add);
            }
        }
        forget(ids.toArray(Long[]::new));
        hub.keys().destroy(ids); // what stands in backups and logs is worth nothing from now on; what is kept gets new
        // keys
        rowChanges.takeIn(anew, now);
    }

    /** Rows that wait as dead letters, so that nothing is joined by them yet, and are about listed records, but are not listed. */
    public List<SourceRecordKey> waiting() {
        List<SourceRecordKey> about = new ArrayList<>();
        hub
                .sql()
                .sql("SELECT source_system, source_table, local_id FROM dead_letter WHERE state = 'OPEN'")
                .query((row, number) -> Columns.key(row))
                .list()
                .stream()
                .filter(key -> !erased.contains(key))
                .forEach(key -> records.row(SourceRecordId.of(key))
                        .filter(row -> !erased.kept(key, row).equals(row))
                        .ifPresent(row -> about.add(key)));
        return about;
    }

    private Optional<RowWritten> blanked(SourceRecordKey key, StoredState state) {
        long id = SourceRecordId.of(key);
        Instant changedAt = records.changedAt(id).orElseThrow();
        Optional<SourceRow> row = records.row(id);
        records.distrust(id); // what stands never was: it does not go into the history
        SourcePosition at = state.position();
        SourcePosition behind = new SourcePosition(at.life(), at.log(), at.offset(), at.row() + 1);
        return row.map(stored -> new RowWritten(key, behind, Origin.SNAPSHOT, erased.kept(key, stored), changedAt));
    }

    private void forget(Long[] recordIds) {
        hub.sql()
                .sql("DELETE FROM source_change WHERE record_id = ANY (?)")
                .param(recordIds)
                .update();
        hub.sql()
                .sql("DELETE FROM dead_letter WHERE record_id = ANY (?) AND state = 'SETTLED'")
                .param(recordIds)
                .update();
        hub.sql()
                .sql("UPDATE dead_letter SET raw = NULL WHERE record_id = ANY (?)")
                .param(recordIds)
                .update();
    }
}
