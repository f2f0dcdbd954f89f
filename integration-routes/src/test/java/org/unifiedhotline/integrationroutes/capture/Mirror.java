package org.unifiedhotline.integrationroutes.capture;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.unifiedhotline.mappings.source.SourceChange;
import org.unifiedhotline.mappings.source.SourcePosition;
import org.unifiedhotline.mappings.source.SourceRecordKey;
import org.unifiedhotline.mappings.source.SourceRow;
import org.unifiedhotline.mappings.source.SourceSystem;

/** What a hub would make of the changes: the state of every row, an older position never over a newer one. */
final class Mirror {
    private record Seen(SourcePosition position, SourceRow row) {}

    private final Map<SourceRecordKey, Seen> seen = new TreeMap<>();
    private final List<SourceChange> log = new ArrayList<>();

    synchronized void take(List<SourceChange> changes) {
        log.addAll(changes);
        changes.forEach(this::apply);
    }

    private void apply(SourceChange change) {
        switch (change) {
            case SourceChange.RowWritten written -> put(written.key(), written.position(), written.row());
            case SourceChange.RowDeleted deleted -> put(deleted.key(), deleted.position(), null);
            case SourceChange.TableTruncated truncated ->
                seen.replaceAll((key, value) -> key.table().equals(truncated.table())
                                && truncated.position().isAfter(value.position())
                        ? new Seen(truncated.position(), null)
                        : value);
        }
    }

    private void put(SourceRecordKey key, SourcePosition position, SourceRow row) {
        Seen before = seen.get(key);
        if (before == null || position.isAfter(before.position())) {
            SourceRow whole =
                    row == null || before == null || before.row() == null ? row : row.completedFrom(before.row());
            seen.put(key, new Seen(position, whole));
        }
    }

    /** Rows of the source that the snapshot of this life did not show are gone. */
    synchronized void completeSnapshot(SourceSystem system, long life) {
        seen.replaceAll(
                (key, value) -> key.system() == system && value.position().life() < life
                        ? new Seen(new SourcePosition(life, 0, 0, 0), null)
                        : value);
    }

    /** The live rows of a table by local id. */
    synchronized Map<String, SourceRow> rows(SourceSystem system, String table) {
        Map<String, SourceRow> rows = new TreeMap<>();
        seen.forEach((key, value) -> {
            if (key.system() == system && key.table().name().equals(table) && value.row() != null) {
                rows.put(key.localId(), value.row());
            }
        });
        return rows;
    }

    synchronized List<SourceChange> changesOf(SourceSystem system, String table, String localId) {
        return log.stream()
                .filter(change -> SourceRecordKey.of(system, table, localId).equals(change.keyOrNull()))
                .toList();
    }

    synchronized List<SourceChange> all() {
        return List.copyOf(log);
    }
}
