package org.unifiedhotline.integrationroutes.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collections;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.unifiedhotline.demo.servers.LegacySystems;
import org.unifiedhotline.demo.servers.MariaDbServer;
import org.unifiedhotline.demo.servers.TestServers;
import org.unifiedhotline.mappings.source.SourceChange;
import org.unifiedhotline.mappings.source.SourceRow;
import org.unifiedhotline.mappings.source.SourceSystem;

@DisplayName("Capture of the switchboard (MariaDB)")
class SwitchboardCaptureIT {
    private static final SourceSystem SWITCHBOARD = SourceSystem.SWITCHBOARD;

    private final MariaDbServer server = TestServers.switchboard();
    private final Mirror mirror = new Mirror();
    private final FakeLedger ledger = new FakeLedger(mirror);
    private CaptureService.Hub hub;
    private Connection legacy;

    @BeforeEach
    void freshDatabases() throws Exception {
        LegacySystems.createSwitchboard(server);
        hub = CaptureService.Hub.create(TestServers.hub(), "capture_switchboard");
        legacy = DriverManager.getConnection(server.jdbcUrl(LegacySystems.SWITCHBOARD), "legacy", "legacy");
    }

    @AfterEach
    void close() throws SQLException {
        legacy.close();
    }

    private CaptureService service() throws Exception {
        return CaptureService.start(CaptureService.switchboard(server), hub, ledger, mirror::take);
    }

    private void sql(String... statements) throws SQLException {
        try (Statement statement = legacy.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    @Test
    @DisplayName(
            "leaves no transaction open in the hub while it follows the log, and keeps the history of tables all the same")
    void noOpenTransaction() throws Exception {
        try (CaptureService service = service()) {
            service.awaitCaughtUp(SWITCHBOARD);
            insertEverywhere(1);
            service.awaitCaughtUp(
                    SWITCHBOARD); // the next one begins in the midst of the log, with the history of tables
        }
        String longName = "Tư vấn viên ".repeat(25);
        try (CaptureService service = service()) {
            sql("UPDATE tong_dai_vien SET dang_lam = 0");
            service.awaitCaughtUp(SWITCHBOARD);
            awaitEndOf(openTransactions());
            sql("ALTER TABLE tong_dai_vien MODIFY ho_ten VARCHAR(400)");
            sql("INSERT INTO tong_dai_vien VALUES (2, '" + longName + "', 'DN', 1)");
            service.awaitCaughtUp(SWITCHBOARD);
            assertThat(rows("tong_dai_vien").get("2").columns()).containsEntry("ho_ten", longName);
        }
        try (CaptureService service = service()) {
            sql("UPDATE tong_dai_vien SET dang_lam = 0 WHERE ma_tdv = 2");
            service.awaitCaughtUp(SWITCHBOARD);
            assertThat(rows("tong_dai_vien").get("2").columns())
                    .containsEntry("ho_ten", longName)
                    .containsEntry("dang_lam", 0L);
        }
    }

    private void awaitEndOf(Set<String> transactions) throws InterruptedException {
        CaptureService.awaitTrue(
                () -> Collections.disjoint(openTransactions(), transactions), "the end of transactions in the hub");
    }

    /** The transactions in the hub whose sessions do nothing. */
    private Set<String> openTransactions() {
        try (Connection connection = TestServers.hub().connect("capture_switchboard");
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT pid || ' since ' || xact_start FROM pg_stat_activity"
                        + " WHERE datname = current_database() AND state = 'idle in transaction'")) {
            Set<String> open = new HashSet<>();
            while (row.next()) {
                open.add(row.getString(1));
            }
            return open;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private Map<String, SourceRow> rows(String table) {
        return mirror.rows(SWITCHBOARD, table);
    }

    /** A row for every table, with ids from {@code n}. */
    private void insertEverywhere(int n) throws SQLException {
        String code = String.format("%02d", n % 100);
        sql(
                "INSERT INTO dm_tinh VALUES ('" + code + "', 'Tỉnh " + n + "', 'HN')",
                "INSERT INTO dm_linh_vuc VALUES ('LV" + n + "', 'Lĩnh vực')",
                "INSERT INTO tong_dai_vien VALUES (" + n + ", 'Tư vấn viên', 'DN', 1)",
                "INSERT INTO nguoi_goi (id, ho_ten, ngay_tao) VALUES (" + n + ", 'Người gọi', '2021-03-09 17:04:05')",
                "INSERT INTO tre_em (id, ho_ten, ngay_tao) VALUES (" + n + ", 'Trẻ em', '2021-03-09 17:04:05')",
                "INSERT INTO ca_can_thiep (id, ma_ca, id_tre_em, loai_vu_viec, muc_do, trang_thai, ngay_mo) VALUES ("
                        + n + ", 'TE-" + n + "', 1, 'KHAC', 2, 'MO', '2021-03-09')",
                "INSERT INTO cuoc_goi (id, thoi_gian, kenh, trung_tam, loai) VALUES (" + n
                        + ", '2021-03-09 17:04:05', 'ZALO', 'AG', 'TU_VAN')",
                "INSERT INTO chuyen_tuyen (id, id_ca, don_vi_nhan, loai_don_vi, ngay_chuyen, ket_qua) VALUES (" + n
                        + ", 1, 'Công an', 'CONG_AN', '2021-03-09', 'CHO')",
                "INSERT INTO qms_danh_gia (id, id_cuoc_goi, nguoi_cham, diem, ngay_cham) VALUES (" + n
                        + ", 1, 1, 90.5, '2021-03-09 17:04:05')",
                "INSERT INTO giam_sat (id, trung_tam, thiet_bi, trang_thai, thoi_gian) VALUES (" + n
                        + ", 'HN', 'PBX', 'OK', '2021-03-09 17:04:05')");
    }

    private void assertSameKeysAsSource() throws SQLException {
        for (String table : CapturedTables.of(SWITCHBOARD)) {
            Map<String, Boolean> keys = new TreeMap<>();
            try (Statement statement = legacy.createStatement();
                    ResultSet row = statement.executeQuery("SELECT * FROM " + table)) {
                while (row.next()) {
                    keys.put(row.getString(1), true);
                }
            }
            assertThat(rows(table).keySet()).as(table).isEqualTo(keys.keySet());
        }
    }

    @Test
    @DisplayName("takes the rows that stand and every kind of change of every table")
    void everyTableAndOperation() throws Exception {
        insertEverywhere(1);
        try (CaptureService service = service()) {
            service.awaitCaughtUp(SWITCHBOARD);
            assertSameKeysAsSource();
            assertThat(mirror.all())
                    .hasSize(10)
                    .allMatch(change -> change instanceof SourceChange.RowWritten written
                            && written.origin() == SourceChange.Origin.SNAPSHOT);

            insertEverywhere(2);
            insertEverywhere(3);
            for (String table : CapturedTables.of(SWITCHBOARD)) {
                String key = table.equals("dm_tinh") ? "ma_tinh" : table.equals("dm_linh_vuc") ? "ma" : "id";
                key = table.equals("tong_dai_vien") ? "ma_tdv" : key;
                String first = table.equals("dm_tinh") ? "'01'" : table.equals("dm_linh_vuc") ? "'LV1'" : "1";
                String second = table.equals("dm_tinh") ? "'02'" : table.equals("dm_linh_vuc") ? "'LV2'" : "2";
                String moved = table.equals("dm_tinh") ? "'77'" : table.equals("dm_linh_vuc") ? "'LV77'" : "77";
                sql("DELETE FROM " + table + " WHERE " + key + " = " + first);
                sql("UPDATE " + table + " SET " + key + " = " + moved + " WHERE " + key + " = " + second);
            }
            sql("UPDATE nguoi_goi SET ho_ten = 'Đổi tên' WHERE id = 3");
            service.awaitCaughtUp(SWITCHBOARD);
            assertSameKeysAsSource();
            assertThat(rows("giam_sat").keySet()).containsExactly("3", "77");
            assertThat(rows("nguoi_goi").get("3").columns()).containsEntry("ho_ten", "Đổi tên");

            for (String table : CapturedTables.of(SWITCHBOARD)) {
                sql("TRUNCATE TABLE " + table);
            }
            service.awaitCaughtUp(SWITCHBOARD);
            assertSameKeysAsSource();
            insertEverywhere(4);
            service.awaitCaughtUp(SWITCHBOARD);
            assertSameKeysAsSource();
        }
        assertThat(ledger.states()).noneMatch(state -> state.contains("FAILED"));
    }

    @Test
    @DisplayName("gives values as they were written, the same from the snapshot and from the log")
    void values() throws Exception {
        String caller = "(%d, '𠀀 Nguyễn Thị Hoà 😀', '0912.345.678', 2, 1987, '01', NULL, '', NULL, NULL, 'x',"
                + " '2021-03-09 00:00:00', NULL)";
        sql("SET SESSION sql_mode = ''");
        for (int n = 1; n <= 2; n++) {
            sql(
                    "INSERT INTO nguoi_goi VALUES " + String.format(caller, n),
                    "INSERT INTO nguoi_goi (id, ngay_tao, ngay_sua) VALUES (1" + n
                            + ", '0000-00-00 00:00:00', '0000-00-00 00:00:00')",
                    "INSERT INTO cuoc_goi (id, thoi_gian, kenh, trung_tam, loai, vi_do, kinh_do) VALUES (" + n
                            + ", '1965-12-31 23:59:59', 'FB', 'HN', 'IM_LANG', 21.028511, -0.000001)",
                    "INSERT INTO qms_danh_gia VALUES (" + n
                            + ", 1, 7, 99.5, '{\"lang_nghe\": 18, \"ghi\": \"é\"}', NULL, '2024-02-29 12:00:00')",
                    "INSERT INTO tong_dai_vien VALUES (" + n + ", 'Tư vấn', 'AG', 0)",
                    "INSERT INTO ca_can_thiep (id, ma_ca, id_tre_em, loai_vu_viec, muc_do, trang_thai, ngay_mo,"
                            + " ngay_dong) VALUES (" + n + ", 'TE-" + n
                            + "', 1, 'KHAC', 2, 'CHO_PH', '1969-07-20', '0000-00-00')");
            if (n == 1) {
                continueWithService();
            }
        }
        running.awaitCaughtUp(SWITCHBOARD);
        running.close();
        for (String id : new String[] {"1", "2"}) {
            Map<String, Object> goi = rows("nguoi_goi").get(id).columns();
            assertThat(goi)
                    .containsEntry("id", Long.valueOf(id))
                    .containsEntry("ho_ten", "𠀀 Nguyễn Thị Hoà 😀")
                    .containsEntry("gioi_tinh", 2L)
                    .containsEntry("nam_sinh", 1987L)
                    .containsEntry("quan_huyen", null)
                    .containsEntry("xa_phuong", "")
                    .containsEntry("ngay_tao", "2021-03-09T00:00:00")
                    .containsEntry("ngay_sua", null);
            assertThat(goi.keySet())
                    .containsExactly(
                            "id",
                            "ho_ten",
                            "dien_thoai",
                            "gioi_tinh",
                            "nam_sinh",
                            "ma_tinh",
                            "quan_huyen",
                            "xa_phuong",
                            "dia_chi",
                            "dan_toc",
                            "ghi_chu",
                            "ngay_tao",
                            "ngay_sua");
            assertThat(rows("nguoi_goi").get("1" + id).columns())
                    .containsEntry("ngay_tao", "0000-00-00")
                    .containsEntry("ngay_sua", null);
            assertThat(rows("cuoc_goi").get(id).columns())
                    .containsEntry("thoi_gian", "1965-12-31T23:59:59")
                    .containsEntry("kenh", "FB")
                    .containsEntry("vi_do", new BigDecimal("21.028511"))
                    .containsEntry("kinh_do", new BigDecimal("-0.000001"))
                    .containsEntry("thoi_luong", 0L);
            assertThat(rows("qms_danh_gia").get(id).columns())
                    .containsEntry("diem", new BigDecimal("99.5"))
                    .containsEntry("tieu_chi", "{\"lang_nghe\": 18, \"ghi\": \"é\"}")
                    .containsEntry("nhan_xet", null)
                    .containsEntry("ngay_cham", "2024-02-29T12:00:00");
            assertThat(rows("tong_dai_vien").get(id).columns())
                    .containsEntry("trung_tam", "AG")
                    .containsEntry("dang_lam", 0L);
            assertThat(rows("ca_can_thiep").get(id).columns())
                    .containsEntry("trang_thai", "CHO_PH")
                    .containsEntry("ngay_mo", "1969-07-20")
                    .containsEntry("ngay_dong", null);
        }
    }

    private CaptureService running;

    private void continueWithService() throws Exception {
        running = service();
        running.awaitCaughtUp(SWITCHBOARD);
    }

    @Test
    @DisplayName("sees an update and its reversal a moment apart, and a transaction whole and in order")
    void updateAndReversal() throws Exception {
        insertEverywhere(1);
        try (CaptureService service = service()) {
            service.awaitCaughtUp(SWITCHBOARD);
            sql("UPDATE nguoi_goi SET ho_ten = 'tạm' WHERE id = 1");
            sql("UPDATE nguoi_goi SET ho_ten = 'Người gọi' WHERE id = 1");
            legacy.setAutoCommit(false);
            for (int i = 0; i < 500; i++) {
                sql("UPDATE tre_em SET ho_ten = 'lần " + i + "' WHERE id = 1");
            }
            legacy.commit();
            sql(
                    "INSERT INTO nguoi_goi (id, ho_ten, ngay_tao) VALUES (2, 'kept', now()), (3, 'gone', now())",
                    "UPDATE nguoi_goi SET ho_ten = 'gone soon' WHERE id = 3",
                    "DELETE FROM nguoi_goi WHERE id = 3",
                    "UPDATE nguoi_goi SET id = id + 2 WHERE id = 2",
                    "INSERT INTO nguoi_goi (id, ho_ten, ngay_tao) VALUES (2, 'new in its place', now())",
                    "REPLACE INTO nguoi_goi (id, ho_ten, ngay_tao) VALUES (4, 'replaced', now())");
            legacy.commit();
            legacy.setAutoCommit(true);
            service.awaitCaughtUp(SWITCHBOARD);
            assertSameKeysAsSource();
        }
        assertThat(rows("nguoi_goi").get("2").columns()).containsEntry("ho_ten", "new in its place");
        assertThat(rows("nguoi_goi").get("4").columns()).containsEntry("ho_ten", "replaced");
        assertThat(rows("tre_em").get("1").columns()).containsEntry("ho_ten", "lần 499");
        assertThat(mirror.changesOf(SWITCHBOARD, "nguoi_goi", "1"))
                .extracting(change ->
                        ((SourceChange.RowWritten) change).row().columns().get("ho_ten"))
                .containsExactly("Người gọi", "tạm", "Người gọi");
        assertThat(mirror.changesOf(SWITCHBOARD, "tre_em", "1"))
                .hasSize(501)
                .extracting(SourceChange::position)
                .isSorted()
                .doesNotHaveDuplicates();
    }
}
