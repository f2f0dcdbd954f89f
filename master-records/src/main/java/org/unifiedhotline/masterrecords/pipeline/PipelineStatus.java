package org.unifiedhotline.masterrecords.pipeline;

import java.util.List;
import org.unifiedhotline.mappings.source.SourceSystem;
import org.unifiedhotline.mappings.source.SourceTable;
import org.unifiedhotline.masterrecords.database.HubDatabase;
import org.unifiedhotline.masterrecords.ingest.CaptureStates;
import org.unifiedhotline.masterrecords.pipeline.PipelineReport.TableFigures;

/** Reads how the line stands from counters that are kept as the rows come: cheap at any size. */
public final class PipelineStatus {
    private final HubDatabase hub;
    private final CaptureStates captureStates;

    public PipelineStatus(HubDatabase hub, CaptureStates captureStates) {
        this.hub = hub;
        this.captureStates = captureStates;
    }

    /** All figures as of one moment. */
    public PipelineReport read() {
        return hub.read(this::figures);
    }

    private PipelineReport figures() {
        return hub.sql()
                .sql("""
                        SELECT (SELECT count(*) FROM resolution_queue WHERE task <> 'REDO') AS resolution,
                               (SELECT count(*) FROM resolution_queue WHERE task = 'REDO')
                                 + (SELECT count(*) FROM recluster_queue) AS redo,
                               (SELECT count(*) FROM outbox) AS indexing,
                               (SELECT phase = 'INCREMENTAL' FROM resolution_state) AS complete
                        """)
                .query((row, number) -> new PipelineReport(
                        captureStates.all(),
                        tables(),
                        row.getLong("resolution"),
                        row.getLong("redo"),
                        row.getLong("indexing"),
                        row.getBoolean("complete")))
                .single();
    }

    private List<TableFigures> tables() {
        return hub.sql()
                .sql("SELECT * FROM table_count ORDER BY source_system, source_table")
                .query((row, number) -> new TableFigures(
                        SourceTable.of(SourceSystem.of(row.getString("source_system")), row.getString("source_table")),
                        row.getLong("live"),
                        row.getLong("captured"),
                        row.getLong("mapped"),
                        row.getLong("dead_lettered"),
                        row.getLong("changes")))
                .list();
    }
}
