package org.unifiedhotline.masterrecords.stewardship;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.unifiedhotline.masterrecords.database.HubDatabase;
import org.unifiedhotline.masterrecords.queue.ResolutionQueue;
import org.unifiedhotline.masterrecords.queue.ResolutionQueue.Task;
import org.unifiedhotline.masterrecords.records.MasterId;
import org.unifiedhotline.masterrecords.resolution.Effect;
import org.unifiedhotline.masterrecords.resolution.Reclustering;
import org.unifiedhotline.masterrecords.resolution.RecordPair;
import org.unifiedhotline.masterrecords.rights.ErasurePlan;
import org.unifiedhotline.masterrecords.rights.Erasures;
import org.unifiedhotline.masterrecords.rights.LegalHold;
import org.unifiedhotline.masterrecords.rights.StandingExports;
import org.unifiedhotline.masterrecords.stewardship.Ruling.Refusal;
import org.unifiedhotline.masterrecords.stewardship.Stewardship.Word;

/** Decides what a person has a right to: that they are erased, which another must approve, or not matched any more. */
final class OfPerson {
    private final HubDatabase hub;
    private final Reclustering reclustering;
    private final DecisionTable decisions;
    private final SaidTable said;
    private final PeopleTable people;
    private final ResolutionQueue queue;
    private final @Nullable Erasures erasures;

    OfPerson(HubDatabase hub, Reclustering reclustering, @Nullable Erasures erasures) {
        this.hub = hub;
        this.reclustering = reclustering;
        this.decisions = new DecisionTable(hub);
        this.said = new SaidTable(hub);
        this.people = new PeopleTable(hub);
        this.queue = new ResolutionQueue(hub);
        this.erasures = erasures;
    }

    /**
     * Nothing is to be kept of a person.
     *
     * @param exceptHeld whether to leave what legal holds keep; else they refuse it
     */
    Ruling erase(MasterId id, boolean exceptHeld, Word word, Instant now) {
        List<Long> records = people.members(id);
        ErasurePlan plan = plan(records);
        if (plan.people().isEmpty() || (!plan.held().isEmpty() && !exceptHeld)) {
            return held(plan);
        }
        Decision waits =
                decisions.insert(DecisionContent.erase(word, now, reclustering.modelVersion(), going(records, plan)));
        return new Ruling.Awaiting(waits, id, Effect.NONE);
    }

    private ErasurePlan plan(Collection<Long> records) {
        if (erasures == null) {
            throw new IllegalStateException("this service has no place outside the hub to remember erasures in");
        }
        return erasures.plan(records);
    }

    private static List<Long> going(List<Long> records, ErasurePlan plan) {
        List<Long> held =
                plan.holds().stream().flatMap(hold -> hold.records().stream()).toList();
        return records.stream().filter(record -> !held.contains(record)).toList();
    }

    private static Ruling held(ErasurePlan plan) {
        return new Ruling.Refused(
                new Refusal.Held(plan.holds().stream().map(LegalHold::id).toList()));
    }

    /**
     * Does what was decided. Refused if a hold came since, and once if the person is made of other records by now: it then speaks of
     * these, and who has seen that approves.
     */
    Ruling approve(Decision decision, String approver, Instant now) {
        ErasurePlan plan = plan(decision.content().about());
        if (!plan.held().isEmpty()) {
            return held(plan);
        }
        List<Long> present = present(decision);
        if (!present.equals(decision.content().about())) {
            return new Ruling.Refused(new Refusal.DecisionChanged(decisions.speakOf(decision, present)));
        }
        Decision approved = decisions.approve(decision.id(), approver, now);
        MasterId erased = people.masterOf(present.getFirst()).orElse(null);
        Objects.requireNonNull(erasures).erase(present, decision.id());
        return new Ruling.InForce(approved, erased, Effect.NONE);
    }

    /** Of whom it was said, as they stand now, without what holds keep. */
    private List<Long> present(Decision decision) {
        TreeSet<Long> present = new TreeSet<>();
        decision.content().about().forEach(record -> present.addAll(people.fellows(record)));
        return present.isEmpty() ? decision.content().about() : going(new ArrayList<>(present), plan(present));
    }

    /** A person is not matched with anybody any more, and stays whoever they are. */
    Ruling restrict(MasterId id, Word word, Instant now) {
        List<Long> records = people.members(id);
        List<RecordPair> together = records.size() == 1 ? List.of() : Joined.together(records);
        Decision decision =
                decisions.insert(DecisionContent.restrict(word, now, reclustering.modelVersion(), together, records));
        Effect effect = reclustering.around(records, () -> said.say(decision), now);
        changed(records, now);
        decisions.tellCause(decision.id(), List.of(id), now);
        return new Ruling.InForce(decision, id, effect);
    }

    /**
     * A restriction came or went: the people are weighed anew and shown anew, and so are those whom cases name with them. Files that were
     * written before tell what is not told any more.
     */
    void changed(Collection<Long> records, Instant now) {
        StandingExports.giveUp(hub);
        queue.add(records, Task.RESOLVE);
        queue.addPeopleOfSameCases(records);
        reclustering.renew(records, now);
    }
}
