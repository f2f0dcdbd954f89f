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
import org.unifiedhotline.integrationroutes.capture.CaptureLedger;
import org.unifiedhotline.integrationroutes.capture.Captures;
import org.unifiedhotline.integrationroutes.capture.HubAddress;
import org.unifiedhotline.integrationroutes.reconciliation.Reconciler;
import org.unifiedhotline.integrationroutes.reconciliation.ReconciliationProperties;
import org.unifiedhotline.integrationroutes.reconciliation.ScheduledReconciliation;
import org.unifiedhotline.integrationroutes.reconciliation.TableCatchUp;
import org.unifiedhotline.mappings.source.SourceSystem;
import org.unifiedhotline.masterrecords.database.HubDatabase;
import org.unifiedhotline.masterrecords.erasurelist.ErasureList;
import org.unifiedhotline.masterrecords.ingest.RowMapping;
import org.unifiedhotline.masterrecords.pipeline.TableShapes;
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
        return new Reconciler(hub, address(connection), mapping, erased, index, sources.settings(), properties);
    }

    @Bean
    TableCatchUp tableCatchUp(
            HubDatabase hub,
            JdbcConnectionDetails connection,
            RowMapping mapping,
            ErasureList erased,
            SourcesProperties sources,
            CaptureLedger ledger,
            ReconciliationProperties properties) {
        return new TableCatchUp(hub, address(connection), mapping, erased, sources.settings(), ledger, properties);
    }

    private static HubAddress address(JdbcConnectionDetails connection) {
        String username = connection.getUsername() == null ? "" : connection.getUsername();
        String password = connection.getPassword() == null ? "" : connection.getPassword();
        return new HubAddress(connection.getJdbcUrl(), username, password);
    }

    @Bean
    RouteBuilder watchTablesRoute(
            TableCatchUp catchUp,
            TableShapes shapes,
            Captures captures,
            SourcesProperties sources,
            MeterRegistry meters) {
        captures.lookingAtTables(catchUp::lookAtStopped);
        for (SourceSystem system : sources.settings().keySet()) {
            Gauge.builder(
                            "unified.hotline.source.tables.stopped",
                            shapes,
                            all -> all.notFollowed(system).size())
                    .description(
                            "how many tables of a source are not followed, since they are not as their mappings need them")
                    .tag("source", system.code())
                    .register(meters);
        }
        return new WatchTablesRoute(catchUp);
    }

    /** Looks every two seconds whether a table that stopped is mended, and twice a minute at all tables. */
    private static final class WatchTablesRoute extends RouteBuilder {
        private final TableCatchUp catchUp;

        WatchTablesRoute(TableCatchUp catchUp) {
            this.catchUp = catchUp;
        }

        @Override
        public void configure() {
            from("timer:watch-tables?delay=2000&period=2000&fixedRate=false")
                    .routeId("watch-tables")
                    .routeConfigurationId(ErrorPolicy.WORKER)
                    .bean(catchUp, "work");
        }
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
