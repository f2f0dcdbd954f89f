package org.unifiedhotline.integrationroutes.routes;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.unifiedhotline.demo.servers.LegacySystems;
import org.unifiedhotline.demo.servers.MariaDbServer;
import org.unifiedhotline.demo.servers.PostgresServer;
import org.unifiedhotline.demo.servers.ServerOptions;
import org.unifiedhotline.demo.servers.TestServers;
import org.unifiedhotline.integrationroutes.TestKeys;
import org.unifiedhotline.mappings.source.SourcePosition;
import org.unifiedhotline.mappings.source.SourceSystem;
import org.unifiedhotline.masterrecords.MasterRecordsConfiguration;
import org.unifiedhotline.masterrecords.ingest.CaptureState;
import org.unifiedhotline.masterrecords.ingest.CaptureStates;
import org.unifiedhotline.masterrecords.pipeline.PipelineReport;
import org.unifiedhotline.masterrecords.pipeline.PipelineStatus;
import org.unifiedhotline.masterrecords.pipeline.SourceHeads;
import org.unifiedhotline.masterrecords.pipeline.SourceLog;
import org.unifiedhotline.masterrecords.pipeline.SourceLogs;
import org.unifiedhotline.searchindex.SearchIndexConfiguration;

/** The room in its place: Spring, the hub, both legacy databases. The search index is away, and nobody minds. */
@DisplayName("The routes in a Spring application")
class ServiceIT {

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @Import({MasterRecordsConfiguration.class, SearchIndexConfiguration.class, IntegrationRoutesConfiguration.class})
    static class Application {
        @Bean
        MeterRegistry meters() {
            return new SimpleMeterRegistry();
        }
    }

    private final MariaDbServer switchboard = TestServers.switchboard();

    @Test
    @DisplayName("carry rows and changes of both systems into the hub, and know when they have caught up")
    void carry() throws Exception {
        LegacySystems.createSwitchboard(switchboard);
        try (PostgresServer hotline = PostgresServer.start(ServerOptions.temporary())) {
            LegacySystems.createHotline(hotline);
            String hub = TestServers.hub().createDatabase("service_hub");
            write(switchboard.jdbcUrl(LegacySystems.SWITCHBOARD), "INSERT INTO nguoi_goi (ngay_tao) VALUES (now())");
            write(
                    hotline.jdbcUrl(LegacySystems.HOTLINE),
                    "INSERT INTO caller (caller_id, created_at) VALUES (1, now())");
            try (ConfigurableApplicationContext service = start(hub, hotline)) {
                awaitCaughtUp(service);
                assertThat(live(service, "nguoi_goi")).isEqualTo(1);
                assertThat(live(service, "caller")).isEqualTo(1);

                write(
                        switchboard.jdbcUrl(LegacySystems.SWITCHBOARD),
                        "INSERT INTO nguoi_goi (ngay_tao) VALUES (now())");
                write(hotline.jdbcUrl(LegacySystems.HOTLINE), "TRUNCATE caller CASCADE");
                awaitCaughtUp(service);
                assertThat(live(service, "nguoi_goi")).isEqualTo(2);
                assertThat(live(service, "caller")).isZero();
                refusedRow(service, hub, hotline);
                assertThat(service.getBean(CamelContext.class).getRoutes())
                        .extracting(route -> route.getRouteId())
                        .containsExactlyInAnyOrder(
                                "ingest-switchboard",
                                "ingest-hotline",
                                "resolve",
                                "publish",
                                "retry-dead-letters",
                                "expunge-erased",
                                "retention",
                                "reconcile",
                                "watch-source-logs",
                                "watch-tables");
                SourceLogs logs = service.getBean(SourceLogs.class);
                awaitTrue(() -> logs.all().size() == 2, "a look at what the sources keep");
                assertThat(logs.all())
                        .allSatisfy(log -> assertThat(log.keptBytes())
                                .as(log.system().code())
                                .isBetween(0L, 100_000_000L));
                assertThat(logs.all())
                        .extracting(SourceLog::state)
                        .containsExactly(SourceLog.State.BOUNDED, SourceLog.State.BOUNDED);
                MeterRegistry meters = new SimpleMeterRegistry();
                service.getBean("sourceMeters", MeterBinder.class).bindTo(meters);
                assertThat(bound(meters, "bytes", "hotline")).isPositive();
                assertThat(bound(meters, "bytes", "switchboard")).isNaN();
                assertThat(bound(meters, "seconds", "switchboard"))
                        .as("bounded by time: alerts must not call it unbounded")
                        .isPositive();
                CaptureStates states = service.getBean(CaptureStates.class);
                assertThat(states.all()).allSatisfy(state -> {
                    assertThat(state.state()).isEqualTo(CaptureState.State.STREAMING);
                    assertThat(state.life()).isEqualTo(1);
                    assertThat(state.firstLoadComplete()).isTrue();
                });
            }
        }
    }

    private static double bound(MeterRegistry meters, String unit, String source) {
        return meters.get("unified.hotline.source.log.bound." + unit)
                .tag("source", source)
                .gauge()
                .value();
    }

    /** The hub refuses one row as beyond a limit: it is left behind alone, until it is corrected. */
    private static void refusedRow(ConfigurableApplicationContext service, String hub, PostgresServer hotline)
            throws Exception {
        TestServers.hub().run(hub, """
                CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS
                $$ BEGIN RAISE EXCEPTION USING ERRCODE = '54000'; END $$
                """, """
                CREATE TRIGGER refuse BEFORE INSERT OR UPDATE ON source_record FOR EACH ROW
                WHEN (octet_length(NEW.canonical) > 4000) EXECUTE FUNCTION refuse()
                """);
        String url = hotline.jdbcUrl(LegacySystems.HOTLINE);
        write(
                url,
                "INSERT INTO caller (caller_id, full_name, created_at)"
                        + " SELECT n, CASE n WHEN 5 THEN repeat('beyond a limit ', 400) END, now() FROM generate_series(2, 9) AS n");
        awaitCaughtUp(service);
        assertThat(live(service, "caller")).isEqualTo(8);
        assertThat(figures(service, "caller")
                        .mapToLong(PipelineReport.TableFigures::deadLetteredRows)
                        .sum())
                .isEqualTo(1);

        write(url, "UPDATE caller SET full_name = 'Hoa' WHERE caller_id = 5");
        awaitCaughtUp(service);
        assertThat(figures(service, "caller")
                        .mapToLong(PipelineReport.TableFigures::mappedRows)
                        .sum())
                .isEqualTo(8);
    }

    private ConfigurableApplicationContext start(String hub, PostgresServer hotline) {
        return new SpringApplicationBuilder(Application.class)
                .run(
                        "--spring.main.web-application-type=none",
                        "--unified-hotline.keys.folder=" + TestKeys.folder(),
                        "--spring.datasource.url=" + TestServers.hub().jdbcUrl(hub),
                        "--spring.datasource.username=" + PostgresServer.SUPERUSER,
                        "--spring.datasource.password=" + PostgresServer.SUPERUSER,
                        "--unified-hotline.search.url=http://127.0.0.1:1",
                        "--unified-hotline.sources.switchboard.host=127.0.0.1",
                        "--unified-hotline.sources.switchboard.port=" + switchboard.port(),
                        "--unified-hotline.sources.switchboard.database=" + LegacySystems.SWITCHBOARD,
                        "--unified-hotline.sources.switchboard.password=" + LegacySystems.CAPTURE,
                        "--unified-hotline.sources.hotline.host=127.0.0.1",
                        "--unified-hotline.sources.hotline.port=" + hotline.port(),
                        "--unified-hotline.sources.hotline.database=" + LegacySystems.HOTLINE,
                        "--unified-hotline.sources.hotline.password=" + LegacySystems.CAPTURE);
    }

    private static void write(String url, String sql) throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection(url, LegacySystems.APPLICATION, LegacySystems.APPLICATION);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static void awaitCaughtUp(ConfigurableApplicationContext service) throws InterruptedException {
        CaptureStates states = service.getBean(CaptureStates.class);
        SourceHeads heads = service.getBean(SourceHeads.class);
        for (SourceSystem system : SourceSystem.values()) {
            awaitTrue(() -> states.of(system).state() == CaptureState.State.STREAMING, system + " streaming");
            SourcePosition head = heads.headOf(system).orElseThrow();
            awaitTrue(
                    () -> {
                        SourcePosition position = states.of(system).position();
                        return position != null && position.compareTo(head) >= 0;
                    },
                    system + " caught up");
        }
    }

    private static void awaitTrue(BooleanSupplier condition, String what) throws InterruptedException {
        long end = System.nanoTime() + Duration.ofSeconds(120).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waited too long for " + what).isLessThan(end);
            Thread.sleep(20);
        }
    }

    private static long live(ConfigurableApplicationContext service, String table) {
        return figures(service, table)
                .mapToLong(PipelineReport.TableFigures::liveRows)
                .sum();
    }

    private static Stream<PipelineReport.TableFigures> figures(ConfigurableApplicationContext service, String table) {
        return service.getBean(PipelineStatus.class).read().tables().stream()
                .filter(figures -> figures.table().name().equals(table));
    }
}
