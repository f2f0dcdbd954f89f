package org.unifiedhotline.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.core.ResolvableType;
import org.unifiedhotline.console.Endpoints.Endpoint;
import org.unifiedhotline.masterrecords.database.HubDatabase;

/**
 * Attacks the running service, with its real servers, at every call that its own mappings name. What was tried is told in
 * {@code target/attack-report.md}.
 */
@DisplayName("Of attacks nothing gets through:")
class AttackSuiteIT {
    private static final AttackReport REPORT = new AttackReport();

    /** Calls that would begin an hour's work, or end the attacker's own login; each with what it says for itself elsewhere. */
    private static final Set<String> SPARED = Set.of("POST /api/v1/models/train", "POST /api/v1/session/end-all");

    private static final List<String> INJECTIONS = List.of(
            // SQL
            "' OR '1'='1",
            "'; DROP TABLE source_record; --",
            "1; DELETE FROM master_record",
            "\\'; SELECT pg_sleep(20); --",
            "1) UNION SELECT NULL, version() --",
            "$$; COPY hub FROM PROGRAM 'id'; $$",
            // Elasticsearch
            "*",
            "_exists_:identityNumbers",
            "/.*/",
            "{\"query\":{\"match_all\":{}}}",
            "\"}},{\"match_all\":{}},{\"x\":{\"y\":\"",
            "name:* OR NOT _id:1",
            // logs, headers, templates, paths, formulas, script
            "x\r\nSet-Cookie: planted=1\r\n\r\nHTTP/1.1 200 OK",
            "\n2026-11-22 ERROR forged line of a log",
            "${jndi:ldap://127.0.0.1:1/a}",
            "#{7*7}${7*7}{{7*7}}T(java.lang.Runtime).getRuntime()",
            "../../../../etc/passwd",
            "=HYPERLINK(\"http://127.0.0.1:1\",\"x\")",
            "<script>alert(1)</script>",
            // what parsers stumble over
            "-1",
            "99999999999999999999",
            "NaN",
            "\u202e\ufeff\u0085",
            "𝒜".repeat(50),
            "a".repeat(3000));

    /** What an answer never says: words of what stands behind it. */
    private static final List<String> GIVEAWAYS = List.of(
            "Exception",
            "org.postgresql",
            "PSQL",
            "SQLState",
            "org.springframework",
            "org.unifiedhotline",
            "elastic.clients",
            "java.lang",
            "\tat ",
            "syntax error",
            "search_phase_execution",
            "root:x:0",
            "SELECT ",
            "stackTrace");

    private static Map<String, Http> scripts;
    private static OpenWork work;
    private static List<Endpoint> endpoints;

    @BeforeAll
    static void begin() {
        endpoints = Endpoints.all();
        scripts = Endpoints.scripts();
        work = new OpenWork();
    }

    @AfterAll
    static void tell() {
        work.close();
        REPORT.write(endpoints.size());
    }

    @Test
    @DisplayName("injection into every parameter, every place in a path and every text of a body")
    void injection() {
        Map<String, Long> before = rows();
        for (Endpoint endpoint : attacked()) {
            Http script = Endpoints.allowed(endpoint, scripts);
            for (String payload : INJECTIONS) {
                for (String parameter : endpoint.parameters()) {
                    injected(
                            endpoint,
                            script.call(endpoint.method(), endpoint.path() + endpoint.query(parameter, payload)));
                }
                for (String variable : endpoint.variables()) {
                    String path = endpoint.path(each ->
                            each.equals(variable) ? Http.encoded(payload).replace("+", "%20") : "1");
                    injected(endpoint, script.call(endpoint.method(), path));
                }
                if (endpoint.body() != null) {
                    injected(
                            endpoint,
                            script.send(
                                    endpoint.method(),
                                    endpoint.path(),
                                    endpoint.body(payload).toString()));
                }
            }
        }
        assertThat(REPORT.count("injection")).isGreaterThan(1_500);
        assertThat(REPORT.through("injection")).isEmpty();
        assertThat(rows()).as("rows of the hub").isEqualTo(before);
    }

    @Test
    @DisplayName("query language in the search box, by whom nobody may be shown to")
    void queryLanguage() {
        Http outside = Http.person("counsellor-dn");
        Http office = Http.machine("office-script");
        long all = office.json("/api/v1/search?size=1").path("total").asLong();
        assertThat(all).isPositive();
        for (String payload : INJECTIONS) {
            for (String parameter : List.of("q", "province", "role", "sort", "cursor")) {
                HttpResponse<String> answer =
                        outside.get("/api/v1/search?" + parameter + "=" + Http.encoded(payload) + "&facets=true");
                boolean somebody = answer.statusCode() == 200
                        && Http.json(answer).path("total").asLong() > 0;
                REPORT.tried(
                        "query language", parameter + "=" + payload, wrong(somebody, "finds people outside the scope"));
            }
            HttpResponse<String> suggested = outside.get("/api/v1/search/suggestions?q=" + Http.encoded(payload));
            REPORT.tried("query language", payload, personal(suggested.body()));
        }
        assertThat(REPORT.through("query language")).isEmpty();
    }

    @Test
    @DisplayName("forged, altered, foreign and outlived tokens")
    void tokens() throws JOSEException {
        Map<String, String> forged = forgedTokens();
        for (Map.Entry<String, String> token : forged.entrySet()) {
            for (String path : List.of("/api/v1/me", "/api/v1/search", "/api/v1/audit", "/actuator/prometheus")) {
                HttpResponse<String> answer = Http.withToken(token.getValue()).get(path);
                List<String> wrong = new ArrayList<>(giveaways(answer));
                wrong.addAll(wrong(answer.statusCode() != 401, "answered " + answer.statusCode()));
                REPORT.tried("tokens", token.getKey() + " at " + path, wrong);
            }
        }
        assertThat(Http.withToken(signed(realKey(), claims(600).build()))
                        .get("/api/v1/me")
                        .statusCode())
                .as("the same, made rightly, so that each of the above is refused for its own fault")
                .isEqualTo(200);
        assertThat(REPORT.through("tokens")).isEmpty();
    }

    @Test
    @DisplayName("every call that changes something, made by another site through a browser that is logged in")
    void crossSiteForgery() {
        Http browser = Http.person("supervisor");
        String planted = browser.cookie("XSRF-TOKEN");
        for (Endpoint endpoint : endpoints) {
            if (endpoint.method().equals("GET")) {
                continue;
            }
            forgery(endpoint, "without the header", browser.send(endpoint.method(), endpoint.path(), "{}"));
            forgery(
                    endpoint,
                    "with a field instead",
                    browser.call(endpoint.method(), endpoint.path() + "?_csrf=" + planted));
            Http guessing =
                    Http.person("supervisor").withHeader("X-XSRF-TOKEN", "00000000-0000-0000-0000-000000000000");
            forgery(endpoint, "with a guess", guessing.send(endpoint.method(), endpoint.path(), "{}"));
        }
        assertThat(browser.get("/api/v1/me").statusCode()).isEqualTo(200);
        assertThat(REPORT.through("cross-site forgery")).isEmpty();
    }

    @Test
    @DisplayName("every id there is, at every call that takes one, by readers to whom it is nothing")
    void foreignIds() {
        Map<String, Http> readers = new LinkedHashMap<>(scripts);
        readers.put("counsellor-dn", Http.person("counsellor-dn").withCsrf());
        // Within the scope of one person and outside that of another.
        readers.put("counsellor-hn", Http.person("counsellor-hn").withCsrf());
        readers.put("nobody", Http.nobody());
        List<String> ids = idsThere();
        for (Endpoint endpoint : endpoints) {
            if (!endpoint.method().equals("GET") || !endpoint.hasVariables()) {
                continue;
            }
            for (Map.Entry<String, Http> reader : readers.entrySet()) {
                if (Set.of("officer", "steward", "supervisor").contains(reader.getKey())) {
                    continue; // they may know of everybody; the matrix says what else they may call
                }
                for (String id : ids) {
                    HttpResponse<String> answer = reader.getValue().get(pathOf(endpoint, id));
                    List<String> wrong = new ArrayList<>(giveaways(answer));
                    wrong.addAll(foreign(endpoint, reader.getKey(), answer.body()));
                    REPORT.tried("foreign ids", endpoint + " " + id + " by " + reader.getKey(), wrong);
                }
            }
        }
        for (String source : List.of("switchboard", "hotline")) {
            for (String row : List.of("tre_em/7", "nguoi_goi/1", "victim/70", "caller/30")) {
                Http other = scripts.get(source.equals("switchboard") ? "legacy-hotline" : "legacy-switchboard");
                HttpResponse<String> answer = other.get("/api/v1/crosswalk/" + source + "/" + row);
                REPORT.tried("foreign ids", source + "/" + row, wrong(answer.statusCode() < 400, "is told"));
            }
        }
        assertThat(REPORT.count("foreign ids")).isGreaterThan(500);
        assertThat(REPORT.through("foreign ids")).isEmpty();
    }

    @Test
    @DisplayName("decisions, reveals and exports about people and things of others, by readers of nothing")
    void foreignDecisions() {
        Map<String, Http> readers = Map.of(
                "counsellor-dn", Http.person("counsellor-dn").withCsrf(),
                "counsellor-hn", Http.person("counsellor-hn").withCsrf());
        List<String> ids = idsThere();
        for (Endpoint endpoint : attacked()) {
            if (endpoint.method().equals("GET")
                    || !endpoint.hasVariables()
                    || endpoint.pattern().endsWith("/reveal")) {
                continue;
            }
            for (Map.Entry<String, Http> reader : readers.entrySet()) {
                for (String id : ids) {
                    HttpResponse<String> answer = reader.getValue()
                            .send(
                                    endpoint.method(),
                                    pathOf(endpoint, id),
                                    endpoint.body("x").toString());
                    List<String> wrong = new ArrayList<>(giveaways(answer));
                    wrong.addAll(wrong(answer.statusCode() < 400, "answered " + answer.statusCode()));
                    wrong.addAll(personal(answer.body()));
                    REPORT.tried("foreign decisions", endpoint + " " + id + " by " + reader.getKey(), wrong);
                }
            }
        }
        assertThat(REPORT.count("foreign decisions")).isGreaterThan(500);
        assertThat(REPORT.through("foreign decisions")).isEmpty();
    }

    @Test
    @DisplayName("what there is of a person, by whoever may make the call and is not cleared for that person")
    void beyondClearance() {
        Map<String, Http> readers = Map.of(
                "steward", Http.person("steward").withCsrf(),
                "admin", Http.person("admin").withCsrf());
        Map<String, Object> hers = Map.of(
                "/api/v1/master-records/{id}", work.girl,
                "/api/v1/decisions/{id}", work.decision,
                "/api/v1/corrections/{note}", work.correction,
                "/api/v1/requests/{request}", work.request,
                "/api/v1/holds/{hold}", work.hold);
        for (Endpoint endpoint : endpoints) {
            String id = hers.entrySet().stream()
                    .filter(one -> endpoint.pattern().startsWith(one.getKey()))
                    .map(one -> one.getValue().toString())
                    .findFirst()
                    .orElse(null);
            if (id == null || endpoint.pattern().endsWith("/reveal")) {
                continue;
            }
            readers.forEach((role, reader) -> {
                if (Endpoints.mayCall(endpoint, role)) {
                    HttpResponse<String> answer = endpoint.body() == null
                            ? reader.call(endpoint.method(), pathOf(endpoint, id))
                            : reader.send(
                                    endpoint.method(),
                                    pathOf(endpoint, id),
                                    endpoint.body("x").toString());
                    List<String> wrong = new ArrayList<>(giveaways(answer));
                    wrong.addAll(wrong(answer.statusCode() < 400, "answered " + answer.statusCode()));
                    REPORT.tried("beyond clearance", endpoint + " by " + role, wrong);
                }
            });
        }
        assertThat(REPORT.count("beyond clearance")).isGreaterThan(20);
        assertThat(REPORT.through("beyond clearance")).isEmpty();
    }

    @Test
    @DisplayName("paths that lead out of the pages' folder, or around a rule")
    void paths() {
        List<String> ways = List.of(
                "/assets/../../../application.yaml",
                "/assets/..%2f..%2fapplication.yaml",
                "/assets/%2e%2e/%2e%2e/roles.yaml",
                "/assets/%252e%252e/roles.yaml",
                "/assets/..\\..\\roles.yaml",
                "/assets/..;/..;/roles.yaml",
                "/assets/....//....//roles.yaml",
                "/assets//../../roles.yaml",
                "/assets/%c0%ae%c0%ae/roles.yaml",
                "/assets/../roles.yaml%00.js",
                "/assets/file:/etc/passwd",
                "/../../../../etc/passwd",
                "//etc/passwd",
                "/index.html",
                "/org/unifiedhotline/console/roles.yaml",
                "/WEB-INF/web.xml",
                "/META-INF/MANIFEST.MF",
                "/BOOT-INF/classes/application.yaml",
                "/.git/config",
                "/api/v1/exports/..%2f..%2fetc%2fpasswd/file",
                // around a rule
                "/api/v1/audit/",
                "/api/v1/audit;x=y",
                "/api/v1;x/audit",
                "/api/v1/./audit",
                "//api/v1/audit",
                "/api//v1/audit",
                "/API/V1/AUDIT",
                "/api/v1/%61udit",
                "/api/v1/audit%20",
                "/api/v1/audit%2f",
                "/api/v1/audit.json",
                "/api/v1/me/../audit",
                "/api/v1/login-options/../audit",
                "/login/../api/v1/audit",
                "/assets/..;/api/v1/audit",
                "/error/../api/v1/audit",
                "http://127.0.0.1/api/v1/audit",
                // of the machinery
                "/actuator",
                "/actuator/env",
                "/actuator/beans",
                "/actuator/heapdump",
                "/actuator/threaddump",
                "/actuator/loggers",
                "/actuator/mappings",
                "/actuator/configprops",
                "/actuator/conditions",
                "/actuator/httpexchanges",
                "/actuator/shutdown",
                "/actuator/health/..;/env",
                "/swagger-ui/index.html",
                "/v3/api-docs",
                "/h2-console",
                "/console",
                "/oauth2/introspect",
                "/oauth2/authorize",
                "/.well-known/openid-configuration",
                "/.well-known/oauth-authorization-server",
                "/login?error",
                "/connect/register");
        String script = "Authorization: Bearer "
                + Http.token("legacy-hotline", "grant_type=client_credentials")
                        .path("access_token")
                        .asText();
        for (String way : ways) {
            for (String by : List.of(script, "X-Nobody: 1")) {
                String answer = RawHttp.get(way, by);
                List<String> wrong = new ArrayList<>();
                boolean page = answer.contains("<div id=\"root\">");
                wrong.addAll(wrong(RawHttp.status(answer) == 200 && !page, "answered 200"));
                wrong.addAll(wrong(RawHttp.status(answer) >= 500, "answered " + RawHttp.status(answer)));
                for (String secret :
                        List.of("root:x:0", "spring:", "calls:", "Main-Class", "[core]", "\"kind\":\"READ\"")) {
                    wrong.addAll(wrong(answer.contains(secret), "tells " + secret));
                }
                REPORT.tried("paths", way, wrong);
            }
        }
        assertThat(REPORT.through("paths")).isEmpty();
    }

    @Test
    @DisplayName(
            "bodies that are too large, too deep, twofold, unfinished, or of another kind, at every call that takes one")
    void bodies() {
        Map<String, String> malformed = new LinkedHashMap<>();
        malformed.put("nothing", "");
        malformed.put("unfinished", "{\"reason\":\"x\"");
        malformed.put("an array", "[]");
        malformed.put("a text", "\"x\"");
        malformed.put("something behind", "{} {}");
        malformed.put("deep", "{\"a\":" + "[".repeat(3000) + "]".repeat(3000) + "}");
        malformed.put("NUL", "{\"reason\":\"a\\u0000b\"}");
        malformed.put("half a character", "{\"reason\":\"a\\ud800b\"}");
        malformed.put("a long number", "{\"version\":" + "9".repeat(5000) + "}");
        malformed.put("comment", "{/* */}");
        malformed.put("no JSON", "<x/>");
        for (Endpoint endpoint : endpoints) {
            if (endpoint.body() == null) {
                continue;
            }
            Http script = Endpoints.allowed(endpoint, scripts);
            Map<String, String> all = new LinkedHashMap<>(malformed);
            ObjectNode usual = endpoint.body("x");
            usual.fieldNames()
                    .forEachRemaining(name -> all.put(
                            name + " twice",
                            "{\"" + name + "\":" + usual.get(name) + ",\"" + name + "\":" + usual.get(name) + "}"));
            all.forEach((what, body) -> {
                HttpResponse<String> answer = script.send(endpoint.method(), endpoint.path(), body);
                List<String> wrong = new ArrayList<>(giveaways(answer));
                // Some calls may be made without a body, and some look for the thing before they read what is said of
                // it.
                boolean refused = answer.statusCode() >= 400 && answer.statusCode() < 500 && answer.statusCode() != 403;
                wrong.addAll(wrong(!refused && !what.equals("nothing"), "answered " + answer.statusCode()));
                wrong.addAll(wrong(refused && !isProblem(answer), "is no problem of RFC 9457"));
                REPORT.tried("malformed bodies", endpoint + " with " + what, wrong);
            });
            HttpResponse<String> large =
                    script.send(endpoint.method(), endpoint.path(), "{\"reason\":\"" + "x".repeat(300_000) + "\"}");
            REPORT.tried(
                    "oversized",
                    endpoint.toString(),
                    wrong(large.statusCode() != 413, "answered " + large.statusCode()));
        }
        assertThat(REPORT.through("malformed bodies")).isEmpty();
        assertThat(REPORT.through("oversized")).isEmpty();
    }

    @Test
    @DisplayName("requests that are too large, smuggled, of files or of methods that there are not")
    void requests() {
        String token = "Authorization: Bearer "
                + Http.token("supervisor-script", "grant_type=client_credentials")
                        .path("access_token")
                        .asText();
        Map<String, String> requests = new LinkedHashMap<>();
        requests.put(
                "a long address",
                "GET /api/v1/search?q=" + "x".repeat(20_000) + " HTTP/1.1\r\nHost: a\r\n" + token + "\r\n\r\n");
        requests.put(
                "a long header",
                "GET /api/v1/me HTTP/1.1\r\nHost: a\r\nX-Purpose: " + "x".repeat(40_000) + "\r\n" + token + "\r\n\r\n");
        requests.put(
                "many parameters",
                "GET /api/v1/search?" + "a=1&".repeat(2_000) + " HTTP/1.1\r\nHost: a\r\n" + token + "\r\n\r\n");
        requests.put(
                "two lengths",
                "POST /api/v1/saved-searches HTTP/1.1\r\nHost: a\r\n" + token
                        + "\r\nContent-Length: 5\r\nContent-Length: 50\r\n\r\n{}");
        requests.put("no host", "GET /api/v1/me HTTP/1.1\r\n" + token + "\r\n\r\n");
        requests.put("a bad host", "GET /api/v1/me HTTP/1.1\r\nHost: a b\r\n" + token + "\r\n\r\n");
        requests.put(
                "folded header",
                "GET /api/v1/me HTTP/1.1\r\nHost: a\r\nX-Purpose: a\r\n b: c\r\n" + token + "x\r\n\r\n");
        requests.put(
                "a body without end",
                "POST /api/v1/saved-searches HTTP/1.1\r\nHost: a\r\n" + token
                        + "\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n"
                        + ("10000\r\n" + " ".repeat(65_536) + "\r\n").repeat(6));
        requests.put(
                "files",
                "POST /api/v1/saved-searches HTTP/1.1\r\nHost: a\r\n" + token
                        + "\r\nContent-Type: multipart/form-data; boundary=b\r\nContent-Length: 5\r\n\r\n--b--");
        requests.put(
                "files at the login",
                "POST /login HTTP/1.1\r\nHost: a\r\nContent-Type: Multipart/Form-Data; boundary=b\r\nContent-Length: 5\r\n\r\n--b--");
        requests.put(
                "XML",
                "POST /api/v1/saved-searches HTTP/1.1\r\nHost: a\r\n" + token
                        + "\r\nContent-Type: application/xml\r\nContent-Length: 4\r\n\r\n<x/>");
        for (String method : List.of("TRACE", "TRACK", "PUT", "CONNECT", "PROPFIND", "DEBUG", "X\u0001")) {
            requests.put(method, method + " /api/v1/me HTTP/1.1\r\nHost: a\r\n" + token + "\r\n\r\n");
        }
        requests.put(
                "method in a header",
                "POST /api/v1/me HTTP/1.1\r\nHost: a\r\nX-HTTP-Method-Override: GET\r\nContent-Length: 0\r\n" + token
                        + "\r\n\r\n");
        requests.forEach((what, request) -> {
            String answer = RawHttp.send(request.replaceFirst("Host: a", "Connection: close\r\nHost: a"));
            int status = RawHttp.status(answer);
            List<String> wrong = new ArrayList<>(
                    wrong(status != 0 && (status < 400 || (status >= 500 && status != 501)), "answered " + status));
            GIVEAWAYS.forEach(word -> wrong.addAll(wrong(answer.contains(word), "says " + word)));
            REPORT.tried("requests", what, wrong);
        });
        assertThat(RawHttp.status(RawHttp.send(
                        requests.get("a body without end").replaceFirst("Host: a", "Connection: close\r\nHost: a"))))
                .isIn(413, 0);
        assertThat(REPORT.through("requests")).isEmpty();
    }

    @Test
    @DisplayName("members of a body that no call has: roles, states, authors, ids")
    void massAssignment() {
        List<String> members = List.of(
                "\"roles\":[\"admin\"]",
                "\"author\":\"admin\"",
                "\"state\":\"APPROVED\"",
                "\"approvedBy\":\"supervisor\"",
                "\"isAdmin\":true",
                "\"__proto__\":{\"admin\":true}",
                "\"@class\":\"java.util.ArrayList\"",
                "\"account\":\"officer\"");
        for (Endpoint endpoint : attacked()) {
            if (endpoint.body() == null) {
                continue;
            }
            Http script = Endpoints.allowed(endpoint, scripts);
            for (String member : members) {
                String name = member.substring(1, member.indexOf('"', 1));
                ObjectNode usual = endpoint.body("x");
                if (usual.has(name) || takes(endpoint, name)) {
                    continue;
                }
                String body =
                        usual.isEmpty() ? "{" + member + "}" : usual.toString().replaceFirst("\\{", "{" + member + ",");
                HttpResponse<String> answer = script.send(endpoint.method(), endpoint.path(), body);
                REPORT.tried(
                        "mass assignment",
                        endpoint + " " + member,
                        wrong(answer.statusCode() != 400, "answered " + answer.statusCode()));
            }
        }
        assertThat(REPORT.through("mass assignment")).isEmpty();
    }

    @Test
    @DisplayName("answers that lead to another host, by a parameter or a header")
    void openRedirects() {
        List<String> targets = List.of(
                "https://evil.example",
                "//evil.example",
                "/\\evil.example",
                "/%09/evil.example",
                "javascript:alert(1)");
        for (String target : targets) {
            for (String path : List.of(
                    "/login?next=",
                    "/login?problem=",
                    "/?redirect=",
                    "/logout?target=",
                    "/oauth2/authorization/console?next=",
                    "/login/oauth2/code/console?code=x&state=",
                    "/tasks?next=")) {
                leadsAway("open redirects", path + target, RawHttp.get(path + Http.encoded(target)));
            }
        }
        for (String header : List.of(
                "Host: evil.example",
                "X-Forwarded-Host: evil.example",
                "Forwarded: host=evil.example;proto=https",
                "X-Original-URL: /api/v1/audit",
                "X-Forwarded-Prefix: //evil.example")) {
            for (String path :
                    List.of("/", "/login", "/api/v1/me", "/nowhere", "/people/1/", "/oauth2/authorization/console")) {
                leadsAway("open redirects", path + " with " + header, RawHttp.get(path, header));
            }
        }
        assertThat(REPORT.through("open redirects")).isEmpty();
    }

    @Test
    @DisplayName("a session planted before the login, and an address of one's own choice on record")
    void plantedSession() {
        String planted = "0123456789ABCDEF0123456789ABCDEF";
        Http browser = Http.nobody().withCookie("UHR_SESSION", planted);
        assertThat(browser.login("officer", "officer").statusCode()).isEqualTo(204);
        String mine = browser.cookie("UHR_SESSION");
        REPORT.tried("session fixation", "planted id", wrong(mine.equals(planted) || mine.isEmpty(), "is kept"));
        // A real session of the attacker's, planted: whoever logs in with it gets another, and it is not theirs.
        Http attacker = Http.nobody();
        assertThat(attacker.login("counsellor-dn", "counsellor-dn").statusCode())
                .isEqualTo(204);
        String real = attacker.cookie("UHR_SESSION");
        Http victim = Http.nobody().withCookie("UHR_SESSION", real);
        victim.login("officer", "officer");
        REPORT.tried(
                "session fixation",
                "real id",
                wrong(victim.cookie("UHR_SESSION").equals(real), "is kept"));
        String theirs = RawHttp.get("/api/v1/me", "Cookie: UHR_SESSION=" + real);
        REPORT.tried("session fixation", "real id", wrong(theirs.contains("\"officer\""), "is the victim's login"));
        String answer = RawHttp.get("/api/v1/me", "Cookie: UHR_SESSION=" + planted);
        REPORT.tried("session fixation", "unknown id", wrong(RawHttp.status(answer) != 401, "is let in"));
        REPORT.tried("session fixation", "unknown id", wrong(answer.contains("UHR_SESSION=" + planted), "is taken up"));
        REPORT.tried(
                "session fixation",
                "id in the address",
                wrong(RawHttp.status(RawHttp.get("/api/v1/me;UHR_SESSION=" + mine)) == 200, "is let in"));
        RawHttp.get(
                "/api/v1/audit?spoofed=1",
                "X-Forwarded-For: 203.0.113.7",
                "Authorization: Bearer "
                        + Http.token("office-script", "grant_type=client_credentials")
                                .path("access_token")
                                .asText());
        String trail = scripts.get("auditor")
                .get("/api/v1/audit?refused=true&limit=50&account=office-script")
                .body();
        REPORT.tried("session fixation", "forged address", wrong(trail.contains("203.0.113.7"), "stands on record"));
        assertThat(REPORT.through("session fixation")).isEmpty();
    }

    @Test
    @DisplayName("and what was refused is on record")
    void onRecord() {
        Http.machine("legacy-hotline").get("/api/v1/audit");
        String trail = scripts.get("auditor")
                .get("/api/v1/audit?refused=true&limit=100&account=legacy-hotline")
                .body();
        assertThat(trail).contains("\"refused\":true", "legacy-hotline");
        RawHttp.send(
                "POST /api/v1/saved-searches HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Type: multipart/form-data; boundary=b\r\nContent-Length: 5\r\n\r\n--b--");
        assertThat(scripts.get("auditor")
                        .get("/api/v1/audit?refused=true&limit=100")
                        .body())
                .contains("\"status\":415");
    }

    private List<Endpoint> attacked() {
        return endpoints.stream()
                .filter(one -> !SPARED.contains(one.toString()))
                .toList();
    }

    private static boolean takes(Endpoint endpoint, String name) {
        Class<?> body = endpoint.body();
        if (body == null || !body.isRecord()) {
            return false;
        }
        for (var component : body.getRecordComponents()) {
            if (component.getName().equals(name)) {
                return true;
            }
        }
        return false;
    }

    private static void injected(Endpoint endpoint, HttpResponse<String> answer) {
        List<String> wrong = new ArrayList<>(giveaways(answer));
        wrong.addAll(wrong(
                answer.headers().firstValue("Set-Cookie").orElse("").contains("planted"), "a header was planted"));
        wrong.addAll(
                wrong(answer.statusCode() == 200 && answer.body().contains("49T(java"), "a template was evaluated"));
        REPORT.tried("injection", endpoint + " " + answer.request().uri().getRawQuery(), wrong);
    }

    private static void forgery(Endpoint endpoint, String how, HttpResponse<String> answer) {
        REPORT.tried(
                "cross-site forgery",
                endpoint + " " + how,
                wrong(answer.statusCode() != 403, "answered " + answer.statusCode()));
    }

    private static void leadsAway(String kind, String what, String answer) {
        boolean away = answer.lines()
                .takeWhile(line -> !line.isBlank())
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith("location:"))
                .anyMatch(line -> line.contains("evil.example") || line.contains("javascript:"));
        REPORT.tried(kind, what, wrong(away, "leads away"));
    }

    private static List<String> giveaways(HttpResponse<String> answer) {
        List<String> wrong = new ArrayList<>(wrong(answer.statusCode() >= 500, "answered " + answer.statusCode()));
        boolean problem = answer.statusCode() >= 400;
        if (problem) {
            GIVEAWAYS.forEach(word -> wrong.addAll(wrong(answer.body().contains(word), "says " + word)));
            wrong.addAll(personal(answer.body()));
        }
        return wrong;
    }

    /** What of people stands in a text that should hold nothing of them. */
    private static List<String> personal(String text) {
        List<String> wrong = new ArrayList<>();
        for (String value : List.of(
                "NGUYEN THI HOA",
                "Nguyễn Thị Hòa",
                "Xiao Hua",
                "Giàng Thị Mỷ",
                "Trần Văn Tâm",
                "010306001234",
                "0912345678",
                "+84912345678",
                "0903 111 222",
                "Bị bán qua",
                "Mẹ khóc",
                "TE-2021-000123",
                "MB-21-00042",
                "XN-2021-7788",
                "Mường Hum")) {
            wrong.addAll(wrong(text.contains(value), "tells " + value));
        }
        return wrong;
    }

    /** The auditor and the administrator may know of everybody, by the few calls that their role may make. */
    private static List<String> foreign(Endpoint endpoint, String reader, String text) {
        return switch (reader) {
            case "legacy-switchboard", "legacy-hotline" ->
                endpoint.pattern().equals("/fhir/Patient/{id}") ? ofTheOther(reader, text) : personal(text);
            case "counsellor-dn", "nobody" -> personal(text);
            case "counsellor-hn" ->
                ScopeIT.OUTSIDE_HANOI.stream()
                        .filter(text::contains)
                        .map(value -> "tells " + value)
                        .toList();
            case "auditor", "admin" -> Endpoints.mayCall(endpoint, reader) ? List.of() : personal(text);
            default -> List.of();
        };
    }

    /** A legacy system may read its own rows; what stands here stands in the other's alone. */
    private static List<String> ofTheOther(String reader, String text) {
        List<String> others = reader.equals("legacy-switchboard")
                ? List.of("Nguyễn Thị Hòa", "Xiao Hua", "Trần Văn Tâm", "0903 111 222", "+84903111222", ":hotline:")
                : List.of("NGUYEN THI HOA", "Nguyen Thi Hoa", "\"Na\"", ":switchboard:");
        return others.stream()
                .filter(text::contains)
                .map(value -> "tells " + value)
                .toList();
    }

    private static List<String> wrong(boolean is, String what) {
        return is ? List.of(what) : List.of();
    }

    private static boolean isProblem(HttpResponse<String> answer) {
        String kind = answer.headers().firstValue("Content-Type").orElse("");
        if (answer.request().uri().getPath().startsWith("/fhir/")) {
            return kind.startsWith("application/fhir+json")
                    && Http.json(answer).path("resourceType").asText().equals("OperationOutcome");
        }
        return kind.startsWith("application/problem+json")
                && Http.json(answer).path("status").asInt() == answer.statusCode();
    }

    /** Of each kind of thing that there is one, as those know it who may; and words that stand in the place of some. */
    private static List<String> idsThere() {
        List<String> ids = new ArrayList<>(work.ids());
        assertThat(ids)
                .as("ids of things that are there")
                .hasSizeGreaterThan(15)
                .doesNotContain("", "0");
        ids.addAll(List.of("1", "contacts", "people", "words", "jobs", "switchboard", "officer"));
        return ids;
    }

    /** The call about this id, with what belongs to it in the other open places. */
    private static String pathOf(Endpoint endpoint, String id) {
        String of = endpoint.pattern().contains("/crosswalk/")
                ? "localId"
                : endpoint.variables().getFirst();
        return endpoint.path(variable -> variable.equals(of)
                ? Http.encoded(id)
                : switch (variable) {
                    case "time" -> Instant.now().toString();
                    case "number" -> String.valueOf(work.samplePair);
                    case "source" -> "switchboard";
                    case "table" -> "tre_em";
                    case "centre" -> "HANOI";
                    case "component" -> "PBX";
                    default -> throw new IllegalStateException("what stands in {" + variable + "}?");
                });
    }

    /** How many rows the tables of the hub hold that no reading and no refused writing changes. */
    private static Map<String, Long> rows() {
        HubDatabase hub = ConsoleService.context().getBean(HubDatabase.class);
        Map<String, Long> rows = new LinkedHashMap<>();
        for (String table :
                List.of("source_record", "master_record", "decision", "review_task", "dead_letter", "assertion")) {
            rows.put(
                    table,
                    hub.sql()
                            .sql("SELECT count(*) FROM " + table)
                            .query(Long.class)
                            .single());
        }
        return rows;
    }

    private static JWTClaimsSet.Builder claims(long seconds) {
        Instant now = Instant.now();
        return new JWTClaimsSet.Builder()
                .subject("supervisor-script")
                .audience("supervisor-script")
                .issuer(ConsoleService.url())
                .claim("roles", List.of("supervisor", "admin", "auditor"))
                .claim("scope", List.of("records", "audit", "pipeline", "stewardship", "crosswalk"))
                .notBeforeTime(Date.from(now.minusSeconds(5)))
                .issueTime(Date.from(now.minusSeconds(5)))
                .expirationTime(Date.from(now.plusSeconds(seconds)));
    }

    private static Map<String, String> forgedTokens() throws JOSEException {
        RSAKey real = realKey();
        RSAKey own = new RSAKeyGenerator(2048).keyID(real.getKeyID()).generate();
        Map<String, String> forged = new LinkedHashMap<>();
        forged.put("no signature (alg none)", new PlainJWT(claims(600).build()).serialize());
        forged.put("another key of the same name", signed(own, claims(600).build()));
        forged.put("a key of one's own in the header", embedded(own, claims(600).build()));
        forged.put("the public key as a shared secret", shared(real, claims(600).build()));
        forged.put("outlived", signed(real, claims(-60).build()));
        forged.put(
                "without an end",
                signed(
                        real,
                        new JWTClaimsSet.Builder(claims(600).build())
                                .expirationTime(null)
                                .build()));
        forged.put(
                "of the future",
                signed(
                        real,
                        claims(900)
                                .notBeforeTime(Date.from(Instant.now().plusSeconds(600)))
                                .build()));
        forged.put(
                "for another audience",
                signed(real, claims(600).audience("somebody-else").build()));
        String right = signed(real, claims(600).build());
        String[] parts = right.split("\\.");
        forged.put(
                "altered roles",
                parts[0] + "." + base64("{\"sub\":\"x\",\"roles\":[\"admin\"],\"exp\":4102444800}") + "." + parts[2]);
        forged.put("signature cut", parts[0] + "." + parts[1] + ".");
        forged.put("signature cut with its point", parts[0] + "." + parts[1]);
        forged.put("alg None in other letters", base64("{\"alg\":\"nOnE\"}") + "." + parts[1] + ".");
        forged.put(
                "a header that leads elsewhere",
                base64("{\"alg\":\"RS256\",\"jku\":\"http://127.0.0.1:1/keys\"}") + "." + parts[1] + "." + parts[2]);
        forged.put("an empty token", "x");
        forged.put("a very long token", "a".repeat(8_000) + "." + parts[1] + "." + parts[2]);
        return forged;
    }

    private static String signed(RSAKey key, JWTClaimsSet claims) throws JOSEException {
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build(), claims);
        token.sign(new RSASSASigner(key));
        return token.serialize();
    }

    private static String embedded(RSAKey key, JWTClaimsSet claims) throws JOSEException {
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256).jwk(key.toPublicJWK()).build(), claims);
        token.sign(new RSASSASigner(key));
        return token.serialize();
    }

    private static String shared(RSAKey key, JWTClaimsSet claims) throws JOSEException {
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.HS256).keyID(key.getKeyID()).build(), claims);
        token.sign(new MACSigner(key.toPublicJWK().toJSONString().getBytes(StandardCharsets.UTF_8)));
        return token.serialize();
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The issuer's own key, which an attacker does not have: so each forgery above fails by its own fault alone. */
    private static RSAKey realKey() throws JOSEException {
        JWKSource<SecurityContext> keys = ConsoleService.context()
                .<JWKSource<SecurityContext>>getBeanProvider(
                        ResolvableType.forClassWithGenerics(JWKSource.class, SecurityContext.class))
                .getObject();
        try {
            return keys.get(new JWKSelector(new JWKMatcher.Builder().build()), null)
                    .getFirst()
                    .toRSAKey();
        } catch (com.nimbusds.jose.KeySourceException e) {
            throw new IllegalStateException(e);
        }
    }
}
