package org.unifiedhotline.integrationroutes.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.postgresql.ds.PGSimpleDataSource;
import org.unifiedhotline.demo.servers.LegacySystems;
import org.unifiedhotline.demo.servers.MariaDbServer;
import org.unifiedhotline.demo.servers.PostgresServer;
import org.unifiedhotline.integrationroutes.capture.CaptureSettings.Engine;
import org.unifiedhotline.integrationroutes.capture.CaptureSettings.ExcessRights;
import org.unifiedhotline.mappings.source.SourceChange;
import org.unifiedhotline.mappings.source.SourcePosition;
import org.unifiedhotline.mappings.source.SourceSystem;

/** A service that does nothing but capture: the component in a Camel context, with a route into a {@link CaptureSink}. */
final class CaptureService implements AutoCloseable {
    private final DefaultCamelContext camel = new DefaultCamelContext();
    private final Captures captures = new Captures();

    private CaptureService(Map<SourceSystem, CaptureSettings> sources, Hub hub, CaptureLedger ledger, CaptureSink sink)
            throws Exception {
        CaptureStore store = new CaptureStore(hub.dataSource(), hub.address());
        camel.addComponent("capture", new CaptureComponent(sources, store, ledger, captures));
        camel.getShutdownStrategy().setTimeout(60);
        for (SourceSystem system : sources.keySet()) {
            camel.addRoutes(route(system, sink));
        }
        camel.start();
    }

    static CaptureService start(CaptureSettings source, Hub hub, CaptureLedger ledger, CaptureSink sink)
            throws Exception {
        return new CaptureService(new EnumMap<>(Map.of(source.system(), source)), hub, ledger, sink);
    }

    @SuppressWarnings("unchecked")
    private static RouteBuilder route(SourceSystem system, CaptureSink sink) {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("capture:" + system.code())
                        .routeId("test-" + system.code())
                        .process(exchange ->
                                sink.take((List<SourceChange>) exchange.getIn().getBody(List.class)));
            }
        };
    }

    Captures captures() {
        return captures;
    }

    CaptureStatus status(SourceSystem system) {
        return captures.status(system).orElseThrow();
    }

    /** Waits until everything that is committed at the source now has been taken in. */
    void awaitCaughtUp(SourceSystem system) throws InterruptedException {
        awaitTrue(() -> status(system).state() == CaptureStatus.State.STREAMING, "streaming: " + status(system));
        Optional<SourcePosition> head = captures.headOf(system);
        assertThat(head).isPresent();
        awaitTrue(
                () -> {
                    SourcePosition position = status(system).position();
                    return position != null && position.compareTo(head.get()) >= 0;
                },
                "passing " + head.get());
    }

    static void awaitTrue(BooleanSupplier condition, String what) throws InterruptedException {
        long end = System.nanoTime() + Duration.ofSeconds(90).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waited too long for " + what).isLessThan(end);
            Thread.sleep(20);
        }
    }

    @Override
    public void close() {
        camel.stop();
    }

    /** A hub database for capture's own tables. */
    record Hub(PostgresServer server, String database) {
        static Hub create(PostgresServer server, String name) {
            return new Hub(server, server.createDatabase(name));
        }

        HubAddress address() {
            return new HubAddress(server.jdbcUrl(database), PostgresServer.SUPERUSER, PostgresServer.SUPERUSER);
        }

        DataSource dataSource() {
            PGSimpleDataSource source = new PGSimpleDataSource();
            source.setUrl(server.jdbcUrl(database));
            source.setUser(PostgresServer.SUPERUSER);
            source.setPassword(PostgresServer.SUPERUSER);
            return source;
        }
    }

    static CaptureSettings switchboard(MariaDbServer server) {
        return new CaptureSettings(
                SourceSystem.SWITCHBOARD,
                Engine.MARIADB,
                "127.0.0.1",
                server.port(),
                LegacySystems.SWITCHBOARD,
                "",
                LegacySystems.CAPTURE,
                LegacySystems.CAPTURE,
                "",
                "",
                ExcessRights.REFUSE);
    }

    static CaptureSettings hotline(PostgresServer server) {
        return new CaptureSettings(
                SourceSystem.HOTLINE,
                Engine.POSTGRESQL,
                "127.0.0.1",
                server.port(),
                LegacySystems.HOTLINE,
                LegacySystems.HOTLINE_SCHEMA,
                LegacySystems.CAPTURE,
                LegacySystems.CAPTURE,
                LegacySystems.PUBLICATION,
                "unified_hotline",
                ExcessRights.REFUSE);
    }
}
