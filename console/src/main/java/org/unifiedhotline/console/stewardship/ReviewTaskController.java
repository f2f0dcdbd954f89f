package org.unifiedhotline.console.stewardship;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
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
import org.unifiedhotline.mappings.canonical.Centre;
import org.unifiedhotline.masterrecords.records.MasterId;
import org.unifiedhotline.masterrecords.resolution.Effect;
import org.unifiedhotline.masterrecords.reviewtasks.TaskKind;
import org.unifiedhotline.masterrecords.reviewtasks.TaskState;
import org.unifiedhotline.masterrecords.stewardship.DecisionState;
import org.unifiedhotline.masterrecords.stewardship.ReviewTasks;
import org.unifiedhotline.masterrecords.stewardship.Risk;
import org.unifiedhotline.masterrecords.stewardship.Ruling;
import org.unifiedhotline.masterrecords.stewardship.Stewardship;
import org.unifiedhotline.masterrecords.stewardship.Stewardship.Word;

/** Hands out review tasks and takes their answers. */
@RestController
class ReviewTaskController {
    private static final int MOST = 200;
    private static final long LONGEST_LEASE = 3_600;

    private final ReviewTasks tasks;
    private final Stewardship stewardship;
    private final Rulings rulings;
    private final CallerScope scope;

    ReviewTaskController(ReviewTasks tasks, Stewardship stewardship, Rulings rulings, CallerScope scope) {
        this.tasks = tasks;
        this.stewardship = stewardship;
        this.rulings = rulings;
        this.scope = scope;
    }

    /**
     * A page of tasks, what the caller can take first; {@code total} counts all that they are cleared for, {@code counts}
     * those of each kind, whatever kind is asked for.
     */
    record Page(
            List<TaskView> items,
            long total,
            Map<TaskKind, Long> counts,
            @Nullable String nextCursor) {}

    /** For how long a task is wanted, in seconds; 15 minutes if nothing is said. */
    record Claim(@Nullable Long leaseSeconds) {}

    /** What is to be done with a task: the words of the API. */
    enum Verdict {
        SAME,
        DIFFERENT,
        DEFER,
        SKIP
    }

    /**
     * An answer.
     *
     * @param version of the task that was looked at
     * @param until with {@code DEFER}: when it is to come back; in a week if nothing is said
     */
    record Decide(
            @Nullable Long version,
            @Nullable Verdict decision,
            @Nullable String reason,
            @Nullable Instant until) {}

    /** To whom a task is given, an account, and why; to nobody in particular if none is named. */
    record Assign(@Nullable String to, @Nullable String reason) {}

    /** A word on a task. */
    record Comment(@Nullable String text) {}

    @GetMapping("/api/v1/review-tasks")
    Page list(
            Authentication login,
            @RequestParam(defaultValue = "OPEN") TaskState state,
            @RequestParam(required = false) @Nullable TaskKind kind,
            @RequestParam(required = false) @Nullable Centre centre,
            @RequestParam(required = false) @Nullable String assignedTo,
            @RequestParam(defaultValue = "50") int size,
            @RequestParam(required = false) @Nullable String cursor) {
        scope.requireEverySource(login);
        if (size < 1 || size > MOST) {
            throw ProblemException.badRequest("'size' is 1 to " + MOST + ".");
        }
        try {
            ReviewTasks.Wanted wanted = new ReviewTasks.Wanted(
                    state, kind, centre == null ? null : centre.name(), assignedTo, scope.readsRestricted(login));
            ReviewTasks.Page page = tasks.page(wanted, Caller.of(login).name(), cursor, size);
            return new Page(
                    page.tasks().stream().map(rulings::view).toList(), page.total(), page.counts(), page.next());
        } catch (IllegalArgumentException malformed) {
            throw ProblemException.badRequest("'cursor' is one given before.");
        }
    }

    @GetMapping("/api/v1/review-tasks/{id}")
    TaskView one(Authentication login, @PathVariable long id) {
        return rulings.view(rulings.shown(login, id));
    }

    private static ProblemException unknown() {
        return ProblemException.unknown("There is no review task with this id.");
    }

    @PostMapping("/api/v1/review-tasks/{id}/claim")
    TaskView claim(Authentication login, @PathVariable long id, @RequestBody(required = false) @Nullable Claim claim) {
        rulings.shown(login, id);
        Duration lease = claim == null || claim.leaseSeconds() == null
                ? ReviewTasks.LEASE
                : Duration.ofSeconds(claim.leaseSeconds());
        if (lease.isNegative() || lease.isZero() || lease.toSeconds() > LONGEST_LEASE) {
            throw ProblemException.badRequest("'leaseSeconds' is 1 to " + LONGEST_LEASE + ".");
        }
        return switch (tasks.claim(id, Caller.of(login).name(), lease)) {
            case ReviewTasks.Claim.Granted granted -> rulings.view(granted.opened());
            case ReviewTasks.Claim.Denied denied -> throw rulings.problem(denied.refusal());
        };
    }

    @PostMapping("/api/v1/review-tasks/{id}/assign")
    TaskView assign(Authentication login, @PathVariable long id, @RequestBody Assign assign) {
        rulings.shown(login, id);
        @Nullable String to = assign.to() == null || assign.to().isBlank() ? null : assign.to();
        tasks.assign(id, to, Caller.of(login).name(), Reason.of(assign.reason()))
                .ifPresent(refusal -> {
                    throw rulings.problem(refusal);
                });
        return now(id);
    }

    /** What came of an answer, or would: the decision, if one was taken, and the task as it stands now. */
    record Answered(
            @Nullable Long decisionId,
            @Nullable MasterId masterId,
            @Nullable DecisionState state,
            List<Risk> risks,
            Effect changes,
            TaskView task) {}

    @PostMapping("/api/v1/review-tasks/{id}/decision")
    ResponseEntity<Answered> decide(
            Authentication login,
            @PathVariable long id,
            @RequestParam(defaultValue = "false") boolean preview,
            @RequestBody Decide decide) {
        rulings.shown(login, id);
        if (decide.version() == null || decide.decision() == null) {
            throw ProblemException.badRequest(
                    "A decision has the 'version' of the task, a 'decision' (SAME, DIFFERENT, DEFER or SKIP) and a 'reason'.");
        }
        long version = decide.version();
        Word word = new Word(Caller.of(login).name(), Reason.of(decide.reason()));
        return switch (decide.decision()) {
            case SAME -> answered(id, () -> stewardship.answer(id, version, true, word), preview);
            case DIFFERENT -> answered(id, () -> stewardship.answer(id, version, false, word), preview);
            case DEFER -> putAside(id, version, word, until(decide.until()), preview);
            case SKIP -> putAside(id, version, word, null, preview);
        };
    }

    private ResponseEntity<Answered> answered(long id, Supplier<Ruling> decision, boolean preview) {
        ResponseEntity<Rulings.Answer> made =
                rulings.answer(preview ? stewardship.preview(decision) : decision.get(), preview);
        Rulings.Answer answer = Objects.requireNonNull(made.getBody());
        return ResponseEntity.status(made.getStatusCode())
                .body(new Answered(
                        answer.decisionId(),
                        answer.masterId(),
                        answer.state(),
                        answer.risks(),
                        answer.changes(),
                        now(id)));
    }

    private ResponseEntity<Answered> putAside(
            long id, long version, Word word, @Nullable Instant until, boolean preview) {
        if (preview) {
            throw ProblemException.badRequest("A preview is of SAME or DIFFERENT: nobody changes by DEFER or SKIP.");
        }
        stewardship.putAside(id, version, word, until).ifPresent(refusal -> {
            throw rulings.problem(refusal);
        });
        return ResponseEntity.ok(new Answered(null, null, null, List.of(), Effect.NONE, now(id)));
    }

    private static Instant until(@Nullable Instant wanted) {
        Instant now = Clock.systemUTC().instant();
        if (wanted != null && !wanted.isAfter(now)) {
            throw ProblemException.badRequest("'until' is a time to come.");
        }
        return wanted == null ? now.plus(Stewardship.DEFERRED) : wanted;
    }

    @PostMapping("/api/v1/review-tasks/{id}/comments")
    TaskView comment(Authentication login, @PathVariable long id, @RequestBody Comment comment) {
        rulings.shown(login, id);
        return tasks.comment(id, Caller.of(login).name(), Reason.of(comment.text()))
                .map(rulings::view)
                .orElseThrow(ReviewTaskController::unknown);
    }

    private TaskView now(long id) {
        return tasks.find(id).map(rulings::view).orElseThrow(ReviewTaskController::unknown);
    }
}
