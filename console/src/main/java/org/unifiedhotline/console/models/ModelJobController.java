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
import org.unifiedhotline.console.problems.ProblemException;
import org.unifiedhotline.console.stewardship.Reason;
import org.unifiedhotline.masterrecords.modelchange.ModelLifecycle;
import org.unifiedhotline.masterrecords.modelchange.ModelLifecycle.Answer;
import org.unifiedhotline.masterrecords.modelchange.ModelLifecycle.Why;

/** Tells how work about models stands, and stops or continues it. */
@RestController
class ModelJobController {
    private static final int MOST = 200;

    private final ModelLifecycle models;

    ModelJobController(ModelLifecycle models) {
        this.models = models;
    }

    /** Jobs, the latest first. */
    record Jobs(List<JobView> items) {}

    /** Why a job waits, goes on or ends. */
    record Word(@Nullable String reason) {}

    @GetMapping("/api/v1/models/jobs")
    Jobs list(@RequestParam(defaultValue = "50") int size) {
        if (size < 1 || size > MOST) {
            throw ProblemException.badRequest("'size' is 1 to " + MOST + ".");
        }
        return new Jobs(models.jobs(size).stream().map(JobView::of).toList());
    }

    @GetMapping("/api/v1/models/jobs/{id}")
    JobView one(@PathVariable long id) {
        return models.job(id).map(JobView::of).orElseThrow(ModelJobController::unknown);
    }

    @PostMapping("/api/v1/models/jobs/{id}/pause")
    JobView pause(Authentication login, @PathVariable long id, @RequestBody Word word) {
        return told(id, models.pause(id, Caller.of(login).name(), Reason.of(word.reason())));
    }

    @PostMapping("/api/v1/models/jobs/{id}/resume")
    JobView resume(Authentication login, @PathVariable long id, @RequestBody Word word) {
        return told(id, models.resume(id, Caller.of(login).name(), Reason.of(word.reason())));
    }

    @PostMapping("/api/v1/models/jobs/{id}/cancel")
    JobView cancel(Authentication login, @PathVariable long id, @RequestBody Word word) {
        return told(id, models.cancel(id, Caller.of(login).name(), Reason.of(word.reason())));
    }

    private JobView told(long id, Answer answer) {
        return switch (answer) {
            case Answer.Taken taken -> JobView.of(taken.job());
            case Answer.Refused refused ->
                throw refused.why() == Why.UNKNOWN
                        ? unknown()
                        : ProblemException.conflict(
                                "The job cannot be paused, resumed or cancelled in its present state; a model that is in"
                                        + " force is rolled back instead.",
                                models.job(id)
                                        .map(job -> Map.<String, Object>of("job", JobView.of(job)))
                                        .orElse(Map.of()));
        };
    }

    private static ProblemException unknown() {
        return ProblemException.unknown("There is no job with this id.");
    }
}
