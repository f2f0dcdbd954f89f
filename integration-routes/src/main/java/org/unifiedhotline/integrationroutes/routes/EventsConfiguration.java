package org.unifiedhotline.integrationroutes.routes;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.unifiedhotline.integrationroutes.events.Destination;
import org.unifiedhotline.integrationroutes.events.EventMeters;
import org.unifiedhotline.integrationroutes.events.EventsProperties;
import org.unifiedhotline.integrationroutes.events.Outlet;
import org.unifiedhotline.integrationroutes.events.Receivers;
import org.unifiedhotline.masterrecords.audit.AuditEvent;
import org.unifiedhotline.masterrecords.audit.AuditTrail;
import org.unifiedhotline.masterrecords.database.HubDatabase;
import org.unifiedhotline.masterrecords.events.EventDelivery;
import org.unifiedhotline.masterrecords.events.EventDestinations;
import org.unifiedhotline.masterrecords.events.EventFeed;
import org.unifiedhotline.masterrecords.rights.Consent;

/** Events out: two routes for every destination that is configured. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(EventsProperties.class)
class EventsConfiguration {

    @Bean
    RouteBuilder eventRoutes(
            CamelContext camel,
            EventsProperties events,
            HubDatabase hub,
            Consent consent,
            ObjectProvider<AuditTrail> trails,
            MeterRegistry meters) {
        EventMeters shown = new EventMeters(meters, new EventDestinations(hub), new EventFeed(hub));
        Map<Destination, Drain> destinations = new LinkedHashMap<>();
        for (Destination destination : events.checked()) {
            shown.show(destination);
            EventDelivery delivery = delivery(destination, camel, hub, consent, onRecord(trails), shown);
            WorkMeter meter = new WorkMeter(meters, "events-" + destination.name());
            destinations.put(destination, new Drain(delivery::next, camel::isStopping, meter));
        }
        return new EventRoutes(destinations);
    }

    /** Nothing leaves without a trace: where there are destinations, there is a trail. */
    private static Consumer<AuditEvent> onRecord(ObjectProvider<AuditTrail> trails) {
        AuditTrail trail = trails.getIfAvailable();
        if (trail == null) {
            throw new IllegalStateException(
                    "unified-hotline.events.destinations: events go out only where the audit trail is written");
        }
        return trail::record;
    }

    private static EventDelivery delivery(
            Destination destination,
            CamelContext camel,
            HubDatabase hub,
            Consent consent,
            Consumer<AuditEvent> trail,
            EventMeters shown) {
        ProducerTemplate template = camel.createProducerTemplate();
        String wayOut = EventRoutes.wayOut(destination);
        Outlet outlet = (body, headers) -> template.sendBodyAndHeaders(wayOut, body, headers);
        return new EventDelivery(
                hub,
                consent,
                trail,
                new EventDelivery.Receiver(
                        destination.name(),
                        destination.knowledge(),
                        destination.start(),
                        Receivers.of(destination, outlet, Clock.systemUTC()),
                        shown.counting(destination)));
    }
}
