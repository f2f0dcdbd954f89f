package org.unifiedhotline.console.pipeline;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.unifiedhotline.mappings.source.SourcePosition;
import org.unifiedhotline.mappings.source.SourceSystem;
import org.unifiedhotline.masterrecords.pipeline.BulkProgress;
import org.unifiedhotline.masterrecords.pipeline.CaughtUp;
import org.unifiedhotline.masterrecords.pipeline.PipelineReport;
import org.unifiedhotline.masterrecords.pipeline.PipelineStatus;
import org.unifiedhotline.masterrecords.pipeline.SourceHeads;
import org.unifiedhotline.masterrecords.pipeline.SourceLogs;
import org.unifiedhotline.masterrecords.pipeline.TableShape.State;
import org.unifiedhotline.masterrecords.pipeline.TableShapes;
import org.unifiedhotline.masterrecords.reconciliation.Reconciliations;

/** Answers how far the data has come on its way from the sources to the search index. */
@RestController
class PipelineController {
    /** Longer than a change needs under load: a caller who asks after a write is told yes at once, not to ask again. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private static final Duration LATELY = Duration.ofMinutes(1);

    private final PipelineStatus status;
    private final CaughtUp caughtUp;
    private final SourceHeads heads;
    private final Reconciliations reconciliations;
    private final SourceLogs logs;
    private final TableShapes shapes;
    private final BulkProgress bulk;
    private final BacklogPace resolution = new BacklogPace();
    private final BacklogPace redo = new BacklogPace();
    private final BacklogPace indexing = new BacklogPace();

    PipelineController(
            PipelineStatus status,
            CaughtUp caughtUp,
            SourceHeads heads,
            Reconciliations reconciliations,
            SourceLogs logs,
            TableShapes shapes,
            BulkProgress bulk) {
        this.status = status;
        this.caughtUp = caughtUp;
        this.heads = heads;
        this.reconciliations = reconciliations;
        this.logs = logs;
        this.shapes = shapes;
        this.bulk = bulk;
    }

    /** The sources are asked first: what the hub has done after that is held against where their logs ended before. */
    @GetMapping("/api/v1/pipeline")
    PipelineView pipeline() {
        Map<SourceSystem, SourcePosition> ends = new EnumMap<>(SourceSystem.class);
        for (SourceSystem system : SourceSystem.values()) {
            heads.headOf(system).ifPresent(end -> ends.put(system, end));
        }
        boolean all = caughtUp.upTo(ends, PATIENCE) && areTablesCaughtUp(ends);
        ReconciliationView last =
                reconciliations.last().map(ReconciliationView::of).orElse(null);
        PipelineReport report = status.read();
        Instant now = Instant.now();
        PipelineView.Backlogs backlogs = new PipelineView.Backlogs(
                report.resolutionBacklog(),
                report.redoBacklog(),
                report.indexingBacklog(),
                resolution.secondsLeft(report.resolutionBacklog(), now),
                redo.secondsLeft(report.redoBacklog(), now),
                indexing.secondsLeft(report.indexingBacklog(), now));
        PipelineView.ResolvingView resolving =
                bulk.now().map(step -> PipelineView.ResolvingView.of(step, now)).orElse(null);
        return PipelineView.of(
                all, report, backlogs, resolving, logs.all(), shapes.all(), ends, heads::snapshotOf, last, now);
    }

    /**
     * What was left out of a table that has stopped counts as handled, as a dead letter does; a table that is mended is to be read
     * anew first, and what came of that to come through.
     */
    private boolean areTablesCaughtUp(Map<SourceSystem, SourcePosition> ends) {
        Instant lately = Instant.now().minus(LATELY);
        boolean quiet = shapes.all().stream()
                .allMatch(shape -> shape.state() == State.FOLLOWED
                        && (shape.caughtUpAt() == null || shape.caughtUpAt().isBefore(lately)));
        if (quiet) {
            return true;
        }
        heads.lookAtTables();
        return shapes.all().stream().noneMatch(shape -> shape.state() == State.CATCHING_UP)
                && caughtUp.upTo(ends, PATIENCE);
    }
}
