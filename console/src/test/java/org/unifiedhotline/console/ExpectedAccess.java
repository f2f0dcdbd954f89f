package org.unifiedhotline.console;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Who may make which call: written here by hand, apart from {@code roles.yaml}. */
public final class ExpectedAccess {
    public static final String UNKNOWN = "00000000-0000-4000-8000-000000000000";

    public static final List<String> COLUMNS = List.of(
            "officer",
            "steward",
            "supervisor",
            "auditor",
            "admin",
            "counsellor",
            "legacy-switchboard",
            "legacy-hotline");

    /** x: may; -: may not. The columns are those above. */
    public static final List<String> MATRIX = List.of(
            "GET  /api/v1/crosswalk.csv                      x x x - x - x x",
            "GET  /api/v1/crosswalk/changes                  x x x - x - x x",
            "GET  /api/v1/crosswalk/switchboard/nguoi_goi/1  x x x - x - x -",
            "GET  /api/v1/crosswalk/hotline/caller/30        x x x - x - - x",
            "GET  /fhir/Patient/" + UNKNOWN + "              x x x - - x x x",
            "GET  /fhir/Patient                              x x x - - x x x",
            "POST /fhir/Patient/_search                      x x x - - x x x",
            "POST /fhir/Patient/$match                       x x x - - x x x",
            "GET  /fhir/Patient/$ihe-pix                     x x x - x - x x",
            "GET  /fhir/Patient/" + UNKNOWN + "/_history     - - - - - - - -",
            "PUT  /fhir/Patient/" + UNKNOWN + "              - - - - - - - -",
            "POST /fhir                                      - - - - - - - -",
            "GET  /api/v1/search                             x x x - - x - -",
            "GET  /api/v1/master-records/" + UNKNOWN + "     x x x - - x - -",
            "GET  /api/v1/master-records/" + UNKNOWN + "/at/2026-01-01T00:00:00Z x x x - - x - -",
            "POST /api/v1/master-records/" + UNKNOWN + "/reveal x x x - - x - -",
            "DELETE /api/v1/master-records/" + UNKNOWN + "/reveal x x x - - x - -",
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
            "GET  /api/v1/master-records/" + UNKNOWN + "/relations x x x - - x - -",
            "GET  /api/v1/master-records/" + UNKNOWN + "/rights - x x - x - - -",
            "POST /api/v1/master-records/" + UNKNOWN + "/erase - - - - x - - -",
            "GET  /api/v1/master-records/" + UNKNOWN + "/disclosure - - x - x - - -",
            "POST /api/v1/master-records/" + UNKNOWN + "/restrict - - x - x - - -",
            "POST /api/v1/master-records/" + UNKNOWN + "/requests - x x - x - - -",
            "POST /api/v1/requests/999/answered              - x x - x - - -",
            "POST /api/v1/master-records/" + UNKNOWN + "/corrections - x x - - - - -",
            "DELETE /api/v1/corrections/999                  - x x - - - - -",
            "POST /api/v1/master-records/" + UNKNOWN + "/holds - - x - x - - -",
            "POST /api/v1/holds/999/lift                     - - x - x - - -",
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
            "GET  /api/v1/dead-letters                       x x x - x - - -",
            "GET  /api/v1/reconciliations/999/differences    - x x - x - - -",
            "POST /api/v1/dead-letters/999/replay            - - - - x - - -",
            "POST /api/v1/dead-letters/replay                - - - - x - - -",
            "GET  /api/v1/equipment                          x x x x x - - -",
            "GET  /api/v1/equipment/switchboard/HANOI/PBX    x x x x x - - -",
            "GET  /api/v1/dashboard/contacts?from=2021-01-01&to=2021-12-31 x x x - - - - -",
            "GET  /api/v1/dashboard/cases/list?from=2021-01-01&to=2021-12-31 x x x - - - - -",
            "GET  /api/v1/dashboard/people/export?from=2021-01-01&to=2021-12-31 x x x - - - - -",
            "GET  /api/v1/dashboard/returns/export.csv?from=2021-01-01&to=2021-12-31 x x x - - - - -",
            "GET  /actuator/prometheus                       x x x x x - - -",
            "GET  /api/v1/openapi                            x x x x x x x x",
            "GET  /api/v1/me                                 x x x x x x x x",
            "GET  /api/v1/session                            x x x x x x x x",
            "POST /api/v1/users/nobody-here/end-sessions     - - - - x - - -",
            "GET  /api/v1/nowhere                            - - - - - - - -",
            "GET  /actuator/env                              - - - - - - - -",
            "PUT  /api/v1/search                             - - - - - - - -");

    /** Calls that need no login: the pages, which hold no data, and the way to log in. */
    public static final List<String> PUBLIC = List.of(
            "GET /actuator/health",
            "GET /actuator/health/db",
            "GET /api/v1/login-options",
            "GET /fhir/metadata",
            "POST /login",
            "POST /logout",
            "POST /logout/back-channel",
            "GET /oauth2/authorization/console",
            "GET /login/oauth2/code/console",
            "GET /",
            "GET /login",
            "GET /people/" + UNKNOWN,
            "GET /people/" + UNKNOWN + "/rights",
            "GET /tasks",
            "GET /tasks/1",
            "GET /approvals",
            "GET /decisions/1",
            "GET /dashboard",
            "GET /pipeline",
            "GET /dashboard/contacts",
            "GET /wall",
            "GET /models",
            "GET /quality",
            "GET /audit",
            "GET /users",
            "GET /assets/index-0123.js",
            "GET /favicon.svg",
            "GET /error");

    /** Calls that are not answered at once, or end the caller's own login. */
    public static final List<String> STREAMS =
            List.of("GET /api/v1/live x x x x - x - -", "POST /api/v1/session/end-all x x x x x x x x");

    private ExpectedAccess() {}

    /**
     * A line of the matrix.
     *
     * @param allowed by role
     */
    public record Line(String method, String path, List<Boolean> allowed) {
        static Line of(String line) {
            List<String> cells = Arrays.asList(line.trim().split("\\s+"));
            return new Line(
                    cells.get(0),
                    cells.get(1),
                    cells.subList(2, cells.size()).stream()
                            .map(cell -> cell.equals("x"))
                            .toList());
        }

        /** The path without what is asked. */
        public String plainPath() {
            int question = path.indexOf('?');
            return question < 0 ? path : path.substring(0, question);
        }
    }

    /** The matrix, line by line. */
    public static List<Line> lines() {
        return MATRIX.stream().map(Line::of).toList();
    }

    /** The same, and streams. */
    public static List<Line> linesWithStreams() {
        return Stream.concat(MATRIX.stream(), STREAMS.stream()).map(Line::of).toList();
    }
}
