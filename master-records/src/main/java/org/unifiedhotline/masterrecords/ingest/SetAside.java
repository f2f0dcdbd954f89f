package org.unifiedhotline.masterrecords.ingest;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.unifiedhotline.mappings.source.SourceRecordKey;
import org.unifiedhotline.masterrecords.database.HubDatabase;
import org.unifiedhotline.masterrecords.ingest.DeadLetterTable.Failure;
import org.unifiedhotline.masterrecords.keys.BrokenSealException;
import org.unifiedhotline.masterrecords.keys.WrappedKey;
import org.unifiedhotline.masterrecords.queue.ResolutionPhase;
import org.unifiedhotline.masterrecords.queue.ResolutionQueue;
import org.unifiedhotline.masterrecords.queue.ResolutionQueue.Task;
import org.unifiedhotline.masterrecords.sourcerecords.Columns;
import org.unifiedhotline.masterrecords.sourcerecords.SealedRows;

/**
 * Sets a record aside that is stored and mapped but cannot be weighed by the engine: it waits as a dead letter, as a row does
 * that cannot be mapped, stands alone meanwhile, and another try maps and weighs it again.
 */
public final class SetAside {
    private static final Logger LOG = LoggerFactory.getLogger(SetAside.class);

    private final HubDatabase hub;
    private final DeadLetterTable deadLetters;
    private final ResolutionPhase phase;
    private final ResolutionQueue queue;

    public SetAside(HubDatabase hub) {
        this.hub = hub;
        this.deadLetters = new DeadLetterTable(hub);
        this.phase = new ResolutionPhase(hub);
        this.queue = new ResolutionQueue(hub);
    }

    private record Stored(SourceRecordKey key, @Nullable String raw) {}

    /**
     * Sets a record aside, in a transaction of its own.
     *
     * @return whether it was not yet
     */
    public boolean person(long recordId, Throwable failure) {
        return hub.write(() -> {
            Optional<SourceRecordKey> key = hub.sql()
                    .sql("SELECT source_system, source_table, local_id FROM source_record WHERE record_id = ?")
                    .param(recordId)
                    .query((row, number) -> Columns.key(row))
                    .optional();
            key.ifPresent(known -> phase.lockForIngest(known.system())); // counts and states change together
            Optional<Stored> mapped = hub.sql()
                    .sql("""
                            UPDATE source_record stored SET canonical = NULL
                              FROM source_record before LEFT JOIN record_key USING (record_id)
                             WHERE stored.record_id = ? AND before.record_id = stored.record_id
                               AND stored.live AND stored.canonical IS NOT NULL
                            RETURNING stored.source_system, stored.source_table, stored.local_id, stored.raw,
                            """ + WrappedKey.COLUMNS)
                    .param(recordId)
                    .query((row, number) -> new Stored(Columns.key(row), rawOf(row)))
                    .optional();
            mapped.ifPresent(stored -> keep(recordId, stored, failure));
            return mapped.isPresent();
        });
    }

    /** Null where it cannot be opened: the letter says why by its reason, or the next try does. */
    private @Nullable String rawOf(ResultSet row) throws SQLException {
        try {
            return SealedRows.raw(hub, row);
        } catch (BrokenSealException broken) {
            LOG.error("{}", broken.getMessage());
            return null;
        }
    }

    private void keep(long recordId, Stored stored, Throwable failure) {
        deadLetters.write(
                List.of(new Failure(stored.key(), stored.raw(), "the engine cannot weigh it: " + Reasons.of(failure))));
        TableCounts counts = new TableCounts();
        counts.of(stored.key().table()).mapped(-1).deadLettered(1);
        counts.write(hub);
        queue.add(List.of(recordId), Task.RESOLVE);
        queue.addPeopleOfSameCases(List.of(recordId));
    }
}
