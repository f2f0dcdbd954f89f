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
                .containsExactlyInAnyOrder("crosswalk", "records", "pipeline", "stewardship", "audit", "fhir");
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
        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .doesNotContain("unsafe")
                .matches(".*style-src 'self' 'nonce-[^']{20,}'.*");
        assertThat(page.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(page.headers().firstValue("Referrer-Policy")).contains("no-referrer");
        assertThat(page.headers().firstValue("X-Frame-Options")).contains("DENY");
        assertThat(page.headers().firstValue("Cross-Origin-Opener-Policy")).contains("same-origin");
        assertThat(page.headers().firstValue("Cross-Origin-Resource-Policy")).contains("same-origin");
        assertThat(page.headers().firstValue("Permissions-Policy").orElseThrow())
                .contains("camera=()", "usb=()");
        assertThat(page.body()).doesNotContain("NONCE_OF_THIS_PAGE");
        assertThat(Http.nobody()
                        .get("/api/v1/login-options")
                        .headers()
                        .firstValue("Content-Security-Policy")
                        .orElseThrow())
                .startsWith("default-src 'none'")
                .contains("sandbox");
        assertThat(page.body()).doesNotContain("<script>").doesNotContain("http://", "https://");
    }

    @Test
    @DisplayName("guessed at too often is not looked at for a while, right or wrong, and says when to try again")
    void guessing() {
        Http guesser = Http.nobody();
        for (int guess = 0; guess < 5; guess++) {
            assertThat(guesser.login("nobody-of-ours", "guess" + guess).statusCode())
                    .isEqualTo(401);
        }
        HttpResponse<String> answer = guesser.login("nobody-of-ours", "guess");
        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(Integer.parseInt(answer.headers().firstValue("Retry-After").orElseThrow()))
                .isBetween(1, 3);
        assertThat(Http.json(answer).path("type").asText()).isEqualTo("urn:unified-hotline:problem:too-many-guesses");
        // Whoever knows theirs is let in meanwhile.
        assertThat(Http.nobody().login("officer", "officer").statusCode()).isEqualTo(204);
    }

    @Test
    @DisplayName("of machines is held to the same")
    void guessingSecrets() {
        List<Integer> answers = java.util.stream.IntStream.range(0, 7)
                .mapToObj(guess -> Http.tokenAnswer("no-such-script", "guess" + guess))
                .map(HttpResponse::statusCode)
                .toList();
        assertThat(answers).startsWith(401, 401, 401, 401, 401).endsWith(429);
    }

    @Test
    @DisplayName("ends everywhere at once: every session and token of the account that began before")
    void everywhere() throws InterruptedException {
        Http here = Http.person("counsellor-ag").withCsrf();
        Http there = Http.person("counsellor-ag");
        Http another = Http.person("counsellor-dn");
        assertThat(here.post("/api/v1/session/end-all").statusCode()).isEqualTo(204);
        assertThat(there.get("/api/v1/me").statusCode()).isEqualTo(401);
        assertThat(here.get("/api/v1/me").statusCode()).isEqualTo(401);
        assertThat(another.get("/api/v1/me").statusCode()).isEqualTo(200);
        Thread.sleep(1_100); // what began in the same second counts as before
        assertThat(Http.person("counsellor-ag").get("/api/v1/me").statusCode()).isEqualTo(200);
    }

    @Test
    @DisplayName("of another account is ended by the administrator, tokens included")
    void byAdministrator() throws InterruptedException {
        Http script = Http.machine("legacy-hotline");
        assertThat(script.get("/api/v1/crosswalk/changes").statusCode()).isEqualTo(200);
        Thread.sleep(1_100);
        assertThat(Http.machine("admin-script")
                        .post("/api/v1/users/legacy-hotline/end-sessions")
                        .statusCode())
                .isEqualTo(204);
        assertThat(script.get("/api/v1/crosswalk/changes").statusCode()).isEqualTo(401);
        Thread.sleep(1_100);
        assertThat(Http.machine("legacy-hotline")
                        .get("/api/v1/crosswalk/changes")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    @DisplayName("tells how long it lasts, and ends when idle, which what pages ask by themselves does not delay")
    void idle() {
        Http browser = Http.person("counsellor-dn");
        long left = browser.json("/api/v1/session").path("secondsLeft").asLong();
        assertThat(left).isBetween(1_700L, 1_800L);
        // Nobody has touched the page for long, as it says itself.
        browser.withHeader("X-Idle-For", "900").get("/api/v1/me");
        assertThat(browser.json("/api/v1/session").path("secondsLeft").asLong()).isLessThanOrEqualTo(left);
        assertThat(Http.machine("office-script")
                        .json("/api/v1/session")
                        .path("secondsLeft")
                        .isNull())
                .isTrue();
    }
}
