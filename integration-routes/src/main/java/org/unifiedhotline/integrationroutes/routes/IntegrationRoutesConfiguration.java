package org.unifiedhotline.integrationroutes.routes;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.util.Map;
import javax.sql.DataSource;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.unifiedhotline.integrationroutes.capture.CaptureComponent;
import org.unifiedhotline.integrationroutes.capture.CaptureLedger;
import org.unifiedhotline.integrationroutes.capture.CaptureSettings;
import org.unifiedhotline.integrationroutes.capture.CaptureStore;
import org.unifiedhotline.integrationroutes.capture.Captures;
import org.unifiedhotline.integrationroutes.capture.HubAddress;
import org.unifiedhotline.integrationroutes.capture.LogWatch;
import org.unifiedhotline.integrationroutes.meters.HubMeters;
import org.unifiedhotline.integrationroutes.meters.SourceMeters;
import org.unifiedhotline.mappings.source.SourceSystem;
import org.unifiedhotline.masterrecords.database.HubDatabase;
import org.unifiedhotline.masterrecords.equipment.Equipment;
import org.unifiedhotline.masterrecords.ingest.CaptureStates;
import org.unifiedhotline.masterrecords.ingest.DeadLetters;
import org.unifiedhotline.masterrecords.ingest.Ingest;
import org.unifiedhotline.masterrecords.operation.OpenWork;
import org.unifiedhotline.masterrecords.pipeline.PipelineStatus;
import org.unifiedhotline.masterrecords.pipeline.SourceLogs;
import org.unifiedhotline.masterrecords.pipeline.TableShapes;
import org.unifiedhotline.masterrecords.resolution.Resolver;
import org.unifiedhotline.masterrecords.retention.Retention;
import org.unifiedhotline.masterrecords.rights.Erasures;
import org.unifiedhotline.searchindex.indexing.Indexing;

/** The beans of this room: capture, and the routes. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SourcesProperties.class)
@Import({EventsConfiguration.class, ReconciliationConfiguration.class})
public class IntegrationRoutesConfiguration {
    /** Fewer documents than this are published after a rest in which more may gather. */
    private static final int GATHERING = 500;

    @Bean
    @DependsOnDatabaseInitialization
    CaptureStore captureStore(DataSource dataSource, JdbcConnectionDetails hub) {
        String username = hub.getUsername() == null ? "" : hub.getUsername();
        String password = hub.getPassword() == null ? "" : hub.getPassword();
        return new CaptureStore(dataSource, new HubAddress(hub.getJdbcUrl(), username, password));
    }

    @Bean
    CaptureLedger captureLedger(Ingest ingest, CaptureStates states, TableShapes shapes) {
        return new HubLedger(ingest, states, shapes);
    }

    @Bean
    Captures captures() {
        return new Captures();
    }

    /** Camel finds a component by the name of its bean. */
    @Bean("capture")
    CaptureComponent captureComponent(
            SourcesProperties sources, CaptureStore store, CaptureLedger ledger, Captures captures) {
        return new CaptureComponent(sources.settings(), store, ledger, captures);
    }

    @Bean
    ErrorPolicy errorPolicy() {
        return new ErrorPolicy(new RetryLog());
    }

    @Bean
    RouteBuilder ingestSwitchboard(SourcesProperties sources, Ingest ingest, MeterRegistry meters) {
        return ingestRoute(SourceSystem.SWITCHBOARD, sources.settings(), ingest, meters);
    }

    @Bean
    RouteBuilder ingestHotline(SourcesProperties sources, Ingest ingest, MeterRegistry meters) {
        return ingestRoute(SourceSystem.HOTLINE, sources.settings(), ingest, meters);
    }

    private static RouteBuilder ingestRoute(
            SourceSystem system, Map<SourceSystem, CaptureSettings> settings, Ingest ingest, MeterRegistry meters) {
        if (settings.containsKey(system)) {
            return new IngestRoute(
                    system, new IngestStep(system, ingest, new WorkMeter(meters, "ingest-" + system.code())));
        }
        LoggerFactory.getLogger(IntegrationRoutesConfiguration.class)
                .warn("unified-hotline.sources.{} is not set: that system is not captured", system.code());
        return new NoRoute();
    }

    @Bean
    RouteBuilder workRoutes(
            CamelContext camel,
            Resolver resolver,
            Indexing indexing,
            DeadLetters deadLetters,
            Erasures erasures,
            Retention retention,
            MeterRegistry meters) {
        ErasedDocuments erased = new ErasedDocuments(erasures, indexing.life(), Clock.systemUTC());
        return new WorkRoutes(
                new Drain(resolver::resolveNext, camel::isStopping, new WorkMeter(meters, "resolve")),
                new Drain(
                        indexing.indexer()::indexNext, GATHERING, camel::isStopping, new WorkMeter(meters, "publish")),
                new Drain(deadLetters::retryDue, camel::isStopping, new WorkMeter(meters, "retry-dead-letters")),
                new Drain(erased::expunge, camel::isStopping, new WorkMeter(meters, "expunge-erased")),
                new Drain(retention::applyIfDue, camel::isStopping, new WorkMeter(meters, "retention")));
    }

    @Bean
    RouteBuilder watchRoute(SourcesProperties sources, CaptureStore store, SourceLogs logs) {
        return new WatchRoute(new LogWatch(sources.settings().values(), store, logs));
    }

    @Bean
    MeterBinder sourceMeters(SourcesProperties sources, Captures captures, CaptureStates states, SourceLogs logs) {
        return new SourceMeters(sources.settings().keySet(), captures, states, logs);
    }

    @Bean
    MeterBinder hubMeters(HubDatabase hub, PipelineStatus status, Equipment equipment) {
        return new HubMeters(status, new OpenWork(hub), equipment);
    }

    /** Looks twice a minute at what the sources keep. */
    private static final class WatchRoute extends RouteBuilder {
        private final LogWatch watch;

        WatchRoute(LogWatch watch) {
            this.watch = watch;
        }

        @Override
        public void configure() {
            from("scheduler:watch-source-logs?initialDelay=5000&delay=30000")
                    .routeId("watch-source-logs")
                    .routeConfigurationId(ErrorPolicy.WORKER)
                    .bean(watch, "work");
        }
    }

    /** Stands in for the route of a system that is not captured. */
    private static final class NoRoute extends RouteBuilder {
        @Override
        public void configure() {
            // no route
        }
    }
}
