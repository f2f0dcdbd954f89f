package org.unifiedhotline.integrationroutes.events;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.springframework.dao.DataAccessException;
import org.unifiedhotline.masterrecords.events.EventDestinations;
import org.unifiedhotline.masterrecords.events.EventDestinations.Standing;
import org.unifiedhotline.masterrecords.events.EventFeed;

/**
 * How destinations are served: {@code unified_hotline_events_backlog} (changes not passed yet),
 * {@code unified_hotline_events_failing_seconds} (0 when the last try went well) and
 * {@code unified_hotline_events_failures_total} with the kind of failure.
 */
public final class EventMeters {
    private final MeterRegistry registry;
    private final EventDestinations destinations;
    private final EventFeed feed;

    public EventMeters(MeterRegistry registry, EventDestinations destinations, EventFeed feed) {
        this.registry = registry;
        this.destinations = destinations;
        this.feed = feed;
    }

    /** Shows this destination from now on. */
    public void show(Destination destination) {
        String name = destination.name();
        gauge(
                "unified.hotline.events.backlog",
                "changes of master records that a destination has not passed yet",
                name,
                standing -> feed.end() - standing.position());
        gauge(
                "unified.hotline.events.failing.seconds",
                "for how long the first event in line could not be handed over",
                name,
                standing -> standing.failingSince() == null
                        ? 0
                        : Duration.between(standing.failingSince(), Instant.now())
                                        .toMillis()
                                / 1000.0);
    }

    private void gauge(String meter, String description, String name, ToDoubleFunction<Standing> value) {
        Gauge.builder(meter, destinations, all -> valueOrNone(all, name, value))
                .description(description)
                .tag("destination", name)
                .register(registry);
    }

    /** Not a number while the hub is away. */
    private static double valueOrNone(EventDestinations all, String name, ToDoubleFunction<Standing> value) {
        try {
            return all.find(name).map(value::applyAsDouble).orElse(0.0);
        } catch (DataAccessException e) {
            return Double.NaN;
        }
    }

    /** Says the kind of a failure, and counts it. */
    public Function<RuntimeException, String> counting(Destination destination) {
        return failure -> {
            String kind = DeliveryFailures.kind(failure);
            Counter.builder("unified.hotline.events.failures")
                    .description("tries that failed")
                    .tag("destination", destination.name())
                    .tag("reason", kind)
                    .register(registry)
                    .increment();
            return kind;
        };
    }
}
