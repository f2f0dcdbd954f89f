package org.unifiedhotline.integrationroutes.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.unifiedhotline.demo.servers.LegacySystems;
import org.unifiedhotline.demo.servers.MariaDbServer;
import org.unifiedhotline.demo.servers.PostgresServer;
import org.unifiedhotline.demo.servers.ServerOptions;
import org.unifiedhotline.demo.servers.TestServers;
import org.unifiedhotline.mappings.source.SourceSystem;

@DisplayName("In a legacy database, capture")
class FootprintIT {
    private static final Pattern STATEMENT = Pattern.compile("LOG:  (?:statement|execute [^:]*): (.*)");
    /** How long Debezium's driver lets a statement take stands before it. */
    private static final Pattern LIMIT = Pattern.compile("SET STATEMENT \\S+=\\d+ FOR ");

    /** What may be asked: nothing of it changes or locks anything. KILL QUERY ends a statement of the account's own. */
    private static final Pattern HARMLESS = Pattern.compile(
            "(SELECT|WITH|SHOW|SET (?!GLOBAL)|BEGIN|START TRANSACTION|COMMIT|ROLLBACK|USE|DISCARD|DEALLOCATE|KILL QUERY"
                    + "|START_REPLICATION|IDENTIFY_SYSTEM)\\b?.*",
            Pattern.DOTALL);

    private static final Pattern LOCKING =
            Pattern.compile("FOR (NO KEY )?UPDATE|FOR (KEY )?SHARE|LOCK IN SHARE MODE|LOCK TABLE|@@GLOBAL\\.\\w+ *=");

    @Test
    @DisplayName(
            "of the switchboard changes nothing and only reads, while it reads all rows and while it follows the log")
    void atTheSwitchboard() throws Exception {
        try (MariaDbServer source = MariaDbServer.start(ServerOptions.temporary())) {
            LegacySystems.createSwitchboard(source);
            source.run("INSERT INTO tongdai111.nguoi_goi (ngay_tao) VALUES (now()), (now())");
            String catalog = "SELECT table_schema, table_name, table_type, create_time FROM information_schema.tables"
                    + " WHERE table_schema NOT IN ('information_schema', 'mysql', 'performance_schema', 'sys')"
                    + " UNION ALL SELECT trigger_schema, trigger_name, event_object_table, NULL FROM information_schema.triggers"
                    + " UNION ALL SELECT user, host, plugin, NULL FROM mysql.user ORDER BY 1, 2";
            List<String> before = rows(source.connect("tongdai111"), catalog);
            source.run("SET GLOBAL log_output = 'TABLE'", "SET GLOBAL general_log = ON");
            captureOnce(
                    CaptureService.switchboard(source),
                    SourceSystem.SWITCHBOARD,
                    "footprint_switchboard",
                    () -> source.run("INSERT INTO tongdai111.nguoi_goi (ngay_tao) VALUES (now())"));
            source.run("SET GLOBAL general_log = OFF");

            assertThat(rows(source.connect("tongdai111"), catalog)).isEqualTo(before);
            List<String> asked = rows(
                    source.connect("mysql"),
                    "SELECT argument FROM mysql.general_log WHERE command_type IN ('Query', 'Prepare', 'Execute')"
                            + " AND user_host LIKE '%unified\\_hotline%'");
            assertOnlyReads(asked);
            assertThat(asked).anyMatch(statement -> statement.contains("nguoi_goi"));
        }
    }

    @Test
    @DisplayName(
            "of the hotline makes its slot and nothing else, and only reads, while it reads all rows and while it follows the log")
    void atTheHotline() throws Exception {
        try (PostgresServer source = PostgresServer.start(ServerOptions.temporary())) {
            LegacySystems.createHotline(source);
            String insert =
                    "INSERT INTO hotline.caller (caller_id, created_at) SELECT coalesce(max(caller_id), 0) + 1, now()"
                            + " FROM hotline.caller";
            source.run(LegacySystems.HOTLINE, insert);
            String catalog =
                    "SELECT 'c', oid::text, relname::text, reltriggers FROM (SELECT oid, relname, relhastriggers AS"
                            + " reltriggers FROM pg_class) AS c UNION ALL SELECT 't', oid::text, tgname::text, NULL FROM pg_trigger"
                            + " UNION ALL SELECT 'p', oid::text, proname::text, NULL FROM pg_proc"
                            + " UNION ALL SELECT 'n', oid::text, nspname::text, NULL FROM pg_namespace"
                            + " UNION ALL SELECT 'b', oid::text, pubname::text, NULL FROM pg_publication ORDER BY 1, 2, 3";
            List<String> before = rows(source.connect(LegacySystems.HOTLINE), catalog);
            source.run(LegacySystems.HOTLINE, "ALTER ROLE unified_hotline SET log_statement = 'all'");
            captureOnce(
                    CaptureService.hotline(source),
                    SourceSystem.HOTLINE,
                    "footprint_hotline",
                    () -> source.run(LegacySystems.HOTLINE, insert));

            assertThat(rows(source.connect(LegacySystems.HOTLINE), catalog)).isEqualTo(before);
            assertThat(rows(source.connect(LegacySystems.HOTLINE), "SELECT slot_name FROM pg_replication_slots"))
                    .containsExactly("unified_hotline");
            List<String> asked = new ArrayList<>();
            for (String line : Files.readString(source.log(), StandardCharsets.UTF_8)
                    .lines()
                    .toList()) {
                Matcher statement = STATEMENT.matcher(line);
                if (statement.find()) {
                    asked.add(statement.group(1));
                } else if (line.startsWith("\t") && !asked.isEmpty()) { // a statement goes on in the next line
                    asked.add(asked.removeLast() + "\n" + line);
                }
            }
            assertOnlyReads(asked);
            assertThat(asked).anyMatch(statement -> statement.contains("caller"));
        }
    }

    @Test
    @DisplayName("keeps no writer waiting while it reads all rows")
    void writersGoOn() throws Exception {
        MariaDbServer switchboard = TestServers.switchboard();
        LegacySystems.createSwitchboard(switchboard);
        try (PostgresServer hotline = PostgresServer.start(ServerOptions.temporary())) {
            LegacySystems.createHotline(hotline);
            switchboard.run(
                    "INSERT INTO tongdai111.nguoi_goi (id, ngay_tao) SELECT seq, now() FROM tongdai111.seq_1_to_20000");
            hotline.run(
                    LegacySystems.HOTLINE,
                    "INSERT INTO hotline.caller (caller_id, created_at) SELECT n, now() FROM generate_series(1, 20000) AS n");
            assertWritable(
                    CaptureService.switchboard(switchboard),
                    "footprint_writers_1",
                    switchboard.jdbcUrl(LegacySystems.SWITCHBOARD) + "?sessionVariables=innodb_lock_wait_timeout=1",
                    "UPDATE nguoi_goi SET ghi_chu = 'x' WHERE id = 7");
            assertWritable(
                    CaptureService.hotline(hotline),
                    "footprint_writers_2",
                    hotline.jdbcUrl(LegacySystems.HOTLINE) + "?options=-c%20lock_timeout=1000",
                    "UPDATE caller SET phone_1 = 'x' WHERE caller_id = 7");
        }
    }

    /** Holds the snapshot at its first batch, and writes meanwhile: whoever had to wait for it would give up. */
    private static void assertWritable(CaptureSettings settings, String hubName, String url, String update)
            throws Exception {
        CaptureService.Hub hub = CaptureService.Hub.create(TestServers.hub(), hubName);
        CountDownLatch reading = new CountDownLatch(1);
        CountDownLatch written = new CountDownLatch(1);
        AtomicBoolean held = new AtomicBoolean();
        CaptureSink slow = changes -> {
            if (held.compareAndSet(false, true)) {
                reading.countDown();
                assertThat(written.await(60, TimeUnit.SECONDS)).isTrue();
            }
        };
        try (CaptureService service = CaptureService.start(settings, hub, new FakeLedger(new Mirror()), slow);
                Connection application =
                        DriverManager.getConnection(url, LegacySystems.APPLICATION, LegacySystems.APPLICATION);
                Statement statement = application.createStatement()) {
            assertThat(reading.await(60, TimeUnit.SECONDS)).isTrue();
            assertThat(service.status(settings.system()).state()).isEqualTo(CaptureStatus.State.SNAPSHOT);
            for (int time = 0; time < 50; time++) {
                assertThat(statement.executeUpdate(update)).isBetween(0, 1);
            }
            written.countDown();
            service.awaitCaughtUp(settings.system());
        } finally {
            written.countDown();
        }
    }

    private static void captureOnce(CaptureSettings settings, SourceSystem system, String hubName, Runnable change)
            throws Exception {
        CaptureService.Hub hub = CaptureService.Hub.create(TestServers.hub(), hubName);
        FakeLedger ledger = new FakeLedger(new Mirror());
        for (int start = 0; start < 2; start++) { // the second goes on from its offset
            try (CaptureService service = CaptureService.start(settings, hub, ledger, changes -> {})) {
                service.awaitCaughtUp(system);
                change.run();
                service.awaitCaughtUp(system);
                new TableWatch(settings, ledger).look();
            }
        }
    }

    private static void assertOnlyReads(List<String> asked) {
        assertThat(asked).hasSizeGreaterThan(10);
        // An empty one is how PostgreSQL's driver asks whether its connection still stands.
        assertThat(asked).filteredOn(statement -> !statement.isBlank()).allSatisfy(statement -> {
            String upper =
                    LIMIT.matcher(statement.strip().toUpperCase(Locale.ROOT)).replaceFirst("");
            assertThat(HARMLESS.matcher(upper).matches()).isTrue();
            assertThat(LOCKING.matcher(upper).find()).isFalse();
        });
    }

    private static List<String> rows(Connection connection, String query) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (connection;
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            int columns = row.getMetaData().getColumnCount();
            while (row.next()) {
                StringBuilder text = new StringBuilder();
                for (int at = 1; at <= columns; at++) {
                    text.append(at == 1 ? "" : "|").append(row.getString(at));
                }
                rows.add(text.toString());
            }
        }
        return rows;
    }
}
