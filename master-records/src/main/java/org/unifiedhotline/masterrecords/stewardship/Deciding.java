package org.unifiedhotline.masterrecords.stewardship;

import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.unifiedhotline.masterrecords.database.HubDatabase;
import org.unifiedhotline.masterrecords.records.MasterId;
import org.unifiedhotline.masterrecords.resolution.Effect;
import org.unifiedhotline.masterrecords.resolution.Reclustering;
import org.unifiedhotline.masterrecords.resolution.RecordPair;
import org.unifiedhotline.masterrecords.reviewtasks.TaskState;
import org.unifiedhotline.masterrecords.stewardship.Ruling.Refusal;
import org.unifiedhotline.masterrecords.stewardship.Stewardship.Word;

/** Writes down what was decided and puts it in force, or lets it wait for another person where it is a risky merge. */
final class Deciding {
    private final HubDatabase hub;
    private final Reclustering reclustering;
    private final DecisionTable decisions;
    private final SaidTable said;
    private final PeopleTable people;
    private final TaskTable tasks;
    private final Risks risks;

    Deciding(HubDatabase hub, Reclustering reclustering, Risks risks) {
        this.hub = hub;
        this.reclustering = reclustering;
        this.decisions = new DecisionTable(hub);
        this.said = new SaidTable(hub);
        this.people = new PeopleTable(hub);
        this.tasks = new TaskTable(hub);
        this.risks = risks;
    }

    /** All these records are one person. */
    Ruling same(DecisionKind kind, List<Long> some, List<Long> others, Word word, @Nullable Long taskId, Instant now) {
        return joined(kind, new Joined(some, others, List.of()), word, taskId, now);
    }

    /** These records are one person with those of another, and another than the rest. */
    Ruling move(List<Long> moved, List<Long> rest, List<Long> others, Word word, Instant now) {
        return joined(DecisionKind.MOVE, new Joined(moved, others, rest), word, null, now);
    }

    private Ruling joined(DecisionKind kind, Joined joined, Word word, @Nullable Long taskId, Instant now) {
        List<Risk> found = risks.ofMerge(joined.some(), joined.others(), word.author());
        Decision decision = decisions.insert(DecisionContent.about(
                kind, word, now, reclustering.modelVersion(), found, taskId, joined.same(), joined.different()));
        long about = joined.some().getFirst();
        return found.isEmpty() ? putInForce(decision, about, now) : letWait(withRisksOfAll(decision, now), about, now);
    }

    /** With the risks of all whom it would draw in besides, so that who approves sees them at once. */
    private Decision withRisksOfAll(Decision decision, Instant now) {
        return decisions.carry(
                decision, hub.tryWithin(() -> risks.ofJoins(effectOf(decision, now), decision.author())));
    }

    /** These records are one person, and another than these. */
    Ruling split(Collection<Long> apart, Collection<Long> rest, Word word, Instant now) {
        return putInForce(
                decisions.insert(DecisionContent.about(
                        DecisionKind.SPLIT,
                        word,
                        now,
                        reclustering.modelVersion(),
                        List.of(),
                        null,
                        Joined.together(apart),
                        RecordPair.across(apart, rest))),
                apart.iterator().next(),
                now);
    }

    /** The two people that a task is about are two. */
    Ruling different(TaskSides sides, ReviewTask task, Word word, Instant now) {
        return putInForce(
                decisions.insert(DecisionContent.about(
                        DecisionKind.DIFFERENT_PEOPLE,
                        word,
                        now,
                        reclustering.modelVersion(),
                        List.of(),
                        task.id(),
                        List.of(),
                        RecordPair.across(sides.one(), sides.other()))),
                task.pair().a(),
                now);
    }

    Ruling pin(MasterId id, Decision.Pin pin, Word word, Instant now) {
        Decision decision = decisions.insert(DecisionContent.pin(word, now, reclustering.modelVersion(), pin));
        reclustering.renew(List.of(pin.recordId()), now);
        decisions.tellCause(decision.id(), List.of(id), now);
        return new Ruling.InForce(decision, id, Effect.NONE);
    }

    /**
     * Puts in force what waited, of the two people as they stand now. Refused if somebody said otherwise of its records
     * meanwhile, whom it would overrule unseen, and once if the two are made of other records by now or it has become riskier:
     * it is noted, and who has seen it approves.
     */
    Ruling approve(Decision decision, String approver, Instant now) {
        if (said.isContradictedSince(decision)) {
            return new Ruling.Refused(new Refusal.DecisionStands(decision));
        }
        Joined joined = Joined.by(decision).now(people);
        Decision asOfNow = decisions.speakOf(decision, joined);
        Set<Risk> present = EnumSet.noneOf(Risk.class);
        present.addAll(risks.ofMerge(joined.some(), joined.others(), decision.author()));
        present.addAll(hub.tryWithin(() -> risks.ofJoins(effectOf(asOfNow, now), decision.author())));
        Decision seen = decisions.carry(asOfNow, present);
        return seen.equals(decision)
                ? putInForce(decisions.approve(decision.id(), approver, now), about(decision), now)
                : new Ruling.Refused(new Refusal.DecisionChanged(seen));
    }

    /** Says what the decision says, and tells what comes of it. Who moves is parted first: so ids return when it is undone. */
    private Effect effectOf(Decision decision, Instant now) {
        if (decision.kind() != DecisionKind.MOVE) {
            return reclustering.around(decision.records(), () -> said.say(decision), now);
        }
        Joined joined = Joined.by(decision);
        Effect parted = reclustering.around(
                decision.records(), () -> said.say(decision.id(), joined.within(), joined.different()), now);
        decisions.tellCause(decision.id(), parted.masterIds(), now);
        List<RecordPair> across = RecordPair.across(joined.some(), joined.others());
        return parted.then(
                reclustering.around(decision.records(), () -> said.say(decision.id(), across, List.of()), now));
    }

    /** The same ruling with what would come of it once approved; for a transaction of which nothing stays. */
    Ruling onceApproved(Ruling.Awaiting waits, Instant now) {
        Decision decision = waits.decision();
        Effect effect = effectOf(decision, now);
        return new Ruling.Awaiting(decision, people.masterOf(about(decision)).orElse(null), effect);
    }

    private static long about(Decision waited) {
        return Joined.by(waited).some().getFirst();
    }

    private Ruling putInForce(Decision decision, long about, Instant now) {
        if (decision.taskId() != null) {
            tasks.answer(decision.taskId(), TaskState.DECIDED, decision.id(), now);
        }
        Effect effect = effectOf(decision, now);
        decisions.tellCause(decision.id(), effect.masterIds(), now);
        return new Ruling.InForce(decision, people.masterOf(about).orElse(null), effect);
    }

    private Ruling letWait(Decision decision, long about, Instant now) {
        if (decision.taskId() != null) {
            tasks.answer(decision.taskId(), TaskState.AWAITING_APPROVAL, decision.id(), now);
        }
        return new Ruling.Awaiting(decision, people.masterOf(about).orElse(null), Effect.NONE);
    }
}
