package org.unifiedhotline.masterrecords.ingest;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.unifiedhotline.mappings.canonical.CanonicalRecord;
import org.unifiedhotline.mappings.source.SourceTable;
import org.unifiedhotline.masterrecords.database.HubDatabase;
import org.unifiedhotline.masterrecords.ingest.SourceRecordTable.Written;
import org.unifiedhotline.masterrecords.queue.ResolutionPhase.Phase;
import org.unifiedhotline.masterrecords.queue.ResolutionQueue;
import org.unifiedhotline.masterrecords.queue.ResolutionQueue.Task;
import org.unifiedhotline.masterrecords.sourcerecords.PersonTables;
import org.unifiedhotline.masterrecords.typed.TypedTables;

/** What follows from changed records: their typed rows, and who is to be resolved or shown anew. */
final class Consequences {
    private final TypedTables typed;
    private final ResolutionQueue queue;

    Consequences(HubDatabase hub) {
        this.typed = new TypedTables(hub);
        this.queue = new ResolutionQueue(hub);
    }

    /**
     * Writes the records and all that follows. Whom they named before is queued as well as whom they name now; during the
     * first load nobody is, for everybody will be resolved at its end.
     */
    void follow(List<Written> records, Phase phase, Runnable write) {
        boolean queues = phase != Phase.LOADING;
        Map<SourceTable, List<Written>> byTable = records.stream()
                .collect(Collectors.groupingBy(record -> record.changes().key().table()));
        if (queues) {
            byTable.forEach((table, rows) -> queueNamedBefore(table, rows));
        }
        write.run();
        byTable.forEach(this::deleteTyped);
        typed.write(records.stream()
                .map(Written::canonical)
                .filter(Objects::nonNull)
                .toList());
        if (queues) {
            byTable.forEach((table, rows) -> queueNow(table, rows));
        }
    }

    /** The records are gone already from where they stood; their typed rows and whom they named follow. */
    void followRemoval(SourceTable table, Long[] recordIds, Phase phase) {
        if (phase != Phase.LOADING) {
            if (PersonTables.contains(table)) {
                queuePeople(List.of(recordIds));
            }
            typed.queueNamed(table, recordIds);
        }
        typed.delete(table, recordIds);
    }

    /** A record that could not be mapped now stands as canonical record. */
    void followMapping(SourceTable table, long recordId, CanonicalRecord canonical, Phase phase) {
        typed.write(List.of(canonical));
        if (phase != Phase.LOADING) {
            if (PersonTables.contains(table)) {
                queuePeople(List.of(recordId));
            }
            typed.queueNamed(table, new Long[] {recordId});
        }
    }

    private void queueNamedBefore(SourceTable table, List<Written> rows) {
        Long[] known = rows.stream()
                .filter(row -> row.changes().wasMapped())
                .map(row -> row.changes().recordId())
                .toArray(Long[]::new);
        if (known.length > 0) {
            typed.queueNamed(table, known);
        }
    }

    private void queueNow(SourceTable table, List<Written> rows) {
        List<Long> ids = rows.stream().map(row -> row.changes().recordId()).toList();
        if (PersonTables.contains(table)) {
            queuePeople(ids);
        } else {
            typed.queueNamed(table, ids.toArray(Long[]::new));
        }
    }

    private void queuePeople(List<Long> recordIds) {
        queue.add(recordIds, Task.RESOLVE);
        queue.addPeopleOfSameCases(recordIds);
    }

    private void deleteTyped(SourceTable table, List<Written> rows) {
        Long[] gone = rows.stream()
                .filter(row -> row.canonical() == null && row.changes().wasMapped())
                .map(row -> row.changes().recordId())
                .toArray(Long[]::new);
        if (gone.length > 0) {
            typed.delete(table, gone);
        }
    }
}
