package org.unifiedhotline.masterrecords.ingest;

import java.util.List;
import org.unifiedhotline.mappings.canonical.CanonicalRecord;
import org.unifiedhotline.mappings.source.SourceRecordKey;
import org.unifiedhotline.mappings.source.SourceRow;
import org.unifiedhotline.masterrecords.database.HubDatabase;
import org.unifiedhotline.masterrecords.ingest.DeadLetterTable.Failure;
import org.unifiedhotline.masterrecords.queue.ResolutionPhase.Phase;
import org.unifiedhotline.masterrecords.sourcerecords.RowJson;
import org.unifiedhotline.masterrecords.sourcerecords.SourceRecordId;

/** Tries a dead-lettered row again, as it stands now. */
final class Remapping {
    private final HubDatabase hub;
    private final RowMapping mapping;
    private final SourceRecordTable records;
    private final DeadLetterTable deadLetters;
    private final Consequences consequences;

    Remapping(HubDatabase hub, RowMapping mapping) {
        this.hub = hub;
        this.mapping = mapping;
        this.records = new SourceRecordTable(hub);
        this.deadLetters = new DeadLetterTable(hub);
        this.consequences = new Consequences(hub);
    }

    boolean mapAgain(SourceRecordKey key, Phase phase) {
        long id = SourceRecordId.of(key);
        StoredState state = records.states(List.of(id)).get(id);
        if (state == null || !state.live() || state.mapped()) {
            deadLetters.settle(new Long[] {id});
            return true;
        }
        SourceRow row = records.row(id).orElseThrow();
        if (Refusal.isBare(row)) {
            return refusedAgain(key, "its row could not be stored: waits for a later state of it");
        }
        CanonicalRecord canonical;
        try {
            canonical = mapping.map(key, row);
        } catch (RuntimeException | StackOverflowError e) {
            return refusedAgain(key, Reasons.of(e));
        }
        stand(key, id, canonical, phase);
        return true;
    }

    /** Notes another try in vain; always false. */
    boolean refusedAgain(SourceRecordKey key, String reason) {
        String json = records.row(SourceRecordId.of(key))
                .filter(row -> !Refusal.isBare(row))
                .map(RowJson::write)
                .orElse(null);
        deadLetters.write(List.of(new Failure(key, json, reason)));
        return false;
    }

    private void stand(SourceRecordKey key, long id, CanonicalRecord canonical, Phase phase) {
        records.setCanonical(id, canonical);
        consequences.followMapping(key.table(), id, canonical, phase);
        deadLetters.settle(new Long[] {id});
        TableCounts counts = new TableCounts();
        counts.of(key.table()).mapped(1).deadLettered(-1);
        counts.write(hub);
    }
}
