package org.unifiedhotline.integrationroutes.routes;

import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.function.IntSupplier;

/**
 * Measures one kind of work, piece by piece: {@code unified_hotline_work_seconds} and {@code unified_hotline_work_items},
 * tagged with the route that does it. Pieces without work are not counted.
 */
final class WorkMeter {
    private final Timer seconds;
    private final DistributionSummary items;

    WorkMeter(MeterRegistry registry, String route) {
        this.seconds = Timer.builder("unified.hotline.work")
                .description("how long a piece of work took")
                .tag("route", route)
                .publishPercentiles(0.5, 0.99)
                .register(registry);
        this.items = DistributionSummary.builder("unified.hotline.work.items")
                .description("how many changes, records or documents a piece of work held")
                .tag("route", route)
                .publishPercentiles(0.5, 0.99)
                .register(registry);
    }

    /** Does a piece of work; what it says it did. */
    int measure(IntSupplier piece) {
        long began = System.nanoTime();
        int done = piece.getAsInt();
        if (done > 0) {
            seconds.record(Duration.ofNanos(System.nanoTime() - began));
            items.record(done);
        }
        return done;
    }
}
