package org.unifiedhotline.console;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.unifiedhotline.console.Endpoints.Endpoint;

/**
 * Every call that answers with people, with what it is asked, and what each reader is answered: by hand. Of all that the service maps, FHIR
 * included, what is no line here stands in {@link #OF_NOBODY} or {@link #COMMANDS}, or {@link #unlisted} tells it.
 */
final class PeopleCalls {
    /** The columns of the lines. */
    static final List<String> READERS = List.of(
            "officer",
            "steward",
            "supervisor",
            "admin",
            "auditor",
            "counsellor-hn",
            "counsellor-dn",
            "counsellor-ag",
            "legacy-switchboard",
            "legacy-hotline");

    /** These tell of nobody: figures, words, the way of the data, one's own login. */
    private static final Set<String> OF_NOBODY = Set.of(
            "GET /api/v1/quality",
            "GET /api/v1/pipeline",
            "GET /api/v1/equipment",
            "GET /api/v1/equipment/{}/{}/{}",
            "GET /api/v1/models/words",
            "GET /api/v1/me",
            "GET /api/v1/session",
            "GET /api/v1/login-options",
            "GET /api/v1/openapi",
            "GET /fhir/metadata",
            // Ids and kinds only, as far as the reader may know of them (LiveIT).
            "GET /api/v1/live");

    /** These change something and answer with its state; what of people they would show is shown by their preview, a line of its own. */
    private static final Set<String> COMMANDS = Set.of(
            "POST /api/v1/master-records/{}/reveal",
            "DELETE /api/v1/master-records/{}/reveal",
            "POST /api/v1/saved-searches",
            "PATCH /api/v1/saved-searches/{}",
            "DELETE /api/v1/saved-searches/{}",
            "DELETE /api/v1/recent-people",
            "POST /api/v1/exports",
            "POST /api/v1/exports/{}/cancel",
            "POST /api/v1/master-records/{}/erase",
            "POST /api/v1/master-records/{}/restrict",
            "POST /api/v1/master-records/{}/requests",
            "POST /api/v1/requests/{}/answered",
            "POST /api/v1/master-records/{}/corrections",
            "DELETE /api/v1/corrections/{}",
            "POST /api/v1/master-records/{}/holds",
            "POST /api/v1/holds/{}/lift",
            "POST /api/v1/review-tasks/{}/claim",
            "POST /api/v1/review-tasks/{}/decision",
            "POST /api/v1/review-tasks/{}/assign",
            "POST /api/v1/review-tasks/decisions",
            "POST /api/v1/review-tasks/{}/comments",
            "POST /api/v1/decisions/{}/undo",
            "POST /api/v1/decisions/{}/approve",
            "POST /api/v1/quality/samples",
            "POST /api/v1/quality/samples/{}/pairs/{}",
            "POST /api/v1/models/train",
            "POST /api/v1/models/{}/compare",
            "POST /api/v1/models/{}/activate",
            "POST /api/v1/models/rollback",
            "POST /api/v1/models/jobs/{}/pause",
            "POST /api/v1/models/jobs/{}/resume",
            "POST /api/v1/models/jobs/{}/cancel",
            "POST /api/v1/dead-letters/{}/replay",
            "POST /api/v1/dead-letters/replay",
            "POST /api/v1/users/{}/end-sessions",
            "POST /api/v1/session/end-all");

    private static final String YEAR = "from=2021-01-01&to=2021-12-31";
    private static final String TRE_EM = "urn%3Aunified-hotline%3Aswitchboard%3Atre_em%7C7";

    private static final String THE_GIRL = """
            {"resourceType":"Parameters","parameter":[
              {"name":"resource","resource":{"resourceType":"Patient",
                "name":[{"family":"Nguyễn","given":["Thị","Hoà"]}],"gender":"female","birthDate":"2006-03-12"}}]}""";

    private PeopleCalls() {}

    /**
     * A call.
     *
     * @param body null for none; a form for the search of FHIR
     * @param status what each of {@link #READERS} is answered
     */
    record Call(String method, String path, @Nullable String body, Map<String, String> status) {
        HttpResponse<String> by(Http reader) {
            if (body == null) {
                return reader.call(method, path);
            }
            return path.endsWith("/_search") ? reader.form(path, body) : reader.send(method, path, body);
        }

        String told() {
            return method + " " + path;
        }
    }

    /** All of them, about the people and things of this work. */
    static List<Call> about(OpenWork work) {
        Map<String, String> bodies = bodies(work);
        return lines(work).stream()
                .map(line -> {
                    List<String> cells = Arrays.asList(line.trim().split("\\s+"));
                    Map<String, String> status = new LinkedHashMap<>();
                    for (int at = 0; at < READERS.size(); at++) {
                        status.put(READERS.get(at), cells.get(at + 2));
                    }
                    return new Call(
                            cells.get(0), cells.get(1), bodies.get(cells.get(1).replaceAll("\\?.*", "")), status);
                })
                .toList();
    }

    private static Map<String, String> bodies(OpenWork work) {
        String girl = "/api/v1/master-records/" + work.girl;
        String victim = "{\"source\":\"hotline\",\"table\":\"victim\",\"localId\":\"70\"}";
        return Map.of(
                "/fhir/Patient/_search",
                "name=hoa",
                "/fhir/Patient/$match",
                THE_GIRL,
                girl + "/merge",
                "{\"other\":\"" + work.child + "\",\"reason\":\"x\"}",
                girl + "/split",
                "{\"sourceRecords\":[" + victim + "],\"reason\":\"x\"}",
                girl + "/move",
                "{\"to\":\"" + work.child + "\",\"reason\":\"x\",\"sourceRecords\":[" + victim + "]}",
                girl + "/pin",
                "{\"attribute\":\"name\",\"reason\":\"x\",\"sourceRecord\":" + victim + "}");
    }

    private static List<String> lines(OpenWork work) {
        String people = "/api/v1/master-records/";
        String girl = people + work.girl;
        String mother = people + work.mother;
        String caller = people + work.caller;
        String now = "/at/" + java.time.Instant.now();
        String figures = "/api/v1/dashboard/";
        String sample = "/api/v1/quality/samples/" + work.sample;
        String task = "/api/v1/review-tasks/" + work.task;
        String model = "/api/v1/models/" + work.model;
        return List.of(
                //                                                   office stew supe admi audi hn  dn  ag  sw  hl
                "GET " + mother + "                                     200 200 200 403 403 200 404 404 403 403",
                "GET " + girl + "                                       200 200 200 403 403 200 404 404 403 403",
                "GET " + caller + "                                     200 200 200 403 403 404 404 404 403 403",
                "GET " + girl + now + "                                 200 200 200 403 403 200 404 404 403 403",
                "GET " + caller + now + "                               200 200 200 403 403 404 404 404 403 403",
                "GET " + girl + "/story                                 200 200 200 403 403 403 403 403 403 403",
                "GET " + girl + "/relations                             200 200 200 403 403 200 404 404 403 403",
                "GET " + mother + "/relations                           200 200 200 403 403 200 404 404 403 403",
                "GET " + caller + "/relations                           200 200 200 403 403 404 404 404 403 403",
                "GET " + girl + "/rights                                403 200 200 200 403 403 403 403 403 403",
                "GET " + girl + "/disclosure                            403 403 200 200 403 403 403 403 403 403",
                "GET /api/v1/search?q=hoa&facets=true                   200 200 200 403 403 200 200 200 403 403",
                "GET /api/v1/search?q=&facets=true                      200 200 200 403 403 200 200 200 403 403",
                "GET /api/v1/search/suggestions?q=hoa                   200 200 200 403 403 200 200 200 403 403",
                "GET /api/v1/saved-searches                             200 200 200 403 403 200 200 200 403 403",
                "GET /api/v1/recent-people                              200 200 200 403 403 200 200 200 403 403",
                "GET /api/v1/exports                                    200 200 200 403 403 403 403 403 403 403",
                "GET /api/v1/exports/" + work.export + "                200 404 404 403 403 403 403 403 403 403",
                "GET /api/v1/exports/" + work.export + "/file           200 404 404 403 403 403 403 403 403 403",
                "GET " + figures + "contacts?" + YEAR + "               200 200 200 403 403 403 403 403 403 403",
                "GET " + figures + "cases/list?" + YEAR + "             200 200 200 403 403 403 403 403 403 403",
                "GET " + figures + "returns/list?" + YEAR + "           200 200 200 403 403 403 403 403 403 403",
                "GET " + figures + "people/export?" + YEAR + "          200 200 200 403 403 403 403 403 403 403",
                "GET " + figures + "people/export.csv?" + YEAR + "      200 200 200 403 403 403 403 403 403 403",
                "GET /fhir/Patient/" + work.girl + "                    200 200 200 403 403 200 404 404 200 200",
                "GET /fhir/Patient/" + work.mother + "                  200 200 200 403 403 200 404 404 200 404",
                "GET /fhir/Patient/" + work.caller + "                  200 200 200 403 403 404 404 404 404 200",
                "GET /fhir/Patient?name=hoa                             200 200 200 403 403 200 200 200 200 200",
                "POST /fhir/Patient/_search                             200 200 200 403 403 200 200 200 200 200",
                "POST /fhir/Patient/$match                              200 200 200 403 403 200 200 200 200 200",
                "GET /fhir/Patient/$ihe-pix?sourceIdentifier=" + TRE_EM + " 200 200 200 200 403 403 403 403 200 403",
                "GET /api/v1/crosswalk/switchboard/tre_em/7             200 200 200 200 403 403 403 403 200 403",
                "GET /api/v1/crosswalk/hotline/caller/30                200 200 200 200 403 403 403 403 403 200",
                "GET /api/v1/crosswalk.csv                              200 200 200 200 403 403 403 403 200 200",
                "GET /api/v1/crosswalk/changes                          200 200 200 200 403 403 403 403 200 200",
                "GET /api/v1/review-tasks                               403 200 200 403 403 403 403 403 403 403",
                "GET " + task + "                                       403 200 200 403 403 403 403 403 403 403",
                "GET " + task + "/alike                                 403 200 200 403 403 403 403 403 403 403",
                "GET " + task + "/neighbourhood                         403 200 200 403 403 403 403 403 403 403",
                "GET /api/v1/review-tasks/reasons                       403 200 200 403 403 403 403 403 403 403",
                "POST " + girl + "/merge?preview=true                   403 200 200 403 403 403 403 403 403 403",
                "POST " + girl + "/split?preview=true                   403 200 200 403 403 403 403 403 403 403",
                "POST " + girl + "/move?preview=true                    403 200 200 403 403 403 403 403 403 403",
                "POST " + girl + "/pin?preview=true                     403 200 200 403 403 403 403 403 403 403",
                "GET /api/v1/decisions                                  403 200 200 403 200 403 403 403 403 403",
                "GET /api/v1/decisions/" + work.decision + "            403 200 200 403 200 403 403 403 403 403",
                "GET /api/v1/quality/samples                            403 200 200 200 200 403 403 403 403 403",
                "GET " + sample + "                                     403 200 200 200 200 403 403 403 403 403",
                "GET " + sample + "/pairs                               403 200 200 403 403 403 403 403 403 403",
                "GET /api/v1/models                                     403 200 200 200 200 403 403 403 403 403",
                "GET " + model + "                                      403 200 200 200 200 403 403 403 403 403",
                "GET " + model + "/weights                              403 200 200 200 200 403 403 403 403 403",
                "GET " + model + "/file                                 403 200 200 200 200 403 403 403 403 403",
                "GET /api/v1/models/jobs                                403 200 200 200 200 403 403 403 403 403",
                "GET /api/v1/models/jobs/" + work.job + "               403 200 200 200 200 403 403 403 403 403",
                "GET /api/v1/dead-letters                               200 200 200 200 403 403 403 403 403 403",
                "GET /api/v1/reconciliations/" + work.reconciliation
                        + "/differences 403 200 200 200 403 403 403 403 403 403",
                "GET /api/v1/audit?limit=5                              403 403 403 403 200 403 403 403 403 403",
                "GET /api/v1/users                                      403 403 403 200 200 403 403 403 403 403");
    }

    /** Calls that the service maps and that stand in none of the three lists; and such of the lists as it does not map. */
    static Set<String> unlisted(List<Call> calls) {
        Set<String> mapped =
                Endpoints.all().stream().map(PeopleCalls::pattern).collect(Collectors.toCollection(TreeSet::new));
        Set<String> listed = new TreeSet<>(OF_NOBODY);
        listed.addAll(COMMANDS);
        for (Call call : calls) {
            listed.add(mappedAs(call));
        }
        Set<String> differing = new TreeSet<>();
        mapped.stream().filter(one -> !listed.contains(one)).forEach(one -> differing.add("not listed: " + one));
        listed.stream().filter(one -> !mapped.contains(one)).forEach(one -> differing.add("not mapped: " + one));
        return differing;
    }

    private static String pattern(Endpoint endpoint) {
        return endpoint.toString().replaceAll("\\{[^}]*}", "{}");
    }

    /** Of the patterns that fit the call the one with the fewest open places. */
    private static String mappedAs(Call call) {
        String path = call.path().replaceAll("\\?.*", "");
        List<String> fitting = new ArrayList<>();
        for (Endpoint endpoint : Endpoints.all()) {
            String expression = Arrays.stream(endpoint.pattern().split("\\{[^}]*}", -1))
                    .map(java.util.regex.Pattern::quote)
                    .collect(Collectors.joining("[^/]+"));
            if (endpoint.method().equals(call.method()) && path.matches(expression)) {
                fitting.add(pattern(endpoint));
            }
        }
        return fitting.stream()
                .min(java.util.Comparator.comparingInt((String pattern) -> pattern.split("\\{", -1).length))
                .orElse("nothing: " + call.told());
    }

    /** A reader of each column. */
    static Map<String, Http> readers() {
        return readers(ConsoleService.url());
    }

    /** The same at the service that answers there. */
    static Map<String, Http> readers(String service) {
        Map<String, Http> readers = new LinkedHashMap<>();
        for (String reader : READERS) {
            readers.put(
                    reader,
                    reader.startsWith("counsellor")
                            ? Http.person(reader, service).withCsrf()
                            : Http.machine(
                                    switch (reader) {
                                        case "officer" -> "office-script";
                                        case "legacy-switchboard", "legacy-hotline" -> reader;
                                        default -> reader + "-script";
                                    },
                                    service));
        }
        return readers;
    }
}
