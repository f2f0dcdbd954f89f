package org.unifiedhotline.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.unifiedhotline.masterrecords.models.ModelVersion.Origin;
import org.unifiedhotline.masterrecords.models.Models;
import org.unifiedhotline.matching.model.MatchModel;

/** The model in force is, at the end, the one of the beginning: others weigh by it. */
@DisplayName("Models over HTTP")
class ModelsIT {
    private static final String REASON = "{\"reason\":\"a test\"}";

    private final Http steward = Http.machine("steward-script");
    private final Http supervisor = Http.machine("supervisor-script");

    @BeforeAll
    static void world() {
        ConsoleService.context();
    }

    @Test
    @DisplayName("compare a candidate, activate it, see it in force, and roll back; a steward may only compare")
    void lifecycle() throws InterruptedException {
        String first = steward.json("/api/v1/models").path("active").asText();
        String candidate = candidate();
        JsonNode compared = ended(steward.post("/api/v1/models/" + candidate + "/compare", REASON));
        assertThat(compared.path("result").path("against").asText()).isEqualTo(first);
        assertThat(compared.path("result").path("pairsLinked").isNumber()).isTrue();

        assertThat(steward.post("/api/v1/models/" + candidate + "/activate", REASON)
                        .statusCode())
                .isEqualTo(403);
        JsonNode activated = ended(supervisor.post("/api/v1/models/" + candidate + "/activate", REASON));
        assertThat(activated.path("phase").asText()).isEqualTo("RECLUSTER");
        assertThat(activated.path("author").asText()).isEqualTo("supervisor-script");
        JsonNode models = steward.json("/api/v1/models");
        assertThat(models.path("active").asText()).isEqualTo(candidate);
        assertThat(models.path("activations").get(0).path("reason").asText()).isEqualTo("a test");
        assertThat(supervisor
                        .post("/api/v1/models/" + candidate + "/activate", REASON)
                        .statusCode())
                .isEqualTo(409);

        ended(supervisor.post("/api/v1/models/rollback", REASON));
        assertThat(steward.json("/api/v1/models").path("active").asText()).isEqualTo(first);
        HttpResponse<String> file = steward.get("/api/v1/models/" + first + "/file");
        assertThat(file.body()).startsWith("name: vietnam");
    }

    @Test
    @DisplayName("an order without a reason, for an unknown model or about a job that is over is a problem")
    void problems() throws InterruptedException {
        assertThat(steward.post("/api/v1/models/train", "{}").statusCode()).isEqualTo(400);
        assertThat(steward.post("/api/v1/models/0123/compare", REASON).statusCode())
                .isEqualTo(404);
        assertThat(steward.get("/api/v1/models/0123").statusCode()).isEqualTo(404);
        assertThat(steward.get("/api/v1/models/jobs/999999").statusCode()).isEqualTo(404);
        long over = ended(steward.post("/api/v1/models/" + candidate() + "/compare", REASON))
                .path("id")
                .asLong();
        HttpResponse<String> late = supervisor.post("/api/v1/models/jobs/" + over + "/cancel", REASON);
        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(Http.json(late).path("job").path("state").asText()).isEqualTo("DONE");
    }

    /** The service's model, under another name. */
    private static String candidate() {
        MatchModel present = ConsoleService.context().getBean(MatchModel.class);
        MatchModel renamed = new MatchModel(
                "renamed",
                present.attributes(),
                present.blocking(),
                present.commonAbove(),
                present.rivals(),
                present.knownBy(),
                present.trained());
        ConsoleService.context()
                .getBean(Models.class)
                .register(renamed, Origin.OPERATOR, "admin", "a test", null, java.time.Instant.EPOCH);
        return renamed.version();
    }

    private JsonNode ended(HttpResponse<String> accepted) throws InterruptedException {
        assertThat(accepted.statusCode()).as(accepted.body()).isEqualTo(202);
        String job = "/api/v1/models/jobs/" + Http.json(accepted).path("id").asLong();
        JsonNode ended = steward.json(job);
        for (int tries = 0; ended.path("endedAt").isNull() && tries < 600; tries++) {
            Thread.sleep(100);
            ended = steward.json(job);
        }
        assertThat(ended.path("state").asText()).as(ended.toString()).isEqualTo("DONE");
        return ended;
    }
}
