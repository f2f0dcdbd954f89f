package org.unifiedhotline.integrationroutes.routes;

import org.apache.camel.builder.RouteBuilder;

/**
 * What is worked off inside: who is who, what is to be published, what could not be processed at first. The rhythm is a
 * {@code scheduler:}'s, which goes by elapsed time: a {@code timer:} goes by the wall clock, and stands still for as long as that
 * was set back.
 */
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
        from("scheduler:resolve?initialDelay=0&delay=25")
                .routeId("resolve")
                .routeConfigurationId(ErrorPolicy.WORKER)
                .bean(resolve, "work");

        // Every publishing makes the index searchable anew, which costs the same for one document as for fifty.
        from("scheduler:publish?initialDelay=0&delay=150")
                .routeId("publish")
                .routeConfigurationId(ErrorPolicy.WORKER)
                .bean(publish, "work");

        from("scheduler:retry-dead-letters?initialDelay=10000&delay=10000")
                .routeId("retry-dead-letters")
                .routeConfigurationId(ErrorPolicy.WORKER)
                .bean(retryDeadLetters, "work");

        from("scheduler:expunge-erased?initialDelay=5000&delay=5000")
                .routeId("expunge-erased")
                .routeConfigurationId(ErrorPolicy.WORKER)
                .bean(expungeErased, "work");

        from("scheduler:retention?initialDelay=60000&delay=60000")
                .routeId("retention")
                .routeConfigurationId(ErrorPolicy.WORKER)
                .bean(retention, "work");
    }
}
