package org.unifiedhotline.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.unifiedhotline.app.command.Command;
import org.unifiedhotline.app.hub.SmallHub;
import org.unifiedhotline.app.hub.SmallHub.Said;
import org.unifiedhotline.app.reconcile.ReconcileCommand;
import org.unifiedhotline.app.verify.VerifyResolutionCommand;
import org.unifiedhotline.demo.servers.ElasticsearchServer;
import org.unifiedhotline.demo.servers.LegacySystems;
import org.unifiedhotline.demo.servers.MariaDbServer;
import org.unifiedhotline.demo.servers.PostgresServer;
import org.unifiedhotline.demo.servers.TestServers;
import org.unifiedhotline.mappings.source.SourceSystem;

/** The command on a service between real servers; each test leaves sources, hub and index the same. */
@DisplayName("reconcile")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ReconcileIT {
    private static final String HUB = "hub_reconcile";
    private static final int CALLERS = 60;

    private static LegacyDatabases legacy;
    private static PostgresServer postgres;
    private static RunningService service;
    private static Map<String, String> settings;
    private static String index;

    @BeforeAll
    static void startEverything(@TempDir Path folder) throws SQLException {
        MariaDbServer switchboard = TestServers.switchboard();
        postgres = TestServers.hotline();
        ElasticsearchServer search = TestServers.search();
        LegacySystems.createSwitchboard(switchboard);
        LegacySystems.createHotline(postgres);
        legacy = new LegacyDatabases(
                switchboard.jdbcUrl(LegacySystems.SWITCHBOARD), postgres.jdbcUrl(LegacySystems.HOTLINE));
        load();
        settings = ServiceSettings.between(switchboard, postgres, HUB, search);
        settings.put("unified-hotline.search.index", "reconcile");
        settings.put("unified-hotline.sources.hotline.slot", "reconcile");
        index = search.httpUrl() + "/reconcile";
        service = new RunningService(settings, folder.resolve("service.log"));
        service.start();
        service.waitUntilCaughtUp();
    }

    @AfterAll
    static void stop() throws InterruptedException {
        if (service != null) {
            service.close();
        }
        postgres.run(
                LegacySystems.HOTLINE,
                "SELECT pg_drop_replication_slot(slot_name) FROM pg_replication_slots WHERE slot_name = 'reconcile'");
    }

    /** Values of every kind, and such as nobody expects. */
    private static void load() throws SQLException {
        List<String> switchboard = new ArrayList<>(List.of(
                "SET SESSION sql_mode = ''",
                "INSERT INTO dm_tinh VALUES ('10','Tỉnh Lào Cai','HN'),('91','Tỉnh Kiên Giang','AG')",
                "INSERT INTO dm_linh_vuc VALUES ('a','Thường'),('TL-1 ','Tâm lý')",
                "INSERT INTO tong_dai_vien VALUES (7,'Lý Thị Bình','HN',1)",
                "INSERT INTO tre_em (id,ho_ten,ten_goi_khac,ngay_sinh,tuoi_khai,tre_khuyet_tat,ngay_tao,ngay_sua) VALUES"
                        + " (1,'Vàng A Sử','Sử, Cu/Tí','00/00/2014',-1,2,'2019-03-01 08:00:00','0000-00-00'),"
                        + " (2,'Nguye\u0302n 😀','','yyyy',NULL,NULL,'0000-00-00 00:00:00',NULL)",
                "INSERT INTO ca_can_thiep VALUES (3,'TE-2021-000123',1,1,'me','BAO_LUC',1,'DONG','2021-02-03','0000-00-00',NULL)",
                "INSERT INTO cuoc_goi VALUES (9007199254740993,'2021-02-03 04:05:06','ZALO',NULL,1,7,'AG',-3,'TU_VAN','a',3,"
                        + "10.012340,-105.000001,'dòng\\n\"hai\"')",
                "INSERT INTO qms_danh_gia VALUES (1,9007199254740993,7,85.0,'{\"lang_nghe\":18}',NULL,'2021-02-04 00:00:00')",
                "INSERT INTO giam_sat VALUES (1,'DN','UPS','LOI',NULL,'2021-02-04 00:00:00')"));
        for (int id = 1; id <= CALLERS; id++) {
            switchboard.add("INSERT INTO nguoi_goi (id,ho_ten,dien_thoai,nam_sinh,ma_tinh,ngay_tao) VALUES (" + id
                    + ",'Người " + id / 2 + "','09" + (12_000_000 + id / 2) + "'," + (1960 + id / 2)
                    + ",'10','2018-01-02 03:04:05')");
        }
        legacy.execute(SourceSystem.SWITCHBOARD, switchboard);
        legacy.execute(
                SourceSystem.HOTLINE,
                "INSERT INTO hotline.agency VALUES ('CA-HG-01','Công an Hà Giang','POLICE','VN','Hà Giang',true)",
                "INSERT INTO hotline.caller VALUES (1,'Lò Văn Quyết','0912.345.678',NULL,'M',1971,'Sơn La',NULL,'PARENT',"
                        + "'2024-05-01 08:00:00.123456+07','infinity')",
                "INSERT INTO hotline.victim (victim_id,middle_and_given_name,aliases,dob,sex,consent_to_share,created_at)"
                        + " VALUES (1,'Thi Hoa','{\"A,B\",NULL,\"c\\\"d\"}','1996-05-17','F',false,'2021-03-09 13:23:35+07'),"
                        + " (2,'H''Bia','{{a,b},{c,d}}','infinity',' ',NULL,'1969-07-20 20:17:40Z'),"
                        + " (3,'Na','{}','0044-03-15 BC',NULL,true,'2021-03-09 13:23:35+07')",
                "INSERT INTO hotline.case_file (case_no,victim_id,reported_by,opened_on,status,exploitation)"
                        + " VALUES ('MB-19-00042',1,1,'2019-05-05','CLOSED','{SEXUAL,OTHER}')",
                "INSERT INTO hotline.call (call_id,received_at,channel,centre,outcome,lat,lon,duration_s)"
                        + " VALUES ('6f1d7a52-0000-4000-8000-000000000001',now(),'LOCATION_SHARE','HANOI','CASE',21.0333,1e-7,0)",
                "INSERT INTO hotline.call_review VALUES (951,'6f1d7a52-0000-4000-8000-000000000001','x','NaN',NULL,now()),"
                        + " (952,'6f1d7a52-0000-4000-8000-000000000001','x',85.0,NULL,now())",
                "INSERT INTO hotline.return_record VALUES (1,1,'2020-01-01','RESCUED','Lào Cai',NULL,'CA-HG-01','VICTIM','1/2020')",
                "INSERT INTO hotline.referral VALUES (1,'MB-19-00042','CA-HG-01','SHELTER','2019-06-01',NULL,'PENDING',5)");
    }

    @Test
    @Order(1)
    @DisplayName("finds everything the same, whatever values the legacy systems hold, and names dead letters apart")
    void holds() {
        Said said = reconcile();
        assertThat(said.code()).as(said.out() + said.err()).isZero();
        assertThat(said.out()).contains("no difference");
        assertThat(said.out()).contains("dead letter hotline/call_review/951");
        assertThat(service.get("/api/v1/pipeline")
                        .path("reconciliation")
                        .path("state")
                        .asText())
                .isEqualTo("DONE");
        assertThat(service.get("/api/v1/pipeline")
                        .path("reconciliation")
                        .path("deadLetters")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    @Order(2)
    @DisplayName("takes no change on its way for a difference, while both systems write as fast as they can")
    void underTraffic() throws Exception {
        AtomicBoolean stop = new AtomicBoolean();
        AtomicInteger written = new AtomicInteger();
        Thread writer = Thread.ofPlatform().start(() -> write(stop, written));
        Said said;
        try {
            service.waitUntil("the writer is at work", () -> written.get() > 20);
            int before = written.get();
            said = reconcile("--rate=200");
            assertThat(written.get()).as("changes while it compared").isGreaterThan(before + 50);
        } finally {
            stop.set(true);
            writer.join();
        }
        assertThat(said.out().lines().filter(line -> line.contains("switchboard/nguoi_goi") || line.contains("ROW_")))
                .isEmpty();
        assertThat(said.code()).as(said.out() + said.err()).isZero();
        service.waitUntilCaughtUp();
        assertThat(reconcile().code()).isZero();
    }

    private static void write(AtomicBoolean stop, AtomicInteger written) {
        try (Connection switchboard = legacy.connect(SourceSystem.SWITCHBOARD);
                Connection hotline = legacy.connect(SourceSystem.HOTLINE);
                PreparedStatement update =
                        switchboard.prepareStatement("UPDATE nguoi_goi SET ghi_chu = ? WHERE id = ?");
                PreparedStatement insert = switchboard.prepareStatement(
                        "INSERT INTO giam_sat (trung_tam,thiet_bi,trang_thai,thoi_gian) VALUES ('HN','PBX','OK',now())");
                PreparedStatement delete = switchboard.prepareStatement("DELETE FROM giam_sat WHERE id > 1 LIMIT 1");
                PreparedStatement other =
                        hotline.prepareStatement("UPDATE hotline.victim SET guardian_name = ? WHERE victim_id = 3")) {
            for (int n = 0; !stop.get(); n++) {
                update.setString(1, "lần " + n);
                update.setInt(2, 1 + n % CALLERS);
                update.execute();
                insert.execute();
                if (n % 2 == 0) {
                    delete.execute();
                }
                other.setString(1, "lần " + n);
                other.execute();
                written.addAndGet(3);
                Thread.sleep(10);
            }
        } catch (SQLException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    @Order(3)
    @DisplayName(
            "names what somebody altered in the hub or the index, and mends it so that nothing differs from before")
    void namesAndMends() throws Exception {
        List<String> crosswalk = service.crosswalk();
        String deleted = masterOf("switchboard", "nguoi_goi", "10");
        String altered = masterOf("switchboard", "nguoi_goi", "20");
        postgres.run(
                HUB,
                update("raw = set_byte(raw, 20, (get_byte(raw, 20) + 1) % 256)", "nguoi_goi", "1"),
                update(
                        "canonical = (SELECT canonical FROM source_record WHERE source_table = 'nguoi_goi' AND local_id = '4')",
                        "nguoi_goi",
                        "2"),
                update("live = false, raw = NULL, canonical = NULL", "nguoi_goi", "3"),
                "DELETE FROM source_record WHERE source_table = 'cuoc_goi'",
                "INSERT INTO source_record (record_id, source_system, source_table, local_id, live, life, log_file, log_offset,"
                        + " event_row, in_history, row_hash, raw, canonical, changed_at) SELECT 4242, source_system, source_table, '4242', live, life, log_file, log_offset,"
                        + " event_row, in_history, row_hash, raw, canonical, changed_at FROM source_record"
                        + " WHERE source_table = 'caller' AND local_id = '1'",
                "UPDATE case_file SET status = 'OPEN' WHERE case_number = 'MB-19-00042'",
                "UPDATE table_count SET live = live + 1 WHERE source_table = 'agency'",
                "INSERT INTO master_record VALUES ('00000000-0000-4000-8000-000000000001', 1, 'STANDING', NULL, now(), now())",
                "UPDATE link SET master_id = '" + altered + "' WHERE source_table = 'nguoi_goi' AND local_id = '30'",
                "DELETE FROM link WHERE source_table = 'nguoi_goi' AND local_id = '40'");
        index("DELETE", "/_doc/" + deleted, "");
        index("POST", "/_update/" + altered, "{\"doc\":{\"nameKey\":\"zz\"}}");
        index(
                "PUT",
                "/_doc/00000000-0000-4000-8000-000000000002",
                "{\"masterId\":\"00000000-0000-4000-8000-000000000002\"}");

        Said named = reconcile();
        assertThat(named.code()).as(named.err()).isEqualTo(1);
        assertThat(named.out())
                .contains("ROW_ALTERED switchboard/nguoi_goi/1: is not as at its source: its seal is broken\n")
                .contains("NOT_AS_UNDERSTOOD switchboard/nguoi_goi/2:")
                .contains("ROW_MISSING switchboard/nguoi_goi/3:")
                .contains("ROW_MISSING switchboard/cuoc_goi/9007199254740993: is not in the hub")
                .contains("ROW_EXTRA hotline/caller/4242:")
                .contains("TYPED_ROW hotline/case_file/MB-19-00042:")
                .contains("COUNT hotline/agency:")
                .contains("MASTER_RECORD 00000000-0000-4000-8000-000000000001: no history tells of it")
                .contains("LINK switchboard/nguoi_goi/30:")
                .contains("LINK switchboard/nguoi_goi/40: is linked to nobody")
                .contains("DOCUMENT_MISSING " + deleted)
                .contains("DOCUMENT_ALTERED " + altered)
                .contains("DOCUMENT_EXTRA 00000000-0000-4000-8000-000000000002")
                .doesNotContain("Ai đó", "Người");

        Said mended = reconcile("--repair");
        assertThat(mended.code()).as(mended.out() + mended.err()).isZero();
        assertThat(mended.out().lines().filter(line -> Character.isUpperCase(line.charAt(0))))
                .isNotEmpty()
                .allMatch(line -> line.endsWith("(mended)"));
        service.waitUntilCaughtUp();
        Said after = reconcile();
        assertThat(after.code()).as(after.out() + after.err()).isZero();
        assertThat(service.crosswalk()).isEqualTo(crosswalk);
        assertThat(run(new VerifyResolutionCommand()).code()).isZero();
        assertThat(service.send("/api/v1/master-records/00000000-0000-4000-8000-000000000001")
                        .statusCode())
                .isEqualTo(410);
    }

    private static String update(String set, String table, String localId) {
        return "UPDATE source_record SET " + set + " WHERE source_table = '" + table + "' AND local_id = '" + localId
                + "'";
    }

    @Test
    @Order(4)
    @DisplayName("mends rows while capture is away; what the log then tells of them comes in its order")
    void whileCaptureIsAway() throws Exception {
        service.kill();
        legacy.execute(
                SourceSystem.SWITCHBOARD,
                "UPDATE nguoi_goi SET ho_ten = 'Một' WHERE id = 5",
                "UPDATE nguoi_goi SET ho_ten = 'Hai' WHERE id = 5",
                "DELETE FROM nguoi_goi WHERE id = 6",
                "INSERT INTO nguoi_goi (id,ho_ten,ngay_tao) VALUES (600,'Ba','2020-01-01')");
        legacy.execute(
                SourceSystem.HOTLINE,
                "UPDATE hotline.victim SET phone = '0912345679' WHERE victim_id = 1",
                "UPDATE hotline.victim SET phone = NULL WHERE victim_id = 1",
                "DELETE FROM hotline.call_review WHERE review_id = 952");
        Said said = reconcile("--repair", "--wait=1");
        assertThat(said.out())
                .contains("ROW_ALTERED switchboard/nguoi_goi/5: is not as at its source: ho_ten (mended)")
                .contains("ROW_EXTRA switchboard/nguoi_goi/6:")
                .contains("ROW_MISSING switchboard/nguoi_goi/600:")
                .contains("ROW_EXTRA hotline/call_review/952:");
        assertThat(said.err())
                .contains("note: capture of the switchboard did not come to the end of its log within 1 s");
        service.start();
        service.waitUntilCaughtUp();
        Said after = reconcile();
        assertThat(after.code()).as(after.out() + after.err()).isZero();
        assertThat(run(new VerifyResolutionCommand()).code()).isZero();
    }

    @Test
    @Order(5)
    @DisplayName("could not run where a part is away or the arguments are wrong; and tells how it is called")
    void couldNotRun() {
        assertThat(reconcile("now").code()).isEqualTo(2);
        assertThat(reconcile("--rate=0").code()).isEqualTo(2);
        Said noSource = reconcile("--unified-hotline.sources.hotline.port=1");
        assertThat(noSource.code()).isEqualTo(2);
        assertThat(noSource.err()).contains("the hotline cannot be read");
        assertThat(reconcile("--unified-hotline.search.url=http://127.0.0.1:1").code())
                .isEqualTo(2);
        assertThat(reconcile("--unified-hotline.reconciliation.schedule=nightly")
                        .err())
                .contains("unified-hotline.reconciliation.schedule is '-' or six fields");
        assertThat(service.get("/api/v1/pipeline")
                        .path("reconciliation")
                        .path("state")
                        .asText())
                .isEqualTo("BROKEN_OFF");
        assertThat(reconcile("--help").out()).contains("Exit code: 0");
        assertThat(reconcile().code()).isZero();
    }

    private static Said reconcile(String... arguments) {
        return run(new ReconcileCommand(), arguments);
    }

    /** With the service's settings, but those that are given otherwise. */
    private static Said run(Command command, String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        settings.forEach((name, value) -> {
            if (all.stream().noneMatch(given -> given.startsWith("--" + name + "="))) {
                all.add("--" + name + "=" + value);
            }
        });
        return SmallHub.run(command, all);
    }

    private static String masterOf(String source, String table, String localId) {
        return service.get("/api/v1/crosswalk/" + source + "/" + table + "/" + localId)
                .path("masterId")
                .asText();
    }

    private static void index(String method, String path, String body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(index + path + "?refresh=true"))
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build();
        HttpResponse<String> response = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
        assertThat(response.statusCode()).as(response.body()).isLessThan(300);
    }
}
