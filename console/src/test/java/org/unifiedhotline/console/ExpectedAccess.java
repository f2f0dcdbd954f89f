package org.unifiedhotline.console;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Who may make which call, with what token, and as what it is put on record: written here by hand, apart from {@code roles.yaml}. */
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

    /**
     * What the token of a machine must allow, and the mark of the trail's entry, or - of what nobody may call; then x: may; -: may not.
     * The columns are those above.
     */
    public static final List<String> MATRIX = List.of(
            "GET  /api/v1/crosswalk.csv                       crosswalk export          x x x - x - x x",
            "GET  /api/v1/crosswalk/changes                   crosswalk read            x x x - x - x x",
            "GET  /api/v1/crosswalk/switchboard/nguoi_goi/1   crosswalk read            x x x - x - x -",
            "GET  /api/v1/crosswalk/hotline/caller/30         crosswalk read            x x x - x - - x",
            "GET  /fhir/Patient/" + UNKNOWN + "               fhir read                 x x x - - x x x",
            "GET  /fhir/Patient                               fhir search               x x x - - x x x",
            "POST /fhir/Patient/_search                       fhir search               x x x - - x x x",
            "POST /fhir/Patient/$match                        fhir search               x x x - - x x x",
            "GET  /fhir/Patient/$ihe-pix                      fhir read                 x x x - x - x x",
            "GET  /fhir/Patient/" + UNKNOWN + "/_history      - -                       - - - - - - - -",
            "PUT  /fhir/Patient/" + UNKNOWN + "               - -                       - - - - - - - -",
            "POST /fhir                                       - -                       - - - - - - - -",
            "GET  /api/v1/search                              records search            x x x - - x - -",
            "GET  /api/v1/master-records/" + UNKNOWN + "      records read              x x x - - x - -",
            "GET  /api/v1/master-records/" + UNKNOWN
                    + "/at/2026-01-01T00:00:00Z records read              x x x - - x - -",
            "POST /api/v1/master-records/" + UNKNOWN + "/reveal records reveal            x x x - - x - -",
            "DELETE /api/v1/master-records/" + UNKNOWN + "/reveal records reveal            x x x - - x - -",
            "GET  /api/v1/search/suggestions                  records search            x x x - - x - -",
            "GET  /api/v1/saved-searches                      records read              x x x - - x - -",
            "POST /api/v1/saved-searches                      records read              x x x - - x - -",
            "PATCH /api/v1/saved-searches/999                 records read              x x x - - x - -",
            "DELETE /api/v1/saved-searches/999                records read              x x x - - x - -",
            "GET  /api/v1/recent-people                       records read              x x x - - x - -",
            "DELETE /api/v1/recent-people                     records read              x x x - - x - -",
            "GET  /api/v1/exports                             records read              x x x - - - - -",
            "POST /api/v1/exports                             records export            x x x - - - - -",
            "GET  /api/v1/exports/" + UNKNOWN + "             records read              x x x - - - - -",
            "POST /api/v1/exports/" + UNKNOWN + "/cancel      records read              x x x - - - - -",
            "GET  /api/v1/exports/" + UNKNOWN + "/file        records export            x x x - - - - -",
            "GET  /api/v1/master-records/" + UNKNOWN + "/story records read              x x x - - - - -",
            "GET  /api/v1/master-records/" + UNKNOWN + "/relations records read              x x x - - x - -",
            "GET  /api/v1/master-records/" + UNKNOWN + "/rights records read              - x x - x - - -",
            "POST /api/v1/master-records/" + UNKNOWN + "/erase records decision          - - - - x - - -",
            "GET  /api/v1/master-records/" + UNKNOWN + "/disclosure records export            - - x - x - - -",
            "POST /api/v1/master-records/" + UNKNOWN + "/restrict records decision          - - x - x - - -",
            "POST /api/v1/master-records/" + UNKNOWN + "/corrections records decision          - x x - - - - -",
            "POST /api/v1/master-records/" + UNKNOWN + "/requests records decision          - x x - x - - -",
            "POST /api/v1/requests/999/answered               records decision          - x x - x - - -",
            "DELETE /api/v1/corrections/999                   records decision          - x x - - - - -",
            "POST /api/v1/master-records/" + UNKNOWN + "/holds records decision          - - x - x - - -",
            "POST /api/v1/holds/999/lift                      records decision          - - x - x - - -",
            "GET  /api/v1/review-tasks                        stewardship read          - x x - - - - -",
            "GET  /api/v1/review-tasks/999                    stewardship read          - x x - - - - -",
            "GET  /api/v1/review-tasks/reasons                stewardship read          - x x - - - - -",
            "GET  /api/v1/review-tasks/999/alike              stewardship read          - x x - - - - -",
            "GET  /api/v1/review-tasks/999/neighbourhood      stewardship read          - x x - - - - -",
            "POST /api/v1/review-tasks/999/claim              stewardship decision      - x x - - - - -",
            "POST /api/v1/review-tasks/999/decision           stewardship decision      - x x - - - - -",
            "POST /api/v1/review-tasks/999/assign             stewardship decision      - - x - - - - -",
            "POST /api/v1/review-tasks/decisions              stewardship decision      - x x - - - - -",
            "POST /api/v1/review-tasks/999/comments           stewardship decision      - x x - - - - -",
            "POST /api/v1/master-records/" + UNKNOWN + "/merge stewardship decision      - x x - - - - -",
            "POST /api/v1/master-records/" + UNKNOWN + "/split stewardship decision      - x x - - - - -",
            "POST /api/v1/master-records/" + UNKNOWN + "/move stewardship decision      - x x - - - - -",
            "POST /api/v1/master-records/" + UNKNOWN + "/pin  stewardship decision      - x x - - - - -",
            "GET  /api/v1/decisions                           stewardship read          - x x x - - - -",
            "GET  /api/v1/decisions/999                       stewardship read          - x x x - - - -",
            "POST /api/v1/decisions/999/undo                  stewardship decision      - x x - - - - -",
            "POST /api/v1/decisions/999/approve               stewardship decision      - - x - - - - -",
            "GET  /api/v1/quality                             stewardship none          x x x x x - - -",
            "GET  /api/v1/quality/samples                     stewardship read          - x x x x - - -",
            "POST /api/v1/quality/samples                     stewardship configuration - - x - x - - -",
            "GET  /api/v1/quality/samples/999                 stewardship read          - x x x x - - -",
            "GET  /api/v1/quality/samples/999/pairs           stewardship read          - x x - - - - -",
            "POST /api/v1/quality/samples/999/pairs/1         stewardship decision      - x x - - - - -",
            "GET  /api/v1/models                              stewardship read          - x x x x - - -",
            "GET  /api/v1/models/0123                         stewardship read          - x x x x - - -",
            "GET  /api/v1/models/words                        stewardship read          - x x x x - - -",
            "GET  /api/v1/models/0123/weights                 stewardship read          - x x x x - - -",
            "GET  /api/v1/models/0123/file                    stewardship read          - x x x x - - -",
            "GET  /api/v1/models/jobs                         stewardship read          - x x x x - - -",
            "GET  /api/v1/models/jobs/999                     stewardship read          - x x x x - - -",
            "POST /api/v1/models/train                        stewardship configuration - x x - x - - -",
            "POST /api/v1/models/0123/compare                 stewardship configuration - x x - x - - -",
            "POST /api/v1/models/0123/activate                stewardship configuration - - x - x - - -",
            "POST /api/v1/models/rollback                     stewardship configuration - - x - x - - -",
            "POST /api/v1/models/jobs/999/pause               stewardship configuration - - x - x - - -",
            "POST /api/v1/models/jobs/999/resume              stewardship configuration - - x - x - - -",
            "POST /api/v1/models/jobs/999/cancel              stewardship configuration - - x - x - - -",
            "GET  /api/v1/audit                               audit read                - - - x - - - -",
            "GET  /api/v1/users                               audit read                - - - x x - - -",
            "GET  /api/v1/pipeline                            pipeline none             x x x x x - - -",
            "GET  /api/v1/dead-letters                        pipeline read             x x x - x - - -",
            "GET  /api/v1/reconciliations/999/differences     pipeline read             - x x - x - - -",
            "POST /api/v1/dead-letters/999/replay             pipeline configuration    - - - - x - - -",
            "POST /api/v1/dead-letters/replay                 pipeline configuration    - - - - x - - -",
            "GET  /api/v1/equipment                           pipeline none             x x x x x - - -",
            "GET  /api/v1/equipment/switchboard/HANOI/PBX     pipeline none             x x x x x - - -",
            "GET  /api/v1/dashboard/contacts?from=2021-01-01&to=2021-12-31 records read              x x x - - - - -",
            "GET  /api/v1/dashboard/cases/list?from=2021-01-01&to=2021-12-31 records read              x x x - - - - -",
            "GET  /api/v1/dashboard/people/export?from=2021-01-01&to=2021-12-31 records export            x x x - - - - -",
            "GET  /api/v1/dashboard/returns/export.csv?from=2021-01-01&to=2021-12-31 records export            x x x - - - - -",
            "GET  /actuator/prometheus                        pipeline none             x x x x x - - -",
            "GET  /api/v1/openapi                             none none                 x x x x x x x x",
            "GET  /api/v1/me                                  none none                 x x x x x x x x",
            "GET  /api/v1/session                             none none                 x x x x x x x x",
            "POST /api/v1/users/nobody-here/end-sessions      audit configuration       - - - - x - - -",
            "GET  /api/v1/nowhere                             - -                       - - - - - - - -",
            "GET  /actuator/env                               - -                       - - - - - - - -",
            "PUT  /api/v1/search                              - -                       - - - - - - - -");

    /** Calls that need no login: the pages, which hold no data, and the way to log in; with a mark where one is put on record. */
    public static final List<String> PUBLIC = List.of(
            "GET /actuator/health",
            "GET /actuator/health/db",
            "GET /api/v1/login-options",
            "GET /fhir/metadata",
            "POST /login session",
            "POST /logout session",
            "POST /logout/back-channel session",
            "GET /oauth2/authorization/console",
            "GET /login/oauth2/code/console session",
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
    public static final List<String> STREAMS = List.of(
            "GET /api/v1/live records read x x x x - x - -",
            "POST /api/v1/session/end-all none session x x x x x x x x");

    private ExpectedAccess() {}

    /**
     * A line of the matrix.
     *
     * @param scope what the token of a machine must allow; {@value #NONE} if any will do, {@value #NOBODYS} if none will
     * @param mark as what it is put on record
     * @param allowed by role
     */
    public record Line(String method, String path, String scope, String mark, List<Boolean> allowed) {
        public static final String NONE = "none";
        public static final String NOBODYS = "-";

        static Line of(String line) {
            List<String> cells = Arrays.asList(line.trim().split("\\s+"));
            return new Line(
                    cells.get(0),
                    cells.get(1),
                    cells.get(2),
                    cells.get(3),
                    cells.subList(4, cells.size()).stream()
                            .map(cell -> cell.equals("x"))
                            .toList());
        }

        /** Whether there is such a call at all. */
        public boolean isRuled() {
            return !scope.equals(NOBODYS);
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
