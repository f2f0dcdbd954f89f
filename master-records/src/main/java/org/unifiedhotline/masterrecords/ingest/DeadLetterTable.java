package org.unifiedhotline.masterrecords.ingest;

import java.util.Collection;
import org.jspecify.annotations.Nullable;
import org.unifiedhotline.mappings.source.SourceRecordKey;
import org.unifiedhotline.masterrecords.database.HubDatabase;
import org.unifiedhotline.masterrecords.database.Rows;
import org.unifiedhotline.masterrecords.sourcerecords.SealedRows;
import org.unifiedhotline.masterrecords.sourcerecords.SourceRecordId;

/** The write side of the table {@code dead_letter}; a record has at most one open letter. */
final class DeadLetterTable {
    private final HubDatabase hub;

    DeadLetterTable(HubDatabase hub) {
        this.hub = hub;
    }

    /** A row that could not be mapped or stored, as JSON, and why; null in place of a row that cannot be stored at all. */
    record Failure(SourceRecordKey key, @Nullable String json, String reason) {}

    void write(Collection<Failure> failures) {
        if (failures.isEmpty()) {
            return;
        }
        BatchKeys keys = BatchKeys.of(
                hub.keys(),
                failures.stream()
                        .filter(failure -> failure.json() != null)
                        .map(failure -> SourceRecordId.of(failure.key()))
                        .toList());
        hub.sql()
                .sql("""
                        INSERT INTO dead_letter AS letter
                               (record_id, source_system, source_table, local_id, state, reason, raw,
                                first_at, last_at, tries, next_try_at)
                        SELECT record_id, source_system, source_table, local_id, 'OPEN', reason, raw,
                               clock_timestamp(), clock_timestamp(), 1, clock_timestamp() + interval '1 minute'
                          FROM unnest(?::bigint[], ?::text[], ?::text[], ?::text[], ?::text[], ?::bytea[])
                            AS given (record_id, source_system, source_table, local_id, reason, raw)
                        ON CONFLICT (record_id) WHERE state = 'OPEN' DO UPDATE
                           SET reason = excluded.reason, raw = excluded.raw, last_at = excluded.last_at,
                               tries = letter.tries + 1,
                               next_try_at = clock_timestamp()
                                   + least(interval '1 minute' * 2 ^ least(letter.tries, 20), interval '1 day')
                        """)
                .params(Rows.of(failures)
                        .longs(failure -> SourceRecordId.of(failure.key()))
                        .texts(failure -> failure.key().system().code())
                        .texts(failure -> failure.key().table().name())
                        .texts(failure -> failure.key().localId())
                        .texts(Failure::reason)
                        .bytes(failure -> keys.seal(
                                SourceRecordId.of(failure.key()),
                                SealedRows.deadLetter(SourceRecordId.of(failure.key())),
                                failure.json()))
                        .parameters())
                .update();
    }

    /** The open letters of these records are settled. */
    void settle(Long[] recordIds) {
        if (recordIds.length > 0) {
            hub.sql().sql("""
                            UPDATE dead_letter SET state = 'SETTLED', settled_at = clock_timestamp()
                             WHERE state = 'OPEN' AND record_id = ANY (?)
                            """).param(recordIds).update();
        }
    }
}
