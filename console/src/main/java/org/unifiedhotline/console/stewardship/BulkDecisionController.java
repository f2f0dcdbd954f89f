package org.unifiedhotline.console.stewardship;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.unifiedhotline.console.access.Caller;
import org.unifiedhotline.console.access.CallerScope;
import org.unifiedhotline.console.problems.ProblemException;
import org.unifiedhotline.masterrecords.resolution.HubBusyException;
import org.unifiedhotline.masterrecords.stewardship.DecisionState;
import org.unifiedhotline.masterrecords.stewardship.Ruling;
import org.unifiedhotline.masterrecords.stewardship.Stewardship;
import org.unifiedhotline.masterrecords.stewardship.Stewardship.Word;
import org.unifiedhotline.matching.record.WeightPart;

/** Answers many review tasks at once, where their evidence is the same: level by level, whatever the values. */
@RestController
class BulkDecisionController {
    private static final int MOST = 100;

    private final Stewardship stewardship;
    private final Rulings rulings;
    private final CallerScope scope;

    BulkDecisionController(Stewardship stewardship, Rulings rulings, CallerScope scope) {
        this.stewardship = stewardship;
        this.rulings = rulings;
        this.scope = scope;
    }

    /** One answer to many tasks, each in the version that was looked at. */
    record BulkDecide(
            @Nullable List<Seen> tasks,
            ReviewTaskController.@Nullable Verdict decision,
            @Nullable String reason) {}

    /** A task in the version that was looked at. */
    record Seen(@Nullable Long id, @Nullable Long version) {}

    /** What came of each, or would of each by itself, in the order given: one that was refused does not hold the others up. */
    record BulkAnswer(List<Outcome> items) {}

    /**
     * What came of one.
     *
     * @param status as it would have been answered alone: 200, 202, 403, 404, 409, or 503 while everybody is resolved
     */
    record Outcome(
            long id,
            int status,
            @Nullable Long decisionId,
            @Nullable DecisionState state) {}

    @PostMapping("/api/v1/review-tasks/decisions")
    BulkAnswer decide(
            Authentication login,
            @RequestParam(defaultValue = "false") boolean preview,
            @RequestBody BulkDecide decide) {
        scope.requireEverySource(login);
        boolean onePerson = isOnePerson(decide.decision());
        Word word = new Word(Caller.of(login).name(), Reason.of(decide.reason()));
        List<Seen> seen = decide.tasks() == null ? List.of() : decide.tasks();
        if (seen.isEmpty() || seen.size() > MOST) {
            throw ProblemException.badRequest("'tasks' are 1 to " + MOST + ", each with 'id' and 'version'.");
        }
        requireSameEvidence(login, seen);
        List<Outcome> outcomes = new ArrayList<>();
        for (Seen one : seen) {
            outcomes.add(decideOne(
                    id(one),
                    () -> {
                        rulings.shownAmongOthers(login, id(one));
                        return stewardship.answer(id(one), version(one), onePerson, word);
                    },
                    preview));
        }
        return new BulkAnswer(outcomes);
    }

    private static boolean isOnePerson(ReviewTaskController.@Nullable Verdict verdict) {
        if (verdict == ReviewTaskController.Verdict.SAME || verdict == ReviewTaskController.Verdict.DIFFERENT) {
            return verdict == ReviewTaskController.Verdict.SAME;
        }
        throw ProblemException.badRequest("'decision' is SAME or DIFFERENT.");
    }

    /** Of those that the caller is shown: of another's evidence nothing is told, not even whether it is like these. */
    private void requireSameEvidence(Authentication login, List<Seen> seen) {
        Set<List<String>> kinds = new HashSet<>();
        for (Seen one : seen) {
            evidence(login, id(one)).ifPresent(kinds::add);
        }
        if (kinds.size() > 1) {
            throw ProblemException.badRequest("The evidence of these tasks is not the same, level by level.");
        }
    }

    private Optional<List<String>> evidence(Authentication login, long id) {
        try {
            return Optional.of(rulings.shownAmongOthers(login, id).evidence().parts().stream()
                    .map(BulkDecisionController::level)
                    .toList());
        } catch (ErrorResponseException notShown) {
            return Optional.empty();
        }
    }

    private static String level(WeightPart part) {
        return part.name() + " " + part.level();
    }

    private Outcome decideOne(long id, Supplier<Ruling> decision, boolean preview) {
        try {
            var answer = rulings.answer(preview ? stewardship.preview(decision) : decision.get(), preview);
            Rulings.@Nullable Answer body = answer.getBody();
            return new Outcome(
                    id,
                    answer.getStatusCode().value(),
                    body == null ? null : body.decisionId(),
                    body == null ? null : body.state());
        } catch (ErrorResponseException refused) {
            return new Outcome(id, refused.getStatusCode().value(), null, null);
        } catch (HubBusyException busy) {
            // Those before it are decided: the caller must learn which.
            return new Outcome(id, HttpStatus.SERVICE_UNAVAILABLE.value(), null, null);
        }
    }

    private static long id(@Nullable Seen seen) {
        if (seen == null || seen.id() == null) {
            throw ProblemException.badRequest("Each of 'tasks' has an 'id' and a 'version'.");
        }
        return seen.id();
    }

    private static long version(Seen seen) {
        if (seen.version() == null) {
            throw ProblemException.badRequest("Each of 'tasks' has an 'id' and a 'version'.");
        }
        return seen.version();
    }
}
