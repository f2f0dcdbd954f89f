package org.unifiedhotline.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * Which fields each role reads plainly, written here by hand apart from {@code roles.yaml}; what is not read plainly stands in no body
 * of any call.
 */
@DisplayName("A field that a role does not read plainly")
class MaskingIT {
    private static final String GIRL = "/api/v1/crosswalk/switchboard/tre_em/7";
    private static final String MOTHER = "/api/v1/crosswalk/switchboard/nguoi_goi/1";

    /** Marked values of the small world, by what they are and on whose record they stand. */
    private static final Map<String, List<String>> VALUES = Map.ofEntries(
            Map.entry("identity number of the girl", List.of("010306001234")),
            Map.entry("certificate of the victim", List.of("XN-2021-7788")),
            Map.entry("telephone of the mother", List.of("0912345678", "0912.345.678", "+84912345678")),
            Map.entry("address of the mother", List.of("Ngõ 7 chợ Cán Cấu")),
            Map.entry("note on the mother", List.of("Chồng không được biết")),
            Map.entry("notes on the child", List.of("Mẹ báo con gái mất tích", "Mẹ khóc suốt cuộc gọi")),
            Map.entry("notes on the victim", List.of("Bị bán qua cửa khẩu Kim Thành")),
            Map.entry("what the child's case is of", List.of("TRAFFICKING\"]")),
            Map.entry("how the victim was exploited", List.of("FORCED_MARRIAGE", "DECEPTION", "\"CN\"")),
            Map.entry("health of the child", List.of("\"disability\":true")),
            Map.entry("ethnic group of the girl", List.of("Mông", "\"Mong\"")));

    /** x: read plainly; -: masked. Hà Nội's counsellor is not shown the victim's record at all. */
    private static final List<String> MATRIX = List.of(
            //                              officer steward supervisor counsellor-hn
            "identity number of the girl   | x x x -",
            "certificate of the victim     | x x x -",
            "telephone of the mother       | x x x x",
            "address of the mother         | x x x x",
            "note on the mother            | - x x x",
            "notes on the child            | - - x x",
            "notes on the victim           | - - x -",
            "what the child's case is of   | x x x x",
            "how the victim was exploited  | - - x -",
            "health of the child           | - - x x",
            "ethnic group of the girl      | - x x x");

    private static final List<String> READERS = List.of("officer", "steward", "supervisor", "counsellor-hn");

    /** Who reads nothing of these people at all: by role, or because their centre never met them. */
    private static final List<String> OUTSIDE =
            List.of("counsellor-dn", "counsellor-ag", "auditor", "admin", "legacy-switchboard", "legacy-hotline");

    private final Http office = Http.machine("office-script");
    private final String girl = office.json(GIRL).path("masterId").asText();
    private final String mother = office.json(MOTHER).path("masterId").asText();

    @Test
    @DisplayName("stands in no answer to that role, and in the person's page of those who read it")
    void everywhere() {
        SoftAssertions softly = new SoftAssertions();
        Map<String, Http> readers = readers();
        for (int column = 0; column < READERS.size(); column++) {
            String reader = READERS.get(column);
            List<String> hidden = values(column, "-");
            Http http = readers.get(reader);
            StringBuilder pages = new StringBuilder();
            for (String call : calls()) {
                String body = told(http, call);
                if (!hidden.isEmpty()) {
                    softly.assertThat(body).as("%s by %s", call, reader).doesNotContain(hidden);
                }
                pages.append(call.contains("master-records") ? body : "");
            }
            softly.assertThat(pages).as("the pages, by %s", reader).contains(values(column, "x"));
        }
        softly.assertAll();
    }

    @Test
    @DisplayName("stands in no answer to those who may know nothing of the person")
    void outside() {
        SoftAssertions softly = new SoftAssertions();
        List<String> all = VALUES.values().stream().flatMap(List::stream).toList();
        for (String reader : OUTSIDE) {
            Http http = reader.startsWith("counsellor")
                    ? Http.person(reader)
                    : Http.machine(reader.startsWith("legacy") ? reader : reader + "-script");
            for (String call : calls()) {
                softly.assertThat(told(http, call)).as("%s by %s", call, reader).doesNotContain(all);
            }
        }
        softly.assertAll();
    }

    @Test
    @DisplayName(
            "was looked for in every call that tells of people: a new one stands in the list of them, or fails this test")
    void everyCall() {
        SoftAssertions softly = new SoftAssertions();
        Map<String, Http> readers = PeopleCalls.readers();
        try (OpenWork work = new OpenWork()) {
            List<PeopleCalls.Call> calls = PeopleCalls.about(work);
            softly.assertThat(PeopleCalls.unlisted(calls)).isEmpty();
            for (PeopleCalls.Call call : calls) {
                for (int column = 0; column < READERS.size(); column++) {
                    String reader = READERS.get(column);
                    // A disclosure is all that is held, for the person it is about (RightsIT).
                    if (!values(column, "-").isEmpty() && !call.path().endsWith("/disclosure")) {
                        softly.assertThat(untyped(call.by(readers.get(reader)).body()))
                                .as("%s by %s", call.told(), reader)
                                .doesNotContain(values(column, "-"));
                    }
                }
            }
        }
        softly.assertAll();
    }

    @Test
    @DisplayName("arrives as a mask that tells its kind, and of numbers the last digits")
    void shape() {
        JsonNode seen = office.json("/api/v1/master-records/" + girl);
        assertThat(seen.path("cases").findValues("narrative"))
                .allSatisfy(one -> assertThat(one.toString()).isEqualTo(mask("NOTES", null)));
        JsonNode trafficking = caseOf(seen, "MB-21-00042");
        assertThat(trafficking.path("kinds").toString()).isEqualTo(mask("EXPLOITATION", null));
        assertThat(trafficking.path("destinationCountry").toString()).isEqualTo(mask("EXPLOITATION", null));
        assertThat(caseOf(seen, "TE-2021-000123").path("kinds").isArray()).isTrue();

        JsonNode counsellors = Http.person("counsellor-hn").json("/api/v1/master-records/" + girl);
        assertThat(counsellors.path("identityNumbers").get(0).path("value").toString())
                .isEqualTo(mask("IDENTITY_NUMBER", "…1234"));
        assertThat(counsellors.path("identityNumbers").get(0).path("from"))
                .as("where it comes from is told")
                .hasSize(1);
        JsonNode hit = Http.person("counsellor-hn")
                .json("/api/v1/search?q=" + Http.encoded("nguyen thi hoa"))
                .path("hits")
                .get(0);
        assertThat(hit.path("identityNumbers")).isEmpty();
        assertThat(hit.path("masks").toString()).isEqualTo("[" + mask("IDENTITY_NUMBER", "…1234") + "]");
    }

    @Test
    @DisplayName("is neither found by, nor counted, nor filtered by")
    void search() {
        Http counsellor = Http.person("counsellor-hn");
        for (String number : List.of("010306001234", "1234")) {
            assertThat(office.json("/api/v1/search?q=" + number).path("total").asInt())
                    .as(number)
                    .isOne();
            assertThat(counsellor
                            .json("/api/v1/search?q=" + number)
                            .path("total")
                            .asInt())
                    .as(number)
                    .isZero();
            assertThat(counsellor.json("/api/v1/search/suggestions?q=" + number).path("items"))
                    .as(number)
                    .isEmpty();
        }
        assertThat(counsellor.json("/api/v1/search?q=0912345678").path("total").asInt())
                .as("telephones are read by counsellors")
                .isPositive();
        JsonNode offices = office.json("/api/v1/search?q=&facets=true");
        JsonNode supervisors = Http.machine("supervisor-script").json("/api/v1/search?q=&facets=true");
        assertThat(offices.path("facets").findValuesAsText("name"))
                .contains("caseKind", "role")
                .doesNotContain("exploitation");
        assertThat(supervisors.path("facets").findValuesAsText("name")).contains("caseKind", "exploitation");
        assertThat(offices.path("facets").findValuesAsText("name")).doesNotContain("ethnicGroup");
        assertThat(supervisors.path("facets").findValuesAsText("name")).contains("ethnicGroup");
        for (String asked : List.of("q=&ethnicGroup=" + Http.encoded("Mông"), "q=" + Http.encoded("mông"))) {
            assertThat(office.json("/api/v1/search?" + asked).path("total").asInt())
                    .as(asked)
                    .isZero();
            assertThat(Http.machine("supervisor-script")
                            .json("/api/v1/search?" + asked)
                            .path("total")
                            .asInt())
                    .as(asked)
                    .isOne();
        }
        String narrowed = "/api/v1/search?q=&exploitation=FORCED_MARRIAGE";
        assertThat(office.json(narrowed).path("total").asInt()).isZero();
        assertThat(Http.machine("supervisor-script")
                        .json(narrowed)
                        .path("total")
                        .asInt())
                .isOne();
    }

    @Test
    @DisplayName("is not told by the list behind a number of the dashboard, nor by that somebody stands in it")
    void behindNumbers() {
        String list = "/api/v1/dashboard/cases/list?from=2021-01-01&to=2021-12-31&line=hotline";
        JsonNode entry = office.json(list).path("items").get(0);
        assertThat(entry.path("withheld").asBoolean()).isFalse();
        assertThat(entry.path("facts").path("caseNumber").asText()).isEqualTo("MB-21-00042");
        assertThat(entry.path("facts").path("kinds").toString()).isEqualTo(mask("EXPLOITATION", null));
        JsonNode narrowed =
                office.json(list + "&kind=FORCED_MARRIAGE").path("items").get(0);
        assertThat(narrowed.path("withheld").asBoolean()).isTrue();
        assertThat(narrowed.path("people")).isEmpty();
        assertThat(Http.machine("supervisor-script")
                        .json(list + "&kind=FORCED_MARRIAGE")
                        .path("items")
                        .get(0)
                        .path("people"))
                .isNotEmpty();
    }

    @Test
    @DisplayName("stands in no file either")
    void exports() throws InterruptedException {
        String asked = "{\"q\":\"hoa\",\"format\":\"CSV\",\"purpose\":\"test\"}";
        String id = Http.json(office.post("/api/v1/exports", asked)).path("id").asText();
        Instant until = Instant.now().plus(Duration.ofSeconds(30));
        while (!office.json("/api/v1/exports/" + id).path("state").asText().equals("READY")
                && Instant.now().isBefore(until)) {
            Thread.sleep(50);
        }
        assertThat(office.get("/api/v1/exports/" + id + "/file").body())
                .contains("…1234")
                .doesNotContain("010306001234")
                .doesNotContain(values(0, "-"));
    }

    /** An answer, but for what a search says that the caller typed. */
    private static String told(Http http, String call) {
        return untyped(http.get(call).body());
    }

    private static String untyped(String body) {
        return body.replaceAll("\"understoodAs\":\\[.*?}],", "");
    }

    /** Every call that tells of these people, or finds them. */
    private List<String> calls() {
        List<String> calls = new ArrayList<>();
        for (String id : List.of(girl, mother)) {
            calls.add("/api/v1/master-records/" + id);
            calls.add("/api/v1/master-records/" + id + "/at/" + Instant.now());
            calls.add("/api/v1/master-records/" + id + "/story");
            calls.add("/api/v1/master-records/" + id + "/relations");
            calls.add("/api/v1/master-records/" + id + "/rights");
        }
        for (String text : List.of(
                "", "hoa", "0912345678", "010306001234", "345678", "chợ cán cấu", "mỷ mẹ của hoa", "hoa mông")) {
            calls.add("/api/v1/search?facets=true&q=" + Http.encoded(text));
            calls.add("/api/v1/search/suggestions?q=" + Http.encoded(text));
        }
        for (String figure :
                List.of("contacts", "cases", "referrals", "returns", "people", "quality", "satisfaction")) {
            calls.add("/api/v1/dashboard/" + figure + "/list?from=2021-01-01&to=2021-12-31");
        }
        calls.addAll(List.of(
                "/api/v1/recent-people",
                "/api/v1/saved-searches",
                "/api/v1/exports",
                "/api/v1/review-tasks",
                "/api/v1/decisions",
                "/api/v1/dead-letters",
                "/api/v1/review-tasks/reasons",
                "/api/v1/quality",
                "/api/v1/quality/samples",
                "/api/v1/models",
                "/api/v1/models/words",
                "/api/v1/models/jobs",
                "/api/v1/users",
                "/api/v1/me",
                "/api/v1/session",
                "/api/v1/login-options",
                "/api/v1/openapi",
                "/api/v1/pipeline",
                "/api/v1/equipment",
                "/api/v1/equipment/switchboard/HANOI/UPS",
                "/api/v1/dashboard/people?from=2021-01-01&to=2021-12-31",
                "/api/v1/dashboard/people/export?from=2021-01-01&to=2021-12-31",
                "/api/v1/dashboard/people/export.csv?from=2021-01-01&to=2021-12-31",
                "/api/v1/crosswalk/changes",
                "/api/v1/crosswalk.csv",
                GIRL,
                MOTHER));
        return calls;
    }

    private static List<String> values(int column, String cell) {
        return MATRIX.stream()
                .filter(line -> line.substring(line.indexOf('|') + 1)
                        .strip()
                        .split(" ")[column]
                        .equals(cell))
                .flatMap(line -> VALUES.get(line.substring(0, line.indexOf('|')).strip()).stream())
                .toList();
    }

    private static Map<String, Http> readers() {
        Map<String, Http> readers = new LinkedHashMap<>();
        readers.put("officer", Http.machine("office-script"));
        readers.put("steward", Http.machine("steward-script"));
        readers.put("supervisor", Http.machine("supervisor-script"));
        readers.put("counsellor-hn", Http.person("counsellor-hn"));
        return readers;
    }

    private static JsonNode caseOf(JsonNode person, String number) {
        for (JsonNode one : person.path("cases")) {
            if (one.path("caseNumber").asText().equals(number)) {
                return one;
            }
        }
        throw new AssertionError("no case " + number);
    }

    private static String mask(String kind, String hint) {
        return "{\"masked\":true,\"kind\":\"" + kind + "\",\"hint\":" + (hint == null ? "null" : "\"" + hint + "\"")
                + "}";
    }
}
