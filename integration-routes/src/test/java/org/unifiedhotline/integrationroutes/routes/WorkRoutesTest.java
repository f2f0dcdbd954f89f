package org.unifiedhotline.integrationroutes.routes;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;

@DisplayName("The routes that work inside")
class WorkRoutesTest {
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final WorkMeter meter = new WorkMeter(meters, "test");

    @Test
    @DisplayName("drain what waits before they rest, and come again")
    void drain() {
        Queue<Integer> pieces = new ArrayDeque<>(List.of(3, 1, 0, 9));
        Drain drain = new Drain(pieces::remove, () -> false, meter);
        drain.work();
        assertThat(pieces).as("stopped at the first empty-handed try").containsExactly(9);
        assertThat(meters.get("unified.hotline.work").timer().count()).isEqualTo(2);
        assertThat(meters.get("unified.hotline.work.items").summary().totalAmount())
                .isEqualTo(4);
    }

    @Test
    @DisplayName("leave the rest alone when the service stops")
    void stopping() {
        AtomicInteger pieces = new AtomicInteger();
        new Drain(pieces::incrementAndGet, () -> true, meter).work();
        assertThat(pieces).hasValue(0);
    }

    @Test
    @DisplayName("try again when the hub is away, and one that fails holds up no other")
    void triesAgain() throws Exception {
        AtomicInteger tries = new AtomicInteger();
        CountDownLatch resolved = new CountDownLatch(1);
        CountDownLatch published = new CountDownLatch(3);
        try (DefaultCamelContext camel = new DefaultCamelContext()) {
            camel.addRoutesConfigurations(new ErrorPolicy(new RetryLog()));
            camel.addRoutes(new WorkRoutes(
                    new Drain(
                            () -> {
                                if (tries.incrementAndGet() < 3) {
                                    throw new DataAccessResourceFailureException("away");
                                }
                                resolved.countDown();
                                return 0;
                            },
                            camel::isStopping,
                            meter),
                    new Drain(
                            () -> {
                                published.countDown();
                                return 0;
                            },
                            camel::isStopping,
                            meter),
                    new Drain(() -> 0, camel::isStopping, meter),
                    new Drain(() -> 0, camel::isStopping, meter),
                    new Drain(() -> 0, camel::isStopping, meter)));
            camel.start();
            assertThat(published.await(30, TimeUnit.SECONDS)).isTrue();
            assertThat(resolved.await(30, TimeUnit.SECONDS)).isTrue();
            assertThat(camel.getRoutes())
                    .extracting(route -> route.getRouteId())
                    .containsExactlyInAnyOrder(
                            "resolve", "publish", "retry-dead-letters", "expunge-erased", "retention");
        }
        assertThat(tries.get()).isGreaterThanOrEqualTo(3);
    }
}
