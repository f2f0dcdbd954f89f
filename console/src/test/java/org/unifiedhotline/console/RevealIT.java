package org.unifiedhotline.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

@DisplayName("What is masked")
class RevealIT {
    private static final String NOTE = "Mẹ báo con gái mất tích";
    private static final String OTHER_NOTE = "Chồng không được biết";
    private static final String WITH_PURPOSE =
            "{\"fields\":[\"NOTES\"],\"purpose\":\"Chuyển tuyến\",\"reason\":\"gọi lại\"}";

    private final Http office = Http.machine("office-script");
    private final String girl = idOf("/api/v1/crosswalk/switchboard/tre_em/7");
    private final String mother = idOf("/api/v1/crosswalk/switchboard/nguoi_goi/1");

    @AfterEach
    void maskAgain() {
        hub().sql("DELETE FROM reveal").update();
    }

    @Test
    @DisplayName("is read plainly by who gave a purpose: those fields, of that person, by that account, and no more")
    void revealed() {
        assertThat(page(office, girl)).doesNotContain(NOTE);
        HttpResponse<String> answer = reveal(office, girl, WITH_PURPOSE);
        assertThat(answer.statusCode()).isEqualTo(200);
        JsonNode revealed = Http.json(answer).path("revealed");
        assertThat(revealed.path("fields").toString()).isEqualTo("[\"NOTES\"]");
        assertThat(revealed.path("breakGlass").asBoolean()).isFalse();
        assertThat(Instant.parse(revealed.path("until").asText())).isAfter(Instant.now());
        assertThat(answer.body()).contains(NOTE).doesNotContain("FORCED_MARRIAGE");
        assertThat(page(office, girl)).contains(NOTE).doesNotContain("FORCED_MARRIAGE");
        assertThat(page(office, mother)).doesNotContain(OTHER_NOTE);
        assertThat(page(Http.person("officer"), girl)).doesNotContain(NOTE);
        assertThat(office.json("/api/v1/master-records/" + girl)
                        .path("revealed")
                        .path("until"))
                .isEqualTo(revealed.path("until"));
    }

    @Test
    @DisplayName("is masked again when the time is over, or when its reader says so")
    void ends() {
        reveal(office, girl, WITH_PURPOSE);
        hub().sql("UPDATE reveal SET ends_at = clock_timestamp()").update();
        assertThat(page(office, girl)).doesNotContain(NOTE);
        reveal(office, girl, WITH_PURPOSE);
        assertThat(page(office, girl)).contains(NOTE);
        assertThat(office.call("DELETE", "/api/v1/master-records/" + girl + "/reveal")
                        .statusCode())
                .isEqualTo(204);
        assertThat(page(office, girl)).doesNotContain(NOTE);
    }

    @Test
    @DisplayName("is not revealed for a purpose that does not open it: to call back nobody needs the notes")
    void purpose() {
        HttpResponse<String> refused = reveal(office, girl, "{\"fields\":[\"NOTES\"],\"purpose\":\"Gọi lại\"}");
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(Http.json(refused).path("detail").asText())
                .isEqualTo("The purpose 'callBack' opens [TELEPHONE] to your role.");
        assertThat(reveal(office, girl, "{\"fields\":[\"TELEPHONE\"],\"purpose\":\"Gọi lại\"}")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    @DisplayName("is revealed on record: who, which fields of whom, what for and why")
    void onRecord() {
        reveal(office, girl, WITH_PURPOSE);
        assertThat(trail("kind=REVEAL&account=office-script&limit=1"))
                .contains(girl, "\"purpose\":\"Chuyển tuyến\"", "\"reason\":\"gọi lại\"", "\"fields\":\"[NOTES]\"");
    }

    @Test
    @DisplayName(
            "needs a purpose and names of fields; the header X-Purpose will do, and so will the answer's own names")
    void asked() {
        assertThat(reveal(office, girl, "{\"fields\":[\"NOTES\"]}").statusCode())
                .isEqualTo(400);
        assertThat(reveal(office, girl, "{\"purpose\":\"x\"}").statusCode()).isEqualTo(400);
        assertThat(reveal(office, girl, "{\"fields\":[\"soul\"],\"purpose\":\"x\"}")
                        .statusCode())
                .isEqualTo(400);
        assertThat(reveal(office, "00000000-0000-4000-8000-000000000000", WITH_PURPOSE)
                        .statusCode())
                .isEqualTo(404);
        Http said = Http.machine("office-script").withHeader("X-Purpose", "referral");
        HttpResponse<String> answer = reveal(said, girl, "{\"fields\":[\"narrative\",\"kinds\",\"disability\"]}");
        assertThat(answer.body()).contains(NOTE, "FORCED_MARRIAGE", "\"disability\":true");
    }

    @Test
    @DisplayName("is not found by in a search while it is revealed: what is revealed is read, of one person")
    void notSearched() {
        Http counsellor = Http.person("counsellor-hn").withCsrf();
        HttpResponse<String> answer =
                reveal(counsellor, girl, "{\"fields\":[\"identityNumbers\"],\"purpose\":\"case\"}");
        assertThat(answer.body()).contains("010306001234").doesNotContain("MB-21-00042", "\"hotline\"");
        assertThat(counsellor
                        .json("/api/v1/search?q=010306001234")
                        .path("total")
                        .asInt())
                .isZero();
    }

    @Test
    @DisplayName("and outside a reader's scope is shown with a reason, for a while, and the auditor is told at once")
    void glassBroken() {
        Http danang = Http.person("counsellor-dn").withCsrf();
        HttpResponse<String> never = reveal(danang, "00000000-0000-4000-8000-000000000000", WITH_PURPOSE);
        HttpResponse<String> without = reveal(danang, girl, "{\"fields\":[\"all\"],\"purpose\":\"danger\"}");
        assertThat(without.statusCode()).isEqualTo(404);
        assertThat(Http.json(without).path("detail")).isEqualTo(Http.json(never).path("detail"));
        assertThat(danang.get("/api/v1/master-records/" + girl).statusCode()).isEqualTo(404);

        HttpResponse<String> with =
                reveal(danang, girl, "{\"fields\":[\"all\"],\"purpose\":\"danger\",\"reason\":\"she is at our door\"}");
        assertThat(with.statusCode()).isEqualTo(200);
        assertThat(with.body()).contains(NOTE, "010306001234", "MB-21-00042", "FORCED_MARRIAGE");
        assertThat(Http.json(with).path("revealed").path("breakGlass").asBoolean())
                .isTrue();
        assertThat(trail("kind=ALERT&account=counsellor-dn&limit=5"))
                .contains("broke the glass", girl, "she is at our door");
        assertThat(page(danang, girl)).contains("MB-21-00042");
        assertThat(danang.json("/api/v1/search?q=hoa").path("total").asInt()).isZero();
        assertThat(Http.person("counsellor-ag")
                        .get("/api/v1/master-records/" + girl)
                        .statusCode())
                .isEqualTo(404);

        hub().sql("UPDATE reveal SET ends_at = clock_timestamp()").update();
        assertThat(danang.get("/api/v1/master-records/" + girl).statusCode()).isEqualTo(404);
    }

    @Test
    @DisplayName("and beyond a reader's clearance likewise")
    void beyondClearance() {
        Http steward = Http.person("steward").withCsrf();
        assertThat(steward.get("/api/v1/master-records/" + girl).statusCode()).isEqualTo(403);
        assertThat(reveal(steward, girl, "{\"fields\":[\"NOTES\"],\"purpose\":\"task\"}")
                        .statusCode())
                .isEqualTo(403);
        assertThat(reveal(steward, girl, WITH_PURPOSE).body()).contains(NOTE, "MB-21-00042");
        assertThat(page(steward, girl)).contains(NOTE, "MB-21-00042").doesNotContain("FORCED_MARRIAGE");
        assertThat(trail("kind=ALERT&account=steward&limit=5")).contains("broke the glass", girl, "gọi lại");
    }

    @Test
    @DisplayName(
            "and of somebody restricted outside a reader's scope nothing is told, not even that, but the auditor is")
    void restrictedBehindGlass() {
        SmallWorld.addChildToErase(ConsoleService.context(), "977", "Mùa A Zaglass", "0912777977");
        String child = idOf("/api/v1/crosswalk/switchboard/tre_em/977");
        Http supervisor = Http.person("supervisor").withCsrf();
        long decision = Http.json(supervisor.post(
                        "/api/v1/master-records/" + child + "/restrict", "{\"reason\":\"disputes what is held\"}"))
                .path("decisionId")
                .asLong();
        try {
            Http danang = Http.person("counsellor-dn").withCsrf();
            String wish = "{\"fields\":[\"all\"],\"purpose\":\"danger\",\"reason\":\"tried all the same\"}";
            HttpResponse<String> never = reveal(danang, "00000000-0000-4000-8000-000000000000", wish);
            HttpResponse<String> tried = reveal(danang, child, wish);
            assertThat(tried.statusCode()).isEqualTo(404);
            assertThat(tried.body()).isEqualTo(never.body());
            assertThat(trail("kind=ALERT&account=counsellor-dn&limit=5"))
                    .contains("broke the glass", child, "tried all the same");
            assertThat(reveal(Http.person("steward").withCsrf(), child, wish).statusCode())
                    .as("in scope")
                    .isEqualTo(403);
        } finally {
            supervisor.post("/api/v1/decisions/" + decision + "/undo", "{\"reason\":\"settled\"}");
            SmallWorld.removeChild(ConsoleService.context(), "977");
        }
    }

    @Test
    @DisplayName("is revealed to no role that does not open records")
    void otherRoles() {
        for (String role : new String[] {"auditor-script", "admin-script", "legacy-switchboard", "legacy-hotline"}) {
            assertThat(reveal(Http.machine(role), girl, WITH_PURPOSE).statusCode())
                    .as(role)
                    .isEqualTo(403);
        }
        assertThat(reveal(Http.nobody(), girl, WITH_PURPOSE).statusCode()).isIn(401, 403);
    }

    private static HttpResponse<String> reveal(Http reader, String id, String wish) {
        return reader.post("/api/v1/master-records/" + id + "/reveal", wish);
    }

    private static String page(Http reader, String id) {
        HttpResponse<String> page = reader.get("/api/v1/master-records/" + id);
        assertThat(page.statusCode()).isEqualTo(200);
        return page.body();
    }

    private static String trail(String question) {
        return Http.machine("auditor-script").get("/api/v1/audit?" + question).body();
    }

    private static JdbcClient hub() {
        return JdbcClient.create(ConsoleService.context().getBean(javax.sql.DataSource.class));
    }

    private String idOf(String record) {
        return office.json(record).path("masterId").asText();
    }
}
