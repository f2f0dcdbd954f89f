package org.unifiedhotline.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.unifiedhotline.console.access.Caller;
import org.unifiedhotline.console.access.RolesTable;

/** The service answers every call to every role as {@link ExpectedAccess} says, which is written apart from {@code roles.yaml}. */
@DisplayName("Every call, by every role")
class AccessMatrixIT {
    private static final String UNKNOWN = ExpectedAccess.UNKNOWN;

    @Test
    @DisplayName("is allowed or refused as the matrix says, and needs a login")
    void matrix() {
        Map<String, Http> callers = callers();
        SoftAssertions softly = new SoftAssertions();
        for (ExpectedAccess.Line line : ExpectedAccess.lines()) {
            String method = line.method();
            String path = line.path();
            softly.assertThat(Http.nobody().call(method, path).statusCode())
                    .as("%s %s by nobody", method, path)
                    .isIn(method.equals("GET") ? Set.of(401) : Set.of(401, 403));
            for (int at = 0; at < ExpectedAccess.COLUMNS.size(); at++) {
                int status = callers.get(ExpectedAccess.COLUMNS.get(at))
                        .call(method, path)
                        .statusCode();
                boolean allowed = line.allowed().get(at);
                softly.assertThat(status != 403)
                        .as("%s %s by %s answered %d", method, path, ExpectedAccess.COLUMNS.get(at), status)
                        .isEqualTo(allowed);
                softly.assertThat(status)
                        .as("%s %s", method, path)
                        .isNotEqualTo(401)
                        .isLessThan(500);
            }
        }
        softly.assertAll();
    }

    @Test
    @DisplayName(
            "that the service answers stands in the table, which says who may make it and as what it is put on record")
    void everyMappedCallHasARule() {
        RolesTable table = ConsoleService.context().getBean(RolesTable.class);
        Set<String> without = new TreeSet<>();
        for (RequestMappingHandlerMapping mappings : ConsoleService.context()
                .getBeansOfType(RequestMappingHandlerMapping.class)
                .values()) {
            mappings.getHandlerMethods().keySet().forEach(mapping -> without.addAll(callsWithoutRule(mapping, table)));
        }
        // Springdoc also offers its answer as YAML, which nobody is given.
        without.remove("GET /api/v1/openapi.yaml");
        assertThat(without).isEmpty();
    }

    @Test
    @DisplayName("that is public shows the pages and the login, and no data")
    void publicCalls() {
        Http nobody = Http.nobody();
        assertThat(nobody.get("/").statusCode()).isEqualTo(200);
        assertThat(nobody.get("/people/" + UNKNOWN).body()).contains("<div id=\"root\">");
        assertThat(nobody.json("/api/v1/login-options").path("kind").asText()).isEqualTo("form");
        assertThat(nobody.get("/actuator/health").body()).doesNotContain("jdbc", "details");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/%00", "/api/v1/master-records/a%2fb", "/%00", "/api/v1/%ff%fe", "/api/v1/a%5cb"})
    @DisplayName("with a path that the server itself refuses is answered by a problem")
    void pathsRefusedByTheServer(String path) {
        HttpResponse<String> answer = Http.nobody().get(path);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/problem+json");
        assertThat(Http.json(answer).path("status").asInt()).isEqualTo(400);
        assertThat(Http.json(answer).path("type").asText()).isEqualTo("urn:unified-hotline:problem:request-refused");
    }

    @Test
    @DisplayName(
            "of a browser for an address that is no page is answered by the pages, and by a problem for everyone else")
    void mistypedPages() {
        for (Http browser :
                List.of(Http.nobody().forPages(), Http.person("officer").forPages())) {
            assertThat(browser.get("/nowhere").statusCode()).isEqualTo(404);
            assertThat(browser.get("/nowhere").body()).contains("<div id=\"root\">");
            assertThat(browser.get("/api/v1/nowhere").body()).contains("urn:unified-hotline:problem:");
        }
        assertThat(Http.nobody().get("/nowhere").statusCode()).isEqualTo(401);
    }

    @Test
    @DisplayName("of health tells of every part by name")
    void health() {
        assertThat(Http.nobody().json("/actuator/health").path("components").fieldNames())
                .toIterable()
                .contains("db", "search", "capture", "audit");
    }

    private static Set<String> callsWithoutRule(RequestMappingInfo mapping, RolesTable table) {
        Caller everyRole = new Caller("everyone", table.roles(), null);
        Set<RequestMethod> methods = mapping.getMethodsCondition().getMethods();
        Set<String> without = new TreeSet<>();
        for (String pattern : mapping.getPatternValues()) {
            String path = pattern.replaceAll("\\{[^}]*}", "1");
            for (RequestMethod method : methods.isEmpty() ? Set.of(RequestMethod.GET) : methods) {
                if (!table.allows(method.name(), path, everyRole)) {
                    without.add(method + " " + pattern);
                } else if (!table.saysHowToAudit(method.name(), path)) {
                    without.add(method + " " + pattern + " (audit)");
                }
            }
        }
        return without;
    }

    private static Map<String, Http> callers() {
        Map<String, Http> callers = new LinkedHashMap<>();
        callers.put("officer", Http.machine("office-script"));
        callers.put("steward", Http.machine("steward-script"));
        callers.put("supervisor", Http.machine("supervisor-script"));
        callers.put("auditor", Http.machine("auditor-script"));
        callers.put("admin", Http.machine("admin-script"));
        callers.put("counsellor", Http.person("counsellor-hn").withCsrf());
        callers.put("legacy-switchboard", Http.machine("legacy-switchboard"));
        callers.put("legacy-hotline", Http.machine("legacy-hotline"));
        return callers;
    }
}
