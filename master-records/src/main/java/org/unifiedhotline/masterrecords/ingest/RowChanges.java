package org.unifiedhotline.masterrecords.ingest;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.unifiedhotline.mappings.source.SourceChange;
import org.unifiedhotline.mappings.source.SourceChange.Origin;
import org.unifiedhotline.mappings.source.SourceChange.RowDeleted;
import org.unifiedhotline.mappings.source.SourceChange.RowWritten;
import org.unifiedhotline.mappings.source.SourceChange.TableTruncated;
import org.unifiedhotline.mappings.source.SourceRecordKey;
import org.unifiedhotline.mappings.source.SourceRow;
import org.unifiedhotline.masterrecords.database.HubDatabase;
import org.unifiedhotline.masterrecords.ingest.DeadLetterTable.Failure;
import org.unifiedhotline.masterrecords.ingest.RecordChanges.HistoryEntry;
import org.unifiedhotline.masterrecords.ingest.SourceRecordTable.Written;
import org.unifiedhotline.masterrecords.queue.ResolutionPhase.Phase;
import org.unifiedhotline.masterrecords.sourcerecords.SourceRecordId;

/** Takes in the changes of rows: some ten statements a batch, however many rows it has. */
final class RowChanges {
    private final HubDatabase hub;
    private final RowMapping mapping;
    private final SourceRecordTable records;
    private final SourceChangeTable history;
    private final DeadLetterTable deadLetters;
    private final Consequences consequences;

    RowChanges(HubDatabase hub, RowMapping mapping) {
        this.hub = hub;
        this.mapping = mapping;
        this.records = new SourceRecordTable(hub);
        this.history = new SourceChangeTable(hub);
        this.deadLetters = new DeadLetterTable(hub);
        this.consequences = new Consequences(hub);
    }

    void takeIn(List<SourceChange> changes, Phase phase) {
        if (changes.isEmpty()) {
            return;
        }
        Collection<RecordChanges> batch = byRecord(changes);
        BatchKeys keys = BatchKeys.of(hub.keys(), batch);
        List<HistoryEntry> told = new ArrayList<>(history.notInHistory(batch.stream()
                .filter(RecordChanges::archivesStored)
                .map(RecordChanges::recordId)
                .toArray(Long[]::new)));
        batch.forEach(record -> told.addAll(record.history()));
        history.add(told, keys);
        records.moveOn(batch.stream().filter(RecordChanges::isOnlySeenAgain).toList());
        List<Failure> failures = new ArrayList<>();
        List<Written> written = written(batch, failures);
        consequences.follow(written, phase, () -> records.write(written, keys));
        settle(written, failures);
        count(batch, written);
    }

    private Collection<RecordChanges> byRecord(List<SourceChange> changes) {
        Map<SourceRecordKey, Long> ids = LinkedHashMap.newLinkedHashMap(changes.size());
        changes.forEach(change -> ids.computeIfAbsent(Objects.requireNonNull(change.keyOrNull()), SourceRecordId::of));
        Map<Long, StoredState> states = records.states(ids.values());
        Map<SourceRecordKey, RecordChanges> batch = LinkedHashMap.newLinkedHashMap(ids.size());
        ids.forEach((key, id) -> batch.put(
                key,
                new RecordChanges(
                        key,
                        id,
                        states.get(id),
                        () -> records.row(id).orElseGet(() -> SourceRow.of(Map.of())),
                        json -> hub.keys().hashes().of(json))));
        SourceChange before = null;
        for (SourceChange change : changes) {
            add(batch, change, before);
            before = change;
        }
        return batch.values();
    }

    private void add(Map<SourceRecordKey, RecordChanges> batch, SourceChange change, @Nullable SourceChange before) {
        switch (change) {
            case RowWritten row ->
                Objects.requireNonNull(batch.get(row.key())).add(withMovedValues(batch, row, before));
            case RowDeleted row -> Objects.requireNonNull(batch.get(row.key())).add(row);
            case TableTruncated table -> throw new IllegalArgumentException(table.table() + " is no row");
        }
    }

    /**
     * A changed key comes as a deletion and an insert at one position. PostgreSQL does not repeat long values then: they
     * are those of the row under its former key.
     */
    private RowWritten withMovedValues(
            Map<SourceRecordKey, RecordChanges> batch, RowWritten row, @Nullable SourceChange before) {
        if (row.origin() != Origin.INSERT || row.row().unavailable().isEmpty()) {
            return row;
        }
        SourceRow former =
                before instanceof RowDeleted deleted && deleted.position().equals(row.position())
                        ? Objects.requireNonNull(batch.get(deleted.key())).deletedRow()
                        : null;
        if (former == null) {
            former = history.rowBuriedAt(row.key().table(), row.position()).orElse(null);
        }
        return former == null
                ? row
                : new RowWritten(
                        row.key(), row.position(), row.origin(), row.row().completedFrom(former), row.committedAt());
    }

    /** Rows are mapped several at a time: each by itself alone. */
    private List<Written> written(Collection<RecordChanges> batch, List<Failure> failures) {
        List<Mapped> mapped = batch.stream()
                .filter(record -> record.latest() != null && !record.isOnlySeenAgain())
                .toList()
                .parallelStream()
                .map(this::mapped)
                .toList();
        List<Written> written = new ArrayList<>(mapped.size());
        for (Mapped record : mapped) {
            written.add(record.written());
            if (record.failure() != null) {
                failures.add(record.failure());
            }
        }
        return written;
    }

    private record Mapped(Written written, @Nullable Failure failure) {}

    private Mapped mapped(RecordChanges record) {
        RecordChanges.Latest latest = Objects.requireNonNull(record.latest());
        if (latest.row() == null || latest.json() == null) {
            return new Mapped(new Written(record, latest, null), null);
        }
        try {
            return new Mapped(new Written(record, latest, mapping.map(record.key(), latest.row())), null);
        } catch (RuntimeException | StackOverflowError e) {
            return new Mapped(
                    new Written(record, latest, null),
                    new Failure(record.key(), Refusal.isBare(latest.row()) ? null : latest.json(), Reasons.of(e)));
        }
    }

    private void settle(List<Written> written, List<Failure> failures) {
        deadLetters.write(failures);
        deadLetters.settle(written.stream()
                .filter(record ->
                        record.changes().wasLive() && !record.changes().wasMapped())
                .filter(record -> record.canonical() != null || record.latest().row() == null)
                .map(record -> record.changes().recordId())
                .toArray(Long[]::new));
    }

    private void count(Collection<RecordChanges> batch, List<Written> written) {
        TableCounts counts = new TableCounts();
        batch.forEach(record -> counts.of(record.key().table())
                .changes(record.accepted())
                .captured(record.isNew() && record.latest() != null ? 1 : 0));
        for (Written record : written) {
            RecordChanges changes = record.changes();
            boolean live = record.latest().row() != null;
            boolean mapped = record.canonical() != null;
            counts.of(changes.key().table())
                    .live(number(live) - number(changes.wasLive()))
                    .mapped(number(mapped) - number(changes.wasMapped()))
                    .deadLettered(number(live && !mapped) - number(changes.wasLive() && !changes.wasMapped()));
        }
        counts.write(hub);
    }

    private static int number(boolean is) {
        return is ? 1 : 0;
    }
}
