package org.unifiedhotline.masterrecords.stewardship;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.unifiedhotline.masterrecords.database.HubDatabase;
import org.unifiedhotline.masterrecords.records.MasterId;
import org.unifiedhotline.masterrecords.resolution.Effect;
import org.unifiedhotline.masterrecords.resolution.Reclustering;
import org.unifiedhotline.masterrecords.resolution.RecordPair;
import org.unifiedhotline.masterrecords.reviewtasks.TaskState;
import org.unifiedhotline.masterrecords.stewardship.Stewardship.Word;

/** Writes down what was decided and puts it in force, or lets it wait for another person where it is a risky merge. */
final class Deciding {
    private final Reclustering reclustering;
    private final DecisionTable decisions;
    private final SaidTable said;
    private final PeopleTable people;
    private final TaskTable tasks;
    private final Risks risks;

    Deciding(HubDatabase hub, Reclustering reclustering, Risks risks) {
        this.reclustering = reclustering;
        this.decisions = new DecisionTable(hub);
        this.said = new SaidTable(hub);
        this.people = new PeopleTable(hub);
        this.tasks = new TaskTable(hub);
        this.risks = risks;
    }

    /** All these records are one person. */
    Ruling same(DecisionKind kind, List<Long> some, List<Long> others, Word word, @Nullable Long taskId, Instant now) {
        List<Risk> found = risks.ofMerge(some, others, word.author());
        List<RecordPair> pairs = RecordPair.across(some, others);
        Decision decision = decisions.insert(
                DecisionContent.about(kind, word, now, reclustering.modelVersion(), found, taskId, pairs, List.of()));
        return found.isEmpty() ? putInForce(decision, some.getFirst(), now) : letWait(decision, some.getFirst(), now);
    }

    /** These records are one person, and another than these. */
    Ruling split(Collection<Long> apart, Collection<Long> rest, Word word, Instant now) {
        long centre = apart.iterator().next();
        List<RecordPair> together = apart.stream()
                .filter(record -> record != centre)
                .map(record -> RecordPair.of(centre, record))
                .toList();
        return putInForce(
                decisions.insert(DecisionContent.about(
                        DecisionKind.SPLIT,
                        word,
                        now,
                        reclustering.modelVersion(),
                        List.of(),
                        null,
                        together,
                        RecordPair.across(apart, rest))),
                centre,
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

    /** Puts in force what waited; refused if somebody said otherwise of its records meanwhile, whom it would overrule unseen. */
    Ruling approve(Decision decision, String approver, Instant now) {
        return said.isContradictedSince(decision)
                ? new Ruling.Refused(new Ruling.Refusal.DecisionStands(decision))
                : putInForce(decisions.approve(decision.id(), approver, now), about(decision), now);
    }

    /** The same ruling with what would come of it once approved; for a transaction of which nothing stays. */
    Ruling onceApproved(Ruling.Awaiting waits, Instant now) {
        Decision decision = waits.decision();
        Effect effect = reclustering.around(decision.records(), () -> said.say(decision), now);
        return new Ruling.Awaiting(decision, people.masterOf(about(decision)).orElse(null), effect);
    }

    private static long about(Decision merge) {
        return merge.same().getFirst().a();
    }

    private Ruling putInForce(Decision decision, long about, Instant now) {
        Effect effect = reclustering.around(
                decision.records(),
                () -> {
                    said.say(decision);
                    if (decision.taskId() != null) {
                        tasks.answer(decision.taskId(), TaskState.DECIDED, decision.id(), now);
                    }
                },
                now);
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
