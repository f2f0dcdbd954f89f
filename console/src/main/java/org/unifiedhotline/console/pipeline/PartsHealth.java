package org.unifiedhotline.console.pipeline;

import co.elastic.clients.elasticsearch._types.HealthStatus;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.springframework.boot.actuate.health.CompositeHealthContributor;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthContributor;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.actuate.health.Status;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.unifiedhotline.mappings.source.SourceSystem;
import org.unifiedhotline.masterrecords.ingest.CaptureState;
import org.unifiedhotline.masterrecords.ingest.CaptureStates;
import org.unifiedhotline.searchindex.SearchUnavailableException;
import org.unifiedhotline.searchindex.server.SearchServer;

/** The health of the parts that Spring Boot does not know: the search server, and capture of each source. */
@Configuration(proxyBeanMethods = false)
class PartsHealth {

    @Bean
    HealthIndicator searchHealthIndicator(SearchServer server) {
        return () -> {
            try {
                HealthStatus status = server.askSoon(
                        "the health of the search server",
                        client -> client.cluster().health().status());
                return (status == HealthStatus.Red ? Health.down() : Health.up()).build();
            } catch (SearchUnavailableException away) {
                return Health.down().build();
            }
        };
    }

    @Bean
    HealthContributor captureHealthContributor(CaptureStates states) {
        return CompositeHealthContributor.fromMap(Arrays.stream(SourceSystem.values())
                .collect(Collectors.toMap(SourceSystem::code, system -> ofSource(states, system))));
    }

    private static HealthIndicator ofSource(CaptureStates states, SourceSystem system) {
        return () -> Health.status(status(states.of(system).state())).build();
    }

    /** A source that is away is not the service's fault: it is told as unknown and takes nothing else down. */
    private static Status status(CaptureState.State state) {
        return switch (state) {
            case STARTING, SNAPSHOT, STREAMING -> Status.UP;
            case WAITING, STOPPED -> Status.UNKNOWN;
            case FAILED -> Status.DOWN;
        };
    }
}
