package org.unifiedhotline.console.models;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.unifiedhotline.console.access.Caller;
import org.unifiedhotline.console.access.CallerScope;
import org.unifiedhotline.console.problems.ProblemException;
import org.unifiedhotline.console.stewardship.Reason;
import org.unifiedhotline.masterrecords.modelchange.ModelJob;
import org.unifiedhotline.masterrecords.modelchange.ModelLifecycle;
import org.unifiedhotline.masterrecords.modelchange.ModelLifecycle.Answer;
import org.unifiedhotline.masterrecords.modelchange.ModelLifecycle.Why;

/** Tells how work about models stands, and stops or continues it. */
@RestController
class ModelJobController {
    private static final int MOST = 200;

    private final ModelLifecycle models;
    private final CallerScope scope;
    private final KnownExamples examples;

    ModelJobController(ModelLifecycle models, CallerScope scope, KnownExamples examples) {
        this.models = models;
        this.scope = scope;
        this.examples = examples;
    }

    /** Jobs, the latest first. */
    record Jobs(List<JobView> items) {}

    /** Why a job waits, goes on or ends. */
    record Word(@Nullable String reason) {}

    @GetMapping("/api/v1/models/jobs")
    Jobs list(Authentication login, @RequestParam(defaultValue = "50") int size) {
        scope.requireEverySource(login);
        if (size < 1 || size > MOST) {
            throw ProblemException.badRequest("'size' is 1 to " + MOST + ".");
        }
        return new Jobs(models.jobs(size).stream().map(job -> view(login, job)).toList());
    }

    @GetMapping("/api/v1/models/jobs/{id}")
    JobView one(Authentication login, @PathVariable long id) {
        scope.requireEverySource(login);
        return models.job(id).map(job -> view(login, job)).orElseThrow(ModelJobController::unknown);
    }

    @PostMapping("/api/v1/models/jobs/{id}/pause")
    JobView pause(Authentication login, @PathVariable long id, @RequestBody Word word) {
        scope.requireEverySource(login);
        return told(login, id, models.pause(id, Caller.of(login).name(), Reason.of(word.reason())));
    }

    @PostMapping("/api/v1/models/jobs/{id}/resume")
    JobView resume(Authentication login, @PathVariable long id, @RequestBody Word word) {
        scope.requireEverySource(login);
        return told(login, id, models.resume(id, Caller.of(login).name(), Reason.of(word.reason())));
    }

    @PostMapping("/api/v1/models/jobs/{id}/cancel")
    JobView cancel(Authentication login, @PathVariable long id, @RequestBody Word word) {
        scope.requireEverySource(login);
        return told(login, id, models.cancel(id, Caller.of(login).name(), Reason.of(word.reason())));
    }

    private JobView told(Authentication login, long id, Answer answer) {
        return switch (answer) {
            case Answer.Taken taken -> view(login, taken.job());
            case Answer.Refused refused ->
                throw refused.why() == Why.UNKNOWN
                        ? unknown()
                        : ProblemException.conflict(
                                "The job cannot be paused, resumed or cancelled in its present state; a model that is in"
                                        + " force is rolled back instead.",
                                models.job(id)
                                        .map(job -> Map.<String, Object>of("job", view(login, job)))
                                        .orElse(Map.of()));
        };
    }

    private JobView view(Authentication login, ModelJob job) {
        return JobView.of(job, job.result() == null ? null : examples.of(login, job.result()));
    }

    private static ProblemException unknown() {
        return ProblemException.unknown("There is no job with this id.");
    }
}
