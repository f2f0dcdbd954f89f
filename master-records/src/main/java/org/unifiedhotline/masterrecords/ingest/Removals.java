package org.unifiedhotline.masterrecords.ingest;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.unifiedhotline.mappings.source.SourceChange.TableTruncated;
import org.unifiedhotline.mappings.source.SourcePosition;
import org.unifiedhotline.mappings.source.SourceSystem;
import org.unifiedhotline.mappings.source.SourceTable;
import org.unifiedhotline.masterrecords.database.HubDatabase;
import org.unifiedhotline.masterrecords.ingest.RecordChanges.HistoryEntry;
import org.unifiedhotline.masterrecords.queue.ResolutionPhase.Phase;

/** Takes many rows away at once: a truncated table, and what a snapshot did not see. */
final class Removals {
    private static final int CHUNK = 50_000;

    private final HubDatabase hub;
    private final SourceRecordTable records;
    private final SourceChangeTable history;
    private final DeadLetterTable deadLetters;
    private final Consequences consequences;

    Removals(HubDatabase hub) {
        this.hub = hub;
        this.records = new SourceRecordTable(hub);
        this.history = new SourceChangeTable(hub);
        this.deadLetters = new DeadLetterTable(hub);
        this.consequences = new Consequences(hub);
    }

    void truncated(TableTruncated truncated, Phase phase) {
        SourceTable table = truncated.table();
        remove(
                table,
                records.liveBefore(table.system().code(), table.name(), truncated.position()),
                new Event(truncated.position(), "TRUNCATE", truncated.committedAt()),
                phase);
    }

    /** A snapshot's own rows have positions after (life, 0, 0, 0): what it did not see went before them. */
    void vanished(SourceSystem system, long life, Phase phase) {
        Event event = new Event(
                new SourcePosition(life, 0, 0, 0), "VANISHED", Clock.systemUTC().instant());
        for (SourceTable table : records.tablesWithEarlierLives(system, life)) {
            remove(table, records.liveBefore(system.code(), table.name(), event.position()), event, phase);
        }
    }

    /** A row that a comparison did not find at its source. */
    void notAtSource(SourceTable table, long recordId, SourcePosition position, Phase phase) {
        Event event = new Event(position, "VANISHED", Clock.systemUTC().instant());
        remove(table, new Long[] {recordId}, event, phase);
    }

    private record Event(SourcePosition position, String kind, Instant committedAt) {}

    private void remove(SourceTable table, List<Long> recordIds, Event event, Phase phase) {
        for (int from = 0; from < recordIds.size(); from += CHUNK) {
            Long[] chunk = recordIds
                    .subList(from, Math.min(from + CHUNK, recordIds.size()))
                    .toArray(Long[]::new);
            remove(table, chunk, event, phase);
        }
    }

    private void remove(SourceTable table, Long[] recordIds, Event event, Phase phase) {
        long mapped = records.countMapped(recordIds);
        List<HistoryEntry> kept = history.notInHistory(recordIds);
        history.add(
                kept,
                BatchKeys.of(
                        hub.keys(), kept.stream().map(HistoryEntry::recordId).toList()));
        history.addRemovals(recordIds, event.position(), event.kind(), event.committedAt());
        records.bury(recordIds, event.position(), event.committedAt());
        deadLetters.settle(recordIds);
        consequences.followRemoval(table, recordIds, phase);
        TableCounts counts = new TableCounts();
        counts.of(table)
                .live(-recordIds.length)
                .mapped(-mapped)
                .deadLettered(mapped - recordIds.length)
                .changes(recordIds.length);
        counts.write(hub);
    }
}
