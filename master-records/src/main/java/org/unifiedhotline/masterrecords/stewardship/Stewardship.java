package org.unifiedhotline.masterrecords.stewardship;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.unifiedhotline.mappings.source.SourceRecordKey;
import org.unifiedhotline.masterrecords.database.HubDatabase;
import org.unifiedhotline.masterrecords.records.MasterId;
import org.unifiedhotline.masterrecords.records.SurvivorshipRules.Attribute;
import org.unifiedhotline.masterrecords.resolution.Effect;
import org.unifiedhotline.masterrecords.resolution.Evidence;
import org.unifiedhotline.masterrecords.resolution.Reclustering;
import org.unifiedhotline.masterrecords.resolution.RecordPair;
import org.unifiedhotline.masterrecords.reviewtasks.TaskState;
import org.unifiedhotline.masterrecords.sourcerecords.SourceRecordId;
import org.unifiedhotline.masterrecords.stewardship.Ruling.Refusal;

/**
 * Takes decisions and takes them back. Every call is one transaction, in which nobody else resolves: what it answers is
 * what stands. All of them may throw {@link org.unifiedhotline.masterrecords.resolution.HubBusyException}.
 */
public final class Stewardship {
    /** How long a deferred task stays out of the queue, unless its evidence changes before. */
    public static final Duration DEFERRED = Duration.ofDays(7);

    private final HubDatabase hub;
    private final Reclustering reclustering;
    private final ReviewTasks reviewTasks;
    private final DecisionTable decisions;
    private final SaidTable said;
    private final PeopleTable people;
    private final TaskTable tasks;
    private final Risks risks;
    private final Clock clock;

    public Stewardship(
            HubDatabase hub, Reclustering reclustering, Evidence evidence, ReviewTasks reviewTasks, Clock clock) {
        this.hub = hub;
        this.reclustering = reclustering;
        this.reviewTasks = reviewTasks;
        this.decisions = new DecisionTable(hub);
        this.said = new SaidTable(hub);
        this.people = new PeopleTable(hub);
        this.tasks = new TaskTable(hub);
        this.risks = new Risks(evidence, said);
        this.clock = clock;
    }

    /** Who decides, and why in their words. */
    public record Word(String author, String reason) {}

    /** One decision. */
    public Optional<Decision> find(long decisionId) {
        return decisions.find(decisionId);
    }

    /**
     * Decisions, the latest first.
     *
     * @param state only those in this state; null for all
     * @param before only those with a smaller id; null for the latest
     */
    public List<Decision> list(@Nullable DecisionState state, @Nullable Long before, int limit) {
        return decisions.list(state, before, limit);
    }

    /** Two master records are one person. */
    public Ruling merge(MasterId id, MasterId other, Word word) {
        return deciding(() -> {
            Optional<Refusal> refusal = refusalOf(id).or(() -> refusalOf(other));
            if (refusal.isPresent()) {
                return new Ruling.Refused(refusal.get());
            }
            if (id.equals(other)) {
                return senseless("A master record cannot be merged with itself.");
            }
            return same(DecisionKind.MERGE, people.members(id), people.members(other), word, null);
        });
    }

    /** These records of a master record are another person, one together. */
    public Ruling split(MasterId id, Collection<SourceRecordKey> records, Word word) {
        return deciding(() -> {
            Optional<Refusal> refusal = refusalOf(id);
            if (refusal.isPresent()) {
                return new Ruling.Refused(refusal.get());
            }
            Set<Long> apart = new HashSet<>();
            records.forEach(record -> apart.add(SourceRecordId.of(record)));
            List<Long> rest = new ArrayList<>(people.members(id));
            if (apart.isEmpty() || !rest.containsAll(apart)) {
                return senseless("The records to split off must be records of this master record, at least one.");
            }
            rest.removeAll(apart);
            if (rest.isEmpty()) {
                return senseless("At least one record must stay.");
            }
            return inForce(
                    insert(DecisionKind.SPLIT, star(apart), RecordPair.across(apart, rest), word, List.of(), null),
                    apart.iterator().next());
        });
    }

    private static List<RecordPair> star(Set<Long> records) {
        long centre = records.iterator().next();
        return records.stream()
                .filter(record -> record != centre)
                .map(record -> RecordPair.of(centre, record))
                .toList();
    }

    /**
     * Answers a task: its two records are one person, or two. The answer speaks of the two people as they stand: of each
     * record of the one and each of the other.
     *
     * @param version the version of the task that the answer is given to
     */
    public Ruling answer(long taskId, long version, boolean onePerson, Word word) {
        return deciding(() -> {
            Instant now = now();
            Optional<Refusal> refusal = reviewTasks.refusalOf(taskId, version, word.author(), now);
            if (refusal.isPresent()) {
                return new Ruling.Refused(refusal.get());
            }
            ReviewTask task = tasks.lock(taskId, now).orElseThrow();
            reviewTasks.freeze(task, word.author(), now);
            tasks.note(taskId, word.author(), "DECIDE", word.reason(), now);
            Sides sides = sides(task);
            return onePerson
                    ? same(DecisionKind.SAME_PERSON, sides.one(), sides.other(), word, taskId)
                    : inForce(
                            insert(
                                    DecisionKind.DIFFERENT_PEOPLE,
                                    List.of(),
                                    RecordPair.across(sides.one(), sides.other()),
                                    word,
                                    List.of(),
                                    taskId),
                            task.pair().a());
        });
    }

    /** Puts a task back into the queue for others ({@code until} null), or off until a time. */
    public Optional<Refusal> putAside(long taskId, long version, Word word, @Nullable Instant until) {
        return reviewTasks.putAside(
                taskId,
                version,
                word.author(),
                until == null ? TaskState.OPEN : TaskState.DEFERRED,
                until,
                word.reason());
    }

    /** What this record of a master record says of an attribute stands, whatever the rules say, while it is its record. */
    public Ruling pin(MasterId id, Attribute attribute, SourceRecordKey record, Word word) {
        return deciding(() -> {
            Optional<Refusal> refusal = refusalOf(id);
            if (refusal.isPresent()) {
                return new Ruling.Refused(refusal.get());
            }
            long pinned = SourceRecordId.of(record);
            if (attribute.isSeveral() || !people.members(id).contains(pinned)) {
                return senseless("What is pinned is one value of a record of this master record.");
            }
            Instant now = now();
            Decision decision = decisions.insert(new NewDecision(
                    DecisionKind.PIN,
                    DecisionState.IN_FORCE,
                    word.author(),
                    word.reason(),
                    now,
                    reclustering.modelVersion(),
                    List.of(),
                    null,
                    null,
                    List.of(),
                    List.of(),
                    new Decision.Pin(attribute, pinned)));
            reclustering.renew(List.of(pinned), now);
            decisions.tellCause(decision.id(), List.of(id), now);
            return new Ruling.InForce(decision, id, Effect.NONE);
        });
    }

    private record Sides(List<Long> one, List<Long> other) {}

    /** The two people; of one person whose records are doubted, those of children and victims and those of callers. */
    private Sides sides(ReviewTask task) {
        long a = task.pair().a();
        long b = task.pair().b();
        List<Long> one = people.fellows(a);
        List<Long> other = people.fellows(b);
        if (one.isEmpty() || other.isEmpty()) {
            return new Sides(List.of(a), List.of(b));
        }
        if (!one.contains(b)) {
            return new Sides(one, other);
        }
        List<Long> subjects = people.subjects(one);
        boolean mixed = subjects.contains(a) != subjects.contains(b);
        if (!mixed) {
            return new Sides(List.of(a), List.of(b));
        }
        List<Long> callers = new ArrayList<>(one);
        callers.removeAll(subjects);
        return new Sides(subjects, callers);
    }

    private Ruling same(DecisionKind kind, List<Long> some, List<Long> others, Word word, @Nullable Long taskId) {
        List<Risk> found = risks.ofMerge(some, others, word.author());
        Decision decision = insert(kind, RecordPair.across(some, others), List.of(), word, found, taskId);
        return found.isEmpty() ? inForce(decision, some.getFirst()) : awaiting(decision, some.getFirst());
    }

    private Decision insert(
            DecisionKind kind,
            List<RecordPair> same,
            List<RecordPair> different,
            Word word,
            List<Risk> found,
            @Nullable Long taskId) {
        DecisionState state = found.isEmpty() ? DecisionState.IN_FORCE : DecisionState.AWAITING_APPROVAL;
        return decisions.insert(new NewDecision(
                kind,
                state,
                word.author(),
                word.reason(),
                now(),
                reclustering.modelVersion(),
                found,
                taskId,
                null,
                same,
                different,
                null));
    }

    private Ruling inForce(Decision decision, long about) {
        Instant now = now();
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

    private Ruling awaiting(Decision decision, long about) {
        if (decision.taskId() != null) {
            tasks.answer(decision.taskId(), TaskState.AWAITING_APPROVAL, decision.id(), now());
        }
        return new Ruling.Awaiting(decision, people.masterOf(about).orElse(null), Effect.NONE);
    }

    /** Puts another's decision in force. */
    public Ruling approve(long decisionId, String approver) {
        return deciding(() -> {
            Optional<Decision> found = decisions.find(decisionId);
            if (found.isEmpty()) {
                return new Ruling.Refused(new Refusal.Unknown());
            }
            Decision decision = found.get();
            if (decision.author().equals(approver)) {
                return new Ruling.Refused(new Refusal.OwnDecision());
            }
            if (decision.state() != DecisionState.AWAITING_APPROVAL) {
                return new Ruling.Refused(new Refusal.DecisionStands(decision));
            }
            return inForce(
                    decisions.approve(decisionId, approver, now()),
                    decision.same().getFirst().a());
        });
    }

    /**
     * Takes a decision back, whatever was decided since; an undo too. One that awaits approval is discarded. What others
     * decided stays in force.
     */
    public Ruling undo(long decisionId, Word word) {
        return deciding(() -> {
            Optional<Decision> found = decisions.find(decisionId);
            if (found.isEmpty()) {
                return new Ruling.Refused(new Refusal.Unknown());
            }
            Decision undone = found.get();
            if (undone.state() == DecisionState.UNDONE || undone.state() == DecisionState.DISCARDED) {
                return new Ruling.Refused(new Refusal.DecisionStands(undone));
            }
            return takeBack(undone, word);
        });
    }

    private Ruling takeBack(Decision undone, Word word) {
        Instant now = now();
        Decision undo = decisions.insert(new NewDecision(
                DecisionKind.UNDO,
                DecisionState.IN_FORCE,
                word.author(),
                word.reason(),
                now,
                reclustering.modelVersion(),
                List.of(),
                null,
                undone.id(),
                List.of(),
                List.of(),
                null));
        Decision root = root(undone);
        Effect effect = reclustering.around(root.records(), () -> set(undone, false, undo.id(), now), now);
        Set<MasterId> changed = new HashSet<>(effect.masterIds());
        if (root.kind() == DecisionKind.PIN) {
            reclustering.renew(root.records(), now);
            root.records().forEach(record -> people.masterOf(record).ifPresent(changed::add));
        }
        decisions.tellCause(undo.id(), changed, now);
        @Nullable
        MasterId about = root.records().stream()
                .flatMap(record -> people.masterOf(record).stream())
                .findFirst()
                .orElse(null);
        return new Ruling.InForce(undo, about, effect);
    }

    /** The decision that a chain of undos is about. */
    private Decision root(Decision decision) {
        Decision at = decision;
        while (at.undoes() != null) {
            at = decisions.find(at.undoes()).orElseThrow();
        }
        return at;
    }

    /** Makes a decision hold or not; an undo holds by its target not holding. */
    private void set(Decision decision, boolean holds, @Nullable Long by, Instant now) {
        boolean awaited =
                decision.state() == DecisionState.AWAITING_APPROVAL || decision.state() == DecisionState.DISCARDED;
        DecisionState on = awaited ? DecisionState.AWAITING_APPROVAL : DecisionState.IN_FORCE;
        DecisionState off = awaited ? DecisionState.DISCARDED : DecisionState.UNDONE;
        decisions.settle(decision.id(), holds ? on : off, holds ? null : by);
        if (decision.undoes() != null) {
            set(decisions.find(decision.undoes()).orElseThrow(), !holds, decision.id(), now);
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

    /** What would come of it, once approved where that is needed: the same thing, and nothing of it stays. */
    public Ruling preview(Supplier<Ruling> decision) {
        return hub.tryOut(() -> switch (decision.get()) {
            case Ruling.Awaiting waits -> {
                long about = waits.decision().same().getFirst().a();
                Effect effect =
                        reclustering.around(waits.decision().records(), () -> said.say(waits.decision()), now());
                yield new Ruling.Awaiting(
                        waits.decision(), people.masterOf(about).orElse(null), effect);
            }
            case Ruling.InForce made -> made;
            case Ruling.Refused refused -> refused;
        });
    }

    private Optional<Refusal> refusalOf(MasterId id) {
        Optional<PeopleTable.Fate> fate = people.fate(id);
        if (fate.isEmpty()) {
            return Optional.of(new Refusal.Unknown());
        }
        MasterId standing = fate.get().standing();
        if (standing == null) {
            return Optional.of(new Refusal.Gone());
        }
        return standing.equals(id) ? Optional.empty() : Optional.of(new Refusal.MergedAway(standing));
    }

    private static Ruling senseless(String why) {
        return new Ruling.Refused(new Refusal.Senseless(why));
    }

    private Ruling deciding(Supplier<Ruling> decision) {
        return hub.write(() -> {
            reclustering.begin();
            return decision.get();
        });
    }

    /** To the microsecond, as the database keeps it. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
