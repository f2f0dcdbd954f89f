package org.unifiedhotline.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The accounts of {@code stewards-of-test.yaml} that may give commands, and are cleared for children only, or for nobody. */
@DisplayName("A command about somebody whom one is not cleared for")
class ClearanceIT {
    @Test
    @DisplayName("is refused, whatever it is, and changes nothing")
    void refused() {
        Map<String, Http> uncleared = Map.of(
                "steward", Http.person("steward").withCsrf(),
                "admin", Http.person("admin").withCsrf());
        Http supervisor = Http.machine("supervisor-script");
        SoftAssertions softly = new SoftAssertions();
        try (OpenWork work = new OpenWork()) {
            List<String> before = PersonCommands.state(work, supervisor);
            uncleared.forEach((name, reader) -> {
                for (PersonCommands.Command command : PersonCommands.about(work)) {
                    HttpResponse<String> answer = command.by(reader);
                    softly.assertThat(answer.statusCode())
                            .as("%s by %s: %s", command.told(), name, answer.body())
                            .isEqualTo(403);
                }
            });
            assertThat(PersonCommands.state(work, supervisor)).isEqualTo(before);
        }
        softly.assertAll();
    }

    @Test
    @DisplayName("is refused by what all records of the person are, also those out of the account's scope")
    void wholePerson(@TempDir Path folder) throws IOException {
        Path stewards = Files.writeString(folder.resolve("stewards.yaml"), """
                machine-ending: ""
                same-person: {}
                others: { clearance: [CHILD, TRAFFICKING_VICTIM] }
                stewards: { counsellor-hn: { clearance: [CHILD] } }
                """);
        String girl = Http.machine("office-script")
                .json("/api/v1/crosswalk/hotline/victim/70")
                .path("masterId")
                .asText();
        Http all = Http.person("counsellor-hn");
        assertThat(all.get("/api/v1/master-records/" + girl).body())
                .as("the records in scope are a child's alone")
                .contains("tre_em")
                .doesNotContain("victim");
        try (var service = ConsoleService.startBeside(
                Map.of("unified-hotline.hub.stewards", stewards.toUri().toString()))) {
            Http cleared = Http.person(
                    "counsellor-hn",
                    "http://127.0.0.1:" + service.getWebServer().getPort());
            for (String path : List.of("/api/v1/master-records/", "/fhir/Patient/")) {
                assertThat(cleared.get(path + girl).statusCode()).as(path).isEqualTo(403);
            }
            assertThat(cleared.json("/fhir/Patient?_id=" + girl).path("total").asInt())
                    .isZero();
            assertThat(cleared.json("/api/v1/search?q=" + Http.encoded("nguyen thi hoa"))
                            .toString())
                    .doesNotContain(girl);
        }
    }

    @Test
    @DisplayName("is on record as refused with whom it was about, also as one of many")
    void amongOthers() {
        try (OpenWork work = new OpenWork()) {
            Http auditor = Http.machine("auditor-script");
            JsonNode task = Http.machine("steward-script").json("/api/v1/review-tasks/" + work.task);
            JsonNode answer = Http.json(Http.person("steward")
                    .withCsrf()
                    .post(
                            "/api/v1/review-tasks/decisions",
                            "{\"decision\":\"SAME\",\"reason\":\"x\",\"tasks\":[{\"id\":" + work.task + ",\"version\":"
                                    + task.path("version").asLong() + "}]}"));
            assertThat(answer.at("/items/0/status").asInt()).isEqualTo(403);
            JsonNode entry = Http.json(auditor.get("/api/v1/audit?account=steward&refused=true&limit=1"));
            assertThat(entry.path("call").asText()).isEqualTo("POST /api/v1/review-tasks/decisions");
            assertThat(entry.path("status").asInt()).isEqualTo(403);
            Set<String> asked = new TreeSet<>();
            task.path("records")
                    .forEach(record -> asked.add(record.path("masterId").asText()));
            assertThat(asked).hasSize(2);
            assertThat(entry.path("masters")).extracting(JsonNode::asText).containsExactlyInAnyOrderElementsOf(asked);
        }
    }

    @Test
    @DisplayName("is on record with whom it was about, also where a record was asked for by its own key")
    void refusedLookups() {
        Http steward = Http.person("steward");
        String girl = Http.machine("office-script")
                .json("/api/v1/crosswalk/hotline/victim/70")
                .path("masterId")
                .asText();
        for (String asked : List.of(
                "/api/v1/crosswalk/hotline/victim/70",
                "/fhir/Patient/$ihe-pix?sourceIdentifier=" + Http.encoded("urn:unified-hotline:hotline:victim|70"),
                "/fhir/Patient/$ihe-pix?sourceIdentifier="
                        + Http.encoded("urn:unified-hotline:master-record|" + girl))) {
            assertThat(steward.get(asked).statusCode()).as(asked).isEqualTo(403);
            JsonNode entry =
                    Http.json(Http.machine("auditor-script").get("/api/v1/audit?account=steward&refused=true&limit=1"));
            assertThat(entry.path("masters").toString()).as(asked).contains(girl);
        }
    }
}
