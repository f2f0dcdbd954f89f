package org.unifiedhotline.console.operation;

import co.elastic.clients.elasticsearch._types.HealthStatus;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.boot.actuate.health.CompositeHealthContributor;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthContributor;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.actuate.health.Status;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.unifiedhotline.mappings.source.SourceSystem;
import org.unifiedhotline.masterrecords.database.HubDatabase;
import org.unifiedhotline.masterrecords.operation.OpenWork;
import org.unifiedhotline.masterrecords.operation.RecentLook;
import org.unifiedhotline.masterrecords.pipeline.PipelineStatus;
import org.unifiedhotline.searchindex.SearchUnavailableException;
import org.unifiedhotline.searchindex.server.SearchServer;

/**
 * The health of each part, in words that hold no data, for everybody may read them. The hub is asked once for all parts, and
 * waited for a short time.
 */
@Configuration(proxyBeanMethods = false)
class PartsHealth {
    private static final Duration FRESH = Duration.ofSeconds(2);
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    @Bean
    HubLook hubLook(HubDatabase hub, PipelineStatus status) {
        OpenWork work = new OpenWork(hub);
        return new HubLook(
                new RecentLook<>(() -> new HubLook.Seen(status.read(), work.oldestToResolve()), FRESH, PATIENCE));
    }

    @Bean
    HealthIndicator hubHealthIndicator(HubLook hub) {
        return () -> Health.status(hub.ofHub()).build();
    }

    @Bean
    HealthIndicator resolvingHealthIndicator(HubLook hub) {
        return () -> Health.status(hub.ofResolving()).build();
    }

    @Bean
    HealthContributor captureHealthContributor(HubLook hub) {
        return CompositeHealthContributor.fromMap(Arrays.stream(SourceSystem.values())
                .collect(Collectors.toMap(SourceSystem::code, system -> capture(hub, system))));
    }

    private static HealthIndicator capture(HubLook hub, SourceSystem system) {
        return () -> Health.status(hub.ofCapture(system)).build();
    }

    @Bean
    HealthIndicator searchHealthIndicator(SearchServer server) {
        return () -> Health.status(ofSearch(server)).build();
    }

    private static Status ofSearch(SearchServer server) {
        try {
            HealthStatus status = server.askSoon(
                    "the health of the search server",
                    client -> client.cluster().health().status());
            return status == HealthStatus.Red
                    ? HubLook.down("the server lacks a part of the index")
                    : HubLook.up("the server answers");
        } catch (SearchUnavailableException away) {
            return HubLook.down("the server does not answer; nobody is found by words until it does");
        }
    }

    /** The same as metrics, for alerts. */
    @Bean
    MeterBinder partMeters(HubLook hub, SearchServer server, HealthIndicator auditHealthIndicator) {
        Map<String, RecentLook<Status>> parts = new LinkedHashMap<>();
        parts.put("hub", new RecentLook<>(hub::ofHub, FRESH, PATIENCE));
        parts.put("search", new RecentLook<>(() -> ofSearch(server), FRESH, PATIENCE));
        parts.put("resolving", new RecentLook<>(hub::ofResolving, FRESH, PATIENCE));
        parts.put("audit", new RecentLook<>(() -> auditHealthIndicator.health().getStatus(), FRESH, PATIENCE));
        for (SourceSystem system : SourceSystem.values()) {
            parts.put(system.code(), new RecentLook<>(() -> hub.ofCapture(system), FRESH, PATIENCE));
        }
        return registry -> parts.forEach((part, look) -> Gauge.builder(
                        "unified.hotline.part.up", look, state -> Status.UP.equals(state.get()) ? 1 : 0)
                .description("1 while a part is as it should be, by its health")
                .strongReference(true)
                .tag("part", part)
                .register(registry));
    }
}
