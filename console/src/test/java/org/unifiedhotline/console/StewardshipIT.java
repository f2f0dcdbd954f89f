package org.unifiedhotline.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.unifiedhotline.masterrecords.database.HubDatabase;

/** Each test leaves the small world as it found it: others read it. */
@DisplayName("Stewards over HTTP")
class StewardshipIT {
    private static final String UUID_FORM = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

    private final Http steward = Http.machine("steward-script");
    private final Http supervisor = Http.machine("supervisor-script");

    @BeforeAll
    static void world() {
        ConsoleService.context();
    }

    @Test
    @DisplayName("merge two callers, see it at once under both ids, and take it back by undoing")
    void mergeAndUndo() {
        String mother = masterOf("switchboard/nguoi_goi/1");
        String anonymous = masterOf("switchboard/nguoi_goi/2");

        JsonNode shown = ok(steward.post("/api/v1/master-records/" + mother + "/merge?preview=true", merge(anonymous)));
        assertThat(shown.path("decisionId").isNull()).isTrue();
        assertThat(shown.path("changes").path("before")).hasSize(2);
        assertThat(shown.path("changes").path("after")).hasSize(1);
        assertThat(masterOf("switchboard/nguoi_goi/2")).isEqualTo(anonymous);

        JsonNode merged = ok(steward.post("/api/v1/master-records/" + mother + "/merge", merge(anonymous)));
        String standing = merged.path("masterId").asText();
        assertThat(standing)
                .isEqualTo(masterOf("switchboard/nguoi_goi/1"))
                .isEqualTo(masterOf("switchboard/nguoi_goi/2"));
        String away = standing.equals(mother) ? anonymous : mother;
        assertThat(steward.get("/api/v1/master-records/" + away).statusCode()).isEqualTo(301);
        HttpResponse<String> again = steward.post("/api/v1/master-records/" + away + "/merge", merge(standing));
        assertThat(again.statusCode()).isEqualTo(409);
        assertThat(Http.json(again).path("masterId").asText()).isEqualTo(standing);

        String undo = "/api/v1/decisions/" + merged.path("decisionId").asLong() + "/undo";
        ok(steward.post(undo, "{\"reason\":\"wrong\"}"));
        assertThat(masterOf("switchboard/nguoi_goi/1")).isEqualTo(mother);
        assertThat(masterOf("switchboard/nguoi_goi/2")).isEqualTo(anonymous);
        assertThat(steward.post(undo, "{\"reason\":\"wrong\"}").statusCode()).isEqualTo(409);
    }

    @Test
    @DisplayName("split what both systems tell of the girl and put it together again")
    void split() {
        String girl = masterOf("switchboard/tre_em/7");
        JsonNode split = ok(steward.post("/api/v1/master-records/" + girl + "/split", """
                {"sourceRecords":[{"source":"hotline","table":"victim","localId":"70"}],"reason":"another"}
                """));
        assertThat(split.path("masterId").asText())
                .matches(UUID_FORM)
                .isEqualTo(masterOf("hotline/victim/70"))
                .isNotEqualTo(masterOf("switchboard/tre_em/7"));

        ok(steward.post("/api/v1/decisions/" + split.path("decisionId").asLong() + "/undo", "{\"reason\":\"wrong\"}"));
        assertThat(masterOf("hotline/victim/70")).isEqualTo(girl).isEqualTo(masterOf("switchboard/tre_em/7"));
    }

    @Test
    @DisplayName(
            "move a record to another person by one decision, see beforehand what comes of it, and take it back at once")
    void move() {
        String girl = masterOf("switchboard/tre_em/7");
        SmallWorld.addPossibleLink(ConsoleService.context());
        String other = masterOf("switchboard/tre_em/80");
        String path = "/api/v1/master-records/" + girl + "/move";
        String body = "{\"to\":\"" + other + "\",\"reason\":\"another child\","
                + "\"sourceRecords\":[{\"source\":\"switchboard\",\"table\":\"tre_em\",\"localId\":\"7\"}]}";
        JsonNode shown = ok(steward.post(path + "?preview=true", body));
        assertThat(shown.path("decisionId").isNull()).isTrue();
        assertThat(shown.path("changes").path("after")).hasSize(2);
        assertThat(masterOf("switchboard/tre_em/7")).isEqualTo(girl);

        JsonNode moved = ok(steward.post(path, body));
        assertThat(moved.path("masterId").asText())
                .isEqualTo(masterOf("switchboard/tre_em/7"))
                .isEqualTo(masterOf("switchboard/tre_em/80"))
                .isNotEqualTo(masterOf("hotline/victim/70"));
        String decision = "/api/v1/decisions/" + moved.path("decisionId").asLong();
        assertThat(steward.json(decision).path("kind").asText()).isEqualTo("MOVE");
        ok(steward.post(decision + "/undo", "{\"reason\":\"wrong\"}"));
        assertThat(List.of(masterOf("switchboard/tre_em/7"), masterOf("hotline/victim/70")))
                .containsOnly(girl);
        assertThat(masterOf("switchboard/tre_em/80")).isEqualTo(other);
        refused(steward.post(path, body.replace(other, girl)), 400, "bad-request");
        refused(steward.post(path, body.replace("\"7\"", "\"80\"")), 400, "bad-request");
        refused(
                steward.post(path, "{\"to\":\"" + other + "\",\"reason\":\"x\",\"sourceRecords\":[null]}"),
                400,
                "bad-request");
        SmallWorld.removePossibleLink(ConsoleService.context());
    }

    @Test
    @DisplayName("see beforehand what a pin would come to, and nothing of that stays")
    void pinPreview() {
        String girl = masterOf("switchboard/tre_em/7");
        long decisions =
                steward.json("/api/v1/decisions?size=500").path("items").size();
        JsonNode shown = ok(steward.post("/api/v1/master-records/" + girl + "/pin?preview=true", """
                {"attribute":"name","reason":"x",
                 "sourceRecord":{"source":"hotline","table":"victim","localId":"70"}}
                """));
        assertThat(shown.path("decisionId").isNull()).isTrue();
        assertThat(shown.path("masterId").asText()).isEqualTo(girl);
        assertThat(steward.json("/api/v1/decisions?size=500").path("items")).hasSize((int) decisions);
    }

    @Test
    @DisplayName("read how records came together, and what a person was at a time")
    void storyAndPast() {
        String girl = masterOf("switchboard/tre_em/7");
        JsonNode story = steward.json("/api/v1/master-records/" + girl + "/story");
        assertThat(story.path("vietnamese").path("joins")).hasSize(1);
        assertThat(story.path("english").path("summary").asText()).startsWith("2 records");
        assertThat(story.path("events").get(0).path("change").asText()).isEqualTo("CREATED");
        String now = "/api/v1/master-records/" + girl + "/at/" + Instant.now();
        assertThat(steward.json(now).path("members")).hasSize(2);
        assertThat(steward.get("/api/v1/master-records/" + girl + "/at/2000-01-01T00:00:00Z")
                        .statusCode())
                .isEqualTo(404);
        assertThat(steward.get("/api/v1/master-records/" + girl + "/at/yesterday")
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    @DisplayName(
            "need another's approval to make one of a girl and a caller; their own is refused, from any of their accounts")
    void fourEyes() {
        String girl = masterOf("switchboard/tre_em/7");
        String caller = masterOf("hotline/caller/30");
        HttpResponse<String> own = supervisor.post("/api/v1/master-records/" + girl + "/merge", merge(caller));
        assertThat(own.statusCode()).isEqualTo(202);
        String ownPath =
                "/api/v1/decisions/" + Http.json(own).path("decisionId").asLong();
        refused(supervisor.post(ownPath + "/approve"), 403, "own-decision");
        refused(Http.person("supervisor").withCsrf().post(ownPath + "/approve"), 403, "own-decision");
        ok(supervisor.post(ownPath + "/undo", "{\"reason\":\"not mine to do\"}"));

        HttpResponse<String> waits = steward.post("/api/v1/master-records/" + girl + "/merge", merge(caller));
        assertThat(waits.statusCode()).isEqualTo(202);
        JsonNode decision = Http.json(waits);
        assertThat(decision.path("state").asText()).isEqualTo("AWAITING_APPROVAL");
        assertThat(decision.path("risks")).extracting(JsonNode::asText).contains("VICTIM_WITH_ADULT");
        String path = "/api/v1/decisions/" + decision.path("decisionId").asLong();
        assertThat(steward.post(path + "/approve").statusCode()).isEqualTo(403);
        assertThat(masterOf("hotline/caller/30")).isEqualTo(caller);

        ok(supervisor.post(path + "/approve"));
        assertThat(masterOf("hotline/caller/30")).isEqualTo(masterOf("switchboard/tre_em/7"));
        assertThat(supervisor.post(path + "/approve").statusCode()).isEqualTo(409);
        assertThat(steward.json(path).path("approvedBy").asText()).isEqualTo("supervisor-script");

        JsonNode undone = ok(steward.post(path + "/undo", "{\"reason\":\"wrong\"}"));
        assertThat(List.of(masterOf("switchboard/tre_em/7"), masterOf("hotline/caller/30")))
                .containsExactly(girl, caller);

        String undo = "/api/v1/decisions/" + undone.path("decisionId").asLong();
        HttpResponse<String> again = steward.post(undo + "/undo", "{\"reason\":\"right after all\"}");
        assertThat(again.statusCode()).as("would make the risky person again").isEqualTo(202);
        assertThat(masterOf("hotline/caller/30")).isEqualTo(caller);
        ok(steward.post(
                "/api/v1/decisions/" + Http.json(again).path("decisionId").asLong() + "/undo", "{\"reason\":\"no\"}"));
    }

    @Test
    @DisplayName("undo in another order than they decided; ids that were merged away lead to the one that stands")
    void undoInAnotherOrder() {
        String mother = masterOf("switchboard/nguoi_goi/1");
        String anonymous = masterOf("switchboard/nguoi_goi/2");
        String caller = masterOf("hotline/caller/30");
        Instant before = Instant.now();
        JsonNode first = ok(steward.post("/api/v1/master-records/" + mother + "/merge", merge(anonymous)));
        JsonNode second = ok(supervisor.post(
                "/api/v1/master-records/" + first.path("masterId").asText() + "/merge", merge(caller)));
        String standing = second.path("masterId").asText();
        for (String id : List.of(mother, anonymous, caller)) {
            HttpResponse<String> answer = steward.get("/api/v1/master-records/" + id);
            if (id.equals(standing)) {
                assertThat(answer.statusCode()).isEqualTo(200);
            } else {
                assertThat(answer.statusCode()).isEqualTo(301);
                assertThat(answer.headers().firstValue("Location").orElseThrow())
                        .endsWith("/master-records/" + standing);
                HttpResponse<String> story = steward.get("/api/v1/master-records/" + id + "/story");
                assertThat(story.statusCode()).isEqualTo(301);
                assertThat(story.headers().firstValue("Location").orElseThrow())
                        .endsWith("/master-records/" + standing + "/story");
            }
        }
        assertThat(steward.json("/api/v1/master-records/" + standing + "/at/" + Instant.now())
                        .path("members"))
                .hasSize(3);
        String away = standing.equals(caller) ? anonymous : caller;
        HttpResponse<String> past = steward.get("/api/v1/master-records/" + away + "/at/" + Instant.now());
        assertThat(past.statusCode()).isEqualTo(301);
        assertThat(past.headers().firstValue("Location").orElseThrow())
                .contains("/master-records/" + standing + "/at/");
        assertThat(steward.json("/api/v1/master-records/" + away + "/at/" + before)
                        .path("members"))
                .as("before it was merged away")
                .hasSize(1);
        assertThat(steward.json("/api/v1/master-records/" + standing + "/at/" + before)
                        .path("members"))
                .hasSize(1);

        String undoFirst = "/api/v1/decisions/" + first.path("decisionId").asLong() + "/undo";
        String undoSecond = "/api/v1/decisions/" + second.path("decisionId").asLong() + "/undo";
        JsonNode shown = ok(supervisor.post(undoSecond + "?preview=true", "{\"reason\":\"wrong\"}"));
        assertThat(shown.path("decisionId").isNull()).isTrue();
        assertThat(shown.path("changes").path("after")).hasSize(2);
        assertThat(masterOf("hotline/caller/30"))
                .as("a preview changes nothing")
                .isEqualTo(standing);

        ok(steward.post(undoFirst, "{\"reason\":\"wrong\"}"));
        assertThat(List.of(
                        masterOf("switchboard/nguoi_goi/1"),
                        masterOf("switchboard/nguoi_goi/2"),
                        masterOf("hotline/caller/30")))
                .as("the other said since that each of the two is the caller")
                .containsOnly(standing);
        ok(supervisor.post(undoSecond, "{\"reason\":\"wrong\"}"));
        assertThat(List.of(
                        masterOf("switchboard/nguoi_goi/1"),
                        masterOf("switchboard/nguoi_goi/2"),
                        masterOf("hotline/caller/30")))
                .containsExactly(mother, anonymous, caller);
    }

    @Test
    @DisplayName(
            "take over a task whose lease has run out, are given tasks by the supervisor, and see only what they may")
    void assignment() throws InterruptedException {
        SmallWorld.addPossibleLink(ConsoleService.context());
        JsonNode task = steward.json("/api/v1/review-tasks?kind=POSSIBLE_LINK")
                .path("items")
                .get(0);
        String path = "/api/v1/review-tasks/" + task.path("id").asLong();
        assertThat(task.path("sensitivity"))
                .extracting(JsonNode::asText)
                .containsExactly("CHILD", "TRAFFICKING_VICTIM");
        assertThat(task.path("suggestedFor")).extracting(JsonNode::asText).containsExactly("steward-script");

        Http trainee = Http.person("steward").withCsrf();
        assertThat(trainee.json("/api/v1/review-tasks?kind=POSSIBLE_LINK").path("items"))
                .isEmpty();
        refused(trainee.get(path), 403, "out-of-scope");
        refused(trainee.post(path + "/claim"), 403, "out-of-scope");
        refused(
                trainee.post(path + "/decision", "{\"version\":1,\"decision\":\"SKIP\",\"reason\":\"x\"}"),
                403,
                "out-of-scope");
        refused(trainee.post(path + "/comments", "{\"text\":\"x\"}"), 403, "out-of-scope");

        ok(steward.post(path + "/claim", "{\"leaseSeconds\":1}"));
        refused(supervisor.post(path + "/claim"), 409, "conflict");
        Thread.sleep(1_100);
        assertThat(ok(supervisor.post(path + "/claim"))
                        .path("lease")
                        .path("holder")
                        .asText())
                .isEqualTo("supervisor-script");

        refused(steward.post(path + "/assign", "{\"to\":\"steward-script\",\"reason\":\"mine\"}"), 403, "not-allowed");
        refused(supervisor.post(path + "/assign", "{\"to\":\"steward\",\"reason\":\"try\"}"), 400, "bad-request");
        JsonNode given =
                ok(supervisor.post(path + "/assign", "{\"to\":\"steward-script\",\"reason\":\"knows the family\"}"));
        assertThat(given.path("assignedTo").asText()).isEqualTo("steward-script");
        assertThat(steward.json("/api/v1/review-tasks?assignedTo=steward-script")
                        .path("total")
                        .asInt())
                .isEqualTo(1);
        assertThat(steward.json("/api/v1/review-tasks?assignedTo=steward-script&centre=DANANG")
                        .path("total")
                        .asInt())
                .isZero();
        refused(supervisor.post(path + "/claim"), 409, "conflict");
        String skip = "{\"decision\":\"SKIP\",\"reason\":\"later\",\"version\":" + given.path("version") + "}";
        JsonNode skipped = ok(steward.post(path + "/decision", skip)).path("task");
        assertThat(skipped.path("state").asText()).isEqualTo("OPEN");
        assertThat(skipped.path("assignedTo").isNull())
                .as("skipped, it is anybody's")
                .isTrue();
        assertThat(skipped.path("notes"))
                .extracting(note -> note.path("act").asText())
                .endsWith("CLAIM", "CLAIM", "ASSIGN", "SKIP");
        SmallWorld.removePossibleLink(ConsoleService.context());
    }

    @Test
    @DisplayName("find every call of theirs in the API's description")
    void described() {
        JsonNode paths = steward.json("/api/v1/openapi").path("paths");
        for (String call : List.of(
                "get /api/v1/review-tasks",
                "get /api/v1/review-tasks/{id}",
                "post /api/v1/review-tasks/{id}/claim",
                "post /api/v1/review-tasks/{id}/decision",
                "post /api/v1/review-tasks/{id}/comments",
                "post /api/v1/review-tasks/{id}/assign",
                "post /api/v1/review-tasks/decisions",
                "post /api/v1/master-records/{id}/merge",
                "post /api/v1/master-records/{id}/split",
                "post /api/v1/master-records/{id}/move",
                "post /api/v1/master-records/{id}/pin",
                "get /api/v1/master-records/{id}/at/{time}",
                "get /api/v1/master-records/{id}/story",
                "get /api/v1/decisions",
                "get /api/v1/decisions/{id}",
                "post /api/v1/decisions/{id}/undo",
                "post /api/v1/decisions/{id}/approve",
                "get /api/v1/quality")) {
            String[] parts = call.split(" ");
            assertThat(paths.path(parts[1]).has(parts[0])).as(call).isTrue();
        }
        paths.fields()
                .forEachRemaining(path -> path.getValue().forEach(call -> {
                    for (String status : List.of("401", "403", "500")) {
                        assertThat(call.path("responses")
                                        .path(status)
                                        .path("content")
                                        .path("application/problem+json")
                                        .path("schema")
                                        .path("$ref")
                                        .asText())
                                .as(path.getKey() + " " + status)
                                .isEqualTo("#/components/schemas/Problem");
                    }
                }));
        assertThat(statuses(paths, "/api/v1/review-tasks/{id}/decision", "post"))
                .containsExactlyInAnyOrder("200", "202", "400", "401", "403", "404", "409", "500", "503");
        assertThat(statuses(paths, "/api/v1/decisions/{id}/undo", "post"))
                .containsExactlyInAnyOrder("200", "202", "400", "401", "403", "404", "409", "500", "503");
        assertThat(statuses(paths, "/api/v1/master-records/{id}/merge", "post"))
                .containsExactlyInAnyOrder("200", "202", "400", "401", "403", "404", "409", "410", "500", "503");
        assertThat(statuses(paths, "/api/v1/master-records/{id}", "get"))
                .containsExactlyInAnyOrder("200", "301", "400", "401", "403", "404", "410", "500", "503");
        assertThat(paths.path("/api/v1/review-tasks").path("get").path("parameters"))
                .extracting(parameter -> parameter.path("name").asText())
                .contains("state", "kind", "centre", "assignedTo", "size", "cursor");
    }

    private static List<String> statuses(JsonNode paths, String path, String method) {
        List<String> statuses = new ArrayList<>();
        paths.path(path).path(method).path("responses").fieldNames().forEachRemaining(statuses::add);
        return statuses;
    }

    /** As RFC 9457 says. */
    private static void refused(HttpResponse<String> answer, int status, String kind) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/problem+json");
        JsonNode problem = Http.json(answer);
        assertThat(problem.path("status").asInt()).isEqualTo(status);
        assertThat(problem.path("type").asText()).endsWith(kind);
        assertThat(problem.path("title").asText()).isNotEmpty();
        assertThat(problem.path("detail").asText()).isNotEmpty();
    }

    @Test
    @DisplayName("claim, put off and answer tasks; a stale version or another's lease is told the new state")
    void tasks() {
        JsonNode page = steward.json("/api/v1/review-tasks?size=200");
        assertThat(page.path("total").asLong()).isEqualTo(page.path("items").size());
        for (JsonNode task : page.path("items")) {
            double sum = 0;
            for (JsonNode part : task.path("evidence").path("parts")) {
                sum += part.path("bits").asDouble();
            }
            assertThat(sum).isCloseTo(task.path("evidence").path("matchWeight").asDouble(), within(1e-9));
            assertThat(task.path("records")).hasSize(2);
        }
        assertThat(steward.get("/api/v1/review-tasks/999999").statusCode()).isEqualTo(404);
        assertThat(steward.get("/api/v1/review-tasks?cursor=nonsense").statusCode())
                .isEqualTo(400);
        assertThat(steward.get("/api/v1/review-tasks?state=NEW").statusCode()).isEqualTo(400);
        refused(steward.get("/api/v1/review-tasks?centre=NOWHERE"), 400, "bad-request");
    }

    @Test
    @DisplayName("see a task of two rows that were just taken in, keep it while they work, and answer many at once")
    void aTaskFromBeginningToEnd() {
        String name = "{\"decision\":\"SAME\",\"reason\":\"x\",\"version\":";
        SmallWorld.addPossibleLink(ConsoleService.context());
        JsonNode task = steward.json("/api/v1/review-tasks?kind=POSSIBLE_LINK")
                .path("items")
                .get(0);
        String path = "/api/v1/review-tasks/" + task.path("id").asLong();
        assertThat(task.path("records"))
                .extracting(one -> one.path("localId").asText())
                .containsExactlyInAnyOrder("80", "81");

        JsonNode claimed = ok(steward.post(path + "/claim", "{\"leaseSeconds\":600}"));
        assertThat(claimed.path("lease").path("holder").asText()).isEqualTo("steward-script");
        HttpResponse<String> taken = supervisor.post(path + "/claim");
        assertThat(taken.statusCode()).isEqualTo(409);
        assertThat(Http.json(taken).path("task").path("lease").path("holder").asText())
                .isEqualTo("steward-script");
        assertThat(supervisor
                        .post(path + "/decision", name + task.path("version") + "}")
                        .statusCode())
                .isEqualTo(409);
        HttpResponse<String> stale = steward.post(path + "/decision", name + "999}");
        assertThat(stale.statusCode()).isEqualTo(409);
        assertThat(Http.json(stale).path("task").path("version")).isEqualTo(task.path("version"));

        assertThat(ok(steward.post(path + "/comments", "{\"text\":\"looks alike\"}"))
                        .path("notes"))
                .extracting(note -> note.path("act").asText())
                .endsWith("CLAIM", "COMMENT");
        JsonNode shown = ok(steward.post(path + "/decision?preview=true", name + task.path("version") + "}"));
        assertThat(shown.path("decisionId").isNull()).isTrue();
        assertThat(shown.path("changes").path("after").get(0).path("records")).hasSize(2);
        assertThat(shown.path("task").path("state").asText())
                .as("a preview answers nothing")
                .isEqualTo("OPEN");
        assertThat(shown.path("task").path("version")).isEqualTo(task.path("version"));
        JsonNode seen = ok(steward.post(
                "/api/v1/review-tasks/decisions?preview=true",
                "{\"decision\":\"SAME\",\"reason\":\"x\",\"tasks\":[{\"id\":" + task.path("id") + ",\"version\":"
                        + task.path("version") + "}]}"));
        assertThat(seen.path("items").get(0).path("decisionId").isNull()).isTrue();
        assertThat(steward.json(path).path("state").asText()).isEqualTo("OPEN");
        refused(
                steward.post(
                        path + "/decision?preview=true", name.replace("SAME", "SKIP") + task.path("version") + "}"),
                400,
                "bad-request");
        JsonNode deferred =
                ok(steward.post(path + "/decision", name.replace("SAME", "DEFER") + task.path("version") + "}"));
        assertThat(deferred.path("task").path("state").asText()).isEqualTo("DEFERRED");
        long version = deferred.path("task").path("version").asLong();
        JsonNode many = ok(steward.post(
                "/api/v1/review-tasks/decisions",
                "{\"decision\":\"SAME\",\"reason\":\"x\",\"tasks\":[{\"id\":" + task.path("id") + ",\"version\":"
                        + version + "},{\"id\":999999,\"version\":1}]}"));
        assertThat(many.path("items"))
                .extracting(one -> one.path("status").asInt())
                .containsExactly(200, 404);
        assertThat(masterOf("switchboard/tre_em/80")).isEqualTo(masterOf("hotline/victim/81"));

        long decision = many.path("items").get(0).path("decisionId").asLong();
        ok(steward.post("/api/v1/decisions/" + decision + "/undo", "{\"reason\":\"wrong\"}"));
        assertThat(steward.json(path).path("state").asText()).isEqualTo("OPEN");
        SmallWorld.removePossibleLink(ConsoleService.context());
        assertThat(steward.json(path).path("state").asText()).isEqualTo("CLOSED");
        assertThat(steward.json(path).path("closedBecause").asText()).isEqualTo("RECORD_GONE");
    }

    @Test
    @DisplayName("who answer many at once are not told how the evidence is of a task that they are not cleared for")
    void manyWithOneBeyondClearance() {
        SmallWorld.addPossibleLink(ConsoleService.context());
        HubDatabase hub = ConsoleService.context().getBean(HubDatabase.class);
        long ofCallers = hub.sql().sql("""
                        INSERT INTO review_task (record_a, record_b, kind, bits, version, state, priority, opened_at, changed_at)
                        SELECT min(record_id), max(record_id), 'POSSIBLE_LINK', 1, 1, 'OPEN', 0, now(), now()
                          FROM source_record
                         WHERE (source_table, local_id) IN (('nguoi_goi', '1'), ('caller', '30')) RETURNING task_id
                        """).query(Long.class).single();
        try {
            long ofVictim = steward.json("/api/v1/review-tasks?kind=POSSIBLE_LINK")
                    .path("items")
                    .get(0)
                    .path("id")
                    .asLong();
            assertThat(ofVictim).isNotEqualTo(ofCallers);
            String both = "{\"decision\":\"SAME\",\"reason\":\"x\",\"tasks\":[{\"id\":" + ofVictim
                    + ",\"version\":999},{\"id\":" + ofCallers + ",\"version\":999}]}";
            String path = "/api/v1/review-tasks/decisions?preview=true";
            refused(supervisor.post(path, both), 400, "bad-request");
            assertThat(ok(Http.person("steward").withCsrf().post(path, both)).path("items"))
                    .extracting(one -> one.path("status").asInt())
                    .containsExactly(403, 409);
        } finally {
            hub.sql()
                    .sql("DELETE FROM review_task WHERE task_id = ?")
                    .param(ofCallers)
                    .update();
            SmallWorld.removePossibleLink(ConsoleService.context());
        }
    }

    @Test
    @DisplayName("are told the new state when a person they were asked about has grown since they looked")
    void aPersonHasGrown() {
        SmallWorld.addPossibleLink(ConsoleService.context());
        JsonNode task = steward.json("/api/v1/review-tasks?kind=POSSIBLE_LINK")
                .path("items")
                .get(0);
        String path = "/api/v1/review-tasks/" + task.path("id").asLong();
        JsonNode seen = ok(steward.post(path + "/claim", "{\"leaseSeconds\":600}"));
        assertThat(seen.path("records"))
                .extracting(one -> one.path("recordsOfPerson").asInt())
                .containsExactly(1, 1);
        String answer = "{\"decision\":\"SAME\",\"reason\":\"x\",\"version\":" + seen.path("version") + "}";

        JsonNode merged = ok(supervisor.post(
                "/api/v1/master-records/" + masterOf("switchboard/tre_em/80") + "/merge",
                merge(masterOf("switchboard/tre_em/7"))));
        HttpResponse<String> stale = steward.post(path + "/decision", answer);
        refused(stale, 409, "conflict");
        JsonNode now = Http.json(stale).path("task");
        assertThat(now.path("version").asLong())
                .isGreaterThan(seen.path("version").asLong());
        assertThat(now.path("records"))
                .extracting(one -> one.path("recordsOfPerson").asInt())
                .containsExactlyInAnyOrder(3, 1);
        assertThat(now.path("lease").path("holder").asText())
                .as("it is still theirs to answer")
                .isEqualTo("steward-script");

        ok(supervisor.post(
                "/api/v1/decisions/" + merged.path("decisionId").asLong() + "/undo", "{\"reason\":\"wrong\"}"));
        refused(
                steward.post(
                        path + "/decision",
                        answer.replace(":" + seen.path("version") + "}", ":" + now.path("version") + "}")),
                409,
                "conflict");
        SmallWorld.removePossibleLink(ConsoleService.context());
    }

    @Test
    @DisplayName("see and decide nothing of whom they are not cleared for, whichever way they come to it")
    void clearance() {
        Http trainee = Http.person("steward").withCsrf();
        String girl = masterOf("switchboard/tre_em/7");
        String mother = masterOf("switchboard/nguoi_goi/1");
        String victim = "{\"source\":\"hotline\",\"table\":\"victim\",\"localId\":\"70\"}";
        String now = "/at/" + Instant.now();
        for (String view : List.of("", now, "/story")) {
            refused(trainee.get("/api/v1/master-records/" + girl + view), 403, "out-of-scope");
            assertThat(trainee.get("/api/v1/master-records/" + mother + view).statusCode())
                    .isEqualTo(200);
        }
        for (String preview : List.of("", "?preview=true")) {
            for (String decision : List.of("/merge", "/split", "/move", "/pin")) {
                String records = "\"sourceRecords\":[" + victim + "]";
                String body = "{\"reason\":\"x\","
                        + switch (decision) {
                            case "/merge" -> "\"other\":\"" + mother + "\"";
                            case "/split" -> records;
                            case "/move" -> "\"to\":\"" + mother + "\"," + records;
                            default -> "\"attribute\":\"name\",\"sourceRecord\":" + victim;
                        }
                        + "}";
                refused(trainee.post("/api/v1/master-records/" + girl + decision + preview, body), 403, "out-of-scope");
            }
            refused(
                    trainee.post("/api/v1/master-records/" + mother + "/merge" + preview, merge(girl)),
                    403,
                    "out-of-scope");
        }

        JsonNode split = ok(steward.post(
                "/api/v1/master-records/" + girl + "/split", "{\"sourceRecords\":[" + victim + "],\"reason\":\"x\"}"));
        String path = "/api/v1/decisions/" + split.path("decisionId").asLong();
        HttpResponse<String> child = trainee.get("/api/v1/master-records/" + masterOf("switchboard/tre_em/7"));
        assertThat(child.statusCode())
                .as("the child alone, for whom they are cleared")
                .isEqualTo(200);
        assertThat(child.body()).as("nor that there was a record of a victim").doesNotContain("victim");
        refused(trainee.get(path), 403, "out-of-scope");
        refused(trainee.post(path + "/undo", "{\"reason\":\"x\"}"), 403, "out-of-scope");
        assertThat(decisionsSeenBy(steward)).contains(split.path("decisionId").asLong());
        assertThat(decisionsSeenBy(trainee))
                .doesNotContain(split.path("decisionId").asLong());
        ok(steward.post(path + "/undo", "{\"reason\":\"wrong\"}"));

        JsonNode own = ok(trainee.post(
                "/api/v1/master-records/" + mother + "/merge", merge(masterOf("switchboard/nguoi_goi/2"))));
        assertThat(decisionsSeenBy(trainee)).contains(own.path("decisionId").asLong());
        ok(trainee.post("/api/v1/decisions/" + own.path("decisionId").asLong() + "/undo", "{\"reason\":\"wrong\"}"));
    }

    private static List<Long> decisionsSeenBy(Http reader) {
        List<Long> ids = new ArrayList<>();
        reader.json("/api/v1/decisions?size=500")
                .path("items")
                .forEach(decision -> ids.add(decision.path("id").asLong()));
        return ids;
    }

    @Test
    @DisplayName(
            "judge pairs of automatic links drawn by chance, each of their own, and none whom they are not cleared for")
    void clericalSample() {
        Http trainee = Http.person("steward").withCsrf();
        refused(steward.post("/api/v1/quality/samples", "{\"size\":5,\"reason\":\"x\"}"), 403, "not-allowed");
        refused(supervisor.post("/api/v1/quality/samples", "{\"size\":0,\"reason\":\"x\"}"), 400, "bad-request");
        refused(supervisor.post("/api/v1/quality/samples", "{\"size\":5}"), 400, "bad-request");
        JsonNode drawn =
                ok(supervisor.post("/api/v1/quality/samples", "{\"size\":5,\"seed\":1,\"reason\":\"every quarter\"}"));
        assertThat(drawn.path("pairs").asInt()).as("the girl's two records").isEqualTo(1);
        String path = "/api/v1/quality/samples/" + drawn.path("id").asLong();

        JsonNode pair = steward.json(path + "/pairs").path("items").get(0);
        assertThat(pair.path("records"))
                .extracting(JsonNode::asText)
                .containsExactly("hotline/victim/70", "switchboard/tre_em/7");
        assertThat(pair.path("weight").path("bits").asDouble()).isPositive();
        String judge = path + "/pairs/" + pair.path("number").asInt();
        assertThat(trainee.json(path + "/pairs?judged=true").path("items")).isEmpty();
        refused(trainee.post(judge, "{\"verdict\":\"SAME\"}"), 403, "out-of-scope");
        assertThat(steward.json(path).path("open").asInt()).isEqualTo(1);

        refused(steward.post(judge, "{}"), 400, "bad-request");
        refused(steward.post(path + "/pairs/99", "{\"verdict\":\"SAME\"}"), 404, "unknown");
        assertThat(ok(steward.post(judge, "{\"verdict\":\"SAME\"}"))
                        .path("open")
                        .asInt())
                .isZero();
        refused(supervisor.post(judge, "{\"verdict\":\"DIFFERENT\"}"), 409, "conflict");
        assertThat(steward.json(path + "/pairs").path("items")).isEmpty();
        JsonNode judged =
                steward.json(path + "/pairs?judged=true").path("items").get(0);
        assertThat(judged.path("judgedBy").asText()).isEqualTo("steward-script");
        assertThat(steward.json("/api/v1/quality")
                        .path("precision")
                        .path("estimate")
                        .path("precision")
                        .asDouble())
                .isCloseTo(1, within(1e-9));
        assertThat(masterOf("hotline/victim/70"))
                .as("a judgement changes nobody")
                .isEqualTo(masterOf("switchboard/tre_em/7"));
    }

    @Test
    @DisplayName("are told what is wrong with a decision, without harm")
    void badDecisions() {
        String mother = masterOf("switchboard/nguoi_goi/1");
        String merge = "/api/v1/master-records/" + mother + "/merge";
        assertThat(steward.post(merge, "{\"other\":\"" + mother + "\",\"reason\":\"x\"}")
                        .statusCode())
                .isEqualTo(400);
        assertThat(steward.post(merge, "{\"other\":\"" + masterOf("switchboard/nguoi_goi/2") + "\"}")
                        .statusCode())
                .isEqualTo(400);
        assertThat(steward.post(merge, "{\"reason\":\"x\"}").statusCode()).isEqualTo(400);
        assertThat(steward.post(merge, "no json").statusCode()).isEqualTo(400);
        assertThat(steward.post(merge, merge("00000000-0000-4000-8000-000000000000"))
                        .statusCode())
                .isEqualTo(404);
        assertThat(steward.post("/api/v1/master-records/" + mother + "/split", "{\"reason\":\"x\"}")
                        .statusCode())
                .isEqualTo(400);
        for (String number : List.of("0", "\"0\"")) {
            HttpResponse<String> answer = steward.post(
                    "/api/v1/review-tasks/1/decision", "{\"version\":1,\"reason\":\"x\",\"decision\":" + number + "}");
            assertThat(answer.statusCode()).as("a number is no answer").isEqualTo(400);
        }
        for (String text : List.of("a\\u0000b", "a\\ud800b", "\\udc00")) {
            for (String call : List.of(
                    "decisions/1/undo",
                    "review-tasks/1/decision",
                    "review-tasks/1/comments",
                    "master-records/" + mother + "/move")) {
                String body = "{\"reason\":\"" + text + "\",\"text\":\"" + text
                        + "\",\"version\":1,\"decision\":\"SKIP\",\"to\":\"" + text + "\"}";
                refused(steward.post("/api/v1/" + call, body), 400, "bad-request");
            }
        }
        for (String parameter : List.of(
                "review-tasks?assignedTo=a%00b",
                "review-tasks?cursor=%00",
                "search?q=a%00b",
                "search?q=nguyen&%00=1",
                "crosswalk/changes?since=%00",
                "decisions?state=%00")) {
            refused(steward.get("/api/v1/" + parameter), 400, "bad-request");
        }
        for (String time : List.of("+1000000000-01-01T00:00:00Z", "-9999-01-01T00:00:00Z", "yesterday")) {
            refused(steward.get("/api/v1/master-records/" + mother + "/at/" + time), 400, "bad-request");
            String defer = "{\"version\":1,\"decision\":\"DEFER\",\"reason\":\"x\",\"until\":\"" + time + "\"}";
            refused(steward.post("/api/v1/review-tasks/1/decision", defer), 400, "bad-request");
        }
        refused(
                steward.post(
                        "/api/v1/review-tasks/decisions", "{\"decision\":\"SAME\",\"reason\":\"x\",\"tasks\":[null]}"),
                400,
                "bad-request");
        assertThat(steward.post("/api/v1/decisions/999999/undo", "{\"reason\":\"x\"}")
                        .statusCode())
                .isEqualTo(404);
        assertThat(steward.post("/api/v1/decisions/one/undo", "{\"reason\":\"x\"}")
                        .statusCode())
                .isEqualTo(400);
    }

    private String masterOf(String record) {
        return steward.json("/api/v1/crosswalk/" + record).path("masterId").asText();
    }

    private static String merge(String other) {
        return "{\"other\":\"" + other + "\",\"reason\":\"the same\"}";
    }

    private static JsonNode ok(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Http.json(answer);
    }
}
