package org.unifiedhotline.integrationroutes.routes;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.ToDoubleFunction;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.unifiedhotline.integrationroutes.capture.HubAddress;
import org.unifiedhotline.integrationroutes.reconciliation.Reconciler;
import org.unifiedhotline.integrationroutes.reconciliation.ReconciliationProperties;
import org.unifiedhotline.integrationroutes.reconciliation.ScheduledReconciliation;
import org.unifiedhotline.masterrecords.database.HubDatabase;
import org.unifiedhotline.masterrecords.erasurelist.ErasureList;
import org.unifiedhotline.masterrecords.ingest.RowMapping;
import org.unifiedhotline.masterrecords.reconciliation.Reconciliation;
import org.unifiedhotline.masterrecords.reconciliation.Reconciliations;
import org.unifiedhotline.searchindex.indexing.Indexing;

/** Comparing sources, hub and index on a schedule, and what came of it as metrics. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ReconciliationProperties.class)
class ReconciliationConfiguration {

    @Bean
    Reconciler reconciler(
            HubDatabase hub,
            JdbcConnectionDetails connection,
            RowMapping mapping,
            ErasureList erased,
            Indexing index,
            SourcesProperties sources,
            ReconciliationProperties properties) {
        String username = connection.getUsername() == null ? "" : connection.getUsername();
        String password = connection.getPassword() == null ? "" : connection.getPassword();
        HubAddress address = new HubAddress(connection.getJdbcUrl(), username, password);
        return new Reconciler(hub, address, mapping, erased, index, sources.settings(), properties);
    }

    @Bean
    RouteBuilder reconcileRoute(
            CamelContext camel,
            Reconciler reconciler,
            Reconciliations kept,
            ReconciliationProperties properties,
            MeterRegistry meters) {
        show(meters, kept);
        return new ReconcileRoute(
                new ScheduledReconciliation(reconciler, kept, properties, Clock.systemUTC(), camel::isStopping));
    }

    private static void show(MeterRegistry meters, Reconciliations kept) {
        gauge(
                meters,
                kept,
                "unified.hotline.reconciliation.differences",
                "what the last finished comparison of sources, hub and index found different and did not mend",
                last -> last.figures().differences() - last.figures().mended());
        gauge(
                meters,
                kept,
                "unified.hotline.reconciliation.age.seconds",
                "how long ago the last comparison of sources, hub and index was finished",
                last -> last.endedAt() == null
                        ? Double.NaN
                        : Duration.between(last.endedAt(), Instant.now()).toSeconds());
    }

    private static void gauge(
            MeterRegistry meters,
            Reconciliations kept,
            String name,
            String what,
            ToDoubleFunction<Reconciliation> value) {
        Gauge.builder(
                        name,
                        kept,
                        all -> all.lastDone().map(value::applyAsDouble).orElse(Double.NaN))
                .description(what)
                .register(meters);
    }

    /** Looks twice a minute whether the time has come. */
    private static final class ReconcileRoute extends RouteBuilder {
        private final ScheduledReconciliation scheduled;

        ReconcileRoute(ScheduledReconciliation scheduled) {
            this.scheduled = scheduled;
        }

        @Override
        public void configure() {
            from("scheduler:reconcile?initialDelay=30000&delay=30000")
                    .routeId("reconcile")
                    .routeConfigurationId(ErrorPolicy.WORKER)
                    .bean(scheduled, "work");
        }
    }
}
