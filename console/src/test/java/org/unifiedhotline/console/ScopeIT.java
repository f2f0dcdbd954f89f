package org.unifiedhotline.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.unifiedhotline.masterrecords.database.HubDatabase;

/**
 * Who sees which of the records of one person. The girl's record at the switchboard was touched by Hà Nội, by a call about her case;
 * her record at the hotline, which is linked to it, by no centre; the caller at the hotline by none either.
 */
@DisplayName("Scope, decided source record by source record,")
class ScopeIT {
    private static final String GIRL = "/api/v1/crosswalk/switchboard/tre_em/7";
    private static final String MOTHER = "/api/v1/crosswalk/switchboard/nguoi_goi/1";
    private static final String CALLER = "/api/v1/crosswalk/hotline/caller/30";

    /** What stands in records that Hà Nội did not touch, and nowhere else; names also as folded. */
    static final List<String> OUTSIDE_HANOI = List.of(
            "Xiao Hua",
            "xiao hua",
            "MB-21-00042",
            "FORCED_MARRIAGE",
            "\"hotline\"",
            "hotline,",
            "Trần Văn Tâm",
            "tran van tam",
            "0903 111 222",
            "+84903111222",
            "RESCUED",
            "Thị Hòa");

    /** What stands in records that Hà Nội touched, and nowhere else. */
    private static final List<String> OF_HANOI =
            List.of("NGUYEN THI HOA", "TE-2021-000123", "Mẹ báo con gái mất tích", "Giàng Thị Mỷ", "0912.345.678");

    /** Of anybody: what no reader may be told whose role is not to read of people. */
    private static final List<String> OF_PEOPLE = List.of(
            "Xiao Hua",
            "NGUYEN THI HOA",
            "Nguyễn Thị Hòa",
            "Giàng Thị Mỷ",
            "Trần Văn Tâm",
            "010306001234",
            "0912.345.678",
            "+84912345678",
            "0903 111 222",
            "XN-2021-7788",
            "Mẹ báo con gái mất tích",
            "Mẹ khóc suốt cuộc gọi",
            "Chồng không được biết",
            "Bị bán qua",
            "Ngõ 7 chợ Cán Cấu");

    private final Http office = Http.machine("office-script");
    private final String girl = idOf(GIRL);
    private final String mother = idOf(MOTHER);
    private final String caller = idOf(CALLER);

    @Test
    @DisplayName("shows a counsellor a person made of the records that their centre touched")
    void rebuilt() {
        JsonNode whole = office.json("/api/v1/master-records/" + girl);
        assertThat(whole.path("sourceRecords")).hasSize(2);
        assertThat(whole.toString()).contains("Xiao Hua", "MB-21-00042");

        JsonNode part = Http.person("counsellor-hn").json("/api/v1/master-records/" + girl);
        assertThat(part.path("sourceRecords")).hasSize(1);
        assertThat(part.path("sourceRecords").path(0).path("table").asText()).isEqualTo("tre_em");
        assertThat(part.path("name").path("value").path("written").asText()).isEqualTo("NGUYEN THI HOA");
        assertThat(part.path("cases").findValuesAsText("caseNumber")).containsExactly("TE-2021-000123");
        assertThat(part.path("contacts")).hasSize(1);
        assertThat(part.path("returns")).isEmpty();
        assertThat(part.path("roles").toString()).isEqualTo("[\"CHILD\"]");
        assertThat(part.path("history").findValuesAsText("other")).containsOnly("null");
        assertThat(part.toString()).doesNotContain(OUTSIDE_HANOI);
    }

    @Test
    @DisplayName("shows of the past what it shows of now")
    void past() {
        String at = "/at/" + Instant.now();
        assertThat(office.json("/api/v1/master-records/" + girl + at).path("members"))
                .hasSize(2);
        HttpResponse<String> part = Http.person("counsellor-hn").get("/api/v1/master-records/" + girl + at);
        assertThat(part.statusCode()).isEqualTo(200);
        assertThat(Http.json(part).path("members")).hasSize(1);
        assertThat(part.body()).doesNotContain(OUTSIDE_HANOI);
        assertThat(Http.person("counsellor-dn")
                        .get("/api/v1/master-records/" + girl + at)
                        .statusCode())
                .isEqualTo(404);
        JsonNode refused = Http.machine("auditor-script")
                .json("/api/v1/audit?refused=true&limit=1&account=counsellor-dn&masterId=" + girl);
        assertThat(refused.toString())
                .as("the attempt is on record as refused")
                .contains("/api/v1/master-records/{id}/at/{time}", "outsideScope", girl);
    }

    @Test
    @DisplayName("shows a note of corrections to who may see all records that it speaks of")
    void corrections() {
        String path = "/api/v1/master-records/" + girl;
        Http steward = Http.machine("steward-script");
        long note = Http.json(steward.post(path + "/corrections", "{\"words\":\"her name at the hotline is right\"}"))
                .path("id")
                .asLong();
        assertThat(office.get(path).body()).contains("her name at the hotline is right");
        assertThat(Http.person("counsellor-hn").json(path).path("corrections")).isEmpty();
        assertThat(steward.call("DELETE", "/api/v1/corrections/" + note).statusCode())
                .isEqualTo(204);
    }

    @Test
    @DisplayName("tells of relations by cases, records and telephones within it only, and counts no others")
    void relations() {
        JsonNode whole = office.json("/api/v1/master-records/" + girl + "/relations");
        assertThat(whole.path("people").findValuesAsText("masterId")).containsExactlyInAnyOrder(mother, caller);
        JsonNode part = Http.person("counsellor-hn").json("/api/v1/master-records/" + girl + "/relations");
        assertThat(part.path("people").findValuesAsText("masterId")).containsExactly(mother);
        assertThat(part.path("people").get(0).path("cases").findValuesAsText("caseNumber"))
                .containsExactly("TE-2021-000123");
        assertThat(part.path("people").get(0).path("sources").toString()).isEqualTo("[\"switchboard\"]");
        assertThat(part.path("people").get(0).path("telephones").toString()).isEqualTo("[\"+84912345678\"]");
        assertThat(part.path("all").asBoolean()).isTrue();
        assertThat(part.toString()).doesNotContain(OUTSIDE_HANOI);
    }

    @Test
    @DisplayName("tells why records are linked as if those outside it were not there, in each answer")
    void linkKinds() {
        String at = "/api/v1/master-records/" + girl + "/at/" + Instant.now();
        assertThat(office.json(GIRL).findValuesAsText("linkKind")).containsOnly("automatic");
        assertThat(row(office, "switchboard,tre_em,7,")).endsWith(",automatic");
        assertThat(office.json("/api/v1/master-records/" + girl).findValuesAsText("linkKind"))
                .containsOnly("automatic");

        Http switchboard = Http.machine("legacy-switchboard");
        Http hotline = Http.machine("legacy-hotline");
        assertThat(switchboard.json(GIRL).findValuesAsText("linkKind")).containsOnly("single");
        assertThat(row(switchboard, "switchboard,tre_em,7,")).endsWith(",single");
        assertThat(row(hotline, "hotline,victim,70,")).endsWith(",single");
        for (JsonNode change : changes(switchboard, 0).path("changes")) {
            if (change.path("key").toString().contains("\"tre_em\",\"localId\":\"7\"")) {
                assertThat(change.path("linkKind").asText()).isEqualTo("single");
            }
        }
        Http counsellor = Http.person("counsellor-hn");
        assertThat(counsellor.json("/api/v1/master-records/" + girl).findValuesAsText("linkKind"))
                .containsOnly("single");
        assertThat(counsellor.json(at).findValuesAsText("linkKind")).containsOnly("single");
    }

    @Test
    @DisplayName("tells a legacy system of no change where only why a record is linked changed, by the other's records")
    void changesOfKind() {
        Http switchboard = Http.machine("legacy-switchboard");
        Http hotline = Http.machine("legacy-hotline");
        SmallWorld.addPossibleLink(ConsoleService.context());
        String child = "/api/v1/crosswalk/switchboard/tre_em/80";
        long before = changes(office, 0).path("next").asLong();
        String other = "{\"other\":\"" + idOf("/api/v1/crosswalk/hotline/victim/81") + "\",\"reason\":\"one\"}";
        HttpResponse<String> merged =
                Http.machine("steward-script").post("/api/v1/master-records/" + idOf(child) + "/merge", other);
        assertThat(merged.statusCode()).as(merged.body()).isEqualTo(200);
        try {
            assertThat(office.json(child).findValuesAsText("linkKind")).containsOnly("asserted");
            assertThat(ofKindAlone(changes(office, before))).isEqualTo(1);
            for (Http legacy : List.of(switchboard, hotline)) {
                assertThat(ofKindAlone(changes(legacy, before))).isZero();
            }
            assertThat(switchboard.json(child).findValuesAsText("linkKind")).containsOnly("single");
            assertThat(row(hotline, "hotline,victim,81,")).endsWith(",single");
        } finally {
            Http.machine("steward-script")
                    .post(
                            "/api/v1/decisions/"
                                    + Http.json(merged).path("decisionId").asLong() + "/undo",
                            "{\"reason\":\"a test\"}");
            SmallWorld.removePossibleLink(ConsoleService.context());
        }
    }

    private static JsonNode changes(Http reader, long since) {
        return reader.json("/api/v1/crosswalk/changes?size=10000&since=" + since);
    }

    private static long ofKindAlone(JsonNode changes) {
        long alone = 0;
        for (JsonNode change : changes.path("changes")) {
            alone += change.path("masterId").equals(change.path("formerMasterId")) ? 1 : 0;
        }
        return alone;
    }

    private static String row(Http reader, String begin) {
        return reader.get("/api/v1/crosswalk.csv")
                .body()
                .lines()
                .filter(line -> line.startsWith(begin))
                .findFirst()
                .orElse("no such row");
    }

    @Test
    @DisplayName(
            "and the clearance of an account hold in lists of ids too: of whom one is not cleared for, no row, difference or example is told")
    void clearance() {
        Http steward = Http.person("steward"); // for children, not for victims
        try (OpenWork work = new OpenWork()) {
            assertThat(steward.get(GIRL).statusCode()).isEqualTo(403);
            assertThat(steward.json(MOTHER).path("masterId").asText()).isEqualTo(mother);
            assertThat(steward.get("/api/v1/crosswalk.csv").body())
                    .contains("switchboard,nguoi_goi,1,", "switchboard,tre_em,80,")
                    .doesNotContain("switchboard,tre_em,7,", ",victim,");
            assertThat(changes(steward, 0).toString())
                    .contains("\"tre_em\",\"localId\":\"80\"")
                    .doesNotContain("\"victim\"", "\"tre_em\",\"localId\":\"7\"");
            for (String identifier :
                    List.of("urn:unified-hotline:switchboard:tre_em|7", "urn:unified-hotline:master-record|" + girl)) {
                assertThat(steward.get("/fhir/Patient/$ihe-pix?sourceIdentifier=" + Http.encoded(identifier))
                                .statusCode())
                        .as(identifier)
                        .isEqualTo(403);
            }
            String differences = "/api/v1/reconciliations/" + work.reconciliation + "/differences";
            assertThat(steward.json(differences).findValuesAsText("subject"))
                    .containsExactly("switchboard/nguoi_goi/1");
            assertThat(Http.machine("steward-script").json(differences).path("items"))
                    .hasSize(3);
            HubDatabase hub = ConsoleService.context().getBean(HubDatabase.class);
            String result = hub.sql()
                    .sql("SELECT result::text FROM model_job WHERE job_id = ?")
                    .param(work.job)
                    .query(String.class)
                    .single();
            tell(
                    hub,
                    work.job,
                    "{\"linked\":[{\"recordA\":\"switchboard/tre_em/7\",\"recordB\":\"switchboard/tre_em/80\"},"
                            + "{\"recordA\":\"switchboard/nguoi_goi/1\",\"recordB\":\"switchboard/tre_em/80\"}]}");
            for (String jobs : List.of("/api/v1/models/jobs", "/api/v1/models/jobs/" + work.job)) {
                assertThat(Http.machine("steward-script").get(jobs).body()).contains("switchboard/tre_em/7\"");
                assertThat(steward.get(jobs).body())
                        .contains("switchboard/nguoi_goi/1\"")
                        .doesNotContain("switchboard/tre_em/7\"");
            }
            tell(hub, work.job, result); // its page shows all that a comparison tells
            assertThat(Http.machine("admin-script").json("/api/v1/dead-letters").path("items"))
                    .hasSize(1);
        }
    }

    private static void tell(HubDatabase hub, long job, String result) {
        hub.sql()
                .sql("UPDATE model_job SET result = ?::jsonb WHERE job_id = ?")
                .params(result, job)
                .update();
    }

    @Test
    @DisplayName("makes of a person outside it one that never was, in the same words; the auditor sees who asked")
    void outside() {
        Http danang = Http.person("counsellor-dn");
        JsonNode never = Http.json(danang.get("/api/v1/master-records/00000000-0000-4000-8000-000000000000"));
        HttpResponse<String> outside = danang.get("/api/v1/master-records/" + girl);
        assertThat(outside.statusCode()).isEqualTo(404);
        assertThat(Http.json(outside).path("detail")).isEqualTo(never.path("detail"));
        assertThat(Http.json(outside).path("type")).isEqualTo(never.path("type"));
        String trail = Http.machine("auditor-script")
                .get("/api/v1/audit?refused=true&limit=1&account=counsellor-dn&masterId=" + girl)
                .body();
        assertThat(trail).contains("\"status\":404", "\"refused\":true", "outsideScope", girl);
    }

    @Test
    @DisplayName("lets nothing outside it match, count or be shown in a search")
    void search() {
        Http hanoi = Http.person("counsellor-hn");
        assertThat(office.json("/api/v1/search?q=" + Http.encoded("xiao hua"))
                        .path("total")
                        .asInt())
                .isPositive();
        for (String outside : List.of("xiao hua", "MB-21-00042", "tran van tam", "0903111222")) {
            JsonNode answer = hanoi.json("/api/v1/search?facets=true&q=" + Http.encoded(outside));
            assertThat(answer.path("total").asInt()).as(outside).isZero();
            assertThat(answer.path("hits")).as(outside).isEmpty();
        }
        JsonNode found = hanoi.json("/api/v1/search?facets=true&q=" + Http.encoded("nguyen thi hoa"));
        assertThat(found.path("hits").findValuesAsText("masterId"))
                .as("she, and after her who is named in her case")
                .containsExactly(girl, mother);
        assertThat(found.toString()).doesNotContain(OUTSIDE_HANOI);
        JsonNode all = hanoi.json("/api/v1/search?facets=true&q=");
        assertThat(all.toString()).doesNotContain(OUTSIDE_HANOI);
        assertThat(all.path("hits").findValuesAsText("masterId")).containsExactlyInAnyOrder(girl, mother);
        for (String user : List.of("counsellor-dn", "counsellor-ag")) {
            assertThat(Http.person(user)
                            .json("/api/v1/search?facets=true&q=")
                            .path("total")
                            .asInt())
                    .isZero();
        }
    }

    @Test
    @DisplayName("holds for every reader at every call that tells of people, and no body holds a value outside it")
    void everyReader() {
        SoftAssertions softly = new SoftAssertions();
        Map<String, Http> readers = PeopleCalls.readers();
        try (OpenWork work = new OpenWork()) {
            for (PeopleCalls.Call call : PeopleCalls.about(work)) {
                softly.assertThat(call.status().values())
                        .as("somebody is answered %s", call.told())
                        .contains("200");
                readers.forEach((name, reader) -> {
                    HttpResponse<String> answer = call.by(reader);
                    softly.assertThat(String.valueOf(answer.statusCode()))
                            .as("%s by %s", call.told(), name)
                            .isEqualTo(call.status().get(name));
                    List<String> hidden = hiddenFrom(name, call);
                    if (!hidden.isEmpty()) {
                        softly.assertThat(answer.body())
                                .as("%s by %s", call.told(), name)
                                .doesNotContain(hidden);
                    }
                });
            }
        }
        softly.assertAll();
    }

    @Test
    @DisplayName(
            "was tried at every call that the service maps: a new one stands in a list of the calls, or fails this test")
    void everyCall() {
        try (OpenWork work = new OpenWork()) {
            assertThat(PeopleCalls.unlisted(PeopleCalls.about(work))).isEmpty();
        }
    }

    /** What this reader is never told at this call. */
    private static List<String> hiddenFrom(String reader, PeopleCalls.Call call) {
        return switch (reader) {
            case "officer" ->
                List.of("Mẹ báo con gái mất tích", "Chồng không được biết", "Bị bán qua", "FORCED_MARRIAGE");
            case "steward" -> List.of("Mẹ báo con gái mất tích", "Bị bán qua", "FORCED_MARRIAGE");
            case "supervisor" -> List.of();
            // Whoever administers discloses, and hands over, all that is held.
            case "admin" -> call.path().endsWith("/disclosure") ? List.of() : OF_PEOPLE;
            // What others typed is told by the trail, and nothing else of anybody.
            case "auditor" -> call.path().startsWith("/api/v1/audit") ? List.of("Mẹ báo con gái mất tích") : OF_PEOPLE;
            case "counsellor-hn" -> OUTSIDE_HANOI;
            case "counsellor-dn", "counsellor-ag" -> {
                List<String> all = new ArrayList<>(OUTSIDE_HANOI);
                all.addAll(OF_HANOI);
                yield all;
            }
            case "legacy-switchboard" -> List.of("\"source\":\"hotline\"", "hotline,caller", "Xiao Hua");
            case "legacy-hotline" -> List.of("\"source\":\"switchboard\"", "switchboard,", "NGUYEN THI HOA");
            default -> throw new IllegalArgumentException(reader);
        };
    }

    private String idOf(String record) {
        return office.json(record).path("masterId").asText();
    }
}
