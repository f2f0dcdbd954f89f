package org.unifiedhotline.integrationroutes.routes;

import java.util.List;
import org.apache.camel.Body;
import org.unifiedhotline.mappings.source.SourceChange;
import org.unifiedhotline.mappings.source.SourceSystem;
import org.unifiedhotline.masterrecords.ingest.Ingest;

/** Gives a batch of one source system to the hub. */
public final class IngestStep {
    private final SourceSystem system;
    private final Ingest ingest;
    private final WorkMeter meter;

    IngestStep(SourceSystem system, Ingest ingest, WorkMeter meter) {
        this.system = system;
        this.ingest = ingest;
        this.meter = meter;
    }

    /** Returns when the batch is durable in the hub. */
    public void take(@Body List<SourceChange> changes) {
        meter.measure(() -> {
            ingest.ingest(system, changes);
            return changes.size();
        });
    }
}
