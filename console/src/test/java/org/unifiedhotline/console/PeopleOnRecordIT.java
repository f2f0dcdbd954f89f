package org.unifiedhotline.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.unifiedhotline.console.Endpoints.Endpoint;
import org.unifiedhotline.console.access.AuditMark;
import org.unifiedhotline.console.access.RolesTable;
import org.unifiedhotline.masterrecords.database.HubDatabase;

/** Whom a call is about stands in its entry, whichever call it is. */
@DisplayName("On record with the people whom it is about")
class PeopleOnRecordIT {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** One entry for a whole list; and what tells of the entries themselves. */
    private static final Set<String> WITHOUT = Set.of("GET /api/v1/crosswalk.csv", "GET /api/v1/audit?limit=5");

    private static Http auditor;

    @BeforeAll
    static void begin() {
        auditor = Http.machine("auditor-script");
    }

    @Test
    @DisplayName("is every call that answers with the id of somebody: everybody whose id is in the answer")
    void everyAnswer() {
        SoftAssertions softly = new SoftAssertions();
        Map<String, Http> readers = PeopleCalls.readers();
        Set<String> withPeople = new TreeSet<>();
        try (OpenWork work = new OpenWork()) {
            for (PeopleCalls.Call call : PeopleCalls.about(work)) {
                if (WITHOUT.contains(call.told())) {
                    continue;
                }
                String reader = call.status().entrySet().stream()
                        .filter(one -> one.getValue().equals("200"))
                        .map(Map.Entry::getKey)
                        .findFirst()
                        .orElseThrow();
                long before = last();
                HttpResponse<String> answer = call.by(readers.get(reader));
                Set<String> told = known().stream()
                        .filter(id -> answer.body().contains(id))
                        .collect(Collectors.toCollection(TreeSet::new));
                told.addAll(named(answer.body()));
                if (!told.isEmpty()) {
                    withPeople.add(call.told());
                }
                softly.assertThat(masters(before))
                        .as("%s by %s", call.told(), reader)
                        .containsAll(told);
            }
            softly.assertThat(withPeople)
                    .as("calls that tell ids here")
                    .hasSizeGreaterThan(25)
                    .anyMatch(call -> call.contains("/pairs"))
                    .anyMatch(call -> call.contains("/cases/list"));
        }
        softly.assertAll();
    }

    @Test
    @DisplayName("is every call that decides about somebody, found by whatever number, also when it is refused")
    void everyDecision() {
        RolesTable roles = ConsoleService.context().getBean(RolesTable.class);
        Map<String, Http> scripts = Endpoints.scripts();
        SoftAssertions softly = new SoftAssertions();
        int tried = 0;
        try (OpenWork work = new OpenWork()) {
            for (Endpoint endpoint : Endpoints.all()) {
                if (roles.ruled(endpoint.method(), endpoint.path()).audit() != AuditMark.DECISION) {
                    continue;
                }
                long before = last();
                HttpResponse<String> answer = decide(work, endpoint, Endpoints.allowed(endpoint, scripts));
                assertThat(answer.statusCode())
                        .as("%s: %s", endpoint, answer.body())
                        .isNotIn(404, 500);
                softly.assertThat(masters(before))
                        .as("%s, answered %s", endpoint, answer.statusCode())
                        .isNotEmpty();
                tried++;
            }
        }
        assertThat(tried).isGreaterThan(15);
        softly.assertAll();
    }

    /** In a way that changes little: a preview where there is one, words that are refused where only the path tells of whom. */
    private static HttpResponse<String> decide(OpenWork work, Endpoint endpoint, Http reader) {
        String path = endpoint.path(variable ->
                variable.equals("number") ? String.valueOf(work.samplePair) : thing(work, endpoint.pattern()));
        if (endpoint.parameters().contains("preview")) {
            path += "?preview=true";
        }
        if (endpoint.pattern().equals("/api/v1/review-tasks/decisions")) {
            return reader.post(
                    path,
                    "{\"decision\":\"SAME\",\"reason\":\"x\",\"tasks\":[{\"id\":" + work.task + ",\"version\":1}]}");
        }
        if (endpoint.body() == null) {
            return reader.call(endpoint.method(), path);
        }
        return reader.send(
                endpoint.method(),
                path,
                endpoint.pattern().contains("/master-records/")
                                || endpoint.pattern().endsWith("/assign")
                        ? "{}"
                        : endpoint.body("x").toString());
    }

    private static String thing(OpenWork work, String pattern) {
        Map<String, Object> things = Map.of(
                "/api/v1/master-records/", work.girl,
                "/api/v1/review-tasks/", work.task,
                "/api/v1/decisions/", work.decision,
                "/api/v1/corrections/", work.correction,
                "/api/v1/requests/", work.request,
                "/api/v1/holds/", work.hold,
                "/api/v1/quality/samples/", work.sample);
        return things.entrySet().stream()
                .filter(one -> pattern.startsWith(one.getKey()))
                .map(one -> one.getValue().toString())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("what is decided about by " + pattern + "?"));
    }

    @Test
    @DisplayName("is an answer because its ids are master ids: none in a body is a text")
    void noTexts() {
        List<String> texts = new ArrayList<>();
        Set<Class<?>> seen = new java.util.HashSet<>();
        Endpoints.answers().forEach(type -> textsOf(type, seen, texts));
        assertThat(seen).hasSizeGreaterThan(50);
        assertThat(texts).isEmpty();
    }

    private static void textsOf(java.lang.reflect.Type type, Set<Class<?>> seen, List<String> texts) {
        if (type instanceof java.lang.reflect.ParameterizedType several) {
            textsOf(several.getRawType(), seen, texts);
            for (java.lang.reflect.Type one : several.getActualTypeArguments()) {
                textsOf(one, seen, texts);
            }
        } else if (type instanceof Class<?> of && of.getName().startsWith("org.unifiedhotline.") && seen.add(of)) {
            if (of.isSealed()) {
                for (Class<?> one : of.getPermittedSubclasses()) {
                    textsOf(one, seen, texts);
                }
            }
            if (of.isRecord()) {
                for (RecordComponent component : of.getRecordComponents()) {
                    if (component.getName().equals("masterId") && component.getType() == String.class) {
                        texts.add(of.getName() + "." + component.getName());
                    }
                    textsOf(component.getGenericType(), seen, texts);
                }
            }
        }
    }

    private static Set<String> known() {
        return Set.copyOf(ConsoleService.context()
                .getBean(HubDatabase.class)
                .sql()
                .sql("SELECT master_id::text FROM master_record")
                .query(String.class)
                .list());
    }

    /** Whose source records a body names. */
    private static Set<String> named(String body) {
        Set<String> people = new TreeSet<>();
        ConsoleService.context()
                .getBean(HubDatabase.class)
                .sql()
                .sql("SELECT concat_ws('/', source_system, source_table, local_id) || '\"', master_id::text FROM link")
                .query(row -> {
                    if (body.contains(row.getString(1))) {
                        people.add(row.getString(2));
                    }
                });
        return people;
    }

    @Test
    @DisplayName("is a merge or a move with both people, also when it is refused or waits for approval")
    void both() {
        long before = last();
        try (OpenWork work = new OpenWork()) {
            assertThat(masters(before, "/master-records/{id}/merge"))
                    .as("it waits")
                    .contains(work.girl, work.caller);
            Http uncleared = Http.person("steward").withCsrf();
            String girl = "/api/v1/master-records/" + work.girl;
            String victim = "[{\"source\":\"hotline\",\"table\":\"victim\",\"localId\":\"70\"}]";
            for (String what : List.of("merge", "move")) {
                before = last();
                HttpResponse<String> refused = uncleared.post(
                        girl + "/" + what,
                        what.equals("merge")
                                ? "{\"other\":\"" + work.mother + "\",\"reason\":\"x\"}"
                                : "{\"to\":\"" + work.mother + "\",\"reason\":\"x\",\"sourceRecords\":" + victim + "}");
                assertThat(refused.statusCode()).as(refused.body()).isEqualTo(403);
                assertThat(masters(before, "/master-records/{id}/" + what)).contains(work.girl, work.mother);
            }
        }
    }

    @Test
    @DisplayName("is a call that leads from an id that was merged away to the one that stands, with both")
    void ledOn() {
        SmallWorld.addPossibleLink(ConsoleService.context());
        Http office = Http.machine("office-script");
        Http steward = Http.machine("steward-script");
        try {
            String child = idOf(office, "switchboard/tre_em/80");
            String victim = idOf(office, "hotline/victim/81");
            long decision = Http.json(steward.post(
                            "/api/v1/master-records/" + child + "/merge",
                            "{\"other\":\"" + victim + "\",\"reason\":\"one\"}"))
                    .path("decisionId")
                    .asLong();
            try {
                String standing = idOf(office, "switchboard/tre_em/80");
                String away = standing.equals(child) ? victim : child;
                for (String part : List.of("", "/relations", "/story", "/at/" + Instant.now())) {
                    long before = last();
                    HttpResponse<String> led = office.get("/api/v1/master-records/" + away + part);
                    assertThat(led.statusCode()).as(part).isEqualTo(301);
                    assertThat(led.headers().firstValue("Location").orElseThrow())
                            .contains(standing);
                    assertThat(masters(before, "/master-records/{id}")).as(part).contains(away, standing);
                }
            } finally {
                steward.post("/api/v1/decisions/" + decision + "/undo", "{\"reason\":\"a test\"}");
            }
        } finally {
            SmallWorld.removePossibleLink(ConsoleService.context());
        }
    }

    private static String idOf(Http reader, String record) {
        return reader.json("/api/v1/crosswalk/" + record).path("masterId").asText();
    }

    private static Set<String> masters(long after, String call) {
        return entries("/api/v1/audit?after=" + after).stream()
                .filter(entry -> entry.toString().contains(call))
                .flatMap(entry -> entry.path("masters").valueStream())
                .map(JsonNode::asText)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static long last() {
        return entries("/api/v1/audit?limit=1").getFirst().path("sequence").asLong();
    }

    private static Set<String> masters(long after) {
        return entries("/api/v1/audit?after=" + after).stream()
                .flatMap(entry -> entry.path("masters").valueStream())
                .map(JsonNode::asText)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<JsonNode> entries(String path) {
        return auditor.get(path)
                .body()
                .lines()
                .map(line -> {
                    try {
                        return JSON.readTree(line);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                })
                .toList();
    }
}
