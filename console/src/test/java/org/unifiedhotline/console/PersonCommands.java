package org.unifiedhotline.console;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Every command about the people of some open work, in a form in which it is taken from whoever may give it. */
final class PersonCommands {
    private static final String X = "{\"reason\":\"x\"}";

    private PersonCommands() {}

    /** A command; without a body if it is null. */
    record Command(String method, String path, @Nullable String body) {
        HttpResponse<String> by(Http reader) {
            return body == null ? reader.call(method, path) : reader.send(method, path, body);
        }

        String told() {
            return method + " " + path;
        }
    }

    static List<Command> about(OpenWork work) {
        String girl = "/api/v1/master-records/" + work.girl;
        String task = "/api/v1/review-tasks/" + work.task;
        String victim = "{\"source\":\"hotline\",\"table\":\"victim\",\"localId\":\"70\"}";
        return List.of(
                post(girl + "/merge", "{\"other\":\"" + work.child + "\",\"reason\":\"x\"}"),
                post(girl + "/split", "{\"sourceRecords\":[" + victim + "],\"reason\":\"x\"}"),
                post(
                        girl + "/move",
                        "{\"to\":\"" + work.child + "\",\"reason\":\"x\",\"sourceRecords\":[" + victim + "]}"),
                post(girl + "/pin", "{\"attribute\":\"name\",\"reason\":\"x\",\"sourceRecord\":" + victim + "}"),
                post(girl + "/restrict", X),
                post(girl + "/erase", "{\"legalBasis\":\"x\"}"),
                post(girl + "/requests", "{\"kind\":\"CORRECTION\",\"receivedOn\":\"2026-01-05\"}"),
                post(girl + "/corrections", "{\"words\":\"x\"}"),
                post(girl + "/holds", X),
                post(task + "/claim", "{}"),
                post(task + "/comments", "{\"text\":\"x\"}"),
                post(task + "/decision", "{\"version\":1,\"decision\":\"SAME\",\"reason\":\"x\"}"),
                post(task + "/assign", "{\"to\":\"steward-script\",\"reason\":\"x\"}"),
                post("/api/v1/decisions/" + work.decision + "/undo", X),
                post("/api/v1/decisions/" + work.decision + "/approve", null),
                new Command("DELETE", "/api/v1/corrections/" + work.correction, null),
                post("/api/v1/requests/" + work.request + "/answered", null),
                post("/api/v1/holds/" + work.hold + "/lift", X),
                post("/api/v1/quality/samples/" + work.sample + "/pairs/" + work.samplePair, "{\"verdict\":\"SAME\"}"));
    }

    private static Command post(String path, @Nullable String body) {
        return new Command("POST", path, body);
    }

    /** What such a command would change, as somebody sees it who may see all of it. */
    static List<String> state(OpenWork work, Http supervisor) {
        return Stream.of(
                        "/api/v1/master-records/" + work.girl,
                        "/api/v1/master-records/" + work.girl + "/rights",
                        "/api/v1/review-tasks/" + work.task,
                        "/api/v1/decisions",
                        "/api/v1/quality/samples/" + work.sample)
                .map(path -> supervisor.get(path).body())
                .toList();
    }
}
