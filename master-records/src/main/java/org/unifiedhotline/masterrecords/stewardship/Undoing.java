package org.unifiedhotline.masterrecords.stewardship;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.unifiedhotline.masterrecords.assignment.Stewards;
import org.unifiedhotline.masterrecords.database.HubDatabase;
import org.unifiedhotline.masterrecords.records.MasterId;
import org.unifiedhotline.masterrecords.resolution.Effect;
import org.unifiedhotline.masterrecords.resolution.Reclustering;
import org.unifiedhotline.masterrecords.reviewtasks.TaskState;
import org.unifiedhotline.masterrecords.stewardship.Ruling.Refusal;
import org.unifiedhotline.masterrecords.stewardship.Stewardship.Word;

/**
 * Takes decisions back: withdraws what they said, or, of an undo, says it again.
 *
 * <p>An undo that makes one person of several, as a risky merge would, waits for another person like such a merge: one that
 * says "same person" again, and one that takes back what another decided. Who takes back what they themselves said, and
 * by that only stops saying it, needs nobody: what then comes together does so by evidence and by what others approved.
 */
final class Undoing {
    private final HubDatabase hub;
    private final Reclustering reclustering;
    private final DecisionTable decisions;
    private final SaidTable said;
    private final PeopleTable people;
    private final TaskTable tasks;
    private final Risks risks;
    private final Stewards stewards;
    private final OfPerson ofPerson;

    Undoing(HubDatabase hub, Reclustering reclustering, Risks risks, Stewards stewards, OfPerson ofPerson) {
        this.hub = hub;
        this.reclustering = reclustering;
        this.decisions = new DecisionTable(hub);
        this.said = new SaidTable(hub);
        this.people = new PeopleTable(hub);
        this.tasks = new TaskTable(hub);
        this.risks = risks;
        this.stewards = stewards;
        this.ofPerson = ofPerson;
    }

    Ruling undo(Decision undone, Word word, Instant now) {
        if (isOver(undone)) {
            return new Ruling.Refused(new Refusal.DecisionStands(undone));
        }
        if (undone.kind() == DecisionKind.ERASE && undone.state() == DecisionState.IN_FORCE) {
            return new Ruling.Refused(new Refusal.Irreversible());
        }
        boolean onlyStopsSaying =
                undone.kind() != DecisionKind.UNDO && stewards.arePerson(undone.author(), word.author());
        if (!onlyStopsSaying) {
            Tried tried = hub.tryWithin(() -> tried(undone, word, now));
            if (!tried.risks().isEmpty()) {
                Decision waits = insert(undone, word, tried.risks(), now);
                return new Ruling.Awaiting(waits, about(undone), tried.effect());
            }
        }
        return takeBack(insert(undone, word, List.of(), now), undone, now);
    }

    /** What an undo leads to, and what is risky about it. */
    private record Tried(Effect effect, List<Risk> risks) {}

    private Tried tried(Decision undone, Word word, Instant now) {
        Ruling.InForce made = takeBack(insert(undone, word, List.of(), now), undone, now);
        return new Tried(made.effect(), risks.ofJoins(made.effect(), word.author()));
    }

    /** Puts an undo in force that waited for it; refused if what it takes back was taken back meanwhile, and once if it is riskier by now. */
    Ruling approve(Decision undo, String approver, Instant now) {
        Decision undone = decisions.undoneBy(undo);
        if (isOver(undone)) {
            return new Ruling.Refused(new Refusal.DecisionStands(undone));
        }
        List<Risk> present =
                hub.tryWithin(() -> risks.ofJoins(takeBack(undo, undone, now).effect(), undo.author()));
        Decision seen = decisions.carry(undo, present);
        return seen.equals(undo)
                ? takeBack(decisions.approve(undo.id(), approver, now), undone, now)
                : new Ruling.Refused(new Refusal.DecisionChanged(seen));
    }

    private static boolean isOver(Decision decision) {
        return decision.state() == DecisionState.UNDONE || decision.state() == DecisionState.DISCARDED;
    }

    private Decision insert(Decision undone, Word word, List<Risk> found, Instant now) {
        return decisions.insert(DecisionContent.undo(word, now, reclustering.modelVersion(), found, undone.id()));
    }

    private Ruling.InForce takeBack(Decision undo, Decision undone, Instant now) {
        Decision root = decisions.root(undone);
        Effect effect = reclustering.around(root.records(), () -> set(undone, false, undo.id(), now), now);
        Set<MasterId> changed = new HashSet<>(effect.masterIds());
        if (root.kind() == DecisionKind.PIN) {
            reclustering.renew(root.records(), now);
            root.records().forEach(record -> people.masterOf(record).ifPresent(changed::add));
        }
        if (root.kind() == DecisionKind.RESTRICT) {
            ofPerson.changed(root.records(), now);
            root.records().forEach(record -> people.masterOf(record).ifPresent(changed::add));
        }
        decisions.tellCause(undo.id(), changed, now);
        return new Ruling.InForce(undo, about(undone), effect);
    }

    private @Nullable MasterId about(Decision undone) {
        return decisions.root(undone).records().stream()
                .flatMap(record -> people.masterOf(record).stream())
                .findFirst()
                .orElse(null);
    }

    /** Makes a decision hold or not; an undo holds by its target not holding, unless it only waits to. */
    private void set(Decision decision, boolean holds, @Nullable Long by, Instant now) {
        boolean awaited =
                decision.state() == DecisionState.AWAITING_APPROVAL || decision.state() == DecisionState.DISCARDED;
        DecisionState on = awaited ? DecisionState.AWAITING_APPROVAL : DecisionState.IN_FORCE;
        DecisionState off = awaited ? DecisionState.DISCARDED : DecisionState.UNDONE;
        decisions.settle(decision.id(), holds ? on : off, holds ? null : by);
        if (decision.kind() == DecisionKind.UNDO) {
            if (!awaited) {
                set(decisions.undoneBy(decision), !holds, decision.id(), now);
            }
            return;
        }
        if (!awaited && holds) {
            said.say(decision);
        } else if (!awaited) {
            said.withdraw(decision);
        }
        if (decision.taskId() != null && holds) {
            tasks.answer(
                    decision.taskId(), awaited ? TaskState.AWAITING_APPROVAL : TaskState.DECIDED, decision.id(), now);
        } else if (decision.taskId() != null) {
            tasks.unanswer(decision.id(), now);
        }
    }
}
