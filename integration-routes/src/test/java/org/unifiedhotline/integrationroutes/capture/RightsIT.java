package org.unifiedhotline.integrationroutes.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.unifiedhotline.demo.servers.LegacySystems;
import org.unifiedhotline.demo.servers.MariaDbServer;
import org.unifiedhotline.demo.servers.PostgresServer;
import org.unifiedhotline.demo.servers.ServerOptions;
import org.unifiedhotline.integrationroutes.capture.CaptureSettings.ExcessRights;
import org.unifiedhotline.integrationroutes.capture.CaptureSettings.UnboundedLog;
import org.unifiedhotline.mappings.source.SourceSystem;

/** The accounts are made by {@code config/legacy-grants/*.sql} itself, and then given more or less. */
@DisplayName("The rights of the service at the sources")
class RightsIT {
    private static MariaDbServer switchboard;
    private static PostgresServer hotline;

    @BeforeAll
    static void start() {
        switchboard = MariaDbServer.start(ServerOptions.temporary());
        hotline = PostgresServer.start(ServerOptions.temporary());
        LegacySystems.createSwitchboard(switchboard);
        LegacySystems.createHotline(hotline);
    }

    @AfterAll
    static void stop() {
        switchboard.close();
        hotline.close();
    }

    private static Rights of(CaptureSettings settings) throws SQLException {
        SourceConnector connector = SourceConnector.of(settings);
        try (Connection source = connector.connect()) {
            return connector.rights(source);
        }
    }

    private static Rights ofSwitchboard() throws SQLException {
        return of(CaptureService.switchboard(switchboard));
    }

    private static Rights ofHotline() throws SQLException {
        return of(CaptureService.hotline(hotline));
    }

    @Test
    @DisplayName("are neither too few nor too many as the scripts for the DBAs grant them")
    void asGranted() throws SQLException {
        assertThat(ofSwitchboard().missing()).isEmpty();
        assertThat(ofSwitchboard().excess()).isEmpty();
        assertThat(ofHotline().missing()).isEmpty();
        assertThat(ofHotline().excess()).isEmpty();
    }

    @Test
    @DisplayName("that are missing at the switchboard are named with the statements that grant them, all at once")
    void missingAtTheSwitchboard() throws SQLException {
        switchboard.run("REVOKE REPLICATION SLAVE, BINLOG MONITOR ON *.* FROM 'unified_hotline'@'%'");
        try {
            Rights rights = ofSwitchboard();
            assertThat(rights.missing())
                    .containsExactly(
                            "the right to be sent the binary log: GRANT REPLICATION SLAVE ON *.* TO 'unified_hotline'@'%'",
                            "the right to ask where it stands: GRANT BINLOG MONITOR ON *.* TO 'unified_hotline'@'%'");
            assertThatThrownBy(() -> rights.require(CaptureService.switchboard(switchboard)))
                    .hasMessageContaining("config/legacy-grants/switchboard.sql");
        } finally {
            switchboard.run("GRANT REPLICATION SLAVE, BINLOG MONITOR ON *.* TO 'unified_hotline'@'%'");
        }
    }

    @Test
    @DisplayName("that are missing at the hotline are named with the statements that grant them, all at once")
    void missingAtTheHotline() throws SQLException {
        hotline.run(
                LegacySystems.HOTLINE,
                "ALTER ROLE unified_hotline NOREPLICATION",
                "REVOKE SELECT ON hotline.victim FROM unified_hotline",
                "ALTER PUBLICATION unified_hotline DROP TABLE hotline.referral");
        try {
            assertThat(ofHotline().missing())
                    .containsExactlyInAnyOrder(
                            "the right to be sent the log: ALTER ROLE unified_hotline REPLICATION",
                            "the table hotline.victim, or: GRANT SELECT ON hotline.victim TO unified_hotline",
                            "the table hotline.referral in the publication: ALTER PUBLICATION unified_hotline ADD TABLE"
                                    + " hotline.referral");
        } finally {
            hotline.run(
                    LegacySystems.HOTLINE,
                    "ALTER ROLE unified_hotline REPLICATION",
                    "GRANT SELECT ON hotline.victim TO unified_hotline",
                    "ALTER PUBLICATION unified_hotline ADD TABLE hotline.referral");
        }
    }

    @Test
    @DisplayName("to all changes, rows and columns at the hotline are missing where the publication tells only some")
    void narrowedAtTheHotline() throws SQLException {
        hotline.run(
                LegacySystems.HOTLINE,
                "ALTER PUBLICATION unified_hotline SET (publish = 'insert, update')",
                "ALTER PUBLICATION unified_hotline DROP TABLE hotline.caller",
                "ALTER PUBLICATION unified_hotline ADD TABLE hotline.caller WHERE (caller_id > 5)");
        try {
            assertThat(ofHotline().missing())
                    .hasSize(2)
                    .anyMatch(one -> one.startsWith("every kind of change in the publication: ALTER PUBLICATION"))
                    .anyMatch(one -> one.startsWith("all rows and columns of hotline.caller in the publication"));
        } finally {
            hotline.run(
                    LegacySystems.HOTLINE,
                    "ALTER PUBLICATION unified_hotline SET (publish = 'insert, update, delete, truncate')",
                    "ALTER PUBLICATION unified_hotline DROP TABLE hotline.caller",
                    "ALTER PUBLICATION unified_hotline ADD TABLE hotline.caller");
        }
        assertThat(ofHotline().missing()).isEmpty();
    }

    @Test
    @DisplayName(
            "at the hotline that come by a role, or could be taken on by one, and to draw numbers are named as too much")
    void rolesAtTheHotline() throws SQLException {
        hotline.run(
                LegacySystems.HOTLINE,
                "CREATE ROLE writer",
                "GRANT USAGE ON SCHEMA hotline TO writer",
                "GRANT SELECT, INSERT ON hotline.victim TO writer",
                "GRANT writer TO unified_hotline WITH INHERIT FALSE, SET TRUE",
                "GRANT pg_write_server_files TO unified_hotline",
                "GRANT pg_monitor TO unified_hotline",
                "CREATE SEQUENCE hotline.drawn",
                "GRANT USAGE ON SEQUENCE hotline.drawn TO unified_hotline");
        try {
            assertThat(ofHotline().excess())
                    .containsExactlyInAnyOrder(
                            "the role writer", "the role pg_write_server_files", "USAGE ON SEQUENCE hotline.drawn");
        } finally {
            hotline.run(
                    LegacySystems.HOTLINE,
                    "REVOKE pg_write_server_files, pg_monitor FROM unified_hotline",
                    "DROP SEQUENCE hotline.drawn",
                    "DROP OWNED BY writer",
                    "DROP ROLE writer");
        }
        assertThat(ofHotline().excess()).isEmpty();
    }

    @Test
    @DisplayName("to write, lock or grant at the switchboard are named as too much")
    void excessAtTheSwitchboard() throws SQLException {
        switchboard.run(
                "GRANT UPDATE (ghi_chu) ON tongdai111.nguoi_goi TO 'unified_hotline'@'%'",
                "GRANT RELOAD ON *.* TO 'unified_hotline'@'%'",
                "GRANT INSERT, SELECT ON tongdai111.* TO 'unified_hotline'@'%' WITH GRANT OPTION");
        try {
            assertThat(ofSwitchboard().excess())
                    .containsExactlyInAnyOrder(
                            "UPDATE ON `tongdai111`.`nguoi_goi`",
                            "RELOAD ON *.*",
                            "INSERT ON `tongdai111`.*",
                            "GRANT OPTION ON `tongdai111`.*");
        } finally {
            switchboard.run(
                    "REVOKE UPDATE (ghi_chu) ON tongdai111.nguoi_goi FROM 'unified_hotline'@'%'",
                    "REVOKE RELOAD ON *.* FROM 'unified_hotline'@'%'",
                    "REVOKE INSERT, GRANT OPTION ON tongdai111.* FROM 'unified_hotline'@'%'");
        }
        switchboard.run(
                "CREATE USER 'almighty'@'%' IDENTIFIED BY 'almighty'", "GRANT ALL PRIVILEGES ON *.* TO 'almighty'@'%'");
        CaptureSettings own = CaptureService.switchboard(switchboard);
        CaptureSettings almighty = new CaptureSettings(
                own.system(),
                own.engine(),
                own.host(),
                own.port(),
                own.database(),
                "",
                "almighty",
                "almighty",
                "",
                "",
                ExcessRights.REFUSE);
        assertThat(of(almighty).missing()).isEmpty();
        assertThat(of(almighty).excess()).contains("ALL PRIVILEGES ON *.*");
    }

    @Test
    @DisplayName("to write or create at the hotline are named as too much; of a superuser that it is one")
    void excessAtTheHotline() throws SQLException {
        hotline.run(
                LegacySystems.HOTLINE,
                "GRANT UPDATE (phone), DELETE ON hotline.victim TO unified_hotline",
                "GRANT CREATE ON SCHEMA hotline TO unified_hotline",
                "ALTER ROLE unified_hotline CREATEDB");
        try {
            assertThat(ofHotline().excess())
                    .containsExactlyInAnyOrder(
                            "UPDATE ON hotline.victim",
                            "DELETE ON hotline.victim",
                            "CREATE ON SCHEMA hotline",
                            "CREATEDB");
            hotline.run(LegacySystems.HOTLINE, "ALTER ROLE unified_hotline SUPERUSER");
            assertThat(ofHotline().excess()).containsExactly("SUPERUSER");
        } finally {
            hotline.run(
                    LegacySystems.HOTLINE,
                    "ALTER ROLE unified_hotline NOSUPERUSER NOCREATEDB",
                    "REVOKE UPDATE (phone), DELETE ON hotline.victim FROM unified_hotline",
                    "REVOKE CREATE ON SCHEMA hotline FROM unified_hotline");
        }
    }

    @Test
    @DisplayName("to maintain tables, or to write in another schema of the hotline, are named as too much")
    void excessElsewhereAtTheHotline() throws SQLException {
        hotline.run(
                LegacySystems.HOTLINE,
                "CREATE SCHEMA billing",
                "CREATE TABLE billing.invoice (id int)",
                "GRANT CREATE ON SCHEMA billing TO unified_hotline",
                "GRANT INSERT ON billing.invoice TO unified_hotline",
                "GRANT MAINTAIN ON hotline.victim TO unified_hotline");
        try {
            assertThat(ofHotline().excess())
                    .containsExactlyInAnyOrder(
                            "CREATE ON SCHEMA billing", "INSERT ON billing.invoice", "MAINTAIN ON hotline.victim");
        } finally {
            hotline.run(
                    LegacySystems.HOTLINE,
                    "REVOKE MAINTAIN ON hotline.victim FROM unified_hotline",
                    "DROP SCHEMA billing CASCADE");
        }
    }

    @Test
    @DisplayName(
            "of a role that the account at the switchboard may take on are named as too much, whether or not it has")
    void rolesAtTheSwitchboard() throws SQLException {
        switchboard.run(
                "CREATE ROLE writer",
                "GRANT SELECT, INSERT ON tongdai111.* TO writer",
                "GRANT writer TO 'unified_hotline'@'%'");
        try {
            assertThat(ofSwitchboard().excess())
                    .singleElement()
                    .asString()
                    .startsWith("INSERT ON `tongdai111`.* by the role ")
                    .contains("writer");
            switchboard.run("SET DEFAULT ROLE writer FOR 'unified_hotline'@'%'");
            assertThat(ofSwitchboard().excess()).containsExactly("INSERT ON `tongdai111`.*");
        } finally {
            switchboard.run("DROP ROLE writer");
        }
        assertThat(ofSwitchboard().excess()).isEmpty();
    }

    @Test
    @DisplayName("are of no use where the server leaves the switchboard out of its log, which is named")
    void leftOutOfTheLog() throws SQLException {
        try (MariaDbServer server = MariaDbServer.start(ServerOptions.temporary(), "--binlog-ignore-db=tongdai111")) {
            LegacySystems.createSwitchboard(server);
            assertThat(of(CaptureService.switchboard(server)).missing())
                    .containsExactly("changes of tongdai111 in the binary log: binlog_ignore_db leaves them out");
        }
        try (MariaDbServer server = MariaDbServer.start(ServerOptions.temporary(), "--binlog-do-db=elsewhere")) {
            LegacySystems.createSwitchboard(server);
            assertThat(of(CaptureService.switchboard(server)).missing())
                    .containsExactly(
                            "changes of tongdai111 in the binary log: binlog_do_db names other databases alone");
        }
    }

    @Test
    @DisplayName("that are too many keep capture from beginning until they are revoked; or are only warned of")
    void refusedOrWarned() throws Exception {
        CaptureService.Hub hub = CaptureService.Hub.create(hotline, "rights_hub");
        FakeLedger ledger = new FakeLedger(new Mirror());
        CaptureSettings settings = CaptureService.switchboard(switchboard);
        switchboard.run("GRANT INSERT ON tongdai111.* TO 'unified_hotline'@'%'");
        try (CaptureService service = CaptureService.start(settings, hub, ledger, changes -> {})) {
            CaptureService.awaitTrue(
                    () -> service.status(SourceSystem.SWITCHBOARD).state() == CaptureStatus.State.FAILED, "refusal");
            assertThat(service.status(SourceSystem.SWITCHBOARD).reason())
                    .contains("may do more at the switchboard than read: INSERT ON `tongdai111`.*")
                    .contains("unified-hotline.sources.excess-rights");
            switchboard.run("REVOKE INSERT ON tongdai111.* FROM 'unified_hotline'@'%'");
            service.awaitCaughtUp(SourceSystem.SWITCHBOARD);
            assertThat(service.status(SourceSystem.SWITCHBOARD).reason()).isNull();
        }
        switchboard.run("GRANT INSERT ON tongdai111.* TO 'unified_hotline'@'%'");
        try (CaptureService service = CaptureService.start(warned(settings), hub, ledger, changes -> {})) {
            service.awaitCaughtUp(SourceSystem.SWITCHBOARD);
            assertThat(service.status(SourceSystem.SWITCHBOARD).reason()).contains("INSERT ON `tongdai111`.*");
        } finally {
            switchboard.run("REVOKE INSERT ON tongdai111.* FROM 'unified_hotline'@'%'");
        }
    }

    @Test
    @DisplayName(
            "do not let capture begin where a service that stands still could fill the disk, until the log is bounded; or this is only warned of")
    void unboundedLog() throws Exception {
        CaptureService.Hub hub = CaptureService.Hub.create(hotline, "unbounded_hub");
        FakeLedger ledger = new FakeLedger(new Mirror());
        CaptureSettings settings = CaptureService.hotline(hotline);
        bound("-1");
        try (CaptureService service = CaptureService.start(settings, hub, ledger, changes -> {})) {
            CaptureService.awaitTrue(
                    () -> service.status(SourceSystem.HOTLINE).state() == CaptureStatus.State.FAILED, "refusal");
            assertThat(service.status(SourceSystem.HOTLINE).reason())
                    .contains("nothing bounds what the hotline keeps of its log")
                    .contains("unified-hotline.sources.unbounded-log");
            try (Connection source = hotline.connect(LegacySystems.HOTLINE);
                    Statement statement = source.createStatement();
                    ResultSet slots = statement.executeQuery(
                            "SELECT FROM pg_replication_slots WHERE slot_name = '" + settings.slot() + "'")) {
                assertThat(slots.next()).as("a slot that would keep the log").isFalse();
            }
            bound("10GB");
            service.awaitCaughtUp(SourceSystem.HOTLINE);
        }
        bound("-1");
        try (CaptureService service = CaptureService.start(warned(settings), hub, ledger, changes -> {})) {
            service.awaitCaughtUp(SourceSystem.HOTLINE);
        } finally {
            bound("10GB");
        }
    }

    private static void bound(String size) {
        hotline.run(
                LegacySystems.HOTLINE,
                "ALTER SYSTEM SET max_slot_wal_keep_size = '" + size + "'",
                "SELECT pg_reload_conf()");
    }

    /** The same, where all is let pass that may be. */
    private static CaptureSettings warned(CaptureSettings own) {
        return new CaptureSettings(
                own.system(),
                own.engine(),
                own.host(),
                own.port(),
                own.database(),
                own.schema(),
                own.username(),
                own.password(),
                own.publication(),
                own.slot(),
                ExcessRights.WARN,
                UnboundedLog.WARN,
                own.transport(),
                own.dispensableColumns());
    }
}
