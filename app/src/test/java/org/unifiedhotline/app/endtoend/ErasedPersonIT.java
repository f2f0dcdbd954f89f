package org.unifiedhotline.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.unifiedhotline.demo.servers.ElasticsearchServer;
import org.unifiedhotline.demo.servers.HubDatabases;
import org.unifiedhotline.demo.servers.LegacySystems;
import org.unifiedhotline.demo.servers.MariaDbServer;
import org.unifiedhotline.demo.servers.PostgresServer;
import org.unifiedhotline.demo.servers.TestServers;
import org.unifiedhotline.mappings.source.SourceRecordKey;
import org.unifiedhotline.mappings.source.SourceSystem;
import org.unifiedhotline.mappings.source.SourceTable;
import org.unifiedhotline.masterrecords.database.HubDatabase;
import org.unifiedhotline.masterrecords.keys.Keystore;
import org.unifiedhotline.masterrecords.sourcerecords.SourceRecordId;

/**
 * The shipped service between real servers: a child of both lines with marked values, made one by the engine and by a steward, is erased
 * with all that was typed about her, and looked for where anything could be left.
 */
@DisplayName("A person who is erased in the running service")
class ErasedPersonIT {
    private static final String HUB = "hub_erasure";
    private static final ObjectMapper JSON = new ObjectMapper();
    /** As written, and as the index and keys fold them. */
    private static final List<String> MARKS = List.of(
            "Mạrkhuê",
            "markhue",
            "0388123987",
            "+84388123987",
            "84388123987",
            "079311987654",
            "zznotemark",
            "zzcasemark",
            "Phường Zzđịamạrk",
            "zzdiamark",
            "Nhà Zzcơquanmạrk",
            "zzcoquanmark",
            "zzservicemark",
            "Bà Zzgiámhộmạrk",
            "zzgiamhomark",
            "zznarrativemark",
            "zzsummarymark",
            "zzcertificatemark",
            "zzreasonmark",
            "zzcorrectionmark",
            "zzholdmark",
            "zzpurposemark",
            "zzkindmark",
            "zzviecmark",
            "zzlangmark",
            "zzremarkmark",
            "zzanswermark",
            "zzcommentmark",
            "zzglassmark",
            "zztopicm",
            "zzpointmark");

    /** Her rows that tell too little, or something else: asked about, if not taken for hers at once. */
    private static final List<String> ALIKE =
            List.of("switchboard/tre_em/9021", "switchboard/tre_em/9022", "hotline/caller/9031", "hotline/caller/9032");

    /** Her rows of both lines, her cases, the calls about them, the referral of one, her return; a row that nobody understands. */
    private static final List<Long> RECORDS = Stream.concat(
                    Stream.of(
                                    "tre_em/9001",
                                    "tre_em/9021",
                                    "tre_em/9022",
                                    "ca_can_thiep/9003",
                                    "cuoc_goi/9004",
                                    "chuyen_tuyen/9006",
                                    "qms_danh_gia/9017")
                            .map(key -> record(SourceSystem.SWITCHBOARD, key)),
                    Stream.of(
                                    "victim/9011",
                                    "caller/9031",
                                    "caller/9032",
                                    "case_file/MB-24-09012",
                                    "call/0f4d9c1e-9014-4c55-8f20-9b6e1a2c9014",
                                    "return_record/9013",
                                    "call_review/9016")
                            .map(key -> record(SourceSystem.HOTLINE, key)))
            .toList();
    /** In clear by design, and so to be found wherever bytes are honest. */
    private static final String CASE_NUMBER = "TE-2024-009003";

    private static final String CHILD = "switchboard/tre_em/9001";
    private static final String VICTIM = "/api/v1/crosswalk/hotline/victim/9011";

    private final HttpClient http = HttpClient.newHttpClient();
    private final MarkedForms forms = new MarkedForms(MARKS);
    private MariaDbServer switchboard;
    private ArchivedHub archived;
    private PostgresServer postgres;
    private ElasticsearchServer search;
    private LegacyDatabases legacy;
    private RunningService service;
    private Path events;
    private Path log;
    private Path keys;
    private Path audit;
    private Path exports;

    private static long record(SourceSystem system, String key) {
        String[] parts = key.split("/");
        return SourceRecordId.of(SourceRecordKey.of(SourceTable.of(system, parts[0]), parts[1]));
    }

    @Test
    @DisplayName(
            "leaves nothing in hub, its log's archive and backup, index, logs or events, no count changes, and nothing comes back with"
                    + " the next change, a new snapshot or the backup")
    void erased(@TempDir Path folder) throws Exception {
        archived = new ArchivedHub();
        try {
            start(folder);
            service.waitUntil(
                    "she is found",
                    () -> service.search("zuyen markhue")
                            .path("hits")
                            .path(0)
                            .path("displayName")
                            .asText()
                            .equals("Zuyền Mạrkhuê"));
            assertThat(service.get(VICTIM).path("masterId").asText())
                    .as("the engine made her one of both lines")
                    .isEqualTo(ownerOf(CHILD));
            answered();
            String id = ownerOf(CHILD);
            joined(id);
            typed(id);
            glassBroken(id);
            exported();
            saveSearch("child");
            String removed = saveSearch("of Zuyền Mạrkhuê");
            service.search("0388 123 987");
            String before = counts();
            archived.archiveAll();
            archived.backUp();
            assertThat(service.call("office-script", "DELETE", removed, null).statusCode())
                    .isBetween(200, 299);
            Path keysOfBefore = HubSecrets.copy(keys, folder.resolve("keys of before"));
            HubSecrets hub = new HubSecrets(postgres, HUB, keys, audit);
            List<byte[]> hashes = hub.blockingHashes(RECORDS);
            assertThat(hashes).isNotEmpty();
            hashes.forEach(hash -> forms.add("a blocking key that anybody can make", hash));

            Set<String> keyed = hub.keyedHashes(RECORDS);
            assertThat(dump()).as("what is made of them by the hashing key").contains(keyed);
            keyed.addAll(hub.keyedHashesOf(MARKS));
            keyed.forEach(
                    hash -> forms.add("a keyed hash of hers, in digits", hash.getBytes(StandardCharsets.US_ASCII)));
            String identityNumber = hub.ofIdentityNumber("079311987654");
            assertThat(inIndex(identityNumber)).isEqualTo(1);

            erase(id);

            forms.add("her identity number's keyed hash", identityNumber.getBytes(StandardCharsets.US_ASCII));
            assertThat(service.send("/api/v1/master-records/" + id).statusCode())
                    .isEqualTo(410);
            assertGone();
            service.waitUntil("the index has thrown her document away", this::isIndexEmptied);
            assertThat(inIndex(identityNumber)).isZero();
            assertNothingIsLeft();
            assertThat(counts()).isEqualTo(before);

            legacy.execute(
                    SourceSystem.SWITCHBOARD,
                    "UPDATE tre_em SET xa_phuong='Phường Zzđịamạrk mới', ngay_sua='2024-06-01 08:00:00' WHERE id=9001",
                    "UPDATE ca_can_thiep SET tom_tat='zzcasemark anew' WHERE id=9003",
                    "UPDATE chuyen_tuyen SET dich_vu='zzservicemark anew' WHERE id=9006",
                    "INSERT INTO cuoc_goi (id,thoi_gian,kenh,so_goi_den,id_nguoi_goi,trung_tam,loai,id_ca,noi_dung) VALUES"
                            + " (9005,'2024-06-02 08:00:00','GOI','0388123987',NULL,'HN','CAN_THIEP',9003,'zznotemark anew')");
            legacy.execute(
                    SourceSystem.HOTLINE,
                    "UPDATE hotline.victim SET guardian_name='Bà Zzgiámhộmạrk mới', updated_at='2024-06-01 08:00:00+07'"
                            + " WHERE victim_id=9011",
                    "UPDATE hotline.case_file SET narrative='zznarrativemark anew' WHERE case_no='MB-24-09012'",
                    "INSERT INTO hotline.call (call_id,received_at,channel,centre,outcome,case_no,summary) VALUES"
                            + " ('0f4d9c1e-9015-4c55-8f20-9b6e1a2c9015','2024-06-02 08:00:00+07','VOICE','HANOI','CASE',"
                            + "'MB-24-09012','zzsummarymark anew')");
            service.waitUntilCaughtUp();
            assertNothingIsLeft();
            assertGone();

            takeSnapshotAnew("switchboard");
            assertNothingIsLeft();
            assertGone();
            takeSnapshotAnew("hotline");
            assertNothingIsLeft();
            assertGone();

            service.close();
            archived.archiveAll();
            archived.restore();
            assertNothingInFiles();
            assertThat(new HubSecrets(postgres, HUB, keysOfBefore, audit).typed())
                    .as("what the backup and the keys of its day told")
                    .anySatisfy(typed -> assertThat(forms.in(typed)).isNotEmpty());
            assertThat(new HubSecrets(postgres, HUB, keysOfBefore, audit).keys(RECORDS))
                    .isEqualTo(new HubSecrets.Keys(RECORDS.size(), RECORDS.size()));
            HubSecrets restored = new HubSecrets(postgres, HUB, keys, audit);
            assertThat(restored.keys(RECORDS)).isEqualTo(new HubSecrets.Keys(RECORDS.size(), 0));
            assertThat(restored.typed())
                    .as("what was typed, of others")
                    .anySatisfy(typed -> assertThat(typed).contains("crosswalk"))
                    .allSatisfy(typed -> assertThat(forms.in(typed)).isEmpty());

            service.start();
            service.waitUntilCaughtUp();
            assertThat(forms.in(dump())).as("the hub that was set back").isEmpty();
            assertGone();
        } finally {
            if (service != null) {
                service.close();
            }
            archived.close();
        }
    }

    private void assertGone() {
        assertThat(service.search("zuyen markhue").path("total").asLong()).isZero();
        for (String record : List.of("switchboard/tre_em/9001", "switchboard/tre_em/9021", "hotline/victim/9011")) {
            assertThat(service.send("/api/v1/crosswalk/" + record).statusCode())
                    .as(record)
                    .isEqualTo(410);
        }
    }

    private String ownerOf(String row) {
        return service.get("/api/v1/crosswalk/" + row).path("masterId").asText();
    }

    /** What the engine asks about her is talked over and answered. */
    private void answered() throws IOException {
        int answered = 0;
        for (String task = question(); !task.isEmpty(); task = question()) {
            JsonNode claimed = done("steward-script", task + "/claim", "{}");
            done("steward-script", task + "/comments", "{\"text\":\"zzcommentmark: Zuyền Mạrkhuê, I know her\"}");
            inForce(done(
                    "steward-script",
                    task + "/decision",
                    "{\"version\":" + claimed.path("version").asLong()
                            + ",\"decision\":\"SAME\",\"reason\":\"zzanswermark, Zuyền Mạrkhuê\"}"));
            answered++;
        }
        assertThat(answered).as("questions of the engine's about her").isPositive();
    }

    /** Where an open question about her is; empty if there is none. */
    private String question() throws IOException {
        HttpResponse<String> tasks = service.call("supervisor-script", "GET", "/api/v1/review-tasks?size=200", null);
        assertThat(tasks.statusCode()).as(tasks.body()).isEqualTo(200);
        for (JsonNode task : JSON.readTree(tasks.body()).path("items")) {
            List<String> rows = task.path("records").findValuesAsText("localId");
            if (ALIKE.stream().anyMatch(row -> rows.contains(row.replaceAll(".*/", "")))) {
                return "/api/v1/review-tasks/" + task.path("id").asLong();
            }
        }
        return "";
    }

    /** Her rows that tell little are hers: by the engine, or else by a steward. */
    private void joined(String id) throws IOException {
        for (String row : ALIKE) {
            if (!ownerOf(row).equals(id)) {
                inForce(done(
                        "steward-script",
                        "/api/v1/master-records/" + id + "/merge",
                        "{\"other\":\"" + ownerOf(row) + "\",\"reason\":\"zzreasonmark, one girl\"}"));
            }
            assertThat(ownerOf(row)).as(row).isEqualTo(id);
        }
        assertThat(number("SELECT count(*) FROM dead_letter WHERE state = 'OPEN'"))
                .isEqualTo(1);
    }

    /** Somebody of a centre that never heard of her looks at her, and the trail has an alert. */
    private void glassBroken(String id) throws IOException {
        JsonNode seen = done(
                "auditor-script",
                "/api/v1/master-records/" + id + "/reveal",
                "{\"fields\":[\"all\"],\"purpose\":\"zzglassmark\",\"reason\":\"zzglassmark: Zuyền Mạrkhuê is here\"}");
        assertThat(seen.path("revealed").path("breakGlass").asBoolean())
                .as("the glass was broken")
                .isTrue();
    }

    /** The roles as delivered, but for the auditor, who is of one centre and may break the glass. */
    private static Path roles(Path folder) throws IOException {
        String roles = Files.readString(Path.of("..", "config", "roles.yaml"));
        for (Map.Entry<String, String> change : Map.of(
                        "(?m)^(  auditor: .*centres: \\[)all",
                        "$1DANANG",
                        "(?m)^(breakGlass: .*counsellor)",
                        "$1, auditor",
                        "(?m)^(  other: .*counsellor)",
                        "$1, auditor",
                        "(?m)^(.*\"POST /api/v1/master-records/\\{id}/reveal\".*counsellor)",
                        "$1, auditor")
                .entrySet()) {
            String changed = roles.replaceAll(change.getKey(), change.getValue());
            assertThat(changed).as(change.getKey()).isNotEqualTo(roles);
            roles = changed;
        }
        return Files.writeString(folder.resolve("roles.yaml"), roles);
    }

    private void inForce(JsonNode said) throws IOException {
        if (said.path("state").asText().equals("AWAITING_APPROVAL")) {
            done(
                    "supervisor-script",
                    "/api/v1/decisions/" + said.path("decisionId").asLong() + "/approve",
                    "");
        }
        service.waitUntilCaughtUp();
    }

    private void typed(String id) throws IOException {
        String path = "/api/v1/master-records/" + id;
        done("steward-script", path + "/corrections", "{\"words\":\"zzcorrectionmark\"}");
        inForce(done(
                "steward-script",
                path + "/pin",
                "{\"attribute\":\"name\",\"reason\":\"zzreasonmark of Zuyền Mạrkhuê\","
                        + "\"sourceRecord\":{\"source\":\"switchboard\",\"table\":\"tre_em\",\"localId\":\"9001\"}}"));
        long hold = done("supervisor-script", path + "/holds", "{\"reason\":\"zzholdmark\"}")
                .path("id")
                .asLong();
        done("supervisor-script", "/api/v1/holds/" + hold + "/lift", "{\"reason\":\"zzholdmark over\"}");
        service.waitUntilCaughtUp();
    }

    private void exported() throws IOException {
        String export = "/api/v1/exports/"
                + done(
                                "office-script",
                                "/api/v1/exports",
                                "{\"q\":\"zuyen markhue\",\"format\":\"CSV\",\"purpose\":\"zzpurposemark for Zuyền Mạrkhuê\"}")
                        .path("id")
                        .asText();
        service.waitUntil(
                "her export is written",
                () -> service.get(export).path("state").asText().equals("READY"));
        assertThat(service.send(export + "/file").body()).contains("Mạrkhuê");
        try (Stream<Path> files = Files.list(exports)) {
            assertThat(files).as("what is written stands there").isNotEmpty();
        }
    }

    private JsonNode done(String client, String path, String json) throws IOException {
        HttpResponse<String> answer = service.post(client, path, json);
        assertThat(answer.statusCode()).as(path + " " + answer.body()).isBetween(200, 299);
        return JSON.readTree(answer.body());
    }

    /** As if the hub had never read a source to its end. */
    private void takeSnapshotAnew(String source) throws Exception {
        service.close();
        String state = "FROM capture_state WHERE source_system = '" + source + "'";
        long life = number("SELECT life " + state);
        postgres.run(HUB, "UPDATE capture_state SET snapshot_phase = 'NONE' WHERE source_system = '" + source + "'");
        service.start();
        service.waitUntil(
                "all rows were read anew",
                () -> number("SELECT life " + state + " AND snapshot_phase = 'COMPLETE'") > life);
        service.waitUntilCaughtUp();
    }

    private void start(Path folder) throws SQLException, IOException {
        switchboard = TestServers.switchboard();
        PostgresServer hotline = TestServers.hotline();
        postgres = archived.server();
        search = TestServers.search();
        LegacySystems.createSwitchboard(switchboard);
        LegacySystems.createHotline(hotline);
        legacy = new LegacyDatabases(
                switchboard.jdbcUrl(LegacySystems.SWITCHBOARD), hotline.jdbcUrl(LegacySystems.HOTLINE));
        legacy.execute(
                SourceSystem.SWITCHBOARD,
                "INSERT INTO nguoi_goi (id,ho_ten,dien_thoai,gioi_tinh,nam_sinh,ngay_tao) VALUES"
                        + " (9002,'Trần Thị Lan','0912345678',2,1985,'2024-05-01 08:00:00')",
                "INSERT INTO tre_em (id,ho_ten,ngay_sinh,gioi_tinh,so_dinh_danh,xa_phuong,dien_thoai_gd,ngay_tao) VALUES"
                        + " (9001,'Zuyền Mạrkhuê','14/02/2011',2,'079311987654','Phường Zzđịamạrk','0388123987',"
                        + "'2024-05-01 08:00:00')",
                "INSERT INTO ca_can_thiep (id,ma_ca,id_tre_em,id_nguoi_bao,quan_he,loai_vu_viec,muc_do,trang_thai,ngay_mo,tom_tat)"
                        + " VALUES (9003,'TE-2024-009003',9001,9002,'me','zzviecmark',1,'MO','2024-05-01','zzcasemark')",
                "INSERT INTO cuoc_goi (id,thoi_gian,kenh,so_goi_den,id_nguoi_goi,trung_tam,loai,ma_linh_vuc,id_ca,noi_dung) VALUES"
                        + " (9004,'2024-05-01 08:00:00','GOI','0912345678',9002,'HN','CAN_THIEP','zztopicm',9003,'zznotemark')",
                "INSERT INTO qms_danh_gia (id,id_cuoc_goi,nguoi_cham,diem,tieu_chi,nhan_xet,ngay_cham) VALUES"
                        + " (9017,9004,1,60.5,'{\"lang_nghe\":12,\"zzpointmark\":3}','zzremarkmark','2024-05-03 08:00:00')",
                "INSERT INTO chuyen_tuyen (id,id_ca,don_vi_nhan,loai_don_vi,ma_tinh,dich_vu,ngay_chuyen,ket_qua) VALUES"
                        + " (9006,9003,'Nhà Zzcơquanmạrk','KHAC','01','zzservicemark','2024-05-02','HOAN_THANH')");
        legacy.execute(
                SourceSystem.SWITCHBOARD,
                "INSERT INTO tre_em (id,ho_ten,ngay_sinh,gioi_tinh,ngay_tao) VALUES"
                        + " (9021,'Zuyền Mạrkhuê',NULL,2,'2024-05-03 08:00:00'),"
                        + " (9022,'Zuyền Mạrkhuê','2012',2,'2024-05-03 08:00:00')");
        legacy.execute(
                SourceSystem.HOTLINE,
                "INSERT INTO hotline.victim (victim_id,family_name,middle_and_given_name,dob,sex,id_type,id_number,phone,"
                        + "guardian_name,consent_to_share,created_at) VALUES (9011,'Zuyền','Mạrkhuê','2011-02-14','F','CCCD','079311987654',"
                        + "'0388123987','Bà Zzgiámhộmạrk',true,'2024-05-01 08:00:00+07')",
                "INSERT INTO hotline.caller (caller_id,full_name,birth_year,created_at) VALUES"
                        + " (9031,'Zuyền Mạrkhuê',2011,'2024-05-04 08:00:00+07'),(9032,'Zuyền Mạrkhuê',2013,'2024-05-04 08:00:00+07')",
                "INSERT INTO hotline.case_file (case_no,victim_id,opened_on,status,exploitation,narrative) VALUES"
                        + " ('MB-24-09012',9011,'2024-05-01','ASSISTING',ARRAY['FORCED_MARRIAGE','bị zzkindmark bán'],'zznarrativemark')",
                "INSERT INTO hotline.return_record (return_id,victim_id,returned_on,kind,certificate_no) VALUES"
                        + " (9013,9011,'2024-05-02','RESCUED','zzcertificatemark')",
                "INSERT INTO hotline.call (call_id,received_at,channel,centre,language,outcome,case_no,summary) VALUES"
                        + " ('0f4d9c1e-9014-4c55-8f20-9b6e1a2c9014','2024-05-01 08:00:00+07','VOICE','HANOI','zzlangmark','CASE',"
                        + "'MB-24-09012','zzsummarymark')",
                "INSERT INTO hotline.call_review (review_id,call_id,reviewer,score,remarks,reviewed_at) VALUES"
                        + " (9016,'0f4d9c1e-9014-4c55-8f20-9b6e1a2c9014','tv01','NaN','zzremarkmark','2024-05-03 08:00:00+07')");
        events = folder.resolve("events");
        exports = folder.resolve("exports");
        log = folder.resolve("service.log");
        Map<String, String> settings = new HashMap<>(ServiceSettings.between(switchboard, postgres, HUB, search));
        settings.put("unified-hotline.sources.hotline.port", String.valueOf(hotline.port()));
        settings.put("unified-hotline.search.index", "erasure");
        settings.put("unified-hotline.console.roles-file", roles(folder).toUri().toString());
        settings.put("unified-hotline.exports.folder", exports.toString());
        keys = Path.of(settings.get("unified-hotline.keys.folder"));
        audit = Path.of(settings.get("unified-hotline.audit.folder"));
        String third = "unified-hotline.events.destinations.folder.";
        settings.put(third + "folder", events.toString());
        settings.put(third + "sources", "switchboard,hotline");
        settings.put(third + "start", "beginning");
        settings.put(third + "secret", "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
        new HubDatabase(
                        new DriverManagerDataSource(postgres.jdbcUrl(HUB), HubDatabases.SERVICE, HubDatabases.SERVICE),
                        Keystore.open(keys, Map.of(), true))
                .migrate();
        archived.compressNothing(HUB);
        service = new RunningService(settings, log);
        service.start();
        service.waitUntilCaughtUp();
    }

    private String saveSearch(String name) throws IOException {
        return "/api/v1/saved-searches/"
                + done(
                                "office-script",
                                "/api/v1/saved-searches",
                                "{\"name\":\"" + name + "\",\"parameters\":{\"q\":[\"zuyen markhue\"]}}")
                        .path("id")
                        .asLong();
    }

    private void erase(String id) throws IOException {
        HttpResponse<String> asked = service.post(
                "admin-script", "/api/v1/master-records/" + id + "/erase", "{\"legalBasis\":\"request 9/2026\"}");
        assertThat(asked.statusCode()).as(asked.body()).isEqualTo(202);
        long decision = JSON.readTree(asked.body()).path("decisionId").asLong();
        HttpResponse<String> approved =
                service.post("supervisor-script", "/api/v1/decisions/" + decision + "/approve", "");
        assertThat(approved.statusCode()).as(approved.body()).isEqualTo(200);
    }

    private boolean isIndexEmptied() {
        return number("SELECT count(*) FROM erasure WHERE index_emptied_at IS NULL") == 0;
    }

    /** The number that a query gives; 0 if it gives no row. */
    private long number(String query) {
        try (Connection hub = postgres.connect(HUB);
                Statement statement = hub.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            return row.next() ? row.getLong(1) : 0;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void assertNothingIsLeft() throws Exception {
        assertThat(forms.in(dump())).as("the hub").isEmpty();
        assertThat(forms.in(Files.readString(log))).as("the log").isEmpty();
        assertThat(forms.inFilesOf(events)).as("the events").isEmpty();
        assertThat(forms.inFilesOf(exports)).as("the exports").isEmpty();
        try (Stream<Path> files = Files.list(exports)) {
            assertThat(files).as("files of exports").isEmpty();
        }
        assertThat(forms.inFilesOf(indexFolder())).as("the index's files").isEmpty();
        Path searchLogs = searchPath("logs");
        assertThat(searchLogs).isDirectory();
        assertThat(forms.inFilesOf(searchLogs)).as("the search server's logs").isEmpty();
        assertThat(indexStats()
                        .path("_all")
                        .path("primaries")
                        .path("docs")
                        .path("deleted")
                        .asLong())
                .as("documents marked as deleted and still on the disk")
                .isZero();
    }

    /** Of the hub's server: archive, pages of the backup and of today, old versions of rows included, its own log. */
    private void assertNothingInFiles() throws IOException {
        MarkedForms clear = new MarkedForms(List.of(CASE_NUMBER));
        for (String place : List.of("archive", "data", "after")) {
            Path files = postgres.folder().resolve(place);
            assertThat(clear.inFilesOf(files)).as(place + " can be searched").isNotEmpty();
            assertThat(forms.inFilesOf(files)).as(place).isEmpty();
        }
        assertThat(forms.in(Files.readString(postgres.log())))
                .as("the server's log")
                .isEmpty();
    }

    /** Every row of every table of the hub, as text. */
    private String dump() throws SQLException {
        StringBuilder dump = new StringBuilder();
        try (Connection hub = postgres.connect(HUB);
                Statement statement = hub.createStatement()) {
            List<String> tables = new ArrayList<>();
            try (ResultSet names = statement.executeQuery(
                    "SELECT quote_ident(table_schema) || '.' || quote_ident(table_name) FROM information_schema.tables"
                            + " WHERE table_type = 'BASE TABLE' AND table_schema NOT IN ('pg_catalog', 'information_schema')")) {
                while (names.next()) {
                    tables.add(names.getString(1));
                }
            }
            for (String table : tables) {
                try (ResultSet rows = statement.executeQuery("SELECT t::text FROM " + table + " t")) {
                    while (rows.next()) {
                        dump.append(table).append(' ').append(rows.getString(1)).append('\n');
                    }
                }
            }
        }
        return dump.toString();
    }

    private String counts() {
        StringBuilder counts = new StringBuilder();
        for (String figure : List.of("contacts", "cases", "people", "referrals")) {
            JsonNode report = service.get("/api/v1/dashboard/" + figure + "?from=2024-01-01&to=2024-12-31");
            ((ObjectNode) report).remove("countedAt");
            counts.append(report.toString()
                            .replace(
                                    "switchboard:Nhà Zzcơquanmạrk\",\"label\":\"Nhà Zzcơquanmạrk\"",
                                    "switchboard:?\",\"label\":null"))
                    .append('\n');
        }
        service.get("/api/v1/pipeline").findValues("liveRows").forEach(counts::append);
        return counts.toString();
    }

    /** How many people of the index have this among the hashes of their identity numbers. */
    private long inIndex(String hash) throws Exception {
        ask("erasure/_refresh");
        String query =
                "{\"query\":{\"nested\":{\"path\":\"records\",\"query\":{\"term\":{\"records.matched.identityHashes\":\""
                        + hash + "\"}}}}}";
        return ask("erasure/_search?source_content_type=application/json&source="
                        + URLEncoder.encode(query, StandardCharsets.UTF_8))
                .path("hits")
                .path("total")
                .path("value")
                .asLong();
    }

    private JsonNode indexStats() throws Exception {
        return ask("erasure/_stats/docs");
    }

    private Path indexFolder() throws Exception {
        return searchPath("data");
    }

    /** Where the search server keeps its {@code data} or {@code logs}. */
    private Path searchPath(String what) throws Exception {
        JsonNode path = ask("_nodes/settings")
                .path("nodes")
                .elements()
                .next()
                .path("settings")
                .path("path");
        JsonNode told = path.path(what);
        return Path.of(
                told.isArray()
                        ? told.get(0).asText()
                        : told.asText(path.path("home").asText() + "/" + what));
    }

    private JsonNode ask(String path) throws Exception {
        URI uri = URI.create(search.httpUrl() + "/" + path);
        return JSON.readTree(http.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString())
                .body());
    }
}
