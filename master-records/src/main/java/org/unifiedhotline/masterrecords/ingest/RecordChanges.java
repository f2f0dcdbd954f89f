package org.unifiedhotline.masterrecords.ingest;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.unifiedhotline.mappings.source.SourceChange.Origin;
import org.unifiedhotline.mappings.source.SourceChange.RowDeleted;
import org.unifiedhotline.mappings.source.SourceChange.RowWritten;
import org.unifiedhotline.mappings.source.SourcePosition;
import org.unifiedhotline.mappings.source.SourceRecordKey;
import org.unifiedhotline.mappings.source.SourceRow;
import org.unifiedhotline.masterrecords.keys.WrappedKey;
import org.unifiedhotline.masterrecords.sourcerecords.RowJson;

/** What the changes of one batch make of one source record: its latest state, and what the history is to hold. */
final class RecordChanges {
    private final SourceRecordKey key;
    private final long recordId;
    private final @Nullable StoredState before;
    private final Supplier<SourceRow> storedRow;
    private final ToLongFunction<String> hash;
    private final List<HistoryEntry> history = new ArrayList<>(1);
    private @Nullable Latest latest;
    private @Nullable Supplier<SourceRow> deletedRow;
    private boolean archivesStored;
    private int accepted;

    /**
     * The latest state that this batch gives a record.
     *
     * @param row null for a deletion
     * @param json the row as JSON; null for a deletion
     */
    record Latest(
            SourcePosition position,
            @Nullable SourceRow row,
            @Nullable String json,
            long rowHash,
            Instant changedAt,
            boolean inHistory) {}

    /**
     * One row of {@code source_change}.
     *
     * @param capturedAt null: now
     */
    record HistoryEntry(
            long recordId,
            SourcePosition position,
            String kind,
            @Nullable String json,
            Instant changedAt,
            @Nullable Instant capturedAt) {
        HistoryEntry(long recordId, SourcePosition position, String kind, @Nullable String json, Instant changedAt) {
            this(recordId, position, kind, json, changedAt, null);
        }
    }

    /**
     * Begins with what is known.
     *
     * @param before null if the record was never captured
     * @param storedRow reads the stored row, for columns that the log did not repeat
     * @param hash the keyed hash of a row's JSON
     */
    RecordChanges(
            SourceRecordKey key,
            long recordId,
            @Nullable StoredState before,
            Supplier<SourceRow> storedRow,
            ToLongFunction<String> hash) {
        this.key = key;
        this.recordId = recordId;
        this.before = before;
        this.storedRow = storedRow;
        this.hash = hash;
        if (before != null && !before.key().equals(key)) {
            throw new IllegalStateException(
                    "two source records have the number " + recordId + ": " + before.key() + " and " + key);
        }
    }

    void add(RowWritten written) {
        SourceRow row = written.row().unavailable().isEmpty()
                ? written.row()
                : written.row().completedFrom(latestRow());
        String json = RowJson.write(row);
        long rowHash = hash.applyAsLong(json);
        boolean streamed = written.origin() != Origin.SNAPSHOT;
        if (streamed) {
            history.add(new HistoryEntry(
                    recordId, written.position(), written.origin().name(), json, written.committedAt()));
        }
        if (isNews(written.position())) {
            boolean same = isLive() && rowHash == latestHash();
            if (!same) {
                archive();
            }
            accepted += streamed || !same ? 1 : 0;
            latest = new Latest(
                    written.position(),
                    row,
                    json,
                    rowHash,
                    written.committedAt(),
                    streamed || (same && latestInHistory()));
        }
    }

    void add(RowDeleted deleted) {
        history.add(new HistoryEntry(recordId, deleted.position(), "DELETE", null, deleted.committedAt()));
        if (isNews(deleted.position())) {
            deletedRow = standingRow();
            archive();
            accepted++;
            latest = new Latest(deleted.position(), null, null, 0, deleted.committedAt(), true);
        }
    }

    /** The row that the latest deletion of this batch took away; null if it took none. */
    @Nullable
    SourceRow deletedRow() {
        return deletedRow == null ? null : deletedRow.get();
    }

    SourceRecordKey key() {
        return key;
    }

    long recordId() {
        return recordId;
    }

    /** The latest state; null if the batch told nothing newer than was known. */
    @Nullable
    Latest latest() {
        return latest;
    }

    List<HistoryEntry> history() {
        return history;
    }

    /** Changes that were newer than what was known; a row that a new snapshot finds as it was is none. */
    int accepted() {
        return accepted;
    }

    /** Whether the stored state is overwritten and stands in no history yet. */
    boolean archivesStored() {
        return archivesStored;
    }

    /** Whether the row stands as before and only its position moved. */
    boolean isOnlySeenAgain() {
        return latest != null
                && before != null
                && before.live()
                && latest.row() != null
                && latest.rowHash() == before.rowHash();
    }

    /** Whether anything of it is to be sealed. */
    boolean needsDataKey() {
        return archivesStored || !history.isEmpty() || (latest != null && latest.row() != null && !isOnlySeenAgain());
    }

    /** The data key as it is stored; null if there is none. */
    @Nullable
    WrappedKey storedDataKey() {
        return before == null ? null : before.dataKey();
    }

    boolean isNew() {
        return before == null;
    }

    boolean wasLive() {
        return before != null && before.live();
    }

    boolean wasMapped() {
        return before != null && before.live() && before.mapped();
    }

    private void archive() {
        Latest overwritten = latest;
        if (overwritten != null) {
            if (!overwritten.inHistory()) {
                history.add(new HistoryEntry(
                        recordId, overwritten.position(), "SNAPSHOT", overwritten.json(), overwritten.changedAt()));
            }
        } else if (before != null && before.live() && !before.inHistory()) {
            archivesStored = true;
        }
    }

    private boolean isNews(SourcePosition position) {
        SourcePosition known = latest != null ? latest.position() : before != null ? before.position() : null;
        return known == null || position.isAfter(known);
    }

    private boolean isLive() {
        return latest != null ? latest.row() != null : wasLive();
    }

    private long latestHash() {
        return latest != null ? latest.rowHash() : before != null ? before.rowHash() : 0;
    }

    private boolean latestInHistory() {
        return latest != null ? latest.inHistory() : before != null && before.inHistory();
    }

    private SourceRow latestRow() {
        Supplier<SourceRow> standing = standingRow();
        return standing == null ? SourceRow.of(Map.of()) : standing.get();
    }

    /** Gives the row as it stands at this point of the batch, read only when asked for; null if none does. */
    private @Nullable Supplier<SourceRow> standingRow() {
        Latest known = latest;
        if (known == null) {
            return wasLive() ? storedRow : null;
        }
        SourceRow row = known.row();
        return row == null ? null : () -> row;
    }
}
