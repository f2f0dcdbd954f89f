package org.unifiedhotline.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.unifiedhotline.console.SmallWorld.row;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.unifiedhotline.mappings.source.SourceRecordKey;
import org.unifiedhotline.mappings.source.SourceSystem;
import org.unifiedhotline.masterrecords.database.HubDatabase;
import org.unifiedhotline.masterrecords.records.MasterId;
import org.unifiedhotline.masterrecords.records.SurvivorshipRules.Attribute;
import org.unifiedhotline.masterrecords.sourcerecords.SourceRecordId;
import org.unifiedhotline.masterrecords.stewardship.Stewardship;

/** Every part of what is held about a child carries a mark of its own; so does what is another's. */
@DisplayName("A disclosure of all that is held about a person")
class DisclosureIT {
    private static final SourceRecordKey HERS = key("tre_em", "3971");
    private static final SourceRecordKey ANOTHERS = key("tre_em", "3972");
    private static final SourceRecordKey MOTHERS = key("nguoi_goi", "3971");

    private final Http officer = Http.machine("office-script");
    private final Http steward = Http.machine("steward-script");
    private final Http supervisor = Http.machine("supervisor-script");
    private final Http admin = Http.machine("admin-script");
    private final HubDatabase hub = ConsoleService.context().getBean(HubDatabase.class);

    private static SourceRecordKey key(String table, String id) {
        return SourceRecordKey.of(SourceSystem.SWITCHBOARD, table, id);
    }

    @BeforeEach
    void world() {
        Map<String, Map<String, @Nullable Object>> rows = new LinkedHashMap<>();
        rows.put("tre_em/3971", child("Zadiscla", null, "0912777971"));
        rows.put("tre_em/3972", child(null, "2009", null));
        rows.put("tre_em/3974", named("Vàng Seo Zathird", "Zathird", "2016", null));
        rows.put("nguoi_goi/3971", caller());
        rows.put("ca_can_thiep/3971", childsCase(3971L, "zzcase hers"));
        rows.put("ca_can_thiep/3972", childsCase(3974L, "zzcase anothers"));
        rows.put("cuoc_goi/3971", call("2026-03-09T17:00:00", "zzcall"));
        rows.put("cuoc_goi/3972", call(null, "zzsetaside"));
        rows.put(
                "qms_danh_gia/3971",
                row(
                        "id_cuoc_goi",
                        3971L,
                        "nguoi_cham",
                        4L,
                        "diem",
                        80L,
                        "tieu_chi",
                        null,
                        "nhan_xet",
                        "zzassessed",
                        "ngay_cham",
                        "2026-03-10T08:00:00"));
        SmallWorld.insert(ConsoleService.context(), SourceSystem.SWITCHBOARD, rows);
    }

    @AfterEach
    void asBefore() {
        hub.sql().sql("DELETE FROM clerical_pair WHERE judged_by = 'zzjudge'").update();
        SmallWorld.delete(
                ConsoleService.context(),
                Stream.concat(
                                Stream.of(HERS, ANOTHERS, key("tre_em", "3974"), MOTHERS),
                                Stream.of(
                                                "ca_can_thiep/3971",
                                                "ca_can_thiep/3972",
                                                "cuoc_goi/3971",
                                                "cuoc_goi/3972",
                                                "qms_danh_gia/3971")
                                        .map(row -> row.split("/"))
                                        .map(row -> key(row[0], row[1])))
                        .toList());
    }

    @Test
    @DisplayName("tells each part that is about the person, what is another's in none, and says what is left out")
    void parts() {
        String id = masterOf(HERS);
        String path = "/api/v1/master-records/" + id;
        long task = asked();
        noted(task, "zzcomment as typed");
        noted(task, "perhaps Zatheirs zzwithheld");
        long version =
                ok(steward.get("/api/v1/review-tasks/" + task)).path("version").asLong();
        ok(steward.post(
                "/api/v1/review-tasks/" + task + "/decision",
                "{\"version\":" + version + ",\"decision\":\"DIFFERENT\",\"reason\":\"zzdecided, two girls\"}"));
        SmallWorld.insert(
                ConsoleService.context(),
                SourceSystem.SWITCHBOARD,
                Map.of("tre_em/3972", child("Zaotherone Zatheirs", "2009", null)));
        ok(steward.post(path + "/corrections", "{\"words\":\"zzcorrected\"}"));
        long hold = ok(supervisor.post(path + "/holds", "{\"reason\":\"zzheld\"}"))
                .path("id")
                .asLong();
        ok(supervisor.post("/api/v1/quality/samples", "{\"size\":1,\"seed\":1,\"reason\":\"a look\"}"));
        judged("SAME", "zzjudge");

        HttpResponse<String> machine = admin.get(path + "/disclosure");
        HttpResponse<String> page = admin.get(path + "/disclosure?format=html&lang=en");
        JsonNode told = ok(machine);
        for (String body : List.of(machine.body(), page.body())) {
            assertThat(body)
                    .contains(
                            "Zadiscla",
                            "0912777971",
                            "zzcase hers",
                            "zzcall",
                            "zzsetaside",
                            "zzassessed",
                            "zzcomment as typed",
                            "zzdecided, two girls",
                            "zzcorrected",
                            "zzheld",
                            "zzjudge")
                    .doesNotContain("Zaotherone", "Zatheirs", "zzwithheld", "zzcase anothers", "0912000971", "2009");
        }
        JsonNode question = told.path("questions").get(0);
        assertThat(question.path("besideAnother").asBoolean()).isTrue();
        assertThat(question.path("shown").get(0).path("records").findValuesAsText("written"))
                .contains("Zadiscla");
        assertThat(question.path("shown").get(0).path("records")).hasSize(1);
        assertThat(question.path("shown").get(0).path("levels")).isEmpty();
        assertThat(told.path("verdicts").get(0).path("verdict").asText()).isEqualTo("SAME");
        assertThat(told.path("completeness").path("complete").asBoolean()).isFalse();
        JsonNode leftOut = told.path("completeness").path("leftOut");
        assertThat(leftOut.path("wordsOfOthers").asLong()).isEqualTo(1);
        assertThat(leftOut.path("evidenceOfOthers").asLong()).isPositive();
        assertThat(leftOut.path("numbersOfOthers").asLong()).isEqualTo(2);
        assertThat(page.body())
                .contains(
                        "Is it complete?", "<dd>no</dd>", "words that tell of somebody else", "Questions to stewards");
        assertThat(admin.get(path + "/disclosure?format=html").body())
                .contains("Có đầy đủ không", "lời ghi có nói về người khác", "Câu hỏi cho người rà soát");
        assertThat(machine.body()).as("what the mother reported of another").doesNotContain("TE-2026-000974");
        assertThat(ok(admin.get("/api/v1/master-records/" + masterOf(MOTHERS) + "/disclosure"))
                        .path("completeness")
                        .path("leftOut")
                        .path("casesOfOthers")
                        .asLong())
                .isEqualTo(2);
        ok(supervisor.post("/api/v1/holds/" + hold + "/lift", "{\"reason\":\"over\"}"));
    }

    @Test
    @DisplayName("says that it is complete where nothing is left out")
    void complete() {
        SmallWorld.addChildToErase(ConsoleService.context(), "3973", "Chảo Sử Zawhole", "0912777973");
        JsonNode told = ok(admin.get("/api/v1/master-records/" + masterOf(key("tre_em", "3973")) + "/disclosure"));
        assertThat(told.path("completeness").path("complete").asBoolean())
                .as(told.path("completeness").toString())
                .isTrue();
        SmallWorld.removeChild(ConsoleService.context(), "3973");
    }

    @Test
    @DisplayName("tells every decision, however many, and counts the changes that are too many to tell")
    void many() {
        String id = masterOf(HERS);
        Stewardship stewardship = ConsoleService.context().getBean(Stewardship.class);
        for (int pin = 0; pin < 101; pin++) {
            stewardship.pin(
                    MasterId.of(id), Attribute.NAME, HERS, new Stewardship.Word("admin-script", "zzpin" + pin + "."));
        }
        hub.sql().sql("""
                        INSERT INTO source_change (record_id, life, log_file, log_offset, event_row, kind, changed_at)
                        SELECT ?, 1, 0, at, 0, 'DELETE', '2020-01-01'::timestamptz FROM generate_series(1, 10001) AS at
                        """).param(SourceRecordId.of(HERS)).update();
        HttpResponse<String> answer = admin.get("/api/v1/master-records/" + id + "/disclosure");
        assertThat(ok(answer).path("decisions")).hasSize(101);
        assertThat(answer.body()).contains("zzpin0.", "zzpin100.");
        JsonNode completeness = ok(answer).path("completeness");
        assertThat(completeness.path("complete").asBoolean()).isFalse();
        assertThat(ok(answer).path("sourceChanges")).hasSize(10_000);
        assertThat(completeness.path("leftOut").path("sourceChangesBeyondLimit").asLong())
                .as("and those of the case and the call")
                .isGreaterThan(1);
        hub.sql()
                .sql("DELETE FROM source_change WHERE record_id = ? AND log_file = 0")
                .param(SourceRecordId.of(HERS))
                .update();
    }

    private long asked() {
        for (JsonNode task : ok(steward.get("/api/v1/review-tasks?size=200")).path("items")) {
            if (task.path("records").findValuesAsText("localId").containsAll(List.of("3971", "3972"))) {
                long id = task.path("id").asLong();
                ok(steward.post("/api/v1/review-tasks/" + id + "/claim", ""));
                return id;
            }
        }
        throw new AssertionError("Nothing is asked about the two girls");
    }

    private void noted(long task, String words) {
        ok(steward.post("/api/v1/review-tasks/" + task + "/comments", "{\"text\":\"" + words + "\"}"));
    }

    /** As if the two had been drawn. */
    private void judged(String verdict, String judge) {
        long hers = SourceRecordId.of(HERS);
        long anothers = SourceRecordId.of(ANOTHERS);
        hub.sql()
                .sql("""
                        INSERT INTO clerical_pair (sample_id, pair_no, record_a, record_b, band, band_pairs, verdict, judged_by, judged_at)
                        SELECT max(sample_id), 900, ?, ?, 'above-16', 1, ?, ?, now() FROM clerical_sample
                        """)
                .params(Math.min(hers, anothers), Math.max(hers, anothers), verdict, judge)
                .update();
    }

    private String masterOf(SourceRecordKey record) {
        return ok(officer.get("/api/v1/crosswalk/switchboard/" + record.table().name() + "/" + record.localId()))
                .path("masterId")
                .asText();
    }

    private static JsonNode ok(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 299);
        return answer.body().isEmpty() ? MissingNode.getInstance() : Http.json(answer);
    }

    private static Map<String, @Nullable Object> child(
            @Nullable String called, @Nullable String birth, @Nullable String telephone) {
        return named("Lê Thị Hoa", called, birth, telephone);
    }

    private static Map<String, @Nullable Object> named(
            String name, @Nullable String called, @Nullable String birth, @Nullable String telephone) {
        return SmallWorld.childRow(
                "ho_ten", name, "ten_goi_khac", called, "ngay_sinh", birth, "dien_thoai_gd", telephone);
    }

    private static Map<String, @Nullable Object> childsCase(long child, String summary) {
        return row(
                "ma_ca",
                "TE-2026-000" + child,
                "id_tre_em",
                child,
                "id_nguoi_bao",
                3971L,
                "quan_he",
                "me",
                "loai_vu_viec",
                "MUA_BAN",
                "muc_do",
                1L,
                "trang_thai",
                "DONG",
                "ngay_mo",
                "2026-03-09",
                "ngay_dong",
                "2026-05-01",
                "tom_tat",
                summary);
    }

    private static Map<String, @Nullable Object> call(@Nullable String at, String notes) {
        return row(
                "thoi_gian",
                at,
                "kenh",
                "GOI",
                "so_goi_den",
                "0912000971",
                "id_nguoi_goi",
                3971L,
                "ma_tdv",
                4L,
                "trung_tam",
                "HN",
                "thoi_luong",
                245L,
                "loai",
                "CAN_THIEP",
                "ma_linh_vuc",
                null,
                "id_ca",
                3971L,
                "vi_do",
                null,
                "kinh_do",
                null,
                "noi_dung",
                notes);
    }

    private static Map<String, @Nullable Object> caller() {
        return row(
                "ho_ten", "Giàng Thị Zamother",
                "dien_thoai", "0912000971",
                "gioi_tinh", 2L,
                "nam_sinh", null,
                "ma_tinh", "10",
                "quan_huyen", null,
                "xa_phuong", null,
                "dia_chi", null,
                "dan_toc", null,
                "ghi_chu", null,
                "ngay_tao", "2021-03-09T17:00:00",
                "ngay_sua", null);
    }
}
