package org.unifiedhotline.integrationroutes.routes;

import org.apache.camel.builder.RouteBuilder;

/** What is worked off inside: who is who, what is to be published, what could not be processed at first. */
final class WorkRoutes extends RouteBuilder {
    private final Drain resolve;
    private final Drain publish;
    private final Drain retryDeadLetters;
    private final Drain expungeErased;
    private final Drain retention;

    WorkRoutes(Drain resolve, Drain publish, Drain retryDeadLetters, Drain expungeErased, Drain retention) {
        this.resolve = resolve;
        this.publish = publish;
        this.retryDeadLetters = retryDeadLetters;
        this.expungeErased = expungeErased;
        this.retention = retention;
    }

    @Override
    public void configure() {
        from("timer:resolve?delay=0&period=25&fixedRate=false")
                .routeId("resolve")
                .routeConfigurationId(ErrorPolicy.WORKER)
                .bean(resolve, "work");

        // Every publishing makes the index searchable anew, which costs the same for one document as for fifty.
        from("timer:publish?delay=0&period=150&fixedRate=false")
                .routeId("publish")
                .routeConfigurationId(ErrorPolicy.WORKER)
                .bean(publish, "work");

        from("timer:retry-dead-letters?delay=10000&period=10000&fixedRate=false")
                .routeId("retry-dead-letters")
                .routeConfigurationId(ErrorPolicy.WORKER)
                .bean(retryDeadLetters, "work");

        from("timer:expunge-erased?delay=5000&period=5000&fixedRate=false")
                .routeId("expunge-erased")
                .routeConfigurationId(ErrorPolicy.WORKER)
                .bean(expungeErased, "work");

        from("timer:retention?delay=60000&period=60000&fixedRate=false")
                .routeId("retention")
                .routeConfigurationId(ErrorPolicy.WORKER)
                .bean(retention, "work");
    }
}
