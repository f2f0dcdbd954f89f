package org.unifiedhotline.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.unifiedhotline.demo.servers.HubDatabases;
import org.unifiedhotline.demo.servers.LegacySystems;
import org.unifiedhotline.demo.servers.MariaDbServer;
import org.unifiedhotline.demo.servers.PostgresServer;
import org.unifiedhotline.demo.servers.TestServers;
import org.unifiedhotline.mappings.source.SourceSystem;

/** Asks a service that is at work to end, and starts it again. */
@DisplayName("A service that is asked to end while both legacy systems write")
class ShutdownIT {
    private static final String HUB = "hub_shutdown";
    private static final int PER_STATEMENT = 20;

    @Test
    @DisplayName(
            "finishes the requests and batches in its hands, ends with 143 and without an error; nothing is lost, and next to nothing is read again")
    void drains(@TempDir Path folder) throws Exception {
        MariaDbServer switchboard = TestServers.switchboard();
        PostgresServer postgres = TestServers.hotline();
        LegacySystems.createSwitchboard(switchboard);
        LegacySystems.createHotline(postgres);
        LegacyDatabases legacy = new LegacyDatabases(
                switchboard.jdbcUrl(LegacySystems.SWITCHBOARD), postgres.jdbcUrl(LegacySystems.HOTLINE));
        Map<String, String> settings = ServiceSettings.between(switchboard, postgres, HUB, TestServers.search());
        RunningService service = new RunningService(settings, folder.resolve("first.log"));
        service.start();
        service.waitUntilCaughtUp();

        AtomicInteger written = new AtomicInteger();
        AtomicBoolean writing = new AtomicBoolean(true);
        Thread writer = Thread.ofPlatform().start(() -> write(legacy, written, writing));
        AtomicReference<String> refused = new AtomicReference<>();
        Thread reader = Thread.ofPlatform().start(() -> read(service, writing, refused));
        service.waitUntil("changes are taken in", () -> callers(postgres) > 1_000);
        int exitCode = service.end();
        long kept = callers(postgres);
        writing.set(false);
        writer.join();
        reader.join();

        assertThat(exitCode).isEqualTo(143);
        assertThat(refused.get())
                .as("a request that was answered otherwise than in full")
                .isNull();
        assertThat(service.log()).doesNotContain(" ERROR ", "Exception");
        assertThat(kept).isLessThan(written.get());

        long before = changes(postgres);
        try (RunningService second = new RunningService(settings, folder.resolve("second.log"))) {
            second.start();
            second.waitUntilCaughtUp();
            assertThat(callers(postgres)).isEqualTo(written.get());
            long missed = written.get() - kept;
            assertThat(changes(postgres) - before)
                    .as("changes that were taken in anew besides those that were missed")
                    .isBetween(missed, missed + PER_STATEMENT);
            assertThat(second.log()).doesNotContain(" ERROR ");
        }
    }

    private static void write(LegacyDatabases legacy, AtomicInteger written, AtomicBoolean writing) {
        while (writing.get()) {
            try {
                StringBuilder rows = new StringBuilder();
                for (int row = 0; row < PER_STATEMENT; row++) {
                    rows.append(row == 0 ? "" : ",")
                            .append("('Người Gọi ")
                            .append(written.get() + row)
                            .append("',now())");
                }
                legacy.execute(SourceSystem.SWITCHBOARD, "INSERT INTO nguoi_goi (ho_ten,ngay_tao) VALUES " + rows);
                written.addAndGet(PER_STATEMENT);
                Thread.sleep(20);
            } catch (SQLException | InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** Asks without a pause; whoever is not connected to any more is not refused, for the next instance would answer. */
    private static void read(RunningService service, AtomicBoolean reading, AtomicReference<String> refused) {
        while (reading.get()) {
            try {
                var answer = service.call("office-script", "GET", "/api/v1/crosswalk.csv", null);
                if (answer.statusCode() != 200 && answer.statusCode() != 503) {
                    refused.compareAndSet(null, answer.statusCode() + " " + answer.body());
                }
            } catch (java.io.UncheckedIOException e) {
                if (e.getCause() instanceof java.net.ConnectException) {
                    return;
                }
                String message = String.valueOf(e.getCause().getMessage());
                if (!message.contains("header parser received no bytes")) {
                    refused.compareAndSet(null, e.getCause().toString());
                }
                return;
            }
        }
    }

    private static long callers(PostgresServer server) {
        return number(server, "SELECT count(*) FROM source_record WHERE source_table = 'nguoi_goi'");
    }

    private static long changes(PostgresServer server) {
        return number(server, "SELECT changes FROM table_count WHERE source_table = 'nguoi_goi'");
    }

    private static long number(PostgresServer server, String question) {
        try (Connection connection =
                        DriverManager.getConnection(server.jdbcUrl(HUB), HubDatabases.SERVICE, HubDatabases.SERVICE);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(question)) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
