package org.unifiedhotline.integrationroutes.routes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.unifiedhotline.demo.servers.LegacySystems;
import org.unifiedhotline.demo.servers.MariaDbServer;
import org.unifiedhotline.demo.servers.PostgresServer;
import org.unifiedhotline.demo.servers.ServerOptions;
import org.unifiedhotline.demo.servers.TestServers;
import org.unifiedhotline.mappings.source.SourceSystem;
import org.unifiedhotline.mappings.source.SourceTable;
import org.unifiedhotline.masterrecords.ingest.DeadLetter;
import org.unifiedhotline.masterrecords.ingest.DeadLetters;
import org.unifiedhotline.masterrecords.pipeline.TableShape;

@DisplayName("Tables that are altered at the sources")
class SchemaDriftIT {
    private static final SourceTable NGUOI_GOI = SourceTable.of(SourceSystem.SWITCHBOARD, "nguoi_goi");
    private static final SourceTable TRE_EM = SourceTable.of(SourceSystem.SWITCHBOARD, "tre_em");
    private static final SourceTable GIAM_SAT = SourceTable.of(SourceSystem.SWITCHBOARD, "giam_sat");
    private static final SourceTable CALLER = SourceTable.of(SourceSystem.HOTLINE, "caller");
    private static final SourceTable AGENCY = SourceTable.of(SourceSystem.HOTLINE, "agency");
    private static final SourceTable CALL_REVIEW = SourceTable.of(SourceSystem.HOTLINE, "call_review");

    private final MariaDbServer switchboard = TestServers.switchboard();
    private PostgresServer hotline;
    private String hub;

    @BeforeEach
    void fresh() throws Exception {
        LegacySystems.createSwitchboard(switchboard);
        hotline = PostgresServer.start(ServerOptions.temporary());
        LegacySystems.createHotline(hotline);
        hub = TestServers.hub().createDatabase("drift_hub_" + System.nanoTime());
        Drifting.atSwitchboard(
                switchboard,
                "INSERT INTO nguoi_goi (id, ho_ten, ngay_tao) VALUES (1, 'Lê Thị Hoa', now()), (2, 'Trần Văn Nam', now()),"
                        + " (3, 'Phạm Minh Anh', now())",
                "INSERT INTO tre_em (id, ho_ten, ngay_tao) VALUES (1, 'Bé Na', now())");
        Drifting.atHotline(
                hotline,
                "INSERT INTO caller (caller_id, full_name, created_at) VALUES (1, 'Lò Thị Mai', now()),"
                        + " (2, 'Vàng A Páo', now()), (3, 'H Bia Êban', now())",
                "INSERT INTO agency (agency_code, name, kind) VALUES ('CA-HG-01', 'Công an Hà Giang', 'POLICE')");
    }

    @AfterEach
    void stop() {
        hotline.close();
    }

    private Drifting start(String... settings) {
        return Drifting.start(switchboard, hotline, hub, settings);
    }

    @Test
    @DisplayName("by a new column are followed without it, which is said; its values for all rows are no differences")
    void newColumn() throws Exception {
        try (Drifting service = start()) {
            service.awaitCaughtUp();
            service.switchboard(
                    "ALTER TABLE nguoi_goi ADD COLUMN uu_tien INT NOT NULL DEFAULT 3 AFTER ho_ten",
                    "INSERT INTO nguoi_goi (id, ho_ten, uu_tien, dia_chi, ngay_tao) VALUES (4, 'Đỗ An', 9, 'số 4', now())");
            service.hotline(
                    "ALTER TABLE caller ADD COLUMN priority jsonb NOT NULL DEFAULT '{\"a\":1}'",
                    "INSERT INTO caller (caller_id, full_name, created_at) VALUES (4, 'Giàng Thị Dở', now())");
            service.awaitCaughtUp();
            assertThat(service.figures(NGUOI_GOI).mappedRows()).isEqualTo(4);
            assertThat(service.figures(CALLER).mappedRows()).isEqualTo(4);
            service.bean(org.unifiedhotline.masterrecords.pipeline.SourceHeads.class)
                    .lookAtTables();
        }
        try (Drifting service = start()) {
            service.awaitCaughtUp();
            assertThat(service.shape(NGUOI_GOI).ignored()).containsExactly("uu_tien");
            assertThat(service.shape(NGUOI_GOI).state()).isEqualTo(TableShape.State.FOLLOWED);
            assertThat(service.shape(CALLER).ignored()).containsExactly("priority");
            assertThat(service.shape(TRE_EM).ignored()).isEmpty();
            service.assertSameAsSources();
        }
    }

    @Test
    @DisplayName("by widened types are followed: longer text, greater numbers, a value more in an enumeration")
    void widened() throws Exception {
        try (Drifting service = start()) {
            service.awaitCaughtUp();
            service.switchboard(
                    "ALTER TABLE nguoi_goi MODIFY ho_ten VARCHAR(400) NULL, MODIFY nam_sinh BIGINT NULL,"
                            + " MODIFY id BIGINT NOT NULL AUTO_INCREMENT, MODIFY ma_tinh VARCHAR(10) NULL",
                    "INSERT INTO nguoi_goi (id, ho_ten, nam_sinh, ngay_tao) VALUES (5000000000, repeat('Hoa ', 90), 1990,"
                            + " now())",
                    "ALTER TABLE giam_sat MODIFY trang_thai ENUM('OK','CANH_BAO','LOI','BAO_TRI') NOT NULL",
                    "INSERT INTO giam_sat (trung_tam, thiet_bi, trang_thai, thoi_gian) VALUES ('HN', 'PBX', 'BAO_TRI', now()),"
                            + " ('HN', 'IVR', 'OK', now())",
                    "ALTER TABLE qms_danh_gia MODIFY diem DECIMAL(9,3) NOT NULL",
                    "INSERT INTO qms_danh_gia (id_cuoc_goi, nguoi_cham, diem, ngay_cham) VALUES (1, 1, 98.125, now())");
            service.hotline(
                    "ALTER TABLE caller ALTER COLUMN birth_year TYPE numeric, ALTER COLUMN sex TYPE varchar(20)",
                    "INSERT INTO caller (caller_id, birth_year, sex, created_at) VALUES (4, 1990, 'F', now())",
                    "ALTER TABLE call_review DROP CONSTRAINT call_review_call_id_fkey",
                    "ALTER TABLE call_review ALTER COLUMN review_id TYPE bigint, ALTER COLUMN score TYPE numeric",
                    "INSERT INTO call_review VALUES (5000000000, gen_random_uuid(), 'r', 98.0625, NULL, now())");
            service.awaitCaughtUp();
            assertThat(service.figures(NGUOI_GOI).mappedRows()).isEqualTo(4);
            assertThat(service.figures(GIAM_SAT).mappedRows()).isEqualTo(2);
            assertThat(service.figures(CALLER).mappedRows()).isEqualTo(4);
            assertThat(service.figures(CALL_REVIEW).mappedRows()).isEqualTo(1);
            service.assertSameAsSources();
        }
    }

    @Test
    @DisplayName("by a renamed column that is needed stop alone, and catch up with nothing lost when it is back")
    void renamedWhileStreaming() throws Exception {
        try (Drifting service = start()) {
            service.awaitCaughtUp();
            service.switchboard(
                    "ALTER TABLE nguoi_goi RENAME COLUMN ho_ten TO ten_goi",
                    "UPDATE nguoi_goi SET ten_goi = 'Lê Thị Hoà' WHERE id = 1",
                    "DELETE FROM nguoi_goi WHERE id = 2",
                    "INSERT INTO nguoi_goi (id, ten_goi, ngay_tao) VALUES (4, 'Đỗ An', now())",
                    "INSERT INTO tre_em (id, ho_ten, ngay_tao) VALUES (2, 'Bé Tí', now())");
            service.hotline(
                    "ALTER TABLE caller RENAME COLUMN full_name TO name",
                    "UPDATE caller SET name = 'Lò Thị Mái' WHERE caller_id = 1",
                    "DELETE FROM caller WHERE caller_id = 2",
                    "INSERT INTO caller (caller_id, name, created_at) VALUES (4, 'Giàng Thị Dở', now())",
                    "UPDATE agency SET name = 'Công an tỉnh Hà Giang'");
            service.awaitCaughtUp();

            assertStopped(service.shape(NGUOI_GOI), "ho_ten");
            assertStopped(service.shape(CALLER), "full_name");
            assertThat(service.figures(NGUOI_GOI).liveRows()).isEqualTo(2); // as it was, without the deleted row
            assertThat(service.figures(NGUOI_GOI).deadLetteredRows()).isZero();
            assertThat(service.figures(CALLER).mappedRows()).isEqualTo(2);
            assertThat(service.figures(TRE_EM).mappedRows()).isEqualTo(2);
            assertThat(service.figures(AGENCY).changes()).isEqualTo(2);
            assertThat(service.shape(TRE_EM).state()).isEqualTo(TableShape.State.FOLLOWED);

            service.switchboard("ALTER TABLE nguoi_goi RENAME COLUMN ten_goi TO ho_ten");
            service.hotline("ALTER TABLE caller RENAME COLUMN name TO full_name");
            service.awaitState(NGUOI_GOI, TableShape.State.FOLLOWED);
            service.awaitState(CALLER, TableShape.State.FOLLOWED);
            service.awaitCaughtUp();
            assertThat(service.figures(NGUOI_GOI).mappedRows()).isEqualTo(3);
            assertThat(service.figures(CALLER).mappedRows()).isEqualTo(3);
            assertThat(service.shape(CALLER).caughtUpAt()).isNotNull();
            assertThat(service.shape(CALLER).missing()).isEmpty();
            service.assertSameAsSources();
        }
    }

    private static void assertStopped(TableShape shape, String missing) {
        assertThat(shape.state()).isEqualTo(TableShape.State.STOPPED);
        assertThat(shape.missing()).containsExactly(missing);
        assertThat(shape.reason()).isEqualTo("a column that the mapping needs is missing: " + missing);
        assertThat(shape.held()).isEqualTo(2);
        assertThat(shape.since()).isNotNull();
    }

    @Test
    @DisplayName("while the service is stopped are named at its start, and caught up with once mended")
    void droppedWhileStopped() throws Exception {
        try (Drifting service = start()) {
            service.awaitCaughtUp();
        }
        Drifting.atSwitchboard(
                switchboard,
                "ALTER TABLE nguoi_goi DROP COLUMN dien_thoai, DROP COLUMN dan_toc",
                "UPDATE nguoi_goi SET ho_ten = 'Trần Nam' WHERE id = 2",
                "ALTER TABLE giam_sat RENAME TO giam_sat_cu");
        Drifting.atHotline(
                hotline,
                "ALTER TABLE caller DROP COLUMN phone_1",
                "DELETE FROM caller WHERE caller_id = 3",
                "UPDATE caller SET full_name = 'Vàng A Pao' WHERE caller_id = 2",
                "ALTER TABLE agency RENAME TO old_agency");
        try (Drifting service = start()) {
            service.awaitCaughtUp();
            assertThat(service.shape(NGUOI_GOI).missing()).containsExactlyInAnyOrder("dien_thoai", "dan_toc");
            assertThat(service.shape(GIAM_SAT).reason()).isEqualTo("the table is not there, or may not be read");
            assertThat(service.shape(CALLER).missing()).containsExactly("phone_1");
            assertThat(service.shape(AGENCY).reason()).isEqualTo("the table is not there, or may not be read");
            assertThat(List.of(NGUOI_GOI, GIAM_SAT, CALLER, AGENCY))
                    .allSatisfy(
                            table -> assertThat(service.shape(table).state()).isEqualTo(TableShape.State.STOPPED));
            service.switchboard("INSERT INTO tre_em (id, ho_ten, ngay_tao) VALUES (2, 'Bé Tí', now())");
            service.awaitCaughtUp();
            assertThat(service.figures(TRE_EM).mappedRows()).isEqualTo(2);

            service.switchboard(
                    "ALTER TABLE nguoi_goi ADD COLUMN dien_thoai VARCHAR(30) NULL, ADD COLUMN dan_toc VARCHAR(30) NULL",
                    "INSERT INTO giam_sat_cu (trung_tam, thiet_bi, trang_thai, thoi_gian) VALUES ('HN', 'PBX', 'OK', now())",
                    "ALTER TABLE giam_sat_cu RENAME TO giam_sat");
            service.hotline(
                    "ALTER TABLE caller ADD COLUMN phone_1 text",
                    "UPDATE caller SET phone_1 = '0912345678' WHERE caller_id = 1",
                    "UPDATE old_agency SET name = 'Công an tỉnh Hà Giang'",
                    "ALTER TABLE old_agency RENAME TO agency");
            for (SourceTable table : List.of(NGUOI_GOI, GIAM_SAT, CALLER, AGENCY)) {
                service.awaitState(table, TableShape.State.FOLLOWED);
            }
            service.awaitCaughtUp();
            assertThat(service.figures(GIAM_SAT).mappedRows()).isEqualTo(1);
            assertThat(service.figures(CALLER).mappedRows()).isEqualTo(2);
            service.assertSameAsSources();
        }
    }

    @Test
    @DisplayName(
            "and back again while the service is stopped are read anew, since the log tells rows as they were between")
    void alteredAndMendedWhileStopped() throws Exception {
        try (Drifting service = start()) {
            service.awaitCaughtUp();
        }
        Drifting.atSwitchboard(
                switchboard,
                "ALTER TABLE nguoi_goi RENAME COLUMN ho_ten TO ten_goi",
                "UPDATE nguoi_goi SET ten_goi = 'Lê Thị Hoà' WHERE id = 1",
                "INSERT INTO nguoi_goi (id, ten_goi, ngay_tao) VALUES (4, 'Đỗ An', now())",
                "ALTER TABLE nguoi_goi RENAME COLUMN ten_goi TO ho_ten");
        Drifting.atHotline(
                hotline,
                "ALTER TABLE caller RENAME COLUMN full_name TO name",
                "UPDATE caller SET name = 'Lò Thị Mái' WHERE caller_id = 1",
                "INSERT INTO caller (caller_id, name, created_at) VALUES (4, 'Giàng Thị Dở', now())",
                "ALTER TABLE caller RENAME COLUMN name TO full_name");
        try (Drifting service = start()) {
            service.awaitCaughtUp();
            service.awaitState(NGUOI_GOI, TableShape.State.FOLLOWED);
            service.awaitState(CALLER, TableShape.State.FOLLOWED);
            assertThat(service.figures(NGUOI_GOI).mappedRows()).isEqualTo(4);
            assertThat(service.figures(CALLER).mappedRows()).isEqualTo(4);
            service.assertSameAsSources();
        }
    }

    @Test
    @DisplayName(
            "by swapping them for a copy, as tools for great tables do, lose nothing, though the service was stopped between")
    void swapped() throws Exception {
        try (Drifting service = start()) {
            service.awaitCaughtUp();
            service.switchboard(
                    "CREATE TABLE nguoi_goi_moi LIKE nguoi_goi",
                    "ALTER TABLE nguoi_goi_moi ADD COLUMN uu_tien INT NOT NULL DEFAULT 3 FIRST",
                    "INSERT INTO nguoi_goi_moi (id, ho_ten, ngay_tao) SELECT id, ho_ten, ngay_tao FROM nguoi_goi");
            service.awaitCaughtUp();
        }
        try (Drifting service = start()) {
            service.awaitCaughtUp();
            service.switchboard(
                    "RENAME TABLE nguoi_goi TO nguoi_goi_cu, nguoi_goi_moi TO nguoi_goi",
                    "INSERT INTO nguoi_goi (id, ho_ten, ngay_tao) VALUES (4, 'Đỗ An', now())",
                    "UPDATE nguoi_goi SET ho_ten = 'Lê Thị Hoà' WHERE id = 1");
            Drifting.await(
                    () -> service.figures(NGUOI_GOI).mappedRows() == 4, "the row that was written after the swap");
            service.awaitCaughtUp();
            service.assertSameAsSources();
        }
    }

    @Test
    @DisplayName("before the first start do not keep the others from being loaded")
    void beforeTheFirstStart() throws Exception {
        Drifting.atSwitchboard(switchboard, "ALTER TABLE nguoi_goi RENAME COLUMN ho_ten TO ten_goi");
        Drifting.atHotline(hotline, "ALTER TABLE caller RENAME COLUMN full_name TO name");
        try (Drifting service = start()) {
            service.awaitCaughtUp();
            assertThat(service.shape(NGUOI_GOI).state()).isEqualTo(TableShape.State.STOPPED);
            assertThat(service.figures(NGUOI_GOI).liveRows()).isZero();
            assertThat(service.figures(TRE_EM).mappedRows()).isEqualTo(1);
            assertThat(service.figures(AGENCY).mappedRows()).isEqualTo(1);
            service.switchboard("ALTER TABLE nguoi_goi RENAME COLUMN ten_goi TO ho_ten");
            service.hotline("ALTER TABLE caller RENAME COLUMN name TO full_name");
            service.awaitState(NGUOI_GOI, TableShape.State.FOLLOWED);
            service.awaitState(CALLER, TableShape.State.FOLLOWED);
            assertThat(service.figures(NGUOI_GOI).mappedRows()).isEqualTo(3);
            assertThat(service.figures(CALLER).mappedRows()).isEqualTo(3);
            service.assertSameAsSources();
        }
    }

    @Test
    @DisplayName("by dropping a column that was said to be dispensable are followed without it")
    void dispensable() throws Exception {
        try (Drifting service = start(
                "--unified-hotline.sources.switchboard.dispensable-columns=nguoi_goi.dan_toc,giam_sat.chi_tiet",
                "--unified-hotline.sources.hotline.dispensable-columns=caller.district_name")) {
            service.awaitCaughtUp();
            service.switchboard(
                    "ALTER TABLE nguoi_goi DROP COLUMN dan_toc",
                    "INSERT INTO nguoi_goi (id, ho_ten, ngay_tao) VALUES (4, 'Đỗ An', now())");
            service.hotline(
                    "ALTER TABLE caller DROP COLUMN district_name",
                    "INSERT INTO caller (caller_id, full_name, created_at) VALUES (4, 'Giàng Thị Dở', now())");
            service.awaitCaughtUp();
            assertThat(service.figures(NGUOI_GOI).mappedRows()).isEqualTo(4);
            assertThat(service.figures(CALLER).mappedRows()).isEqualTo(4);
            assertThat(service.shape(NGUOI_GOI).state()).isEqualTo(TableShape.State.FOLLOWED);
            service.assertSameAsSources();
        }
    }

    @Test
    @DisplayName("by a new value of an enumeration send such rows alone to the dead letters, where that is configured")
    void newCodeAsDeadLetter() throws Exception {
        try (Drifting service = start("--unified-hotline.hub.unknown-codes=dead-letter")) {
            service.awaitCaughtUp();
            service.switchboard(
                    "ALTER TABLE giam_sat MODIFY trang_thai ENUM('OK','CANH_BAO','LOI','BAO_TRI') NOT NULL",
                    "INSERT INTO giam_sat (id, trung_tam, thiet_bi, trang_thai, thoi_gian) VALUES"
                            + " (1, 'HN', 'PBX', 'BAO_TRI', now()), (2, 'HN', 'IVR', 'OK', now())");
            service.hotline(
                    "ALTER TABLE agency DROP CONSTRAINT agency_kind_check",
                    "INSERT INTO agency (agency_code, name, kind) VALUES ('FW-01', 'Kiểm lâm', 'FOREST_WARDEN')");
            service.awaitCaughtUp();
            assertThat(service.figures(GIAM_SAT).mappedRows()).isEqualTo(1);
            assertThat(service.figures(GIAM_SAT).deadLetteredRows()).isEqualTo(1);
            assertThat(service.figures(AGENCY).deadLetteredRows()).isEqualTo(1);
            List<DeadLetter> letters = service.bean(DeadLetters.class).list(DeadLetter.State.OPEN, 0, 10);
            assertThat(letters)
                    .extracting(DeadLetter::reason)
                    .containsExactlyInAnyOrder(
                            "switchboard/giam_sat: holds a code that no list knows: state",
                            "hotline/agency: holds a code that no list knows: kind");
            service.switchboard("UPDATE giam_sat SET trang_thai = 'LOI' WHERE id = 1");
            service.awaitCaughtUp();
            assertThat(service.figures(GIAM_SAT).mappedRows()).isEqualTo(2);
        }
        try (Drifting service = start()) { // now an unknown kind is "other"
            service.awaitCaughtUp();
            DeadLetters letters = service.bean(DeadLetters.class);
            DeadLetter open = letters.list(DeadLetter.State.OPEN, 0, 10).getFirst();
            assertThat(letters.replay(open.id()).orElseThrow().state()).isEqualTo(DeadLetter.State.SETTLED);
            assertThat(service.figures(AGENCY).mappedRows()).isEqualTo(2);
        }
    }
}
