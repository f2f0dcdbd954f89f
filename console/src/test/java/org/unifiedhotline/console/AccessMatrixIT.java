package org.unifiedhotline.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Arrays;
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

/** The expected matrix is written here by hand, apart from {@code roles.yaml}: a line that is lost there fails here. */
@DisplayName("Every call, by every role")
class AccessMatrixIT {
    private static final String UNKNOWN = "00000000-0000-4000-8000-000000000000";

    private static final List<String> COLUMNS = List.of(
            "officer",
            "steward",
            "supervisor",
            "auditor",
            "admin",
            "counsellor",
            "legacy-switchboard",
            "legacy-hotline");

    /** x: may; -: may not. The columns are those above. */
    private static final List<String> MATRIX = List.of(
            "GET  /api/v1/crosswalk.csv                      x x x - x - x x",
            "GET  /api/v1/crosswalk/changes                  x x x - x - x x",
            "GET  /api/v1/crosswalk/switchboard/nguoi_goi/1  x x x - x - x -",
            "GET  /api/v1/crosswalk/hotline/caller/30        x x x - x - - x",
            "GET  /api/v1/search                             x x x - - x - -",
            "GET  /api/v1/master-records/" + UNKNOWN + "     x x x - - x - -",
            "GET  /api/v1/master-records/" + UNKNOWN + "/at/2026-01-01T00:00:00Z x x x - - x - -",
            "GET  /api/v1/search/suggestions                 x x x - - x - -",
            "GET  /api/v1/saved-searches                     x x x - - x - -",
            "POST /api/v1/saved-searches                     x x x - - x - -",
            "PATCH /api/v1/saved-searches/999                x x x - - x - -",
            "DELETE /api/v1/saved-searches/999               x x x - - x - -",
            "GET  /api/v1/recent-people                      x x x - - x - -",
            "DELETE /api/v1/recent-people                    x x x - - x - -",
            "GET  /api/v1/exports                            x x x - - - - -",
            "POST /api/v1/exports                            x x x - - - - -",
            "GET  /api/v1/exports/" + UNKNOWN + "            x x x - - - - -",
            "POST /api/v1/exports/" + UNKNOWN + "/cancel     x x x - - - - -",
            "GET  /api/v1/exports/" + UNKNOWN + "/file       x x x - - - - -",
            "GET  /api/v1/master-records/" + UNKNOWN + "/story x x x - - - - -",
            "GET  /api/v1/master-records/" + UNKNOWN + "/relations x x x - - - - -",
            "GET  /api/v1/review-tasks                       - x x - - - - -",
            "GET  /api/v1/review-tasks/999                   - x x - - - - -",
            "GET  /api/v1/review-tasks/reasons               - x x - - - - -",
            "GET  /api/v1/review-tasks/999/alike             - x x - - - - -",
            "GET  /api/v1/review-tasks/999/neighbourhood     - x x - - - - -",
            "POST /api/v1/review-tasks/999/claim             - x x - - - - -",
            "POST /api/v1/review-tasks/999/decision          - x x - - - - -",
            "POST /api/v1/review-tasks/999/assign            - - x - - - - -",
            "POST /api/v1/review-tasks/decisions             - x x - - - - -",
            "POST /api/v1/review-tasks/999/comments          - x x - - - - -",
            "POST /api/v1/master-records/" + UNKNOWN + "/merge - x x - - - - -",
            "POST /api/v1/master-records/" + UNKNOWN + "/split - x x - - - - -",
            "POST /api/v1/master-records/" + UNKNOWN + "/move - x x - - - - -",
            "POST /api/v1/master-records/" + UNKNOWN + "/pin - x x - - - - -",
            "GET  /api/v1/decisions                          - x x x - - - -",
            "GET  /api/v1/decisions/999                      - x x x - - - -",
            "POST /api/v1/decisions/999/undo                 - x x - - - - -",
            "POST /api/v1/decisions/999/approve              - - x - - - - -",
            "GET  /api/v1/quality                            x x x x x - - -",
            "GET  /api/v1/quality/samples                    - x x x x - - -",
            "POST /api/v1/quality/samples                    - - x - x - - -",
            "GET  /api/v1/quality/samples/999                - x x x x - - -",
            "GET  /api/v1/quality/samples/999/pairs          - x x - - - - -",
            "POST /api/v1/quality/samples/999/pairs/1        - x x - - - - -",
            "GET  /api/v1/models                             - x x x x - - -",
            "GET  /api/v1/models/0123                        - x x x x - - -",
            "GET  /api/v1/models/words                       - x x x x - - -",
            "GET  /api/v1/models/0123/weights                - x x x x - - -",
            "GET  /api/v1/models/0123/file                   - x x x x - - -",
            "GET  /api/v1/models/jobs                        - x x x x - - -",
            "GET  /api/v1/models/jobs/999                    - x x x x - - -",
            "POST /api/v1/models/train                       - x x - x - - -",
            "POST /api/v1/models/0123/compare                - x x - x - - -",
            "POST /api/v1/models/0123/activate               - - x - x - - -",
            "POST /api/v1/models/rollback                    - - x - x - - -",
            "POST /api/v1/models/jobs/999/pause              - - x - x - - -",
            "POST /api/v1/models/jobs/999/resume             - - x - x - - -",
            "POST /api/v1/models/jobs/999/cancel             - - x - x - - -",
            "GET  /api/v1/audit                              - - - x - - - -",
            "GET  /api/v1/users                              - - - x x - - -",
            "GET  /api/v1/pipeline                           x x x x x - - -",
            "GET  /api/v1/dead-letters                       - x x - x - - -",
            "POST /api/v1/dead-letters/999/replay            - - - - x - - -",
            "POST /api/v1/dead-letters/replay                - - - - x - - -",
            "GET  /api/v1/equipment                          x x x x x - - -",
            "GET  /api/v1/equipment/switchboard/HANOI/PBX    x x x x x - - -",
            "GET  /api/v1/reconciliations/999/differences    - x x - x - - -",
            "GET  /api/v1/dashboard/contacts?from=2021-01-01&to=2021-12-31 x x x - - - - -",
            "GET  /api/v1/dashboard/cases/list?from=2021-01-01&to=2021-12-31 x x x - - - - -",
            "GET  /api/v1/dashboard/people/export?from=2021-01-01&to=2021-12-31 x x x - - - - -",
            "GET  /api/v1/dashboard/returns/export.csv?from=2021-01-01&to=2021-12-31 x x x - - - - -",
            "GET  /actuator/prometheus                       x x x x x - - -",
            "GET  /api/v1/openapi                            x x x x x x x x",
            "GET  /api/v1/me                                 x x x x x x x x",
            "GET  /api/v1/nowhere                            - - - - - - - -",
            "GET  /actuator/env                              - - - - - - - -",
            "PUT  /api/v1/search                             - - - - - - - -");

    @Test
    @DisplayName("is allowed or refused as the matrix says, and needs a login")
    void matrix() {
        Map<String, Http> callers = callers();
        SoftAssertions softly = new SoftAssertions();
        for (String line : MATRIX) {
            List<String> cells = Arrays.asList(line.trim().split("\\s+"));
            String method = cells.get(0);
            String path = cells.get(1);
            softly.assertThat(Http.nobody().call(method, path).statusCode())
                    .as("%s %s by nobody", method, path)
                    .isIn(method.equals("GET") ? Set.of(401) : Set.of(401, 403));
            for (int at = 0; at < COLUMNS.size(); at++) {
                int status = callers.get(COLUMNS.get(at)).call(method, path).statusCode();
                boolean allowed = cells.get(at + 2).equals("x");
                softly.assertThat(status != 403)
                        .as("%s %s by %s answered %d", method, path, COLUMNS.get(at), status)
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
