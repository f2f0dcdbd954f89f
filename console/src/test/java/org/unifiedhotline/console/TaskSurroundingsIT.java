package org.unifiedhotline.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Beside a review task stewards are told over HTTP")
class TaskSurroundingsIT {
    private final Http steward = Http.machine("steward-script");
    private final Http trainee = Http.person("steward"); // of Hanoi, cleared for children only

    @BeforeEach
    void aPossibleLink() {
        SmallWorld.addPossibleLink(ConsoleService.context());
    }

    @AfterEach
    void leave() {
        SmallWorld.removePossibleLink(ConsoleService.context());
    }

    private JsonNode page() {
        return steward.json("/api/v1/review-tasks?kind=POSSIBLE_LINK");
    }

    @Test
    @DisplayName("how many there are of each kind, as far as they are cleared")
    void counts() {
        assertThat(page().path("counts").path("POSSIBLE_LINK").asInt()).isEqualTo(1);
        assertThat(steward.json("/api/v1/review-tasks?kind=LARGE_CLUSTER").path("counts"))
                .isEqualTo(page().path("counts"));
        assertThat(trainee.json("/api/v1/review-tasks").path("counts")).isEmpty();
    }

    @Test
    @DisplayName("who stands near, and what could be answered with it")
    void near() {
        String path = "/api/v1/review-tasks/" + page().path("items").get(0).path("id");
        JsonNode near = steward.json(path + "/neighbourhood");
        assertThat(near.path("records"))
                .extracting(record -> record.path("name").asText())
                .containsExactly("Lê Thị Hoa", "Lê Thị Hoa");
        assertThat(near.path("ties").get(0).path("bits").asDouble())
                .isLessThan(near.path("linkBits").asDouble());
        assertThat(steward.json(path + "/alike").path("items")).isEmpty();
        assertThat(steward.get(path + "/alike?size=0").statusCode()).isEqualTo(400);
        assertThat(trainee.get(path + "/neighbourhood").statusCode()).isEqualTo(403);
        assertThat(trainee.get(path + "/alike").statusCode()).isEqualTo(403);
    }

    @Test
    @DisplayName("what they gave as reasons before, and what was decided about a person")
    void saidBefore() {
        JsonNode task = page().path("items").get(0);
        String different =
                "{\"decision\":\"DIFFERENT\",\"reason\":\"another village\",\"version\":" + task.path("version") + "}";
        JsonNode decided = Http.json(steward.post("/api/v1/review-tasks/" + task.path("id") + "/decision", different));
        assertThat(steward.json("/api/v1/review-tasks/reasons")
                        .path("items")
                        .get(0)
                        .asText())
                .isEqualTo("another village");
        String child = task.path("records").get(0).path("masterId").asText();
        JsonNode about = steward.json("/api/v1/decisions?masterId=" + child)
                .path("items")
                .get(0);
        assertThat(about.path("id")).isEqualTo(decided.path("decisionId"));
        assertThat(about.path("records"))
                .extracting(record -> record.path("masterId").asText())
                .contains(child)
                .hasSize(2);
        String undo = "/api/v1/decisions/" + decided.path("decisionId") + "/undo";
        assertThat(steward.post(undo, "{\"reason\":\"wrong\"}").statusCode()).isEqualTo(200);
    }

    @Test
    @DisplayName("what models weigh, and in which words")
    void weights() {
        String active = steward.json("/api/v1/models").path("active").asText();
        JsonNode weights = steward.json("/api/v1/models/" + active + "/weights");
        assertThat(weights.path("population").asLong()).isEqualTo(10_864);
        JsonNode callers = weights.path("kinds").get(0);
        assertThat(callers.path("name").asText()).isEqualTo("caller+caller");
        JsonNode given = callers.path("features").get(0);
        assertThat(given.path("name").asText()).isEqualTo("name.given");
        JsonNode equal = given.path("levels").get(0);
        assertThat(equal.path("level").asText()).isEqualTo("equal");
        // log2(0.772711 / 0.00538561), as config/matching/vietnam.yaml has them
        assertThat(equal.path("bits").asDouble()).isEqualTo(7.165, org.assertj.core.api.Assertions.within(0.001));
        JsonNode words = steward.json("/api/v1/models/words");
        assertThat(words.path("vietnamese").path("name.given").asText()).isEqualTo("Tên");
        assertThat(words.path("english").path("same-year").asText()).isEqualTo("same year");
        assertThat(steward.get("/api/v1/models/0123/weights").statusCode()).isEqualTo(404);
    }
}
