package org.unifiedhotline.console.stewardship;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.unifiedhotline.console.access.Caller;
import org.unifiedhotline.console.access.CallerScope;
import org.unifiedhotline.console.problems.ProblemException;
import org.unifiedhotline.masterrecords.assignment.Clearance;
import org.unifiedhotline.masterrecords.resolution.Neighbourhood;
import org.unifiedhotline.masterrecords.resolution.Neighbourhoods;
import org.unifiedhotline.masterrecords.sourcerecords.SourceRecordId;
import org.unifiedhotline.masterrecords.stewardship.ReviewTasks;
import org.unifiedhotline.masterrecords.stewardship.Stewardship;

/** Tells what helps with a review task: who stands near its people, what else can be answered with it, what one said last. */
@RestController
class TaskSurroundingsController {
    private static final int MOST = 100;
    private static final int MOST_REASONS = 6;

    private final ReviewTasks tasks;
    private final Stewardship stewardship;
    private final Neighbourhoods neighbourhoods;
    private final Clearance clearance;
    private final Rulings rulings;
    private final CallerScope scope;

    TaskSurroundingsController(
            ReviewTasks tasks,
            Stewardship stewardship,
            Neighbourhoods neighbourhoods,
            Clearance clearance,
            Rulings rulings,
            CallerScope scope) {
        this.tasks = tasks;
        this.stewardship = stewardship;
        this.neighbourhoods = neighbourhoods;
        this.clearance = clearance;
        this.rulings = rulings;
        this.scope = scope;
    }

    /** Tasks that one answer could settle together. */
    record Alike(List<TaskView> items) {}

    /** What the caller gave as reasons last, each once, the latest first. */
    record Reasons(List<String> items) {}

    @GetMapping("/api/v1/review-tasks/{id}/neighbourhood")
    Neighbourhood neighbourhood(Authentication login, @PathVariable long id) {
        ReviewTasks.Opened opened = rulings.shown(login, id);
        String caller = Caller.of(login).name();
        Set<Long> restricted =
                scope.restrictedFrom(login).stream().map(SourceRecordId::of).collect(Collectors.toSet());
        return neighbourhoods.of(
                List.of(opened.task().pair().a(), opened.task().pair().b()),
                record -> !restricted.contains(record) && clearance.covers(caller, List.of(record)));
    }

    /** Open tasks of the same kind whose evidence is the same level by level, at most {@code size}. */
    @GetMapping("/api/v1/review-tasks/{id}/alike")
    Alike alike(Authentication login, @PathVariable long id, @RequestParam(defaultValue = "25") int size) {
        if (size < 1 || size > MOST) {
            throw ProblemException.badRequest("'size' is 1 to " + MOST + ".");
        }
        ReviewTasks.Opened opened = rulings.shown(login, id);
        return new Alike(tasks.alike(opened, Caller.of(login).name(), scope.readsRestricted(login), size).stream()
                .map(rulings::view)
                .toList());
    }

    @GetMapping("/api/v1/review-tasks/reasons")
    Reasons reasons(Authentication login) {
        scope.requireEverySource(login);
        return new Reasons(stewardship.lastReasons(Caller.of(login).name(), MOST_REASONS));
    }
}
