package org.unifiedhotline.integrationroutes.routes;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.unifiedhotline.demo.servers.LegacySystems;
import org.unifiedhotline.demo.servers.MariaDbServer;
import org.unifiedhotline.demo.servers.PostgresServer;
import org.unifiedhotline.demo.servers.TestServers;
import org.unifiedhotline.integrationroutes.TestKeys;
import org.unifiedhotline.integrationroutes.reconciliation.Reconciler;
import org.unifiedhotline.integrationroutes.reconciliation.ReconciliationException;
import org.unifiedhotline.mappings.source.SourcePosition;
import org.unifiedhotline.mappings.source.SourceSystem;
import org.unifiedhotline.mappings.source.SourceTable;
import org.unifiedhotline.masterrecords.database.HubDatabase;
import org.unifiedhotline.masterrecords.ingest.CaptureState;
import org.unifiedhotline.masterrecords.ingest.CaptureStates;
import org.unifiedhotline.masterrecords.pipeline.PipelineReport.TableFigures;
import org.unifiedhotline.masterrecords.pipeline.PipelineStatus;
import org.unifiedhotline.masterrecords.pipeline.SourceHeads;
import org.unifiedhotline.masterrecords.pipeline.TableShape;
import org.unifiedhotline.masterrecords.pipeline.TableShapes;
import org.unifiedhotline.masterrecords.queue.ResolutionPhase;
import org.unifiedhotline.masterrecords.reconciliation.Reconciliation;
import org.unifiedhotline.masterrecords.reconciliation.Reconciliation.AskedBy;
import org.unifiedhotline.masterrecords.reconciliation.Reconciliations;

/** A service on both legacy databases, whose tables are altered under it. */
final class Drifting implements AutoCloseable {
    private final MariaDbServer switchboard;
    private final PostgresServer hotline;
    private final ConfigurableApplicationContext service;

    private Drifting(MariaDbServer switchboard, PostgresServer hotline, ConfigurableApplicationContext service) {
        this.switchboard = switchboard;
        this.hotline = hotline;
        this.service = service;
    }

    static Drifting start(MariaDbServer switchboard, PostgresServer hotline, String hub, String... more) {
        List<String> settings = new ArrayList<>(List.of(more));
        settings.addAll(List.of(
                "--spring.main.web-application-type=none",
                "--unified-hotline.keys.folder=" + TestKeys.folder(),
                "--spring.datasource.url=" + TestServers.hub().jdbcUrl(hub),
                "--spring.datasource.username=" + PostgresServer.SUPERUSER,
                "--spring.datasource.password=" + PostgresServer.SUPERUSER,
                "--unified-hotline.search.url=http://127.0.0.1:1",
                "--unified-hotline.reconciliation.patience=5s",
                "--unified-hotline.sources.switchboard.host=127.0.0.1",
                "--unified-hotline.sources.switchboard.port=" + switchboard.port(),
                "--unified-hotline.sources.switchboard.database=" + LegacySystems.SWITCHBOARD,
                "--unified-hotline.sources.switchboard.password=" + LegacySystems.CAPTURE,
                "--unified-hotline.sources.hotline.host=127.0.0.1",
                "--unified-hotline.sources.hotline.port=" + hotline.port(),
                "--unified-hotline.sources.hotline.database=" + LegacySystems.HOTLINE,
                "--unified-hotline.sources.hotline.password=" + LegacySystems.CAPTURE));
        return new Drifting(
                switchboard,
                hotline,
                new SpringApplicationBuilder(ServiceIT.Application.class).run(settings.toArray(String[]::new)));
    }

    /** What the switchboard's application does. */
    static void atSwitchboard(MariaDbServer server, String... statements) throws SQLException {
        write(server.jdbcUrl(LegacySystems.SWITCHBOARD), statements);
    }

    /** What the hotline's application does. */
    static void atHotline(PostgresServer server, String... statements) throws SQLException {
        write(server.jdbcUrl(LegacySystems.HOTLINE), statements);
    }

    private static void write(String url, String... statements) throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection(url, LegacySystems.APPLICATION, LegacySystems.APPLICATION);
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    void switchboard(String... statements) throws SQLException {
        atSwitchboard(switchboard, statements);
    }

    void hotline(String... statements) throws SQLException {
        atHotline(hotline, statements);
    }

    TableFigures figures(SourceTable table) {
        return service.getBean(PipelineStatus.class).read().tables().stream()
                .filter(figures -> figures.table().equals(table))
                .findFirst()
                .orElse(new TableFigures(table, 0, 0, 0, 0, 0));
    }

    TableShape shape(SourceTable table) {
        return service.getBean(TableShapes.class).find(table).orElseThrow();
    }

    <T> T bean(Class<T> kind) {
        return service.getBean(kind);
    }

    /** Until what is committed at both sources now has been taken in, or left out. */
    void awaitCaughtUp() throws InterruptedException {
        CaptureStates states = service.getBean(CaptureStates.class);
        SourceHeads heads = service.getBean(SourceHeads.class);
        for (SourceSystem system : SourceSystem.values()) {
            await(
                    () -> states.of(system).state() == CaptureState.State.STREAMING
                            && heads.headOf(system).isPresent(),
                    system + " streaming, not " + states.of(system));
            SourcePosition head = heads.headOf(system).orElseThrow();
            await(
                    () -> {
                        SourcePosition position = states.of(system).position();
                        return position != null && position.compareTo(head) >= 0;
                    },
                    system + " caught up");
        }
    }

    void awaitState(SourceTable table, TableShape.State state) throws InterruptedException {
        TableShapes shapes = service.getBean(TableShapes.class);
        await(() -> shapes.find(table).filter(shape -> shape.state() == state).isPresent(), table + " " + state);
    }

    /** Every row of both sources stands in the hub as it is there, and no other. */
    void assertSameAsSources() throws InterruptedException {
        ResolutionPhase phase = new ResolutionPhase(service.getBean(HubDatabase.class));
        await(() -> phase.now() == ResolutionPhase.Phase.INCREMENTAL, "the first load");
        await(this::compared, "a comparison of its own");
        Reconciliation last = service.getBean(Reconciliations.class).last().orElseThrow();
        assertThat(service.getBean(Reconciliations.class).differences(last.id(), 0, 10))
                .isEmpty();
        assertThat(last.figures().rows()).isPositive();
    }

    /** Whether all was compared; not while the service does so by itself, as it does after a table was read anew. */
    private boolean compared() {
        try {
            service.getBean(Reconciler.class).run(AskedBy.COMMAND, false, (what, done, total) -> {});
            return true;
        } catch (ReconciliationException e) {
            assertThat(e.getMessage()).containsAnyOf("search index", "another reconciliation");
            return e.getMessage().contains("search index"); // which is away here; the rows come first
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    static void await(BooleanSupplier condition, String what) throws InterruptedException {
        long end = System.nanoTime() + Duration.ofSeconds(90).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waited too long for " + what).isLessThan(end);
            Thread.sleep(20);
        }
    }

    @Override
    public void close() {
        service.close();
    }
}
