package org.unifiedhotline.console.pipeline;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.unifiedhotline.mappings.source.SourcePosition;
import org.unifiedhotline.mappings.source.SourceSystem;
import org.unifiedhotline.mappings.source.SourceTable;
import org.unifiedhotline.masterrecords.ingest.CaptureState;
import org.unifiedhotline.masterrecords.pipeline.BulkProgress;
import org.unifiedhotline.masterrecords.pipeline.PipelineReport;
import org.unifiedhotline.masterrecords.pipeline.PipelineReport.TableFigures;
import org.unifiedhotline.masterrecords.pipeline.SnapshotProgress;
import org.unifiedhotline.masterrecords.pipeline.SourceLog;
import org.unifiedhotline.masterrecords.pipeline.TableShape;

/**
 * How the line stands, as the API tells it.
 *
 * @param caughtUp whether all that was committed at both sources before the call can be found by now: both first loads are
 *     done, capture has passed where both logs ended at the call, and what came of it is resolved and published; what
 *     was committed since may still be under way
 * @param resolving how far everybody is resolved at once; null while that is not done, or by another instance
 * @param reconciliation the comparison of sources, hub and index that began last; null if there was none yet
 */
record PipelineView(
        boolean caughtUp,
        Instant at,
        boolean firstLoadComplete,
        Backlogs backlogs,
        @Nullable ResolvingView resolving,
        List<SourceView> sources,
        List<TableView> tables,
        @Nullable ReconciliationView reconciliation) {

    /**
     * Holds the hub's figures against where the sources' logs ended.
     *
     * @param logs what was last seen of how much the sources keep; one that was not looked at is not in it
     * @param shapes of the tables that were looked at
     * @param ends a source that could not be asked is not in it
     * @param snapshots how far the reading of all rows of a source has come
     */
    static PipelineView of(
            boolean caughtUp,
            PipelineReport report,
            Backlogs backlogs,
            @Nullable ResolvingView resolving,
            List<SourceLog> logs,
            List<TableShape> shapes,
            Map<SourceSystem, SourcePosition> ends,
            Function<SourceSystem, Optional<SnapshotProgress>> snapshots,
            @Nullable ReconciliationView reconciliation,
            Instant at) {
        List<SourceView> sources = report.sources().stream()
                .map(state -> SourceView.of(
                        state,
                        ends.get(state.system()),
                        LogView.of(state.system(), logs),
                        snapshots.apply(state.system()).map(ReadingView::of).orElse(null),
                        at))
                .toList();
        Map<String, SourceView> bySource =
                sources.stream().collect(Collectors.toMap(SourceView::source, source -> source));
        boolean loaded = report.firstLoadComplete()
                && sources.size() == SourceSystem.values().length
                && sources.stream().allMatch(SourceView::loaded);
        return new PipelineView(
                caughtUp,
                at,
                loaded,
                backlogs,
                resolving,
                sources,
                tables(report.tables(), shapes).stream()
                        .map(table -> TableView.of(
                                table,
                                bySource.get(table.table().system().code()),
                                ShapeView.of(table.table(), shapes)))
                        .toList(),
                reconciliation);
    }

    /** A table that stopped before a row of it was ever captured has no figures yet. */
    private static List<TableFigures> tables(List<TableFigures> figures, List<TableShape> shapes) {
        List<TableFigures> all = new ArrayList<>(figures);
        shapes.stream()
                .filter(shape -> shape.state() != TableShape.State.FOLLOWED
                        && figures.stream().noneMatch(known -> known.table().equals(shape.table())))
                .map(shape -> new TableFigures(shape.table(), 0, 0, 0, 0, 0))
                .forEach(all::add);
        return all;
    }

    /**
     * What waits to be resolved, weighed again, and published.
     *
     * @param resolutionSecondsLeft about how long it takes at the pace of the last minute; null as long as that cannot be told
     */
    record Backlogs(
            long resolution,
            long redo,
            long indexing,
            @Nullable Long resolutionSecondsLeft,
            @Nullable Long redoSecondsLeft,
            @Nullable Long indexingSecondsLeft) {}

    /**
     * How capture of a source stands.
     *
     * @param loaded whether its first snapshot was read to the end
     * @param head where the source's log ended at the call; null when the source could not be asked
     * @param log how much of its log the source keeps for the service; null when it was not looked at yet
     * @param passedHead whether capture has come as far
     * @param reading how far the reading of all rows has come; null when they are not being read by this instance
     * @param lagMillis 0 when capture has passed the head; else how long ago the latest change taken in was committed;
     *     null when none was yet
     */
    record SourceView(
            String source,
            CaptureState.State state,
            @Nullable String reason,
            CaptureState.SnapshotPhase snapshot,
            boolean loaded,
            @Nullable String position,
            @Nullable String head,
            boolean passedHead,
            @Nullable Long lagMillis,
            @Nullable Instant lastEventAt,
            @Nullable Instant heardAt,
            @Nullable LogView log,
            @Nullable ReadingView reading) {
        static SourceView of(
                CaptureState state,
                @Nullable SourcePosition head,
                @Nullable LogView log,
                @Nullable ReadingView reading,
                Instant at) {
            SourcePosition position = state.position();
            boolean passed = head != null && position != null && position.compareTo(head) >= 0;
            return new SourceView(
                    state.system().code(),
                    state.state(),
                    state.reason(),
                    state.snapshotPhase(),
                    state.firstLoadComplete(),
                    written(position),
                    written(head),
                    passed,
                    passed ? Long.valueOf(0) : age(state.lastEventAt(), at),
                    state.lastEventAt(),
                    state.heardAt(),
                    log,
                    reading);
        }

        private static @Nullable String written(@Nullable SourcePosition position) {
            return position == null ? null : position.life() + "/" + position.log() + "/" + position.offset();
        }

        private static @Nullable Long age(@Nullable Instant event, Instant at) {
            return event == null
                    ? null
                    : Long.valueOf(Math.max(0, Duration.between(event, at).toMillis()));
        }
    }

    /**
     * How much of its log a source keeps that the service has not read.
     *
     * @param boundBytes more the server does not keep for the service; null if it sets no such bound
     * @param boundSeconds longer the server keeps nothing; null if it sets no such bound
     */
    record LogView(
            SourceLog.State state,
            @Nullable Long keptBytes,
            @Nullable Long boundBytes,
            @Nullable Long boundSeconds,
            Instant seenAt) {
        static @Nullable LogView of(SourceSystem system, List<SourceLog> logs) {
            return logs.stream()
                    .filter(log -> log.system() == system)
                    .map(log -> new LogView(
                            log.state(), log.keptBytes(), log.boundBytes(), log.boundSeconds(), log.seenAt()))
                    .findFirst()
                    .orElse(null);
        }
    }

    /**
     * How far everybody is resolved at once.
     *
     * @param step which of the steps this is, from 1
     * @param done parts of this step that are done
     * @param total of so many; null if that is not known
     * @param seconds how long the whole has taken
     * @param secondsLeft about how long the rest of this step takes; null as long as that cannot be told
     */
    record ResolvingView(
            BulkProgress.Stage stage,
            int step,
            int steps,
            long done,
            @Nullable Long total,
            long seconds,
            @Nullable Long secondsLeft) {
        private static final List<BulkProgress.Stage> STAGES = List.of(BulkProgress.Stage.values());

        static ResolvingView of(BulkProgress.Step step, Instant at) {
            OptionalLong left = step.secondsLeft(at);
            return new ResolvingView(
                    step.stage(),
                    STAGES.indexOf(step.stage()) + 1,
                    STAGES.size(),
                    step.done(),
                    step.total() == 0 ? null : Long.valueOf(step.total()),
                    Duration.between(step.began(), at).toSeconds(),
                    left.isPresent() ? Long.valueOf(left.getAsLong()) : null);
        }
    }

    /**
     * How far the reading of all rows has come.
     *
     * @param expectedRows about how many there are; null if the source does not know
     * @param secondsLeft about how long the rest takes; null as long as that cannot be told
     */
    record ReadingView(
            long rows,
            @Nullable Long expectedRows,
            @Nullable Long secondsLeft) {
        static ReadingView of(SnapshotProgress progress) {
            return new ReadingView(
                    progress.rows(),
                    progress.expectedRows() == 0 ? null : Long.valueOf(progress.expectedRows()),
                    progress.secondsLeft().isPresent()
                            ? Long.valueOf(progress.secondsLeft().getAsLong())
                            : null);
        }
    }

    /** What the hub holds of a legacy table; state, position and lag are its source's. */
    record TableView(
            String source,
            String table,
            CaptureState.@Nullable State state,
            @Nullable String position,
            @Nullable Long lagMillis,
            long liveRows,
            long capturedRows,
            long mappedRows,
            long deadLetteredRows,
            long changes,
            @Nullable ShapeView shape) {
        static TableView of(TableFigures figures, @Nullable SourceView source, @Nullable ShapeView shape) {
            return new TableView(
                    figures.table().system().code(),
                    figures.table().name(),
                    source == null ? null : source.state(),
                    source == null ? null : source.position(),
                    source == null ? null : source.lagMillis(),
                    figures.liveRows(),
                    figures.capturedRows(),
                    figures.mappedRows(),
                    figures.deadLetteredRows(),
                    figures.changes(),
                    shape);
        }
    }

    /**
     * Whether a table is as its mapping needs it.
     *
     * @param missing columns that the mapping needs and the table does not have
     * @param ignored columns that no mapping knows: they are not taken in
     * @param reason why it is not followed; null while it is
     * @param since since when it has not been; null while it is
     * @param heldChanges written rows that were left out since
     * @param mend what to do; null while it is followed
     * @param caughtUpAt when it was last mended and had caught up
     */
    record ShapeView(
            TableShape.State state,
            List<String> missing,
            List<String> ignored,
            @Nullable String reason,
            @Nullable Instant since,
            long heldChanges,
            @Nullable String mend,
            @Nullable Instant caughtUpAt) {
        static @Nullable ShapeView of(SourceTable table, List<TableShape> shapes) {
            return shapes.stream()
                    .filter(shape -> shape.table().equals(table))
                    .map(ShapeView::of)
                    .findFirst()
                    .orElse(null);
        }

        private static ShapeView of(TableShape shape) {
            return new ShapeView(
                    shape.state(),
                    shape.missing().stream().sorted().toList(),
                    shape.ignored().stream().sorted().toList(),
                    shape.reason(),
                    shape.since(),
                    shape.held(),
                    mend(shape),
                    shape.caughtUpAt());
        }

        private static @Nullable String mend(TableShape shape) {
            return switch (shape.state()) {
                case FOLLOWED -> null;
                case CATCHING_UP -> "nothing: the table is mended, and its rows are read anew";
                case STOPPED ->
                    shape.missing().isEmpty()
                            ? "make the table as it was (its name, its primary key, the grants and the publication of"
                                    + " config/legacy-grants/"
                                    + shape.table().system().code() + ".sql)"
                            : "give the table its columns back (ALTER TABLE, ADD or RENAME COLUMN); or, where they are gone for"
                                    + " good, name them in unified-hotline.sources."
                                    + shape.table().system().code() + ".dispensable-columns and start the service anew";
            };
        }
    }
}
