package org.unifiedhotline.integrationroutes.capture;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.unifiedhotline.mappings.source.SourceChange;
import org.unifiedhotline.mappings.source.SourcePosition;
import org.unifiedhotline.mappings.source.SourceSystem;
import org.unifiedhotline.masterrecords.pipeline.SnapshotProgress;

/** What the capture of one source has done in this process; written by its threads, read by anyone. */
final class CaptureProgress {
    private final SourceSystem system;
    private final Map<String, LongAdder> rows = new ConcurrentHashMap<>();

    private volatile CaptureStatus.State state = CaptureStatus.State.STOPPED;
    private volatile @Nullable String reason;
    private volatile long life;
    private volatile LogPosition passed = LogPosition.START;
    private volatile LogPosition recorded = LogPosition.START;
    private volatile @Nullable Instant lastEventAt;
    private volatile long lagMillis;
    private volatile @Nullable Reading reading;

    CaptureProgress(SourceSystem system) {
        this.system = system;
    }

    void state(CaptureStatus.State newState, @Nullable String why) {
        reason = why;
        state = newState;
    }

    /** A run begins, of this life, with nothing known of how far it has come. */
    void begin(long ofLife) {
        life = ofLife;
        passed = LogPosition.START;
        recorded = LogPosition.START;
    }

    /** All rows as they stand begin to be read. */
    void reads(long estimatedRows) {
        reading = new Reading(estimatedRows, new LongAdder(), System.nanoTime());
    }

    /** All rows were read. */
    void hasRead() {
        reading = null;
    }

    /** How the reading of all rows stands; empty when they are not being read, or not by this process. */
    Optional<SnapshotProgress> snapshot() {
        Reading now = reading;
        return now == null || state != CaptureStatus.State.SNAPSHOT ? Optional.empty() : Optional.of(now.progress());
    }

    /** @param begun by the clock of {@link System#nanoTime} */
    private record Reading(long estimated, LongAdder rows, long begun) {
        SnapshotProgress progress() {
            return SnapshotProgress.of(rows.sum(), estimated, Duration.ofNanos(System.nanoTime() - begun));
        }
    }

    /** The route is through with these changes. */
    void taken(List<SourceChange> changes) {
        Reading now = reading;
        if (now != null) {
            now.rows().add(changes.size());
        }
        for (SourceChange change : changes) {
            rows.computeIfAbsent(change.table().name(), table -> new LongAdder())
                    .increment();
        }
        if (!changes.isEmpty()) {
            Instant committed = committedAt(changes.getLast());
            lastEventAt = committed;
            lagMillis = Math.max(0, System.currentTimeMillis() - committed.toEpochMilli());
        }
    }

    private static Instant committedAt(SourceChange change) {
        return switch (change) {
            case SourceChange.RowWritten written -> written.committedAt();
            case SourceChange.RowDeleted deleted -> deleted.committedAt();
            case SourceChange.TableTruncated truncated -> truncated.committedAt();
        };
    }

    /** Nothing at or before this position is left to come. */
    void passed(LogPosition position) {
        if (position.isAtOrAfter(passed)) {
            passed = position;
        }
    }

    /** What was passed but is not yet written in the hub; null if there is nothing. */
    @Nullable
    LogPosition unrecorded() {
        LogPosition now = passed;
        return now.compareTo(recorded) > 0 ? now : null;
    }

    void recorded(LogPosition position) {
        recorded = position;
    }

    boolean hasRecorded(LogPosition position) {
        return recorded.isAtOrAfter(position);
    }

    long life() {
        return life;
    }

    CaptureStatus status() {
        LogPosition at = passed;
        SourcePosition position = life == 0 || at.equals(LogPosition.START) ? null : at.inLife(life);
        Map<String, Long> counts = rows.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, table -> table.getValue().sum()));
        return new CaptureStatus(system, state, life, position, lastEventAt, lagMillis, counts, reason);
    }
}
