package org.unifiedhotline.console;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.unifiedhotline.masterrecords.database.HubDatabase;

/**
 * One of each thing that people work on, over the small world: a question, decisions, a sample, an export, a saved search, a hold, a
 * correction, a request, a job about a model, a comparison that found a difference. So that no call about one of them is answered only that there is none. Closing
 * it takes away again what others would notice.
 */
final class OpenWork implements AutoCloseable {
    private static final String REASON = "{\"reason\":\"opened to be looked at\"}";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    final String girl;
    final String mother;
    final String caller;
    final String child;
    final long task;
    /** Proposed, to make one of the girl and the caller; waits for approval. */
    final long decision;

    final long sample;
    final long samplePair;
    final String export;
    final long savedSearch;
    final long hold;
    final long correction;
    final long request;
    final String model;
    final long job;
    final long deadLetter;
    final long reconciliation;

    private final Http office = Http.machine("office-script");
    private final Http steward = Http.machine("steward-script");
    private final Http supervisor = Http.machine("supervisor-script");

    OpenWork() {
        SmallWorld.addPossibleLink(ConsoleService.context());
        girl = idOf("switchboard/tre_em/7");
        mother = idOf("switchboard/nguoi_goi/1");
        caller = idOf("hotline/caller/30");
        child = idOf("switchboard/tre_em/80");
        task = first(steward.json("/api/v1/review-tasks?kind=POSSIBLE_LINK"), "id");
        decision = id(
                steward.post(
                        "/api/v1/master-records/" + girl + "/merge",
                        "{\"other\":\"" + caller + "\",\"reason\":\"opened to be looked at\"}"),
                "decisionId");
        sample = id(
                supervisor.post(
                        "/api/v1/quality/samples", "{\"size\":5,\"seed\":7,\"reason\":\"opened to be looked at\"}"),
                "id");
        samplePair = first(steward.json("/api/v1/quality/samples/" + sample + "/pairs"), "number");
        export = Http.json(office.post(
                        "/api/v1/exports", "{\"q\":\"hoa\",\"format\":\"CSV\",\"purpose\":\"opened to be looked at\"}"))
                .path("id")
                .asText();
        savedSearch = id(
                office.post("/api/v1/saved-searches", "{\"name\":\"of the office\",\"parameters\":{\"q\":[\"hoa\"]}}"),
                "id");
        hold = id(supervisor.post("/api/v1/master-records/" + girl + "/holds", REASON), "id");
        correction = id(
                steward.post("/api/v1/master-records/" + girl + "/corrections", "{\"words\":\"she spells it so\"}"),
                "id");
        request = id(
                steward.post(
                        "/api/v1/master-records/" + girl + "/requests",
                        "{\"kind\":\"CORRECTION\",\"receivedOn\":\"2026-01-05\"}"),
                "id");
        model = steward.json("/api/v1/models").path("active").asText();
        job = id(steward.post("/api/v1/models/" + model + "/compare", REASON), "id");
        deadLetter = first(Http.machine("admin-script").json("/api/v1/dead-letters"), "id");
        reconciliation = compared();
        await(() ->
                office.json("/api/v1/exports/" + export).path("state").asText().equals("READY"));
        await(() -> !steward.json("/api/v1/models/jobs/" + job).path("endedAt").isNull());
    }

    /** Of each kind, as a reader who may know of all of them tells it; nothing of it is empty. */
    List<String> ids() {
        List<String> ids = new ArrayList<>(List.of(girl, mother, caller, child, export, model));
        for (long number : List.of(
                task,
                decision,
                sample,
                samplePair,
                savedSearch,
                hold,
                correction,
                request,
                job,
                deadLetter,
                reconciliation)) {
            ids.add(String.valueOf(number));
        }
        return ids;
    }

    private long compared() {
        HubDatabase hub = ConsoleService.context().getBean(HubDatabase.class);
        long id = hub.sql()
                .sql("INSERT INTO reconciliation (asked_by, repairs, state, ended_at, differences)"
                        + " VALUES ('COMMAND', false, 'DONE', clock_timestamp(), 3) RETURNING reconciliation_id")
                .query(Long.class)
                .single();
        differs(hub, id, 1, "ROW_ALTERED", "switchboard/tre_em/7", "source_record.raw");
        differs(hub, id, 2, "DOCUMENT_ALTERED", girl, "its document holds something else");
        differs(
                hub,
                id,
                3,
                "LINK",
                "switchboard/nguoi_goi/1",
                "is linked to " + caller + "; by the history it belongs to nobody");
        return id;
    }

    private static void differs(HubDatabase hub, long id, int number, String kind, String subject, String detail) {
        hub.sql()
                .sql("INSERT INTO reconciliation_difference (reconciliation_id, number, kind, subject, detail, mended)"
                        + " VALUES (?, ?, ?, ?, ?, false)")
                .params(id, number, kind, subject, detail)
                .update();
    }

    private String idOf(String row) {
        return office.json("/api/v1/crosswalk/" + row).path("masterId").asText();
    }

    private static long first(JsonNode list, String name) {
        long id = list.path("items").path(0).path(name).asLong();
        if (id == 0) {
            throw new IllegalStateException("nothing to look at in " + list);
        }
        return id;
    }

    private static long id(HttpResponse<String> answer, String name) {
        long id = answer.statusCode() < 300 ? Http.json(answer).path(name).asLong() : 0;
        if (id == 0) {
            throw new IllegalStateException(answer.statusCode() + " " + answer.body());
        }
        return id;
    }

    /** What is waited for. */
    interface Condition {
        boolean holds();
    }

    /** Until it holds, or a minute has passed. */
    static void await(Condition condition) {
        Instant until = Instant.now().plus(PATIENCE);
        while (!condition.holds()) {
            if (Instant.now().isAfter(until)) {
                throw new IllegalStateException("it did not come about");
            }
            try {
                Thread.sleep(50);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }

    @Override
    public void close() {
        steward.post("/api/v1/decisions/" + decision + "/undo", REASON);
        steward.call("DELETE", "/api/v1/corrections/" + correction);
        steward.post("/api/v1/requests/" + request + "/answered");
        supervisor.post("/api/v1/holds/" + hold + "/lift", REASON);
        office.call("DELETE", "/api/v1/saved-searches/" + savedSearch);
        ConsoleService.context()
                .getBean(HubDatabase.class)
                .sql()
                .sql("DELETE FROM reconciliation WHERE reconciliation_id = ?")
                .param(reconciliation)
                .update();
        SmallWorld.removePossibleLink(ConsoleService.context());
    }
}
