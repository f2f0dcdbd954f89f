package org.unifiedhotline.demo.servers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.unifiedhotline.demo.servers.Ask.ask;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("The legacy databases")
class LegacySystemsIT {
    @BeforeAll
    static void create() {
        LegacySystems.createSwitchboard(TestServers.switchboard());
        LegacySystems.createHotline(TestServers.hotline());
    }

    @Nested
    @DisplayName("the switchboard's, on MariaDB,")
    class Switchboard {
        @Test
        @DisplayName("writes a complete row log in local time and takes zero dates")
        void settings() throws SQLException {
            try (Connection legacy = as(LegacySystems.APPLICATION)) {
                assertThat(ask(legacy, "SELECT @@version")).startsWith("11.4.5");
                assertThat(ask(legacy, "SELECT @@log_bin")).isEqualTo("1");
                assertThat(ask(legacy, "SELECT @@binlog_format")).isEqualTo("ROW");
                assertThat(ask(legacy, "SELECT @@binlog_row_image")).isEqualTo("FULL");
                assertThat(ask(legacy, "SELECT @@binlog_row_metadata")).isEqualTo("FULL");
                assertThat(ask(legacy, "SELECT @@server_id")).isEqualTo("1");
                assertThat(ask(legacy, "SELECT @@character_set_server")).isEqualTo("utf8mb4");
                assertThat(ask(legacy, "SELECT @@global.time_zone")).isEqualTo("+07:00");
                try (Statement statement = legacy.createStatement()) {
                    statement.execute(
                            "INSERT INTO nguoi_goi (ho_ten, ngay_tao) VALUES ('Hoa 𠀋', '0000-00-00 00:00:00')");
                }
                assertThat(ask(legacy, "SELECT CONCAT(ho_ten, '|', ngay_tao) FROM nguoi_goi"))
                        .isEqualTo("Hoa 𠀋|0000-00-00 00:00:00");
            }
        }

        @Test
        @DisplayName("lets its application truncate, and change its tables")
        void applicationOwnsItsData() throws SQLException {
            try (Connection legacy = as(LegacySystems.APPLICATION);
                    Statement statement = legacy.createStatement()) {
                statement.execute("TRUNCATE TABLE giam_sat");
                statement.execute("ALTER TABLE giam_sat ADD COLUMN thu_nghiem INT NULL");
                statement.execute("ALTER TABLE giam_sat DROP COLUMN thu_nghiem");
            }
        }

        @Test
        @DisplayName("lets capture read its rows and its log's position, and write nothing")
        void captureOnlyReads() throws SQLException {
            try (Connection capture = as(LegacySystems.CAPTURE);
                    Statement statement = capture.createStatement()) {
                assertThat(ask(capture, "SELECT COUNT(*) FROM ca_can_thiep")).isEqualTo("0");
                assertThat(ask(capture, "SHOW MASTER STATUS")).startsWith("binlog.");
                for (String write : new String[] {
                    "INSERT INTO dm_linh_vuc VALUES ('X', 'X')",
                    "UPDATE dm_linh_vuc SET ten = 'X'",
                    "DELETE FROM dm_linh_vuc",
                    "TRUNCATE TABLE dm_linh_vuc",
                    "CREATE TABLE x (id INT)",
                    "LOCK TABLES dm_linh_vuc READ",
                    "FLUSH TABLES WITH READ LOCK"
                }) {
                    assertThatThrownBy(() -> statement.execute(write))
                            .as(write)
                            .isInstanceOf(SQLException.class)
                            .hasMessageContaining("denied");
                }
            }
        }

        @Test
        @DisplayName("knows no anonymous users, who would shadow others")
        void noAnonymousUsers() throws SQLException {
            try (Connection root = TestServers.switchboard().connect("mysql")) {
                assertThat(ask(root, "SELECT COUNT(*) FROM user WHERE User = ''"))
                        .isEqualTo("0");
                assertThat(ask(root, "SELECT COUNT(*) FROM user WHERE User = 'root'"))
                        .isEqualTo("1");
            }
        }

        private Connection as(String user) throws SQLException {
            return DriverManager.getConnection(
                    TestServers.switchboard().jdbcUrl(LegacySystems.SWITCHBOARD), user, user);
        }
    }

    @Nested
    @DisplayName("the hotline's, on PostgreSQL,")
    class Hotline {
        @Test
        @DisplayName("is durable and ready for logical decoding")
        void settings() throws SQLException {
            try (Connection legacy = as(LegacySystems.APPLICATION)) {
                assertThat(ask(legacy, "SHOW server_version")).startsWith("18.4");
                assertThat(ask(legacy, "SHOW wal_level")).isEqualTo("logical");
                assertThat(ask(legacy, "SHOW fsync")).isEqualTo("on");
                assertThat(ask(legacy, "SHOW synchronous_commit")).isEqualTo("on");
                assertThat(ask(legacy, "SHOW full_page_writes")).isEqualTo("on");
                assertThat(ask(legacy, "SHOW server_encoding")).isEqualTo("UTF8");
                assertThat(ask(legacy, "SELECT upper('đặng 𠀋')")).isEqualTo("ĐẶNG 𠀋");
            }
        }

        @Test
        @DisplayName("is owned by its application, which may truncate")
        void applicationOwnsItsData() throws SQLException {
            try (Connection legacy = as(LegacySystems.APPLICATION);
                    Statement statement = legacy.createStatement()) {
                statement.execute("TRUNCATE site_status");
                assertThat(ask(
                                legacy,
                                "SELECT string_agg(DISTINCT tableowner, ',') FROM pg_tables"
                                        + " WHERE schemaname = 'hotline'"))
                        .isEqualTo(LegacySystems.APPLICATION);
            }
        }

        @Test
        @DisplayName("publishes exactly its nine tables, truncations included")
        void publication() throws SQLException {
            try (Connection capture = as(LegacySystems.CAPTURE)) {
                assertThat(ask(
                                capture,
                                "SELECT string_agg(tablename, ' ' ORDER BY tablename) FROM pg_publication_tables"
                                        + " WHERE pubname = 'unified_hotline' AND schemaname = 'hotline'"))
                        .isEqualTo(
                                "agency call call_review caller case_file referral return_record site_status victim");
                assertThat(ask(
                                capture,
                                "SELECT pubinsert AND pubupdate AND pubdelete AND pubtruncate"
                                        + " FROM pg_publication WHERE pubname = 'unified_hotline'"))
                        .isEqualTo("t");
            }
        }

        @Test
        @DisplayName("lets capture read, keep a slot and leave a heartbeat in the log, and write nothing")
        void captureOnlyReads() throws SQLException {
            try (Connection capture = as(LegacySystems.CAPTURE);
                    Statement statement = capture.createStatement()) {
                assertThat(ask(capture, "SELECT COUNT(*) FROM hotline.victim")).isEqualTo("0");
                statement.execute("SELECT pg_create_logical_replication_slot('probe', 'pgoutput')");
                statement.execute("SELECT pg_logical_emit_message(false, 'heartbeat', 'x')");
                statement.execute("SELECT pg_drop_replication_slot('probe')");
                for (String write : new String[] {
                    "INSERT INTO hotline.agency (agency_code, name, kind) VALUES ('X', 'X', 'NGO')",
                    "UPDATE hotline.agency SET name = 'X'",
                    "DELETE FROM hotline.agency",
                    "TRUNCATE hotline.site_status",
                    "CREATE TABLE hotline.x (id int)",
                    "CREATE TABLE public.x (id int)"
                }) {
                    assertThatThrownBy(() -> statement.execute(write))
                            .as(write)
                            .isInstanceOf(SQLException.class)
                            .hasMessageContaining("permission denied");
                }
            }
        }

        private Connection as(String user) throws SQLException {
            return DriverManager.getConnection(TestServers.hotline().jdbcUrl(LegacySystems.HOTLINE), user, user);
        }
    }

    @Test
    @DisplayName("can be made anew between tests, empty again")
    void madeAnew() throws SQLException {
        LegacySystems.createSwitchboard(TestServers.switchboard());
        LegacySystems.createHotline(TestServers.hotline());

        try (Connection switchboard = TestServers.switchboard().connect(LegacySystems.SWITCHBOARD);
                Connection hotline = TestServers.hotline().connect(LegacySystems.HOTLINE)) {
            assertThat(ask(switchboard, "SELECT COUNT(*) FROM nguoi_goi")).isEqualTo("0");
            assertThat(ask(hotline, "SELECT COUNT(*) FROM hotline.caller")).isEqualTo("0");
        }
    }
}
