package org.unifiedhotline.console.stewardship;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponseException;
import org.unifiedhotline.console.access.Caller;
import org.unifiedhotline.console.access.CallerScope;
import org.unifiedhotline.console.audit.Disclosures;
import org.unifiedhotline.console.problems.ProblemException;
import org.unifiedhotline.masterrecords.records.MasterId;
import org.unifiedhotline.masterrecords.records.MasterRecords;
import org.unifiedhotline.masterrecords.resolution.Effect;
import org.unifiedhotline.masterrecords.stewardship.Decision;
import org.unifiedhotline.masterrecords.stewardship.DecisionState;
import org.unifiedhotline.masterrecords.stewardship.ReviewTasks;
import org.unifiedhotline.masterrecords.stewardship.Risk;
import org.unifiedhotline.masterrecords.stewardship.Ruling;
import org.unifiedhotline.masterrecords.stewardship.Ruling.Refusal;
import org.unifiedhotline.masterrecords.stewardship.Stewardship;
import org.unifiedhotline.searchindex.indexing.HiddenRecords;

/** Makes answers of rulings: 200 where a decision is in force, 202 where it waits, a problem where it was refused. */
@Component
public final class Rulings {
    private final ReviewTasks tasks;
    private final Stewardship stewardship;
    private final MasterRecords masterRecords;
    private final Disclosures disclosures;
    private final CallerScope scope;
    private final HiddenRecords hidden;

    Rulings(
            ReviewTasks tasks,
            Stewardship stewardship,
            MasterRecords masterRecords,
            Disclosures disclosures,
            CallerScope scope,
            HiddenRecords hidden) {
        this.tasks = tasks;
        this.stewardship = stewardship;
        this.masterRecords = masterRecords;
        this.disclosures = disclosures;
        this.scope = scope;
        this.hidden = hidden;
    }

    /**
     * What came of a decision, or would.
     *
     * @param decisionId null in a preview
     * @param masterId the person it is about as things stand now
     * @param changes the people who are made of other source records than before, as they were and as they are
     */
    public record Answer(
            @Nullable Long decisionId,
            @Nullable MasterId masterId,
            DecisionState state,
            List<Risk> risks,
            Effect changes) {}

    ResponseEntity<Answer> answer(Ruling ruling) {
        return answer(ruling, false);
    }

    /** The answer of a call that decides, or of its preview. */
    public ResponseEntity<Answer> answer(Ruling ruling, boolean preview) {
        if (!preview) {
            hidden.decided(); // searches know at once whom this hides, or shows again
        }
        return switch (ruling) {
            case Ruling.InForce made ->
                ResponseEntity.ok(
                        answer(made.decision(), DecisionState.IN_FORCE, made.masterId(), made.effect(), preview));
            case Ruling.Awaiting waits ->
                ResponseEntity.status(preview ? HttpStatus.OK : HttpStatus.ACCEPTED)
                        .body(answer(
                                waits.decision(),
                                DecisionState.AWAITING_APPROVAL,
                                waits.masterId(),
                                waits.effect(),
                                preview));
            case Ruling.Refused refused -> throw problem(refused.refusal());
        };
    }

    private static Answer answer(
            Decision decision, DecisionState state, @Nullable MasterId masterId, Effect effect, boolean preview) {
        return new Answer(preview ? null : decision.id(), masterId, state, decision.risks(), effect);
    }

    /**
     * A task that the caller may see and work on. Whom it asks about is on record, also when this is refused.
     *
     * @throws ProblemException 403 if they may not know everything, are not cleared for it, or one of its people is restricted
     */
    ReviewTasks.Opened shown(Authentication login, long id) {
        ReviewTasks.Opened opened = opened(login, id);
        onRecord(opened);
        requireShown(login, opened);
        return opened;
    }

    /** The same, one of many in a call that is not refused for it: whom the caller may not know of is on record as refused, not as shown. */
    ReviewTasks.Opened shownAmongOthers(Authentication login, long id) {
        ReviewTasks.Opened opened = opened(login, id);
        try {
            requireShown(login, opened);
        } catch (ErrorResponseException refused) {
            disclosures.refused(asksAbout(opened));
            throw refused;
        }
        onRecord(opened);
        return opened;
    }

    /** Puts on record whom a decision speaks of, as they stand now. */
    void onRecord(Decision decision) {
        disclosures.people(stewardship.spokenOf(List.of(decision)).getOrDefault(decision.id(), List.of()).stream()
                .map(Stewardship.Spoken::masterId)
                .toList());
    }

    private void onRecord(ReviewTasks.Opened opened) {
        disclosures.people(asksAbout(opened));
    }

    private Set<MasterId> asksAbout(ReviewTasks.Opened opened) {
        return masterRecords.peopleOf(
                List.of(opened.task().pair().a(), opened.task().pair().b()));
    }

    private ReviewTasks.Opened opened(Authentication login, long id) {
        scope.requireEverySource(login);
        return tasks.find(id).orElseThrow(() -> ProblemException.unknown("There is no review task with this id."));
    }

    private void requireShown(Authentication login, ReviewTasks.Opened opened) {
        if (!tasks.isClearedFor(Caller.of(login).name(), opened.task())) {
            throw problem(new Refusal.BeyondClearance());
        }
        if (!scope.readsRestricted(login) && tasks.isAboutRestricted(opened.task())) {
            throw ProblemException.restricted("Processing of a person's data whom this task asks about is restricted.");
        }
    }

    /** A task as the API tells of it. */
    TaskView view(ReviewTasks.Opened opened) {
        return TaskView.of(opened, tasks.suggestedFor(opened.task()));
    }

    /** A decision as the API tells of it. */
    DecisionView view(Decision decision) {
        return views(List.of(decision)).getFirst();
    }

    /** Several, in their order. */
    List<DecisionView> views(List<Decision> decisions) {
        Map<Long, List<Stewardship.Spoken>> spoken = stewardship.spokenOf(decisions);
        return decisions.stream()
                .map(decision -> DecisionView.of(decision, spoken.getOrDefault(decision.id(), List.of())))
                .toList();
    }

    ProblemException problem(Refusal refusal) {
        return switch (refusal) {
            case Refusal.Unknown ignored -> ProblemException.unknown("There is nothing with this id.");
            case Refusal.Gone ignored -> ProblemException.gone("No source record of this person stands any more.");
            case Refusal.MergedAway merged ->
                ProblemException.conflict(
                        "This master record was merged into another; decide about that one.",
                        Map.of("masterId", merged.standing()));
            case Refusal.Senseless senseless -> ProblemException.badRequest(senseless.why());
            case Refusal.DecisionStands stands ->
                ProblemException.conflict(
                        "The decision does not stand so that this could be done; here it is.",
                        Map.of("decision", view(stands.decision())));
            case Refusal.DecisionChanged changed ->
                ProblemException.conflict(
                        "Since it was decided its people came to be made of other records, or it became riskier;"
                                + " here it is as it stands now, to be approved by who has seen that.",
                        Map.of("decision", view(changed.decision())));
            case Refusal.TaskStands stands ->
                ProblemException.conflict(
                        "The task has changed, is answered or closed, or is kept for another; here it is.",
                        Map.of(
                                "task",
                                tasks.find(stands.task().id())
                                        .<Object>map(this::view)
                                        .orElse("gone")));
            case Refusal.BeyondClearance ignored ->
                ProblemException.outOfScope("This is about somebody whom you are not cleared for.");
            case Refusal.Irreversible ignored ->
                ProblemException.conflict(
                        "Whom was erased is erased for good: the data and their keys are destroyed, so there is nothing to undo.");
            case Refusal.Held held ->
                ProblemException.conflict(
                        "Legal holds keep records of this person; they are lifted first, or what they keep is left.",
                        Map.of("holds", held.holds()));
            case Refusal.Restricted ignored ->
                ProblemException.conflict(
                        "Processing of this person's data is restricted: who they are is not decided until that is lifted.");
            case Refusal.OwnDecision ignored ->
                ProblemException.ownDecision("Another person must approve what you decided.");
        };
    }
}
