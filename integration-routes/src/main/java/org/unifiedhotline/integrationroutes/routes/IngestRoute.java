package org.unifiedhotline.integrationroutes.routes;

import org.apache.camel.builder.RouteBuilder;
import org.unifiedhotline.mappings.source.SourceSystem;

/** Changes of one source system into the hub, a batch a transaction; acknowledged to the source when that is committed. */
final class IngestRoute extends RouteBuilder {
    private final SourceSystem system;
    private final IngestStep ingest;

    IngestRoute(SourceSystem system, IngestStep ingest) {
        this.system = system;
        this.ingest = ingest;
    }

    @Override
    public void configure() {
        from("capture:" + system.code())
                .routeId("ingest-" + system.code())
                .routeConfigurationId(ErrorPolicy.INGEST)
                .bean(ingest, "take");
    }
}
