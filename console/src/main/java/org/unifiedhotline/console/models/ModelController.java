package org.unifiedhotline.console.models;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.unifiedhotline.console.access.Caller;
import org.unifiedhotline.console.access.CallerScope;
import org.unifiedhotline.console.problems.ProblemException;
import org.unifiedhotline.console.stewardship.Reason;
import org.unifiedhotline.masterrecords.modelchange.Activation;
import org.unifiedhotline.masterrecords.modelchange.ModelLifecycle;
import org.unifiedhotline.masterrecords.modelchange.ModelLifecycle.Answer;
import org.unifiedhotline.masterrecords.modelchange.ModelLifecycle.Why;
import org.unifiedhotline.masterrecords.models.ModelVersion;

/** Tells of match models and takes orders about them. What an order starts is a job; {@link ModelJobController} tells how it stands. */
@RestController
class ModelController {
    private final ModelLifecycle models;
    private final CallerScope scope;

    ModelController(ModelLifecycle models, CallerScope scope) {
        this.models = models;
        this.scope = scope;
    }

    /**
     * All models.
     *
     * @param active the version that everything is weighed by; null before the first load is resolved
     * @param activation the activation that is not over; null if there is none
     * @param activations who put which model in force, the latest first
     */
    record All(
            @Nullable String active,
            @Nullable JobView activation,
            List<ModelVersion> items,
            List<Activation> activations) {}

    @GetMapping("/api/v1/models")
    All all(Authentication login) {
        scope.requireEverySource(login);
        return new All(
                models.inForce().orElse(null),
                models.activation().map(job -> JobView.of(job, null)).orElse(null),
                models.all(),
                models.activations());
    }

    @GetMapping("/api/v1/models/{version}")
    ModelVersion one(Authentication login, @PathVariable String version) {
        scope.requireEverySource(login);
        return models.find(version).orElseThrow(ModelController::unknown);
    }

    /** The model file itself. */
    @GetMapping(path = "/api/v1/models/{version}/file", produces = "text/yaml")
    ResponseEntity<String> file(Authentication login, @PathVariable String version) {
        scope.requireEverySource(login);
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "yaml", java.nio.charset.StandardCharsets.UTF_8))
                .body(models.file(version).orElseThrow(ModelController::unknown));
    }

    /**
     * Why, and how a model is to be learned.
     *
     * @param seed 1 if not given
     * @param withDecisions whether to learn from what stewards decided; true if not given
     */
    record Train(
            @Nullable String reason,
            @Nullable Long seed,
            @Nullable Boolean withDecisions) {}

    /**
     * Why, and which examples to draw.
     *
     * @param seed 1 if not given
     */
    record Compare(@Nullable String reason, @Nullable Long seed) {}

    /** Why a model comes into force. */
    record Activate(@Nullable String reason) {}

    @PostMapping("/api/v1/models/train")
    ResponseEntity<JobView> train(Authentication login, @RequestBody Train train) {
        return accepted(models.train(
                train.seed() == null ? 1 : train.seed(),
                train.withDecisions() == null || train.withDecisions(),
                author(login),
                Reason.of(train.reason())));
    }

    @PostMapping("/api/v1/models/{version}/compare")
    ResponseEntity<JobView> compare(Authentication login, @PathVariable String version, @RequestBody Compare compare) {
        return accepted(models.compare(
                version, compare.seed() == null ? 1 : compare.seed(), author(login), Reason.of(compare.reason())));
    }

    @PostMapping("/api/v1/models/{version}/activate")
    ResponseEntity<JobView> activate(
            Authentication login, @PathVariable String version, @RequestBody Activate activate) {
        return accepted(models.activate(version, author(login), Reason.of(activate.reason())));
    }

    @PostMapping("/api/v1/models/rollback")
    ResponseEntity<JobView> rollBack(Authentication login, @RequestBody Activate rollBack) {
        return accepted(models.rollBack(author(login), Reason.of(rollBack.reason())));
    }

    private String author(Authentication login) {
        scope.requireEverySource(login);
        return Caller.of(login).name();
    }

    private ResponseEntity<JobView> accepted(Answer answer) {
        return ResponseEntity.accepted().body(taken(answer));
    }

    private JobView taken(Answer answer) {
        return switch (answer) {
            case Answer.Taken taken -> JobView.of(taken.job(), null);
            case Answer.Refused refused -> throw problem(refused.why());
        };
    }

    private ProblemException problem(Why why) {
        return switch (why) {
            case UNKNOWN -> unknown();
            case IN_FORCE -> ProblemException.conflict("This model is in force already.");
            case UNDER_WAY ->
                ProblemException.conflict(
                        "Another activation is not over; it is told beside this.",
                        models.activation()
                                .map(job -> Map.<String, Object>of("activation", JobView.of(job, null)))
                                .orElse(Map.of()));
            case NOTHING_BEFORE -> ProblemException.conflict("No other model was in force before this one.");
            case NOT_LOADED -> ProblemException.conflict("The first load is not resolved yet.");
            case NOT_NOW -> ProblemException.conflict("That cannot be done now.");
        };
    }

    private static ProblemException unknown() {
        return ProblemException.unknown("There is no model of this version.");
    }
}
