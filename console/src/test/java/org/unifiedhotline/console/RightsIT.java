package org.unifiedhotline.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.unifiedhotline.masterrecords.audit.AuditCheck;
import org.unifiedhotline.masterrecords.database.HubDatabase;
import org.unifiedhotline.matching.bulk.Progress;

/** Each test adds whom it is about, and takes them away again: others read the small world. */
@DisplayName("Rights of the person over HTTP")
class RightsIT {
    private final Http officer = Http.machine("office-script");
    private final Http steward = Http.machine("steward-script");
    private final Http supervisor = Http.machine("supervisor-script");
    private final Http admin = Http.machine("admin-script");

    @BeforeAll
    static void world() {
        ConsoleService.context();
    }

    private static JsonNode ok(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 299);
        return answer.body().isEmpty() ? MissingNode.getInstance() : Http.json(answer);
    }

    private String masterOf(String record) {
        return ok(officer.get("/api/v1/crosswalk/" + record)).path("masterId").asText();
    }

    private String added(String id, String name, String telephone) {
        SmallWorld.addChildToErase(ConsoleService.context(), id, name, telephone);
        return masterOf("switchboard/tre_em/" + id);
    }

    private long found(Http reader, String words) {
        return ok(reader.get("/api/v1/search?q=" + Http.encoded(words)))
                .path("total")
                .asLong();
    }

    @Test
    @DisplayName(
            "An administrator asks for an erasure, a supervisor approves it, and nobody is there any more, for good")
    void erased() {
        String id = added("951", "Vừ Mí Zaxoa", "0912777951");
        String path = "/api/v1/master-records/" + id;
        assertThat(found(officer, "vu mi zaxoa")).isEqualTo(1);
        ok(officer.post("/api/v1/saved-searches", "{\"name\":\"hers\",\"parameters\":{\"q\":[\"vu mi zaxoa\"]}}"));

        JsonNode plan = ok(admin.post(path + "/erase?preview=true", "{}"));
        assertThat(plan.path("goes").get(0).asText()).isEqualTo("switchboard/tre_em/951");
        assertThat(plan.path("typed").path("savedSearches").asLong()).isEqualTo(1);
        assertThat(admin.post(path + "/erase", "{}").statusCode()).isEqualTo(400);
        HttpResponse<String> asked = admin.post(path + "/erase", "{\"legalBasis\":\"request 7/2026\"}");
        assertThat(asked.statusCode()).isEqualTo(202);
        assertThat(Http.json(asked).path("state").asText()).isEqualTo("AWAITING_APPROVAL");
        long decision = Http.json(asked).path("decisionId").asLong();
        assertThat(ok(admin.get(path + "/rights"))
                        .path("erasureAwaiting")
                        .path("decisionId")
                        .asLong())
                .isEqualTo(decision);
        assertThat(steward.post("/api/v1/decisions/" + decision + "/approve", "")
                        .statusCode())
                .isEqualTo(403);
        assertThat(admin.post("/api/v1/decisions/" + decision + "/approve", "").statusCode())
                .isEqualTo(403);
        ok(supervisor.post("/api/v1/decisions/" + decision + "/approve?preview=true", ""));
        assertThat(officer.get(path).statusCode()).isEqualTo(200);

        ok(supervisor.post("/api/v1/decisions/" + decision + "/approve", ""));

        assertThat(officer.get(path).statusCode()).isEqualTo(410);
        assertThat(officer.get("/api/v1/crosswalk/switchboard/tre_em/951").statusCode())
                .isEqualTo(410);
        assertThat(supervisor.get(path + "/disclosure").statusCode()).isEqualTo(410);
        SmallWorld.settle(ConsoleService.context());
        assertThat(officer.get(path).statusCode()).isEqualTo(410);
        assertThat(found(officer, "vu mi zaxoa")).isZero();
        assertThat(officer.get("/api/v1/crosswalk.csv").body()).doesNotContain("tre_em,951");
        assertThat(officer.get("/api/v1/saved-searches").body()).doesNotContain("zaxoa");
        HttpResponse<String> undone =
                supervisor.post("/api/v1/decisions/" + decision + "/undo", "{\"reason\":\"never mind\"}");
        assertThat(undone.statusCode()).isEqualTo(409);
        assertThat(undone.body()).contains("erased for good");
        SmallWorld.removeChild(ConsoleService.context(), "951");
    }

    @Test
    @DisplayName("What was typed about an erased person is forgotten by the audit trail, whose chain still holds")
    void termsForgotten() {
        String id = added("952", "Giàng Thị Zayeu", "0912777952");
        found(officer, "giàng thị zayeu");
        found(officer, "0912 777 952");
        assertThat(trail()).contains("giàng thị zayeu", "0912 777 952");
        erase(id);
        assertThat(trail()).doesNotContain("giàng thị zayeu", "0912 777 952");
        HubDatabase hub = ConsoleService.context().getBean(HubDatabase.class);
        assertThat(new AuditCheck(hub, ConsoleService.AUDIT, List.of(), Progress.NONE)
                        .run()
                        .complaints())
                .isEmpty();
        SmallWorld.removeChild(ConsoleService.context(), "952");
    }

    private static String trail() {
        return Http.machine("auditor-script").get("/api/v1/audit?size=1000").body();
    }

    private void erase(String id) {
        JsonNode asked = ok(admin.post("/api/v1/master-records/" + id + "/erase", "{\"legalBasis\":\"request\"}"));
        ok(supervisor.post("/api/v1/decisions/" + asked.path("decisionId").asLong() + "/approve", ""));
        SmallWorld.settle(ConsoleService.context());
    }

    @Test
    @DisplayName("A legal hold keeps a person from erasure until it is lifted, and both have a reason")
    void held() {
        String id = added("953", "Thào A Zahold", "0912777953");
        String path = "/api/v1/master-records/" + id;
        assertThat(supervisor.post(path + "/holds", "{}").statusCode()).isEqualTo(400);
        long hold = ok(supervisor.post(path + "/holds", "{\"reason\":\"trial\"}"))
                .path("id")
                .asLong();
        HttpResponse<String> refused = admin.post(path + "/erase", "{\"legalBasis\":\"request\"}");
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(Http.json(refused).path("holds").get(0).asLong()).isEqualTo(hold);
        ok(supervisor.post("/api/v1/holds/" + hold + "/lift", "{\"reason\":\"over\"}"));
        assertThat(supervisor
                        .post("/api/v1/holds/" + hold + "/lift", "{\"reason\":\"over\"}")
                        .statusCode())
                .isEqualTo(409);
        erase(id);
        assertThat(officer.get(path).statusCode()).isEqualTo(410);
        SmallWorld.removeChild(ConsoleService.context(), "953");
    }

    @Test
    @DisplayName("All that is held is disclosed unmasked to named roles, for machines and to read, and is on record")
    void disclosed() {
        String id = added("954", "Lò Văn Zadisclose", "0912777954");
        String path = "/api/v1/master-records/" + id + "/disclosure";
        assertThat(officer.get(path).statusCode()).isEqualTo(403);
        assertThat(ok(admin.get(path)).path("consent").asText())
                .as("for the person's own request, unless said otherwise")
                .isEqualTo("NOT_RECORDED");
        HttpResponse<String> callBack = supervisor.get(path + "?purpose=callBack");
        assertThat(callBack.statusCode()).isEqualTo(403);
        assertThat(Http.json(callBack).path("detail").asText())
                .isEqualTo("The purpose 'callBack' opens [TELEPHONE] to your role.");
        HttpResponse<String> machine =
                admin.withHeader("X-Purpose", "request of the person").get(path);
        JsonNode all = ok(machine);
        assertThat(machine.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
        assertThat(all.path("person").path("name").path("value").path("display").asText())
                .isEqualTo("Lò Văn Zadisclose");
        assertThat(machine.body()).contains("0912777954").doesNotContain("\"masked\"");
        assertThat(all.path("htcds").path("person").path("prs_FirstName").asText())
                .isEqualTo("Zadisclose");
        assertThat(all.path("consent").asText()).isEqualTo("NOT_RECORDED");
        HttpResponse<String> page = supervisor.get(
                path + "?format=html&lang=vi&purpose=" + Http.encoded("Theo yêu cầu của chính người đó"));
        assertThat(page.headers().firstValue("Content-Type").orElse("")).startsWith("text/html");
        assertThat(page.body())
                .contains("Toàn bộ dữ liệu đang lưu giữ về một người", "Lò Văn Zadisclose", "0912777954")
                .doesNotContain("<script");
        assertThat(trail())
                .contains(
                        "GET /api/v1/master-records/{id}/disclosure",
                        "\"purpose\":\"request of the person\"",
                        "\"purpose\":\"Theo yêu cầu của chính người đó\"");
        SmallWorld.removeChild(ConsoleService.context(), "954");
    }

    @Test
    @DisplayName("Who is restricted is told in no file that was written before, and disclosed at their own request")
    void restrictedInFiles() {
        String id = added("957", "Mùa A Zafiled", "0912777957");
        String path = "/api/v1/master-records/" + id;
        String export = "/api/v1/exports/"
                + Http.json(officer.post(
                                "/api/v1/exports", "{\"q\":\"zafiled\",\"format\":\"CSV\",\"purpose\":\"a list\"}"))
                        .path("id")
                        .asText();
        OpenWork.await(() -> officer.json(export).path("state").asText().equals("READY"));
        assertThat(officer.get(export + "/file").body()).contains("Zafiled");
        JsonNode restricted = ok(supervisor.post(path + "/restrict", "{\"reason\":\"disputes what is held\"}"));
        try {
            assertThat(officer.get(export + "/file").statusCode()).isBetween(404, 410);
            assertThat(officer.json(export).path("state").asText()).isEqualTo("EXPIRED");
            ConsoleService.context()
                    .getBean(HubDatabase.class)
                    .sql()
                    .sql(
                            "UPDATE export_job SET state = 'READY' WHERE state = 'EXPIRED' AND expires_at > clock_timestamp()")
                    .update();
            assertThat(officer.get(export + "/file").statusCode())
                    .as("as if it had been begun while that was decided")
                    .isBetween(404, 410);
            assertThat(officer.json(export).path("state").asText()).isEqualTo("EXPIRED");
            assertThat(admin.get(path + "/disclosure").statusCode()).isEqualTo(200);
            HttpResponse<String> refused = admin.get(path + "/disclosure?purpose=statistics");
            assertThat(refused.statusCode()).isEqualTo(403);
            assertThat(Http.json(refused).path("type").asText()).endsWith(":restricted");
        } finally {
            ok(supervisor.post(
                    "/api/v1/decisions/" + restricted.path("decisionId").asLong() + "/undo",
                    "{\"reason\":\"settled\"}"));
            SmallWorld.removeChild(ConsoleService.context(), "957");
        }
    }

    @Test
    @DisplayName("A correction of somebody restricted is taken back by whom it is shown to alone")
    void correctionOfRestricted() {
        String id = added("958", "Mùa A Zanoted", "0912777958");
        String path = "/api/v1/master-records/" + id;
        long note = ok(steward.post(path + "/corrections", "{\"words\":\"spelt so\"}"))
                .path("id")
                .asLong();
        long hold = ok(supervisor.post(path + "/holds", "{\"reason\":\"a trial\"}"))
                .path("id")
                .asLong();
        JsonNode restricted = ok(supervisor.post(path + "/restrict", "{\"reason\":\"disputes what is held\"}"));
        try {
            assertThat(steward.call("DELETE", "/api/v1/corrections/" + note).statusCode())
                    .isEqualTo(403);
            assertThat(supervisor.call("DELETE", "/api/v1/corrections/" + note).statusCode())
                    .isEqualTo(204);
            assertThat(admin.post("/api/v1/holds/" + hold + "/lift", "{\"reason\":\"over\"}")
                            .statusCode())
                    .isEqualTo(200);
        } finally {
            ok(supervisor.post(
                    "/api/v1/decisions/" + restricted.path("decisionId").asLong() + "/undo",
                    "{\"reason\":\"settled\"}"));
            SmallWorld.removeChild(ConsoleService.context(), "958");
        }
    }

    @Test
    @DisplayName("Who is restricted is not found and shown to supervisors only, until that is lifted")
    void restricted() {
        String id = added("955", "Mùa A Zarestrict", "0912777955");
        String path = "/api/v1/master-records/" + id;
        JsonNode restricted = ok(supervisor.post(path + "/restrict", "{\"reason\":\"disputes what is held\"}"));
        SmallWorld.settle(ConsoleService.context());
        assertThat(found(officer, "zarestrict")).isZero();
        assertThat(found(supervisor, "zarestrict")).isZero();
        HttpResponse<String> refused = officer.get(path);
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(Http.json(refused).path("type").asText()).endsWith(":restricted");
        assertThat(supervisor.get(path).statusCode()).isEqualTo(200);
        assertThat(steward.post(path + "/pin", """
                {"attribute":"name","sourceRecord":{"source":"switchboard","table":"tre_em","localId":"955"},"reason":"x"}
                """).statusCode()).isEqualTo(409);
        ok(supervisor.post(
                "/api/v1/decisions/" + restricted.path("decisionId").asLong() + "/undo", "{\"reason\":\"settled\"}"));
        SmallWorld.settle(ConsoleService.context());
        assertThat(officer.get(path).statusCode()).isEqualTo(200);
        assertThat(found(officer, "zarestrict")).isEqualTo(1);
        SmallWorld.removeChild(ConsoleService.context(), "955");
    }

    @Test
    @DisplayName(
            "Who is restricted is not told by others either: by their mother, a case, a task about them, nor who shares a telephone")
    void restrictedBesideOthers() {
        SmallWorld.addChildWithMother(ConsoleService.context(), "957", "Zarestkid", "Giàng Thị Zamother");
        String child = masterOf("switchboard/tre_em/957");
        String mother = "/api/v1/master-records/" + masterOf("switchboard/nguoi_goi/957");
        long task = taskAbout("957");
        ok(steward.post("/api/v1/review-tasks/" + task + "/claim", ""));
        long version =
                ok(steward.get("/api/v1/review-tasks/" + task)).path("version").asLong();
        long decided = ok(steward.post(
                        "/api/v1/review-tasks/" + task + "/decision",
                        "{\"version\":" + version + ",\"decision\":\"DIFFERENT\",\"reason\":\"two girls\"}"))
                .path("decisionId")
                .asLong();
        long undone = undo(decided);
        long redone = undo(undone);
        assertThat(decisions(steward)).contains(decided, undone, redone);
        assertThat(found(officer, "zarestkid"))
                .as("the child, and the mother by her")
                .isEqualTo(2);
        assertThat(steward.get("/api/v1/review-tasks?state=DECIDED&size=200").body())
                .contains("Zarestkid");
        assertThat(officer.get(mother).body()).contains("TE-2026-000957");
        assertThat(officer.get(mother + "/relations").body()).contains(child, "912777957");

        long restricted = ok(supervisor.post(
                        "/api/v1/master-records/" + child + "/restrict", "{\"reason\":\"disputes what is held\"}"))
                .path("decisionId")
                .asLong();
        SmallWorld.settle(ConsoleService.context());
        assertThat(found(officer, "zarestkid")).isZero();
        assertThat(found(officer, "TE-2026-000957")).isZero();
        assertThat(officer.get("/api/v1/search?q=zamother").body())
                .contains("Zamother")
                .doesNotContain("Zarestkid", "TE-2026-000957");
        assertThat(officer.get(mother).body()).contains("Zamother").doesNotContain("TE-2026-000957");
        assertThat(officer.get(mother + "/relations").body())
                .doesNotContain(child)
                .doesNotContain("TE-2026-000957");
        assertThat(supervisor.get(mother + "/relations").body()).contains(child, "TE-2026-000957");
        String path = "/api/v1/review-tasks/" + task;
        assertThat(steward.get("/api/v1/review-tasks?state=DECIDED&size=200").body())
                .doesNotContain("Zarestkid");
        assertThat(steward.get(path).statusCode()).isEqualTo(403);
        for (long hidden : List.of(decided, undone, redone, restricted)) {
            String decision = "/api/v1/decisions/" + hidden;
            assertThat(steward.get(decision).statusCode()).as(decision).isEqualTo(403);
            assertThat(steward.post(decision + "/undo", "{\"reason\":\"x\"}").statusCode())
                    .as(decision)
                    .isEqualTo(403);
            assertThat(supervisor.get(decision).statusCode()).as(decision).isEqualTo(200);
        }
        assertThat(decisions(steward)).doesNotContain(decided, undone, redone, restricted);
        assertThat(decisions(supervisor)).contains(decided, undone, redone, restricted);
        assertThat(steward.get(path + "/alike").statusCode()).isEqualTo(403);
        assertThat(steward.get(path + "/neighbourhood").statusCode()).isEqualTo(403);
        assertThat(steward.post(path + "/claim", "").statusCode()).isEqualTo(403);
        assertThat(supervisor.get("/api/v1/review-tasks?state=DECIDED&size=200").body())
                .contains("Zarestkid");
        assertThat(supervisor.get(path).statusCode()).isEqualTo(200);

        ok(supervisor.post("/api/v1/decisions/" + restricted + "/undo", "{\"reason\":\"settled\"}"));
        SmallWorld.settle(ConsoleService.context());
        assertThat(found(officer, "zarestkid")).isEqualTo(2);
        assertThat(steward.get(path).statusCode()).isEqualTo(200);
        SmallWorld.removeChildWithMother(ConsoleService.context(), "957");
    }

    @Test
    @DisplayName("Who is restricted is not told as who called or reported either")
    void restrictedReporter() {
        SmallWorld.addChildWithMother(ConsoleService.context(), "947", "Zareported", "Giàng Thị Zareporter");
        String child = "/api/v1/master-records/" + masterOf("switchboard/tre_em/947");
        assertThat(officer.get(child).body()).contains("TE-2026-000947", "nguoi_goi");
        long restricted = ok(supervisor.post(
                        "/api/v1/master-records/" + masterOf("switchboard/nguoi_goi/947") + "/restrict",
                        "{\"reason\":\"disputes what is held\"}"))
                .path("decisionId")
                .asLong();
        try {
            assertThat(officer.get(child).body()).contains("TE-2026-000947").doesNotContain("nguoi_goi");
            assertThat(supervisor.get(child).body()).contains("nguoi_goi");
        } finally {
            ok(supervisor.post("/api/v1/decisions/" + restricted + "/undo", "{\"reason\":\"settled\"}"));
            SmallWorld.removeChildWithMother(ConsoleService.context(), "947");
        }
    }

    private long undo(long decision) {
        return ok(steward.post("/api/v1/decisions/" + decision + "/undo", "{\"reason\":\"looked again\"}"))
                .path("decisionId")
                .asLong();
    }

    private static List<Long> decisions(Http reader) {
        List<Long> ids = new ArrayList<>();
        ok(reader.get("/api/v1/decisions?size=500"))
                .path("items")
                .forEach(decision -> ids.add(decision.path("id").asLong()));
        return ids;
    }

    @Test
    @DisplayName("Who is restricted is not told by the past of others either, nor by what changes")
    void restrictedOfThePast() {
        String first = added("961", "Sùng A Zapast", "0912777961");
        inForce(steward.post(
                "/api/v1/master-records/" + first + "/merge",
                "{\"other\":\"" + added("962", "Ly Mí Zasplit", "0912777962") + "\",\"reason\":\"one\"}"));
        String path = "/api/v1/master-records/" + masterOf("switchboard/tre_em/961");
        String at = path + "/at/" + Instant.now();
        inForce(steward.post(path + "/split", """
                {"sourceRecords":[{"source":"switchboard","table":"tre_em","localId":"962"}],"reason":"two"}
                """));
        path = "/api/v1/master-records/" + masterOf("switchboard/tre_em/961");
        String apart = masterOf("switchboard/tre_em/962");
        String caller = masterOf("hotline/caller/30");
        assertThat(officer.get(at).body()).contains("Zapast", "Zasplit");
        assertThat(officer.get(path).body()).contains("Zapast", "\"962\"");
        long restricted;
        try (Stream officers = Stream.open(Http.person("officer"), null);
                Stream supervisors = Stream.open(Http.person("supervisor"), null)) {
            officers.await("standing");
            supervisors.await("standing");
            restricted = ok(supervisor.post(
                            "/api/v1/master-records/" + apart + "/restrict", "{\"reason\":\"disputes what is held\"}"))
                    .path("decisionId")
                    .asLong();
            SmallWorld.renameHotlineCaller(ConsoleService.context(), "Trần Văn Tâm Khánh");
            assertThat(supervisors.peopleUntil(caller, 1)).contains(apart);
            assertThat(officers.peopleUntil(caller, 1)).doesNotContain(apart);
        }
        JsonNode then = ok(officer.get(at));
        assertThat(then.path("members")).hasSize(1);
        assertThat(then.findValuesAsText("linkKind")).containsOnly("single");
        assertThat(then.toString()).contains("Zapast").doesNotContain("Zasplit", "\"962\"");
        assertThat(officer.get(path).body()).contains("Zapast").doesNotContain("\"962\"", apart);
        assertThat(officer.get(path + "/story").body()).contains("961").doesNotContain("tre_em/962", apart);
        assertThat(supervisor.get(at).body()).contains("Zapast", "Zasplit");
        assertThat(supervisor.get(path).body()).contains("\"962\"");

        ok(supervisor.post("/api/v1/decisions/" + restricted + "/undo", "{\"reason\":\"settled\"}"));
        SmallWorld.settle(ConsoleService.context());
        assertThat(officer.get(at).body()).contains("Zasplit");
        SmallWorld.removeChild(ConsoleService.context(), "961");
        SmallWorld.removeChild(ConsoleService.context(), "962");
    }

    private void inForce(HttpResponse<String> answer) {
        if (ok(answer).path("state").asText().equals("AWAITING_APPROVAL")) {
            ok(supervisor.post(
                    "/api/v1/decisions/" + Http.json(answer).path("decisionId").asLong() + "/approve", ""));
        }
        SmallWorld.settle(ConsoleService.context());
    }

    private long taskAbout(String child) {
        for (JsonNode task : ok(steward.get("/api/v1/review-tasks?size=200")).path("items")) {
            if (task.path("records").findValuesAsText("localId").contains(child)) {
                return task.path("id").asLong();
            }
        }
        throw new AssertionError("No task asks about " + child);
    }

    @Test
    @DisplayName(
            "What a person asks for is told with the last day for an answer, until it was answered; an erasure that waits, too")
    void requested() {
        String id = added("958", "Ly Seo Zarequest", "0912777958");
        String path = "/api/v1/master-records/" + id;
        assertThat(officer.post(path + "/requests", "{\"kind\":\"ERASURE\",\"receivedOn\":\"2026-11-20\"}")
                        .statusCode())
                .isEqualTo(403);
        assertThat(steward.post(path + "/requests", "{\"kind\":\"ERASURE\"}").statusCode())
                .isEqualTo(400);
        assertThat(steward.post(path + "/requests", "{\"kind\":\"ERASURE\",\"receivedOn\":\"2999-01-01\"}")
                        .statusCode())
                .isEqualTo(400);
        JsonNode asked = ok(admin.post(path + "/requests", "{\"kind\":\"ERASURE\",\"receivedOn\":\"2026-11-20\"}"));
        assertThat(asked.path("answerBy").asText())
                .as("two working days from a Friday")
                .isEqualTo("2026-11-24");
        assertThat(asked.path("stopBy").asText()).isEqualTo("2026-12-05");
        ok(admin.post(path + "/erase", "{\"legalBasis\":\"request\"}"));
        JsonNode rights = ok(steward.get(path + "/rights"));
        assertThat(rights.path("requests").get(0).path("answerBy").asText()).isEqualTo("2026-11-24");
        assertThat(rights.path("erasureAnswerBy").asText()).matches("\\d{4}-\\d{2}-\\d{2}");
        String answered = "/api/v1/requests/" + asked.path("id").asLong() + "/answered";
        assertThat(ok(admin.post(answered, "")).path("answeredBy").asText()).isEqualTo("admin-script");
        assertThat(admin.post(answered, "").statusCode()).isEqualTo(404);
        SmallWorld.removeChild(ConsoleService.context(), "958");
    }

    @Test
    @DisplayName("Consent is shown with its evidence: which record says so, and since when")
    void consentEvidence() {
        String path = "/api/v1/master-records/" + masterOf("hotline/victim/70");
        for (JsonNode told : List.of(ok(supervisor.get(path + "/rights")), ok(supervisor.get(path + "/disclosure")))) {
            assertThat(told.path("consent").asText()).isEqualTo("GIVEN");
            JsonNode evidence = told.path("consentEvidence");
            assertThat(evidence).hasSize(1);
            assertThat(evidence.get(0).path("record").toString()).contains("victim", "70");
            assertThat(evidence.get(0).path("agreed").asBoolean()).isTrue();
            assertThat(evidence.get(0).path("toldAt").asText()).startsWith("2021-03-12T02:00:00");
        }
    }

    @Test
    @DisplayName("A correction note is shown with the person until it is withdrawn")
    void corrected() {
        String id = added("956", "Cứ Seo Zacorrect", "0912777956");
        String path = "/api/v1/master-records/" + id;
        long note = ok(steward.post(path + "/corrections", "{\"words\":\"born 2013, not 2012\"}"))
                .path("id")
                .asLong();
        assertThat(ok(officer.get(path))
                        .path("corrections")
                        .get(0)
                        .path("words")
                        .asText())
                .isEqualTo("born 2013, not 2012");
        assertThat(steward.call("DELETE", "/api/v1/corrections/" + note).statusCode())
                .isEqualTo(204);
        assertThat(ok(officer.get(path)).path("corrections")).isEmpty();
        SmallWorld.removeChild(ConsoleService.context(), "956");
    }
}
