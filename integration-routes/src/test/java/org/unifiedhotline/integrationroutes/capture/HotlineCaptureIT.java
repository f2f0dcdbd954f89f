package org.unifiedhotline.integrationroutes.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.unifiedhotline.demo.servers.LegacySystems;
import org.unifiedhotline.demo.servers.PostgresServer;
import org.unifiedhotline.demo.servers.TestServers;
import org.unifiedhotline.mappings.source.SourceChange;
import org.unifiedhotline.mappings.source.SourceRow;
import org.unifiedhotline.mappings.source.SourceSystem;

@DisplayName("Capture of the hotline (PostgreSQL)")
class HotlineCaptureIT {
    private static final SourceSystem HOTLINE = SourceSystem.HOTLINE;

    private final PostgresServer server = TestServers.hotline();
    private final Mirror mirror = new Mirror();
    private final FakeLedger ledger = new FakeLedger(mirror);
    private CaptureService.Hub hub;
    private Connection legacy;

    @BeforeEach
    void freshDatabases() throws Exception {
        dropSlot();
        LegacySystems.createHotline(server);
        hub = CaptureService.Hub.create(TestServers.hub(), "capture_hotline");
        legacy = DriverManager.getConnection(server.jdbcUrl(LegacySystems.HOTLINE), "legacy", "legacy");
    }

    @AfterEach
    void close() throws Exception {
        legacy.close();
        dropSlot();
    }

    /** A slot belongs to its database, which cannot be dropped while it has one. */
    private void dropSlot() throws Exception {
        CaptureService.awaitTrue(() -> !slotIsInUse(), "the server's letting go of the slot");
        try (Connection connection = server.connect("postgres");
                Statement statement = connection.createStatement()) {
            ResultSet slot = statement.executeQuery(
                    "SELECT database FROM pg_replication_slots WHERE slot_name = 'unified_hotline'");
            if (slot.next()) {
                try (Connection there = server.connect(slot.getString(1));
                        Statement drop = there.createStatement()) {
                    drop.execute("SELECT pg_drop_replication_slot('unified_hotline')");
                }
            }
        }
    }

    /** The server notices a little after the service stopped that nobody reads any more. */
    private boolean slotIsInUse() {
        try (Connection connection = server.connect("postgres");
                Statement statement = connection.createStatement();
                ResultSet slot = statement.executeQuery(
                        "SELECT FROM pg_replication_slots WHERE slot_name = 'unified_hotline' AND active")) {
            return slot.next();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private CaptureService service() throws Exception {
        return CaptureService.start(CaptureService.hotline(server), hub, ledger, mirror::take);
    }

    private void sql(String... statements) throws SQLException {
        try (Statement statement = legacy.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private Map<String, SourceRow> rows(String table) {
        return mirror.rows(HOTLINE, table);
    }

    private static String uuid(int n) {
        return String.format("00000000-0000-4000-8000-%012d", n);
    }

    private void insertEverywhere(int n) throws SQLException {
        sql(
                "INSERT INTO agency (agency_code, name, kind) VALUES ('A" + n + "', 'Công an', 'POLICE')",
                "INSERT INTO caller (caller_id, full_name, created_at) VALUES (" + n + ", 'Người gọi', now())",
                "INSERT INTO victim (victim_id, family_name, created_at) VALUES (" + n + ", 'Lò', now())",
                "INSERT INTO case_file (case_no, victim_id, opened_on, status) VALUES ('MB-" + n + "', " + n
                        + ", '2020-02-29', 'NEW')",
                "INSERT INTO return_record (return_id, victim_id, returned_on, kind) VALUES (" + n + ", " + n
                        + ", '2020-02-29', 'RESCUED')",
                "INSERT INTO call (call_id, received_at, channel, centre, outcome) VALUES ('" + uuid(n)
                        + "', now(), 'VOICE', 'HANOI', 'ADVICE')",
                "INSERT INTO referral (referral_id, case_no, agency_code, service, referred_on, outcome) VALUES (" + n
                        + ", 'MB-" + n + "', 'A" + n + "', 'SHELTER', '2020-03-01', 'PENDING')",
                "INSERT INTO call_review (review_id, call_id, reviewer, score, reviewed_at) VALUES (" + n + ", '"
                        + uuid(n) + "', 'ai', 90.5, now())",
                "INSERT INTO site_status (status_id, centre, component, state, observed_at) VALUES (" + n
                        + ", 'HANOI', 'PBX', 'UP', now())");
    }

    private void assertSameKeysAsSource() throws SQLException {
        for (String table : CapturedTables.of(HOTLINE)) {
            TreeSet<String> keys = new TreeSet<>();
            try (Statement statement = legacy.createStatement();
                    ResultSet row = statement.executeQuery("SELECT * FROM " + table)) {
                while (row.next()) {
                    keys.add(row.getString(1));
                }
            }
            assertThat(rows(table).keySet()).as(table).isEqualTo(keys);
        }
    }

    @Test
    @DisplayName("takes the rows that stand and every kind of change of every table")
    void everyTableAndOperation() throws Exception {
        insertEverywhere(1);
        try (CaptureService service = service()) {
            service.awaitCaughtUp(HOTLINE);
            assertSameKeysAsSource();
            assertThat(mirror.all()).hasSize(9);

            insertEverywhere(2);
            insertEverywhere(3);
            sql(
                    "DELETE FROM call_review WHERE review_id = 1",
                    "DELETE FROM referral WHERE referral_id = 1",
                    "DELETE FROM return_record WHERE return_id = 1",
                    "DELETE FROM call WHERE call_id = '" + uuid(1) + "'",
                    "DELETE FROM case_file WHERE case_no = 'MB-1'",
                    "DELETE FROM victim WHERE victim_id = 1",
                    "DELETE FROM caller WHERE caller_id = 1",
                    "DELETE FROM agency WHERE agency_code = 'A1'",
                    "DELETE FROM site_status WHERE status_id = 1",
                    "UPDATE referral SET referral_id = 77 WHERE referral_id = 2",
                    "UPDATE referral SET case_no = 'MB-3', agency_code = 'A3' WHERE referral_id = 77",
                    "UPDATE return_record SET victim_id = 3, return_id = 77 WHERE return_id = 2",
                    "UPDATE call_review SET review_id = 77, call_id = '" + uuid(3) + "' WHERE review_id = 2",
                    "UPDATE call SET call_id = '" + uuid(77) + "' WHERE call_id = '" + uuid(2) + "'",
                    "UPDATE case_file SET case_no = 'MB-77', victim_id = 3 WHERE case_no = 'MB-2'",
                    "UPDATE victim SET victim_id = 77 WHERE victim_id = 2",
                    "UPDATE caller SET caller_id = 77 WHERE caller_id = 2",
                    "UPDATE agency SET agency_code = 'A77' WHERE agency_code = 'A2'",
                    "UPDATE site_status SET status_id = 77 WHERE status_id = 2",
                    "UPDATE caller SET full_name = 'Đổi tên' WHERE caller_id = 3");
            service.awaitCaughtUp(HOTLINE);
            assertSameKeysAsSource();
            assertThat(rows("site_status").keySet()).containsExactly("3", "77");
            assertThat(rows("caller").get("3").columns()).containsEntry("full_name", "Đổi tên");

            sql("TRUNCATE agency, caller, victim, case_file, return_record, call, referral, call_review, site_status");
            service.awaitCaughtUp(HOTLINE);
            assertSameKeysAsSource();
            insertEverywhere(4);
            sql("TRUNCATE site_status");
            service.awaitCaughtUp(HOTLINE);
            assertSameKeysAsSource();
        }
        assertThat(ledger.states()).noneMatch(state -> state.contains("FAILED"));
    }

    private void insertValues(int n) throws SQLException {
        sql(
                "INSERT INTO victim VALUES (" + n + ", NULL, 'H''Yăm Niê 𠀀😀', ARRAY['Tiểu Hoa', 'a,\"b\"', '小花'],"
                        + " '1999-01-01', 'Y', 'F', 'CMND', '012345678', 'VN', 'Ê Đê', NULL, NULL, NULL, NULL, NULL,"
                        + " NULL, true, '2021-03-09 17:04:05.123456+07', NULL)",
                "INSERT INTO case_file VALUES ('MB-" + n + "', " + n + ", NULL, '1969-07-20', NULL, 'NEW', '{}', NULL,"
                        + " 'CN', NULL, " + LONG_TEXT + ")",
                "INSERT INTO call VALUES ('" + uuid(n) + "', '2021-03-09T10:04:05Z', 'WALK_IN', NULL, NULL, NULL,"
                        + " 'DANANG', 'hmn', 61, 'CASE', NULL, 21.028511, -105.1, NULL)",
                "INSERT INTO call_review VALUES (" + n + ", '" + uuid(n) + "', 'ai', 99.5, NULL, '2024-02-29 12:00Z')",
                "INSERT INTO agency VALUES ('A" + n + "', 'Hội', 'NGO', 'VN', NULL, true)");
    }

    private static final String LONG_TEXT = "(SELECT string_agg(md5(i::text), '') FROM generate_series(1, 400) AS i)";

    @Test
    @DisplayName("gives values as they were written, the same from the snapshot and from the log")
    void values() throws Exception {
        insertValues(1);
        try (CaptureService service = service()) {
            service.awaitCaughtUp(HOTLINE);
            insertValues(2);
            sql("UPDATE case_file SET status = 'CLOSED'");
            service.awaitCaughtUp(HOTLINE);
        }
        for (int n = 1; n <= 2; n++) {
            assertThat(rows("victim").get("" + n).columns())
                    .containsEntry("victim_id", (long) n)
                    .containsEntry("family_name", null)
                    .containsEntry("middle_and_given_name", "H'Yăm Niê 𠀀😀")
                    .containsEntry("aliases", List.of("Tiểu Hoa", "a,\"b\"", "小花"))
                    .containsEntry("dob", "1999-01-01")
                    .containsEntry("dob_precision", "Y")
                    .containsEntry("consent_to_share", true)
                    .containsEntry("created_at", "2021-03-09T10:04:05.123456Z");
            assertThat(rows("case_file").get("MB-" + n).columns())
                    .containsEntry("opened_on", "1969-07-20")
                    .containsEntry("exploitation", List.of())
                    .containsEntry("means", null)
                    .containsEntry("status", "CLOSED")
                    .satisfies(columns ->
                            assertThat((String) columns.get("narrative")).hasSize(12_800));
            assertThat(rows("call").get(uuid(n)).columns())
                    .containsEntry("received_at", "2021-03-09T10:04:05Z")
                    .containsEntry("duration_s", 61L)
                    .containsEntry("lat", 21.028511)
                    .containsEntry("lon", -105.1);
            assertThat(rows("call_review").get("" + n).columns())
                    .containsEntry("score", new BigDecimal("99.5"))
                    .containsEntry("reviewed_at", "2024-02-29T12:00:00Z");
            assertThat(rows("agency").get("A" + n).columns())
                    .containsEntry("in_interagency_group", true)
                    .containsEntry("country", "VN");
        }
        SourceChange last = mirror.changesOf(HOTLINE, "case_file", "MB-1").getLast();
        assertThat(((SourceChange.RowWritten) last).row().unavailable())
                .as("the log does not repeat what lies out of line")
                .containsExactly("narrative");
    }

    private void insertNotANumber(int n) throws SQLException {
        insertEverywhere(n);
        sql("UPDATE call_review SET score = 'NaN', reviewed_at = '-infinity' WHERE review_id = " + n);
    }

    @Test
    @DisplayName("is not held up by a number that is none")
    void notANumber() throws Exception {
        insertNotANumber(1);
        try (CaptureService service = service()) {
            service.awaitCaughtUp(HOTLINE);
            insertNotANumber(2);
            service.awaitCaughtUp(HOTLINE);
            assertSameKeysAsSource();
        }
        for (String n : List.of("1", "2")) {
            assertThat(rows("call_review").get(n).columns())
                    .containsEntry("score", "NaN")
                    .containsEntry("reviewed_at", "-infinity");
        }
        assertThat(ledger.states()).noneMatch(state -> state.contains("FAILED"));
    }

    private void insertOddValues(int n) throws SQLException {
        sql(
                "INSERT INTO victim (victim_id, aliases, dob, created_at, updated_at) VALUES (" + n
                        + ", ARRAY[['Hoa', 'a,}\"b'], ['NULL', NULL]], 'infinity', '-infinity', '0044-03-15 12:00Z BC')",
                "INSERT INTO case_file (case_no, victim_id, opened_on, closed_on, status, exploitation, means) VALUES ('MB-"
                        + n + "', " + n
                        + ", '-infinity', '0044-03-15 BC', 'NEW', '[0:1]={SEXUAL,ORGAN}', '{NULL,OTHER}')",
                "INSERT INTO return_record (return_id, victim_id, returned_on, kind) VALUES (" + n + ", " + n
                        + ", '12021-03-09', 'RESCUED')",
                "INSERT INTO call (call_id, received_at, channel, centre, outcome, lat, lon) VALUES ('" + uuid(n)
                        + "', 'infinity', 'VOICE', 'HANOI', 'ADVICE', 'NaN', '-Infinity')");
    }

    @Test
    @DisplayName("gives odd values as PostgreSQL writes them, the same from the snapshot and from the log")
    void oddValues() throws Exception {
        insertOddValues(1);
        try (CaptureService service = service()) {
            service.awaitCaughtUp(HOTLINE);
            insertOddValues(2);
            service.awaitCaughtUp(HOTLINE);
        }
        for (int n = 1; n <= 2; n++) {
            assertThat(rows("victim").get("" + n).columns())
                    .containsEntry("aliases", "{{Hoa,\"a,}\\\"b\"},{\"NULL\",NULL}}")
                    .containsEntry("dob", "infinity")
                    .containsEntry("created_at", "-infinity");
            assertThat(rows("case_file").get("MB-" + n).columns())
                    .containsEntry("opened_on", "-infinity")
                    .containsEntry("closed_on", "0044-03-15 BC")
                    .containsEntry("exploitation", "[0:1]={SEXUAL,ORGAN}")
                    .containsEntry("means", List.of("OTHER"));
            assertThat(rows("return_record").get("" + n).columns()).containsEntry("returned_on", "12021-03-09");
            assertThat(rows("call").get(uuid(n)).columns())
                    .containsEntry("received_at", "infinity")
                    .containsEntry("lat", Double.NaN)
                    .containsEntry("lon", Double.NEGATIVE_INFINITY);
        }
        assertThat(ledger.states()).noneMatch(state -> state.contains("FAILED"));
    }

    @Test
    @DisplayName("does not lose a long array that the log does not repeat")
    void unchangedArray() throws Exception {
        insertEverywhere(1);
        try (CaptureService service = service()) {
            service.awaitCaughtUp(HOTLINE);
            sql(
                    "ALTER TABLE victim ALTER aliases SET STORAGE EXTERNAL",
                    "UPDATE victim SET aliases = (SELECT array_agg(md5(i::text)) FROM generate_series(1, 400) AS i)",
                    "UPDATE victim SET sex = 'F'");
            service.awaitCaughtUp(HOTLINE);
        }
        SourceChange last = mirror.changesOf(HOTLINE, "victim", "1").getLast();
        assertThat(((SourceChange.RowWritten) last).row().unavailable()).containsExactly("aliases");
        assertThat((List<?>) rows("victim").get("1").columns().get("aliases")).hasSize(400);
    }

    @Test
    @DisplayName("keeps the order of each row when transactions overlap, long ones too")
    void overlappingTransactions() throws Exception {
        insertEverywhere(1);
        insertEverywhere(2);
        try (CaptureService service = service();
                Connection other =
                        DriverManager.getConnection(server.jdbcUrl(LegacySystems.HOTLINE), "legacy", "legacy")) {
            service.awaitCaughtUp(HOTLINE);
            other.setAutoCommit(false);
            try (Statement slow = other.createStatement()) {
                slow.execute("UPDATE caller SET full_name = 'chậm' WHERE caller_id = 1");
                for (int i = 0; i < 300; i++) {
                    sql("UPDATE caller SET full_name = 'lần " + i + "' WHERE caller_id = 2");
                }
                service.awaitCaughtUp(HOTLINE);
                assertThat(rows("caller").get("1").columns()).containsEntry("full_name", "Người gọi");
                slow.execute("UPDATE caller SET phone_1 = '111' WHERE caller_id = 1");
                other.commit();
            }
            sql("UPDATE caller SET full_name = 'tạm' WHERE caller_id = 1");
            sql("UPDATE caller SET full_name = 'Người gọi' WHERE caller_id = 1");
            service.awaitCaughtUp(HOTLINE);
        }
        assertThat(mirror.changesOf(HOTLINE, "caller", "1"))
                .extracting(change ->
                        ((SourceChange.RowWritten) change).row().columns().get("full_name"))
                .containsExactly("Người gọi", "chậm", "chậm", "tạm", "Người gọi");
        assertThat(mirror.changesOf(HOTLINE, "caller", "2"))
                .hasSize(301)
                .isSortedAccordingTo((one, two) -> one.position().compareTo(two.position()));
    }
}
