package org.unifiedhotline.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.unifiedhotline.mappings.source.SourcePosition;
import org.unifiedhotline.mappings.source.SourceSystem;

@DisplayName("What both systems tell of people")
class RecordsIT {
    private static final String UUID_FORM = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

    private final Http office = Http.machine("office-script");

    @Test
    @DisplayName("is a crosswalk of exactly the live rows, in order, as CSV")
    void crosswalk() {
        HttpResponse<String> answer = office.get("/api/v1/crosswalk.csv");
        assertThat(answer.headers().firstValue("Content-Type")).contains("text/csv;charset=UTF-8");
        List<String> lines = answer.body().lines().toList();
        assertThat(lines.getFirst()).isEqualTo("source,table,local_id,master_id,link_kind");
        assertThat(lines.subList(1, lines.size()))
                .extracting(line -> line.replaceFirst(UUID_FORM, "ID"))
                .containsExactly(
                        "hotline,caller,30,ID,single",
                        "hotline,victim,70,ID,automatic",
                        "switchboard,nguoi_goi,1,ID,single",
                        "switchboard,nguoi_goi,2,ID,single",
                        "switchboard,tre_em,7,ID,automatic");
    }

    @Test
    @DisplayName("is told to a legacy system for its own rows only")
    void ownRows() {
        assertThat(Http.machine("legacy-hotline")
                        .get("/api/v1/crosswalk.csv")
                        .body()
                        .lines()
                        .skip(1))
                .hasSize(2)
                .allMatch(line -> line.startsWith("hotline,"));
        JsonNode own = Http.machine("legacy-hotline").json("/api/v1/crosswalk/hotline/victim/70");
        assertThat(own.path("sourceRecords")).hasSize(1);
        assertThat(office.json("/api/v1/crosswalk/hotline/victim/70").path("sourceRecords"))
                .hasSize(2);
        assertThat(Http.machine("legacy-hotline")
                        .json("/api/v1/crosswalk/changes")
                        .path("changes"))
                .isNotEmpty()
                .allSatisfy(change ->
                        assertThat(change.path("key").path("source").asText()).isEqualTo("hotline"));
    }

    @Test
    @DisplayName("is 404 for a row that never was, 410 for one that was deleted, 400 for what is no row")
    void absentRows() {
        assertThat(office.get("/api/v1/crosswalk/switchboard/nguoi_goi/999").statusCode())
                .isEqualTo(404);
        HttpResponse<String> deleted = office.get("/api/v1/crosswalk/switchboard/nguoi_goi/3");
        assertThat(deleted.statusCode()).isEqualTo(410);
        assertThat(Http.json(deleted).path("formerMasterId").asText()).matches(UUID_FORM);
        assertThat(Http.json(deleted).path("deletedAt").asText()).isNotEmpty();
        assertThat(office.get("/api/v1/crosswalk/elsewhere/nguoi_goi/3").statusCode())
                .isEqualTo(400);
    }

    @Test
    @DisplayName("changes in a sequence that can be followed from where one stopped")
    void changes() {
        JsonNode first = office.json("/api/v1/crosswalk/changes?since=0&size=2");
        assertThat(first.path("changes")).hasSize(2);
        long next = first.path("next").asLong();
        JsonNode rest = office.json("/api/v1/crosswalk/changes?since=" + next);
        assertThat(rest.path("changes").get(0).path("position").asLong()).isGreaterThan(next);
        JsonNode end = office.json(
                "/api/v1/crosswalk/changes?since=" + rest.path("next").asLong());
        assertThat(end.path("changes")).isEmpty();
        assertThat(end.path("next")).isEqualTo(rest.path("next"));
        assertThat(office.get("/api/v1/crosswalk/changes?since=-1").statusCode())
                .isEqualTo(400);
        HttpResponse<String> noPosition = office.get("/api/v1/crosswalk/changes?since=unread");
        assertThat(noPosition.statusCode()).isEqualTo(400);
        assertThat(Http.json(noPosition).path("type").asText()).isEqualTo("urn:unified-hotline:problem:bad-request");
        assertThat(noPosition.body()).contains("'since'").doesNotContain("unread");
    }

    @Test
    @DisplayName("is one master record of a person whom both know, with the provenance of every value and the history")
    void masterRecord() {
        JsonNode person = office.json("/api/v1/master-records/" + girl());
        assertThat(person.path("name").path("value").path("display").asText()).isEqualTo("Nguyễn Thị Hòa");
        assertThat(person.path("name").path("from")).isNotEmpty();
        assertThat(person.path("name").path("rule").asText()).isNotEmpty();
        assertThat(person.path("sourceRecords"))
                .extracting(record -> record.path("table").asText())
                .containsExactlyInAnyOrder("tre_em", "victim");
        assertThat(person.path("cases"))
                .extracting(entry -> entry.path("caseNumber").asText())
                .containsExactlyInAnyOrder("TE-2021-000123", "MB-21-00042");
        assertThat(person.path("returns")).hasSize(1);
        assertThat(person.path("history").get(0).path("kind").asText()).isEqualTo("CREATED");
    }

    @Test
    @DisplayName("are related to others by cases and telephones, as far as the reader may know of these")
    void relations() {
        JsonNode girl = office.json("/api/v1/master-records/" + girl() + "/relations");
        String mother = office.json("/api/v1/crosswalk/switchboard/nguoi_goi/1")
                .path("masterId")
                .asText();
        assertThat(girl.path("people")).hasSize(2);
        assertThat(girl.path("people"))
                .filteredOn(person -> person.path("masterId").asText().equals(mother))
                .singleElement()
                .satisfies(person -> {
                    assertThat(person.path("displayName").asText()).isEqualTo("Giàng Thị Mỷ");
                    assertThat(person.path("telephones").get(0).asText()).isEqualTo("+84912345678");
                    JsonNode tie = person.path("cases").get(0);
                    assertThat(tie.path("caseNumber").asText()).isEqualTo("TE-2021-000123");
                    assertThat(tie.path("relation").asText()).isEqualTo("MOTHER");
                    assertThat(tie.path("otherPart").asText()).isEqualTo("REPORTER");
                    assertThat(tie.path("family").asBoolean()).isTrue();
                });
        Http steward = Http.person("steward");
        assertThat(steward.get("/api/v1/master-records/" + girl() + "/relations")
                        .statusCode())
                .isEqualTo(403);
        JsonNode mothers = steward.json("/api/v1/master-records/" + mother + "/relations");
        assertThat(mothers.path("people")).isEmpty();
        assertThat(mothers.path("commonTelephones")).isEmpty();
        assertThat(mothers.path("all").asBoolean()).isTrue();
    }

    @Test
    @DisplayName("is 404, 410 or 400 for ids that never were, were emptied, or are none")
    void absentPeople() {
        assertThat(office.get("/api/v1/master-records/00000000-0000-4000-8000-000000000000")
                        .statusCode())
                .isEqualTo(404);
        String emptied = Http.json(office.get("/api/v1/crosswalk/switchboard/nguoi_goi/3"))
                .path("formerMasterId")
                .asText();
        assertThat(office.get("/api/v1/master-records/" + emptied).statusCode()).isEqualTo(410);
        assertThat(office.get("/api/v1/master-records/1").statusCode()).isEqualTo(400);
    }

    @Test
    @DisplayName("is found by an unmarked name and a year, with the original spelling marked")
    void search() {
        JsonNode found = office.json("/api/v1/search?q=" + Http.encoded("nguyen thi hoa 2006"));
        JsonNode first = found.path("hits").get(0);
        assertThat(first.path("masterId").asText()).isEqualTo(girl());
        assertThat(first.path("displayName").asText()).isEqualTo("Nguyễn Thị Hòa");
        assertThat(first.path("highlights")).isNotEmpty();
        assertThat(found.path("facets")).isNotEmpty();
    }

    @Test
    @DisplayName("is not searched with a parameter that is none, as a problem in words")
    void badSearch() {
        HttpResponse<String> answer = office.get("/api/v1/search?q=hoa&rolle=CHILD");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(Http.json(answer).path("detail").asText()).contains("role");
        assertThat(office.get("/api/v1/search?q=hoa&cursor=nonsense").statusCode())
                .isEqualTo(400);
    }

    @Test
    @DisplayName("has come all the way when capture has passed both logs' ends, and not when one goes on")
    void pipeline() {
        SmallWorld.settle(ConsoleService.context()); // what other tests changed
        ConsoleService.heads(SourceSystem.SWITCHBOARD, new SourcePosition(1, 1, SmallWorld.END, 0));
        ConsoleService.heads(SourceSystem.HOTLINE, new SourcePosition(1, 1, SmallWorld.END, 0));
        JsonNode now = office.json("/api/v1/pipeline");
        assertThat(now.path("caughtUp").asBoolean()).isTrue();
        assertThat(now.path("firstLoadComplete").asBoolean()).isTrue();
        assertThat(now.path("tables"))
                .filteredOn(table -> table.path("table").asText().equals("nguoi_goi"))
                .singleElement()
                .satisfies(table -> {
                    assertThat(table.path("liveRows").asLong()).isEqualTo(2);
                    assertThat(table.path("capturedRows").asLong()).isEqualTo(3);
                });
        ConsoleService.heads(SourceSystem.HOTLINE, new SourcePosition(1, 1, SmallWorld.END + 1, 0));
        assertThat(office.json("/api/v1/pipeline").path("caughtUp").asBoolean()).isFalse();
    }

    @Test
    @DisplayName("that could not be processed is listed, and an unknown letter is not replayed")
    void deadLetters() {
        Http admin = Http.machine("admin-script");
        JsonNode letters = admin.json("/api/v1/dead-letters");
        assertThat(letters.path("total").asLong()).isEqualTo(1);
        assertThat(letters.path("items").get(0).path("reason").asText()).contains("score");
        long id = letters.path("items").get(0).path("id").asLong();
        JsonNode one = Http.json(admin.post("/api/v1/dead-letters/replay", "{\"ids\":[" + id + "]}"));
        assertThat(one.path("tried").asLong()).isEqualTo(1);
        assertThat(one.path("settled").asLong()).isZero();
        JsonNode all = Http.json(admin.post("/api/v1/dead-letters/replay", "{\"after\":0}"));
        assertThat(all.path("tried").asLong()).isEqualTo(1);
        assertThat(all.path("open").asLong()).isEqualTo(1);
        assertThat(all.path("next").isNull()).isTrue();
        assertThat(admin.post("/api/v1/dead-letters/replay", "{}").statusCode()).isEqualTo(400);
        assertThat(admin.post("/api/v1/dead-letters/replay", "{\"ids\":[],\"after\":0}")
                        .statusCode())
                .isEqualTo(400);
        assertThat(admin.post("/api/v1/dead-letters/999/replay").statusCode()).isEqualTo(404);
        assertThat(admin.get("/api/v1/dead-letters?state=LOST").statusCode()).isEqualTo(400);
        assertThat(admin.post("/api/v1/dead-letters/one/replay").statusCode()).isEqualTo(400);
    }

    private String girl() {
        return office.json("/api/v1/crosswalk/switchboard/tre_em/7")
                .path("masterId")
                .asText();
    }
}
