package org.unifiedhotline.masterrecords.pipeline;

import java.util.List;
import org.unifiedhotline.mappings.source.SourceTable;
import org.unifiedhotline.masterrecords.ingest.CaptureState;

/**
 * The state of the line at one moment.
 *
 * @param resolutionBacklog records waiting to be resolved
 * @param redoBacklog records whose edges are to be weighed again because a key or value became common or rare
 * @param indexingBacklog master records waiting to be published
 * @param firstLoadComplete whether the first load is resolved (its documents may still wait in the outbox)
 */
public record PipelineReport(
        List<CaptureState> sources,
        List<TableFigures> tables,
        long resolutionBacklog,
        long redoBacklog,
        long indexingBacklog,
        boolean firstLoadComplete) {
    public PipelineReport {
        sources = List.copyOf(sources);
        tables = List.copyOf(tables);
    }

    /**
     * What the hub holds of a legacy table.
     *
     * @param liveRows rows that stand at the source, as far as captured; mapped and dead-lettered ones
     * @param capturedRows rows ever captured, deleted ones included
     * @param mappedRows live rows that were understood
     * @param deadLetteredRows live rows that could not be mapped
     * @param changes changes taken in, replays apart
     */
    public record TableFigures(
            SourceTable table,
            long liveRows,
            long capturedRows,
            long mappedRows,
            long deadLetteredRows,
            long changes) {}
}
