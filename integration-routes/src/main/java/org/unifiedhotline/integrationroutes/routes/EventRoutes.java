package org.unifiedhotline.integrationroutes.routes;

import java.util.Map;
import org.apache.camel.builder.RouteBuilder;
import org.unifiedhotline.integrationroutes.events.Destination;
import org.unifiedhotline.integrationroutes.events.Endpoints;
import org.unifiedhotline.integrationroutes.events.Target;

/**
 * Two routes a destination of events: one works off what it has not heard yet, and is tried again with back-off when that
 * fails; the other is its way out, for one message, which fails to whoever sent it.
 */
final class EventRoutes extends RouteBuilder {
    private final Map<Destination, Drain> destinations;

    EventRoutes(Map<Destination, Drain> destinations) {
        this.destinations = destinations;
    }

    static String wayOut(Destination destination) {
        return "direct:events-out-" + destination.name();
    }

    @Override
    public void configure() {
        destinations.forEach(this::configure);
    }

    private void configure(Destination destination, Drain events) {
        if (destination.target() instanceof Target.Broker broker) {
            getContext().addComponent(Endpoints.scheme(destination), Endpoints.component(broker));
        }

        from("scheduler:events-" + destination.name() + "?initialDelay=0&delay=200")
                .routeId("events-" + destination.name())
                .routeConfigurationId(ErrorPolicy.WORKER)
                .bean(events, "work");

        from(wayOut(destination))
                .routeId("events-out-" + destination.name())
                .errorHandler(noErrorHandler())
                .to(Endpoints.uri(destination));
    }
}
