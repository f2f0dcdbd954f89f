package org.unifiedhotline.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.unifiedhotline.demo.people.Progress;
import org.unifiedhotline.demo.people.SampleData;
import org.unifiedhotline.demo.people.SampleWorld;
import org.unifiedhotline.demo.servers.LegacySystems;
import org.unifiedhotline.demo.servers.MariaDbServer;
import org.unifiedhotline.demo.servers.PostgresServer;
import org.unifiedhotline.demo.servers.TestServers;
import org.unifiedhotline.mappings.source.SourceSystem;

/** Holds every figure of the dashboard against {@link LegacyFigures}, with the shipped service capturing from real databases. */
@DisplayName("Every figure of the dashboard is what the legacy databases say")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FiguresIT {
    private static final LocalDate FIRST = LocalDate.of(1990, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2026, 12, 31);
    private static final Map<String, String> PROVINCES = new HashMap<>();

    private static LegacyDatabases legacy;
    private static RunningService service;

    @BeforeAll
    static void startEverything(@TempDir Path folder) throws SQLException, IOException {
        MariaDbServer switchboard = TestServers.switchboard();
        PostgresServer postgres = TestServers.hotline();
        LegacySystems.createSwitchboard(switchboard);
        LegacySystems.createHotline(postgres);
        legacy = new LegacyDatabases(
                switchboard.jdbcUrl(LegacySystems.SWITCHBOARD), postgres.jdbcUrl(LegacySystems.HOTLINE));
        try (Connection first = legacy.connect(SourceSystem.SWITCHBOARD);
                Connection second = legacy.connect(SourceSystem.HOTLINE)) {
            SampleData.load(first, second, SampleWorld.of(11, 1_500), Progress.NONE);
        }
        readProvinces();
        writeWhatIsSpecial();
        Map<String, String> settings =
                ServiceSettings.between(switchboard, postgres, "hub_figures", TestServers.search());
        settings.put("unified-hotline.search.index", "figures-test");
        service = new RunningService(settings, folder.resolve("service.log"));
        service.start();
        service.waitUntilCaughtUp();
    }

    @AfterAll
    static void stop() throws InterruptedException {
        if (service != null) {
            service.close();
        }
    }

    @Test
    @Order(1)
    @DisplayName("after the first load")
    void afterTheFirstLoad() throws SQLException {
        assertEveryFigure("the first load");
    }

    @Test
    @Order(2)
    @DisplayName(
            "with the midnight of either clock, both meanings of a reused code, and without what was not understood")
    void edges() {
        Map<String, Long> june = counts("contacts", "2025-06-30", "2025-06-30", null);
        assertThat(june.get("channel|ZALO|nature|SILENT")).isEqualTo(1);
        assertThat(june.get("language|bru|nature|COUNSELLING")).isEqualTo(1);
        Map<String, Long> july = counts("contacts", "2025-07-01", "2025-07-01", null);
        assertThat(july.get("language|bru|nature|COUNSELLING")).isEqualTo(2);
        assertThat(july.get("language|bru|nature|AUTOMATIC")).isEqualTo(1);
        Map<String, Long> referrals = counts("referrals", "2024-02-29", "2025-08-31", null);
        assertThat(referrals.get("agency|switchboard:Trạm thử mã cũ|outcome|COMPLETED"))
                .isEqualTo(1);
        assertThat(service.get("/api/v1/dashboard/quality?from=1990-01-01&to=2026-12-31")
                        .path("uncounted")
                        .asLong())
                .as("the assessment whose score is no number")
                .isEqualTo(1);
    }

    @Test
    @Order(3)
    @DisplayName("and every number leads to a list of so many")
    void everyNumberLeadsToItsList() {
        for (String figure :
                List.of("contacts", "cases", "referrals", "returns", "people", "quality", "satisfaction")) {
            String slice = "from=2025-01-01&to=2026-10-31&centre=HANOI";
            for (JsonNode cell :
                    service.get("/api/v1/dashboard/" + figure + "?" + slice).path("cells")) {
                assertThat(listed(figure, slice, cell))
                        .as("%s: %s", figure, cell)
                        .isEqualTo(cell.path("count").asLong());
            }
        }
    }

    @Test
    @Order(4)
    @DisplayName("after rows came, changed and went on both sides")
    void afterChanges() throws SQLException {
        legacy.execute(
                SourceSystem.SWITCHBOARD,
                "UPDATE cuoc_goi SET trung_tam = 'DN', thoi_gian = '2025-12-31 23:59:59' WHERE id % 7 = 0",
                "UPDATE cuoc_goi SET loai = 'QUAY_ROI' WHERE id % 11 = 0",
                "DELETE FROM cuoc_goi WHERE id % 13 = 0",
                "DELETE FROM nguoi_goi WHERE id % 17 = 0",
                "UPDATE ca_can_thiep SET trang_thai = 'HUY', loai_vu_viec = 'TAM_LY' WHERE id % 5 = 0",
                "DELETE FROM ca_can_thiep WHERE id % 19 = 0",
                "UPDATE chuyen_tuyen SET ket_qua = 'HOAN_THANH', ma_tinh = '91' WHERE id % 3 = 0",
                "UPDATE qms_danh_gia SET diem = 50, tieu_chi = '{\"lang_nghe\": 7}' WHERE id % 2 = 0");
        legacy.execute(
                SourceSystem.HOTLINE,
                "UPDATE hotline.call SET received_at = received_at + interval '5 hours' WHERE centre = 'ANGIANG'",
                "UPDATE hotline.case_file SET exploitation = ARRAY['ORGAN','BEGGING','ORGAN'] WHERE status = 'CLOSED'",
                "UPDATE hotline.case_file SET destination_country = 'KH' WHERE victim_id % 3 = 0",
                "UPDATE hotline.referral SET satisfaction = 1 + referral_id % 5, outcome = 'COMPLETED'"
                        + " WHERE referral_id % 2 = 0",
                "DELETE FROM hotline.return_record WHERE return_id % 4 = 0",
                "DELETE FROM hotline.call_review WHERE review_id % 3 = 0",
                "UPDATE hotline.agency SET province_name = 'tỉnh Kiên Giang' WHERE agency_code = 'THU-1'");
        service.waitUntilCaughtUp();
        assertEveryFigure("changes");
    }

    @Test
    @Order(5)
    @DisplayName("after two people were merged, who are one person known to both hotlines from then on")
    void afterAMerge() throws SQLException {
        long before = totalOfPeople();
        HttpResponse<String> merged = service.post(
                "steward-script",
                "/api/v1/master-records/" + masterOf("switchboard/tre_em/9000001") + "/merge",
                "{\"other\":\"" + masterOf("hotline/victim/9000001") + "\",\"reason\":\"the same girl\"}");
        assertThat(merged.statusCode()).as(merged.body()).isEqualTo(200);
        service.waitUntilCaughtUp();
        assertThat(totalOfPeople()).isEqualTo(before + 1);
        assertEveryFigure("a merge");
    }

    @Test
    @Order(6)
    @DisplayName("and what is exported tells of no fewer than 11")
    void exports() {
        String slice = "?from=2025-01-01&to=2026-10-31&centre=HANOI";
        for (String figure :
                List.of("contacts", "cases", "referrals", "returns", "people", "quality", "satisfaction")) {
            for (JsonNode cell : service.get("/api/v1/dashboard/" + figure + "/export" + slice)
                    .path("cells")) {
                assertThat(cell.path("count").asLong(11)).as("%s", cell).isGreaterThanOrEqualTo(11);
            }
            HttpResponse<String> csv = service.send("/api/v1/dashboard/" + figure + "/export.csv" + slice);
            assertThat(csv.headers().firstValue("Content-Type")).contains("text/csv;charset=UTF-8");
            assertThat(csv.body().lines().findFirst().orElseThrow()).contains("figure,from,to,centre,by,value");
        }
        assertThat(service.send("/api/v1/dashboard/cases/export.csv" + slice).body())
                .contains("withheld");
    }

    private static void assertEveryFigure(String after) throws SQLException {
        assertFigures(after, FIRST, LAST, null);
        assertFigures(after, LocalDate.of(2025, 1, 1), LocalDate.of(2026, 3, 31), "HANOI");
        assertFigures(after, LocalDate.of(2025, 6, 30), LocalDate.of(2025, 7, 1), null);
        assertFigures(after, LocalDate.of(2015, 1, 1), LocalDate.of(2025, 12, 31), "ANGIANG");
    }

    private static void assertFigures(String after, LocalDate from, LocalDate to, @Nullable String centre)
            throws SQLException {
        LegacyFigures expected = new LegacyFigures(legacy, PROVINCES, from, to, centre);
        String slice = " after " + after + ", " + from + " to " + to + ", " + centre;
        Map<String, Map<String, Long>> figures = new TreeMap<>(Map.of(
                "contacts", expected.contacts(),
                "cases", expected.cases(),
                "referrals", expected.referrals(),
                "satisfaction", expected.satisfaction(),
                "returns", expected.returns(),
                "people", expected.people(service.crosswalk())));
        for (Map.Entry<String, Map<String, Long>> figure : figures.entrySet()) {
            Map<String, Long> counted = counts(figure.getKey(), from.toString(), to.toString(), centre);
            counted.remove("total|all|-|-", 0L);
            assertThat(counted).as(figure.getKey() + slice).isEqualTo(figure.getValue());
            long all = figure.getValue().entrySet().stream()
                    .filter(entry -> entry.getKey().startsWith("total|all|"))
                    .mapToLong(Map.Entry::getValue)
                    .sum();
            assertThat(total(figure.getKey(), from, to, centre))
                    .as("all of " + figure.getKey() + slice)
                    .isEqualTo(all);
        }
        Map<String, double[]> points = expected.quality();
        JsonNode cells =
                figure("quality", from.toString(), to.toString(), centre).path("cells");
        assertThat(cells).as("quality" + slice).hasSize(points.size());
        assertThat(total("quality", from, to, centre))
                .as("all of quality" + slice)
                .isEqualTo(points.containsKey("total|all") ? (long) points.get("total|all")[0] : 0);
        for (JsonNode cell : cells) {
            double[] sum = points.get(
                    cell.path("by").asText() + "|" + cell.path("value").asText());
            assertThat(sum).as("quality %s%s", cell, slice).isNotNull();
            assertThat(cell.path("count").asDouble()).as("%s%s", cell, slice).isEqualTo(sum[0]);
            assertThat(cell.path("mean").asDouble()).as("%s%s", cell, slice).isCloseTo(sum[1] / sum[0], within(1e-9));
        }
    }

    private static JsonNode figure(String figure, String from, String to, @Nullable String centre) {
        return service.get("/api/v1/dashboard/" + figure + "?from=" + from + "&to=" + to
                + (centre == null ? "" : "&centre=" + centre));
    }

    /** The number that stands first on the page, above the breakdowns. */
    private static long total(String figure, LocalDate from, LocalDate to, @Nullable String centre) {
        return figure(figure, from.toString(), to.toString(), centre)
                .path("total")
                .asLong(-1);
    }

    private static Map<String, Long> counts(String figure, String from, String to, @Nullable String centre) {
        Map<String, Long> counts = new TreeMap<>();
        for (JsonNode cell : figure(figure, from, to, centre).path("cells")) {
            counts.put(
                    cell.path("by").asText() + "|" + cell.path("value").asText() + "|"
                            + cell.path("split").asText("-") + "|"
                            + cell.path("part").asText("-"),
                    cell.path("count").asLong());
        }
        return counts;
    }

    /** How many stand in the list behind a number, page after page. */
    private static long listed(String figure, String slice, JsonNode cell) {
        StringBuilder path = new StringBuilder("/api/v1/dashboard/" + figure + "/list?size=200&" + slice);
        narrow(path, cell.path("by").asText(), cell.path("value").asText());
        if (!cell.path("split").isMissingNode() && !cell.path("split").isNull()) {
            narrow(path, cell.path("split").asText(), cell.path("part").asText());
        }
        long entries = 0;
        String cursor = "";
        while (cursor != null) {
            JsonNode page = service.get(path + (cursor.isEmpty() ? "" : "&cursor=" + encoded(cursor)));
            entries += page.path("items").size();
            cursor = page.path("nextCursor").isTextual()
                    ? page.path("nextCursor").asText()
                    : null;
        }
        return entries;
    }

    private static void narrow(StringBuilder path, String by, String value) {
        if (by.equals("centre")) {
            assertThat(path.toString()).contains("centre=" + value);
        } else if (!by.equals("total")) {
            path.append('&').append(by).append('=').append(encoded(value));
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static long totalOfPeople() {
        return figure("people", FIRST.toString(), LAST.toString(), null)
                .path("total")
                .asLong();
    }

    private static String masterOf(String record) {
        return service.get("/api/v1/crosswalk/" + record).path("masterId").asText();
    }

    /** Today's code of a province, by its code of before, today's code, and its names without their type word. */
    private static void readProvinces() throws IOException {
        String table = "/org/unifiedhotline/mappings/standardization/provinces-63-to-34.csv";
        List<String> lines = new ArrayList<>();
        try (BufferedReader reader = new BufferedReader(
                new InputStreamReader(FiguresIT.class.getResourceAsStream(table), StandardCharsets.UTF_8))) {
            reader.lines().skip(1).forEach(lines::add);
        }
        for (String line : lines) {
            String[] cells = line.split(",");
            PROVINCES.put("BEFORE/" + cells[0], cells[2]);
            PROVINCES.put("SINCE/" + cells[2], cells[2]);
            for (String name : List.of(cells[1], cells[3])) {
                PROVINCES.put(name.replaceFirst("^(Tỉnh|Thành phố) ", ""), cells[2]);
            }
        }
        PROVINCES.put("tỉnh Kiên Giang", "91");
    }

    private static void writeWhatIsSpecial() throws SQLException {
        legacy.execute(
                SourceSystem.SWITCHBOARD,
                "INSERT INTO tre_em (id,ho_ten,ngay_sinh,gioi_tinh,ngay_tao) VALUES"
                        + " (9000001,'Quách Thị Nhung','2011',2,'2025-06-01 08:00:00')",
                "INSERT INTO ca_can_thiep (id,ma_ca,id_tre_em,loai_vu_viec,muc_do,trang_thai,ngay_mo) VALUES"
                        + " (9000001,'TE-2025-900001',9000001,'MUA_BAN',1,'MO','2025-06-30')",
                "INSERT INTO cuoc_goi (id,thoi_gian,kenh,trung_tam,loai,id_ca) VALUES"
                        + " (9000001,'2025-06-30 23:59:59','ZALO','HN','IM_LANG',9000001),"
                        + " (9000002,'2025-07-01 00:00:00','IVR','HN','QUAY_ROI',NULL)",
                // 91 was Kiên Giang and is An Giang since; 15 was Yên Bái and is Lào Cai since.
                "INSERT INTO chuyen_tuyen (id,id_ca,don_vi_nhan,loai_don_vi,ma_tinh,ngay_chuyen,ket_qua) VALUES"
                        + " (9000001,9000001,'Trạm thử mã cũ','NGO','15','2025-06-30','HOAN_THANH'),"
                        + " (9000002,9000001,'Trạm thử mã mới','NGO','15','2025-07-01','TU_CHOI'),"
                        + " (9000003,9000001,'Trạm không tỉnh','KHAC',NULL,'2025-07-01','CHO'),"
                        + " (9000004,88888888,'Trạm thử mã cũ','NGO','91','2024-02-29','CHO')",
                "INSERT INTO qms_danh_gia (id,id_cuoc_goi,nguoi_cham,diem,tieu_chi,ngay_cham) VALUES"
                        + " (9000001,88888888,1,60.5,NULL,'2025-07-01 00:00:00')");
        legacy.execute(
                SourceSystem.HOTLINE,
                "INSERT INTO hotline.victim (victim_id,family_name,middle_and_given_name,sex,created_at) VALUES"
                        + " (9000001,'Lò','Thị Ngân','F','2025-06-01 08:00:00+07')",
                "INSERT INTO hotline.case_file (case_no,victim_id,opened_on,status,exploitation,destination_country) VALUES"
                        + " ('MB-25-90001',9000001,'2025-06-30','NEW',NULL,NULL),"
                        + " ('MB-25-90002',9000001,'2025-07-02','INVALID','{}','MM')",
                "INSERT INTO hotline.return_record (return_id,victim_id,returned_on,kind) VALUES"
                        + " (9000001,9000001,'2025-07-01','SELF_RETURNED')",
                "INSERT INTO hotline.agency VALUES ('THU-1','Cơ quan thử','NGO','VN','An Giang',false)",
                "INSERT INTO hotline.referral VALUES"
                        + " (9000001,'MB-25-90001','THU-1','SHELTER','2025-07-01',NULL,'PENDING',5)",
                "INSERT INTO hotline.call (call_id,received_at,channel,centre,language,outcome,case_no) VALUES"
                        + " ('00000000-0000-4000-8000-000009000001','2025-06-30 16:59:59+00','VOICE','HANOI','bru','CASE','MB-25-90001'),"
                        + " ('00000000-0000-4000-8000-000009000002','2025-06-30 17:00:00+00','VOICE','DANANG','bru','ADVICE',NULL),"
                        + " ('00000000-0000-4000-8000-000009000003','2025-07-01 23:30:00+07','WALK_IN','DANANG','bru','TRANSFERRED',NULL),"
                        + " ('00000000-0000-4000-8000-000009000004','2025-07-01 12:00:00+07','IVR','DANANG','bru','ABANDONED',NULL)",
                "INSERT INTO hotline.call_review VALUES"
                        + " (9000001,'00000000-0000-4000-8000-000009000001','tv01','NaN',NULL,'2025-07-01 08:00:00+07'),"
                        + " (9000002,'00000000-0000-4000-8000-000009000001','tv01',90.5,NULL,'2025-06-30 17:00:00+00')");
    }
}
