package org.unifiedhotline.integrationroutes.routes;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import org.apache.camel.CamelContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.unifiedhotline.demo.servers.LegacySystems;
import org.unifiedhotline.demo.servers.MariaDbServer;
import org.unifiedhotline.demo.servers.PostgresServer;
import org.unifiedhotline.demo.servers.ServerOptions;
import org.unifiedhotline.demo.servers.TestServers;
import org.unifiedhotline.integrationroutes.TestKeys;
import org.unifiedhotline.integrationroutes.capture.CaptureStatus;
import org.unifiedhotline.integrationroutes.capture.Captures;
import org.unifiedhotline.integrationroutes.reconciliation.Reconciler;
import org.unifiedhotline.integrationroutes.reconciliation.ReconciliationProperties;
import org.unifiedhotline.integrationroutes.reconciliation.ScheduledReconciliation;
import org.unifiedhotline.mappings.source.SourcePosition;
import org.unifiedhotline.mappings.source.SourceRecordKey;
import org.unifiedhotline.mappings.source.SourceSystem;
import org.unifiedhotline.masterrecords.crosswalk.Crosswalk;
import org.unifiedhotline.masterrecords.crosswalk.CrosswalkLookup;
import org.unifiedhotline.masterrecords.database.HubDatabase;
import org.unifiedhotline.masterrecords.ingest.CaptureState;
import org.unifiedhotline.masterrecords.ingest.CaptureStates;
import org.unifiedhotline.masterrecords.keys.WrappedKey;
import org.unifiedhotline.masterrecords.pipeline.PipelineReport;
import org.unifiedhotline.masterrecords.pipeline.PipelineStatus;
import org.unifiedhotline.masterrecords.pipeline.SourceHeads;
import org.unifiedhotline.masterrecords.reconciliation.Reconciliation;
import org.unifiedhotline.masterrecords.reconciliation.Reconciliations;
import org.unifiedhotline.masterrecords.records.MasterId;
import org.unifiedhotline.masterrecords.sourcerecords.SealedRows;
import org.unifiedhotline.masterrecords.sourcerecords.SourceRecordId;
import org.unifiedhotline.masterrecords.stewardship.Ruling;
import org.unifiedhotline.masterrecords.stewardship.Stewardship;

/** Two instances on one hub, with the search server. */
@DisplayName("Two instances of the service")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SeveralInstancesIT {
    @TempDir
    private static Path folder;

    private static MariaDbServer switchboard;
    private static PostgresServer hotline;
    private static String hub;
    private static ConfigurableApplicationContext one;
    private static ConfigurableApplicationContext other;

    @BeforeAll
    static void start() throws Exception {
        switchboard = MariaDbServer.start(ServerOptions.temporary());
        hotline = PostgresServer.start(ServerOptions.temporary());
        LegacySystems.createSwitchboard(switchboard);
        LegacySystems.createHotline(hotline);
        hub = TestServers.hub().createDatabase("several_instances");
        toSwitchboard("INSERT INTO nguoi_goi (ngay_tao) VALUES (now())");
        toHotline("INSERT INTO caller (caller_id, created_at) VALUES (1, now())");
        one = instance();
        for (SourceSystem system : SourceSystem.values()) {
            awaitStatus(one, system, CaptureStatus.State.STREAMING);
        }
        other = instance();
        for (SourceSystem system : SourceSystem.values()) {
            awaitStatus(other, system, CaptureStatus.State.WAITING);
        }
    }

    @AfterAll
    static void stop() {
        for (AutoCloseable each : new AutoCloseable[] {other, one, switchboard, hotline}) {
            try {
                if (each != null) {
                    each.close();
                }
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
    }

    @Test
    @Order(1)
    @DisplayName("know both whether all that the sources committed is taken in, whichever of them captures a source")
    void caughtUp() throws Exception {
        assertBothCatchUp(2);

        CamelContext camel = one.getBean(CamelContext.class);
        camel.getRouteController().stopRoute("ingest-switchboard");
        awaitStatus(other, SourceSystem.SWITCHBOARD, CaptureStatus.State.STREAMING);
        camel.getRouteController().startRoute("ingest-switchboard");
        awaitStatus(one, SourceSystem.SWITCHBOARD, CaptureStatus.State.WAITING);
        assertThat(status(one, SourceSystem.HOTLINE)).isEqualTo(CaptureStatus.State.STREAMING);

        assertBothCatchUp(3);
    }

    private static void assertBothCatchUp(int rows) throws Exception {
        toSwitchboard("INSERT INTO nguoi_goi (ngay_tao) VALUES (now())");
        toHotline("INSERT INTO caller (caller_id, created_at) VALUES (" + rows + ", now())");
        for (ConfigurableApplicationContext instance : List.of(one, other)) {
            for (SourceSystem system : SourceSystem.values()) {
                SourcePosition head =
                        instance.getBean(SourceHeads.class).headOf(system).orElseThrow();
                CaptureStates states = instance.getBean(CaptureStates.class);
                awaitTrue(
                        () -> {
                            SourcePosition position = states.of(system).position();
                            return position != null && position.compareTo(head) >= 0;
                        },
                        system + " caught up");
            }
            assertThat(live(instance, "nguoi_goi")).isEqualTo(rows);
            assertThat(live(instance, "caller")).isEqualTo(rows);
        }
        for (ConfigurableApplicationContext instance : List.of(one, other)) {
            for (SourceSystem system : SourceSystem.values()) {
                awaitTrue(() -> isCaughtUp(instance, system), "at rest, " + system + " seen at a first question");
            }
        }
    }

    private static boolean isCaughtUp(ConfigurableApplicationContext instance, SourceSystem system) {
        SourcePosition head = instance.getBean(SourceHeads.class).headOf(system).orElseThrow();
        CaptureState state = instance.getBean(CaptureStates.class).of(system);
        return state.position() != null && state.position().compareTo(head) >= 0;
    }

    @Test
    @Order(2)
    @DisplayName(
            "compare sources, hub and index when the schedule says so, never both at once, and mend what was altered")
    void scheduled() throws Exception {
        awaitTrue(
                () -> one.getBean(PipelineStatus.class).read().firstLoadComplete()
                        && one.getBean(PipelineStatus.class).read().indexingBacklog() == 0,
                "all is resolved and published");
        Reconciliations kept = one.getBean(Reconciliations.class);
        scheduled(one, "0 30 2 * * *", Clock.systemUTC()).work();
        assertThat(kept.lastScheduled()).as("its time has not come").isEmpty();

        TestServers.hub().run(hub, "UPDATE table_count SET live = live + 1 WHERE source_table = 'caller'");
        try (ExecutorService instances = Executors.newFixedThreadPool(2)) {
            List<Future<?>> done =
                    List.of(instances.submit(() -> everySecond(one)), instances.submit(() -> everySecond(other)));
            for (Future<?> each : done) {
                each.get();
            }
        }
        assertThat(count("state <> 'DONE'")).as("nobody broke into another's").isZero();
        assertThat(count(
                        "EXISTS (SELECT FROM reconciliation later WHERE later.reconciliation_id > run.reconciliation_id"
                                + " AND later.began_at < run.ended_at)"))
                .as("one at a time")
                .isZero();
        assertThat(count("differences = 1 AND mended = 1"))
                .as("what was altered")
                .isEqualTo(1);
        assertThat(live(one, "caller")).isEqualTo(3);
        assertThat(kept.lastScheduled().orElseThrow().figures().differences()).isZero();

        long before = kept.last().orElseThrow().id();
        Clock twoDaysLater = Clock.fixed(Clock.systemUTC().instant().plus(Duration.ofDays(2)), ZoneOffset.UTC);
        scheduled(other, "0 30 2 * * *", twoDaysLater).work();
        assertThat(kept.last().orElseThrow().id())
                .as("a missed time is made up for")
                .isGreaterThan(before);
    }

    @Test
    @Order(3)
    @DisplayName(
            "know both who was erased through one of them: a comparison in the other finds no difference and brings nobody back")
    void erased() throws Exception {
        toHotline("INSERT INTO caller (caller_id, full_name, phone_1, created_at)"
                + " VALUES (9, 'Quyên Zẹtmarkơ', '0356781234', now())");
        SourceRecordKey key = SourceRecordKey.of(SourceSystem.HOTLINE, "caller", "9");
        Crosswalk crosswalk = one.getBean(Crosswalk.class);
        awaitTrue(() -> crosswalk.find(key) instanceof CrosswalkLookup.Live, "she is somebody");
        MasterId master = ((CrosswalkLookup.Live) crosswalk.find(key)).entry().masterId();
        Stewardship stewardship = one.getBean(Stewardship.class);
        Ruling asked = stewardship.erase(master, false, new Stewardship.Word("admin", "request"));
        stewardship.approve(((Ruling.Awaiting) asked).decision().id(), "supervisor");
        awaitTrue(() -> crosswalk.find(key) instanceof CrosswalkLookup.Deleted, "she is nobody");
        assertThat(columnsOf(key)).doesNotContain("Zẹtmarkơ");

        Reconciler.Outcome outcome =
                other.getBean(Reconciler.class).run(Reconciliation.AskedBy.COMMAND, true, (what, done, total) -> {});

        assertThat(outcome.differences()).isEmpty();
        assertThat(columnsOf(key)).doesNotContain("Zẹtmarkơ");
    }

    /** What the hub holds of a row, opened. */
    private static String columnsOf(SourceRecordKey key) {
        HubDatabase database = one.getBean(HubDatabase.class);
        return database.sql()
                .sql("SELECT raw, " + WrappedKey.COLUMNS
                        + " FROM source_record JOIN record_key USING (record_id) WHERE record_id = ?")
                .param(SourceRecordId.of(key))
                .query((row, number) -> String.valueOf(SealedRows.raw(database, row)))
                .single();
    }

    /** Asks as the route does, more often, until there were four comparisons. */
    private static boolean everySecond(ConfigurableApplicationContext instance) throws InterruptedException {
        ScheduledReconciliation scheduled = scheduled(instance, "* * * * * *", Clock.systemUTC());
        while (count("asked_by = 'SCHEDULE'") < 4) {
            scheduled.work();
            Thread.sleep(50);
        }
        return true;
    }

    private static long count(String which) {
        return one.getBean(HubDatabase.class)
                .sql()
                .sql("SELECT count(*) FROM reconciliation run WHERE " + which)
                .query(Long.class)
                .single();
    }

    private static ScheduledReconciliation scheduled(
            ConfigurableApplicationContext instance, String schedule, Clock clock) {
        ReconciliationProperties own = instance.getBean(ReconciliationProperties.class);
        return new ScheduledReconciliation(
                instance.getBean(Reconciler.class),
                instance.getBean(Reconciliations.class),
                new ReconciliationProperties(
                        schedule, own.zone(), true, own.rowsPerSecond(), own.page(), Duration.ofSeconds(10)),
                clock,
                () -> false);
    }

    private static ConfigurableApplicationContext instance() {
        return new SpringApplicationBuilder(ServiceIT.Application.class)
                .run(
                        "--spring.main.web-application-type=none",
                        "--unified-hotline.keys.folder=" + TestKeys.folder(),
                        "--unified-hotline.audit.folder=" + folder,
                        "--spring.datasource.url=" + TestServers.hub().jdbcUrl(hub),
                        "--spring.datasource.username=" + PostgresServer.SUPERUSER,
                        "--spring.datasource.password=" + PostgresServer.SUPERUSER,
                        "--unified-hotline.search.url=" + TestServers.search().httpUrl(),
                        "--unified-hotline.search.index=several-instances",
                        "--unified-hotline.reconciliation.schedule=-",
                        "--unified-hotline.sources.switchboard.host=127.0.0.1",
                        "--unified-hotline.sources.switchboard.port=" + switchboard.port(),
                        "--unified-hotline.sources.switchboard.database=" + LegacySystems.SWITCHBOARD,
                        "--unified-hotline.sources.switchboard.password=" + LegacySystems.CAPTURE,
                        "--unified-hotline.sources.hotline.host=127.0.0.1",
                        "--unified-hotline.sources.hotline.port=" + hotline.port(),
                        "--unified-hotline.sources.hotline.database=" + LegacySystems.HOTLINE,
                        "--unified-hotline.sources.hotline.password=" + LegacySystems.CAPTURE);
    }

    private static CaptureStatus.State status(ConfigurableApplicationContext instance, SourceSystem system) {
        return instance.getBean(Captures.class)
                .status(system)
                .map(CaptureStatus::state)
                .orElse(CaptureStatus.State.STOPPED);
    }

    private static void awaitStatus(
            ConfigurableApplicationContext instance, SourceSystem system, CaptureStatus.State state)
            throws InterruptedException {
        awaitTrue(() -> status(instance, system) == state, system + " " + state);
    }

    private static void awaitTrue(BooleanSupplier condition, String what) throws InterruptedException {
        long end = System.nanoTime() + Duration.ofSeconds(120).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waited too long for " + what).isLessThan(end);
            Thread.sleep(20);
        }
    }

    private static long live(ConfigurableApplicationContext instance, String table) {
        return instance.getBean(PipelineStatus.class).read().tables().stream()
                .filter(figures -> figures.table().name().equals(table))
                .mapToLong(PipelineReport.TableFigures::liveRows)
                .sum();
    }

    private static void toSwitchboard(String sql) throws SQLException {
        write(switchboard.jdbcUrl(LegacySystems.SWITCHBOARD), sql);
    }

    private static void toHotline(String sql) throws SQLException {
        write(hotline.jdbcUrl(LegacySystems.HOTLINE), sql);
    }

    private static void write(String url, String sql) throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection(url, LegacySystems.APPLICATION, LegacySystems.APPLICATION);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
