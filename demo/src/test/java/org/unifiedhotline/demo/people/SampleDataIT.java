package org.unifiedhotline.demo.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.unifiedhotline.demo.people.systems.LegacyTable;
import org.unifiedhotline.demo.servers.LegacySystems;
import org.unifiedhotline.demo.servers.TestServers;

@DisplayName("Sample data in the real legacy databases")
class SampleDataIT {
    private static final SampleWorld WORLD = SampleWorld.of(7, 3_000);

    @TempDir
    static Path folder;

    private static LoadReport report = new LoadReport(0, 0, 0, 0);

    @BeforeAll
    static void load() throws SQLException, IOException {
        LegacyDatabases.create();
        try (Connection switchboard = LegacyDatabases.switchboard();
                Connection hotline = LegacyDatabases.hotline()) {
            report = SampleData.load(switchboard, hotline, WORLD, Progress.NONE, folder);
        }
    }

    @ParameterizedTest
    @EnumSource(LegacyTable.class)
    @DisplayName("fill every table")
    void everyTable(LegacyTable table) throws SQLException {
        assertThat(LegacyDatabases.count(table)).isPositive();
    }

    @Test
    @DisplayName("are as many rows as the report says")
    void report() throws SQLException {
        long rows = 0;
        for (LegacyTable table : LegacyTable.values()) {
            rows += LegacyDatabases.count(table);
        }
        assertThat(rows).isEqualTo(report.rows());
    }

    @Test
    @DisplayName("hold the switchboard's references, which no foreign key guards")
    void switchboardReferences() throws SQLException {
        assertThat(dangling("ca_can_thiep", "id_tre_em", "tre_em", "id")).isZero();
        assertThat(dangling("ca_can_thiep", "id_nguoi_bao", "nguoi_goi", "id")).isZero();
        assertThat(dangling("cuoc_goi", "id_nguoi_goi", "nguoi_goi", "id")).isZero();
        assertThat(dangling("cuoc_goi", "id_ca", "ca_can_thiep", "id")).isZero();
        assertThat(dangling("cuoc_goi", "ma_tdv", "tong_dai_vien", "ma_tdv")).isZero();
        assertThat(dangling("cuoc_goi", "ma_linh_vuc", "dm_linh_vuc", "ma")).isZero();
        assertThat(dangling("chuyen_tuyen", "id_ca", "ca_can_thiep", "id")).isZero();
        assertThat(dangling("qms_danh_gia", "id_cuoc_goi", "cuoc_goi", "id")).isZero();
        assertThat(dangling("qms_danh_gia", "nguoi_cham", "tong_dai_vien", "ma_tdv"))
                .isZero();
    }

    @Test
    @DisplayName("keep four-byte characters and JSON as they were written")
    void specialValues() throws SQLException {
        assertThat(LegacyDatabases.number(
                        LegacyTable.CUOC_GOI, "SELECT count(*) FROM cuoc_goi WHERE noi_dung LIKE '%😢%'"))
                .isPositive();
        assertThat(
                        LegacyDatabases.number(
                                LegacyTable.QMS_DANH_GIA,
                                "SELECT count(*) FROM qms_danh_gia WHERE JSON_VALUE(tieu_chi, '$.lang_nghe') NOT BETWEEN 9 AND 20"))
                .isZero();
        assertThat(LegacyDatabases.number(
                        LegacyTable.CALL, "SELECT count(*) FROM hotline.call WHERE summary LIKE '%🆘%'"))
                .isPositive();
    }

    @Test
    @DisplayName("are all covered by the truth, which names no other row")
    void truthCoversPeople() throws SQLException, IOException {
        long people = LegacyDatabases.count(LegacyTable.NGUOI_GOI)
                + LegacyDatabases.count(LegacyTable.TRE_EM)
                + LegacyDatabases.count(LegacyTable.CALLER)
                + LegacyDatabases.count(LegacyTable.VICTIM);
        try (var lines = Files.lines(folder.resolve("truth.csv"))) {
            assertThat(lines.skip(1).map(line -> line.substring(0, line.lastIndexOf(',', line.lastIndexOf(',') - 1))))
                    .doesNotHaveDuplicates()
                    .hasSize(Math.toIntExact(people));
        }
        assertThat(report.personRows()).isEqualTo(people);
    }

    @Test
    @DisplayName("are the same when they come from the files through the servers' own script readers")
    void filesAreTheSame() throws IOException, SQLException {
        long hotline = fingerprint(LegacyTable.VICTIM, "hashtext(victim::text)::bigint", "hotline.victim");
        long switchboard = fingerprint(
                LegacyTable.TRE_EM, "CRC32(CONCAT_WS('|', id, ho_ten, ngay_sinh, dien_thoai_gd, ngay_tao))", "tre_em");
        SampleData.write(folder, WORLD, Progress.NONE);
        LegacyDatabases.create();
        TestServers.switchboard()
                .runScript(
                        LegacySystems.SWITCHBOARD,
                        LegacySystems.APPLICATION,
                        LegacySystems.APPLICATION,
                        folder.resolve("switchboard.sql"));
        TestServers.hotline()
                .runScript(
                        LegacySystems.HOTLINE,
                        LegacySystems.APPLICATION,
                        LegacySystems.APPLICATION,
                        folder.resolve("hotline.sql"));
        assertThat(fingerprint(LegacyTable.VICTIM, "hashtext(victim::text)::bigint", "hotline.victim"))
                .isEqualTo(hotline);
        assertThat(fingerprint(
                        LegacyTable.TRE_EM,
                        "CRC32(CONCAT_WS('|', id, ho_ten, ngay_sinh, dien_thoai_gd, ngay_tao))",
                        "tre_em"))
                .isEqualTo(switchboard);
    }

    private static long fingerprint(LegacyTable database, String hash, String table) throws SQLException {
        return LegacyDatabases.number(database, "SELECT SUM(" + hash + ") FROM " + table);
    }

    private static long dangling(String table, String column, String other, String key) throws SQLException {
        return LegacyDatabases.number(
                LegacyTable.NGUOI_GOI,
                "SELECT count(*) FROM " + table + " t LEFT JOIN " + other + " o ON o." + key + " = t." + column
                        + " WHERE t." + column + " IS NOT NULL AND o." + key + " IS NULL");
    }
}
