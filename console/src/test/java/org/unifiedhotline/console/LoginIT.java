package org.unifiedhotline.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Login")
class LoginIT {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "officer",
                "steward",
                "supervisor",
                "auditor",
                "admin",
                "counsellor-hn",
                "counsellor-dn",
                "counsellor-ag"
            })
    @DisplayName("lets each of the demo's users in by name and password")
    void people(String name) {
        assertThat(Http.person(name).json("/api/v1/me").path("name").asText()).isEqualTo(name);
    }

    @Test
    @DisplayName("with a wrong password is refused as a problem, without saying which of the two was wrong")
    void wrongPassword() {
        HttpResponse<String> answer = Http.nobody().login("steward", "guess");
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(Http.json(answer).path("type").asText()).isEqualTo("urn:unified-hotline:problem:wrong-credentials");
    }

    @Test
    @DisplayName("gives a session cookie that no script can read and no other site sends")
    void sessionCookie() {
        Http browser = Http.nobody();
        List<String> cookies = browser.login("officer", "officer").headers().allValues("Set-Cookie");
        assertThat(cookies)
                .anySatisfy(cookie -> assertThat(cookie)
                        .startsWith("UHR_SESSION=")
                        .contains("HttpOnly")
                        .containsIgnoringCase("SameSite=Lax"));
    }

    @Test
    @DisplayName("changes the session's id, so that one planted before is worth nothing")
    void sessionFixation() {
        Http browser = Http.person("officer");
        String before = browser.cookie("UHR_SESSION");
        browser.login("officer", "officer");
        assertThat(browser.cookie("UHR_SESSION")).isNotEqualTo(before).isNotEmpty();
    }

    @Test
    @DisplayName("by session changes nothing without the anti-forgery header")
    void crossSiteForgery() {
        Http browser = Http.person("admin");
        assertThat(browser.withCsrf().post("/api/v1/dead-letters/999/replay").statusCode())
                .isEqualTo(404);
        Http forged = Http.nobody();
        assertThat(forged.post("/login").statusCode()).isEqualTo(403);
    }

    @Test
    @DisplayName("ends with log out")
    void logout() {
        Http browser = Http.person("officer").withCsrf();
        assertThat(browser.post("/logout").statusCode()).isEqualTo(204);
        assertThat(browser.get("/api/v1/me").statusCode()).isEqualTo(401);
    }

    @Test
    @DisplayName("of a machine gives a token with all its scopes when none is asked, and with the one that is")
    void scopes() {
        JsonNode all = Http.token("office-script", "grant_type=client_credentials");
        assertThat(all.path("scope").asText().split(" "))
                .containsExactlyInAnyOrder("crosswalk", "records", "pipeline", "stewardship", "audit");
        JsonNode one = Http.token("office-script", "grant_type=client_credentials&scope=crosswalk");
        Http narrow = Http.withToken(one.path("access_token").asText());
        assertThat(narrow.get("/api/v1/crosswalk/changes").statusCode()).isEqualTo(200);
        assertThat(narrow.get("/api/v1/search").statusCode()).isEqualTo(403);
        assertThat(Http.token("legacy-hotline", "grant_type=client_credentials&scope=records")
                        .path("error")
                        .asText())
                .isEqualTo("invalid_scope");
    }

    @Test
    @DisplayName("with a token that is forged or broken is refused as such")
    void forgedToken() {
        String token = Http.token("office-script", "grant_type=client_credentials")
                .path("access_token")
                .asText();
        String forged = token.substring(0, token.lastIndexOf('.') + 1) + "AAAA";
        HttpResponse<String> answer = Http.withToken(forged).get("/api/v1/search");
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("WWW-Authenticate")).contains("Bearer error=\"invalid_token\"");
        assertThat(Http.withToken("not-a-token").get("/api/v1/search").statusCode())
                .isEqualTo(401);
    }

    @Test
    @DisplayName("makes no session for a machine")
    void machinesHaveNoSession() {
        Http machine = Http.machine("office-script");
        machine.get("/api/v1/me");
        assertThat(machine.cookie("UHR_SESSION")).isEmpty();
    }

    @Test
    @DisplayName("and every other answer carry the headers that keep browsers careful")
    void headers() {
        HttpResponse<String> page = Http.nobody().get("/");
        assertThat(page.headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy)
                        .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'"));
        assertThat(page.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(page.headers().firstValue("Referrer-Policy")).contains("no-referrer");
        assertThat(page.body()).doesNotContain("<script>").doesNotContain("http://", "https://");
    }
}
