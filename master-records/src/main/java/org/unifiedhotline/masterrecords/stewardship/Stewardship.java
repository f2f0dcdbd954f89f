package org.unifiedhotline.masterrecords.stewardship;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.unifiedhotline.mappings.source.SourceRecordKey;
import org.unifiedhotline.masterrecords.assignment.Clearance;
import org.unifiedhotline.masterrecords.assignment.Stewards;
import org.unifiedhotline.masterrecords.database.HubDatabase;
import org.unifiedhotline.masterrecords.records.MasterId;
import org.unifiedhotline.masterrecords.records.SurvivorshipRules.Attribute;
import org.unifiedhotline.masterrecords.resolution.Effect;
import org.unifiedhotline.masterrecords.resolution.Evidence;
import org.unifiedhotline.masterrecords.resolution.Reclustering;
import org.unifiedhotline.masterrecords.reviewtasks.TaskState;
import org.unifiedhotline.masterrecords.rights.Erasures;
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
    private final PeopleTable people;
    private final TaskTable tasks;
    private final Deciding deciding;
    private final Undoing undoing;
    private final Stewards stewards;
    private final Clearance clearance;
    private final OfPerson ofPerson;
    private final Clock clock;
    private final ThreadLocal<Boolean> trying = ThreadLocal.withInitial(() -> false);

    /** Without erasure. */
    public Stewardship(
            HubDatabase hub, Reclustering reclustering, Evidence evidence, ReviewTasks reviewTasks, Clock clock) {
        this(hub, reclustering, evidence, reviewTasks, null, clock);
    }

    /** @param erasures what does what an erasure says; null where nobody can be erased */
    public Stewardship(
            HubDatabase hub,
            Reclustering reclustering,
            Evidence evidence,
            ReviewTasks reviewTasks,
            @Nullable Erasures erasures,
            Clock clock) {
        this.hub = hub;
        this.reclustering = reclustering;
        this.reviewTasks = reviewTasks;
        this.decisions = new DecisionTable(hub);
        this.people = new PeopleTable(hub);
        this.tasks = new TaskTable(hub);
        this.stewards = reviewTasks.stewards();
        this.clearance = new Clearance(hub, stewards);
        Risks risks = new Risks(evidence, new SaidTable(hub), stewards);
        this.deciding = new Deciding(hub, reclustering, risks);
        this.ofPerson = new OfPerson(hub, reclustering, erasures);
        this.undoing = new Undoing(hub, reclustering, risks, stewards, ofPerson);
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
     * @param before only those with a smaller id; null for the latest
     */
    public List<Decision> list(DecisionFilter filter, @Nullable Long before, int limit) {
        return hub.read(() -> {
            @Nullable List<Long> about = filter.person() == null ? null : people.members(filter.person());
            List<Decision> found = new ArrayList<>();
            @Nullable Long last = before;
            List<Decision> page;
            do {
                page = decisions.list(filter.state(), about, last, limit);
                shown(page, filter).limit((long) limit - found.size()).forEach(found::add);
                last = page.isEmpty() ? last : Long.valueOf(page.getLast().id());
            } while (page.size() == limit && found.size() < limit);
            return found;
        });
    }

    /** The records that a decision speaks of, by number; of an undo, those of what it takes back. */
    public Set<Long> recordsOf(Decision decision) {
        return decisions.root(decision).records();
    }

    /** How many decisions speak of the records that a person is made of, whoever is cleared for them. */
    public long count(MasterId person) {
        return hub.read(() -> decisions.count(people.members(person)));
    }

    private Stream<Decision> shown(List<Decision> page, DecisionFilter filter) {
        Stream<Decision> cleared = page.stream().filter(decision -> isClearedFor(filter.reader(), decision));
        return filter.restricted() ? cleared : cleared.filter(decision -> !isAboutRestricted(decision));
    }

    /** Whether a decision speaks of somebody whose processing is restricted; an undo does by what it takes back. */
    public boolean isAboutRestricted(Decision decision) {
        return people.isRestricted(decisions.root(decision).records());
    }

    /** What an account gave as reasons last, each once, the latest first. */
    public List<String> lastReasons(String author, int limit) {
        return decisions.lastReasons(author, limit);
    }

    /** The records that decisions speak of, those that live, by the id of the decision; of an undo, those of what it takes back. */
    public Map<Long, List<Spoken>> spokenOf(Collection<Decision> about) {
        return hub.read(() -> {
            Map<Long, Set<Long>> records = new HashMap<>();
            about.forEach(decision ->
                    records.put(decision.id(), decisions.root(decision).records()));
            Map<Long, Spoken> known =
                    people.spoken(records.values().stream().flatMap(Set::stream).collect(Collectors.toSet()));
            Map<Long, List<Spoken>> spoken = new HashMap<>();
            records.forEach((decision, ids) -> spoken.put(
                    decision,
                    ids.stream().filter(known::containsKey).map(known::get).toList()));
            return spoken;
        });
    }

    /** A record that a decision speaks of, and whose it is now. */
    public record Spoken(SourceRecordKey key, MasterId masterId) {}

    /** Whether an account may see, approve or undo a decision: whether it is cleared for everybody whom it speaks of. */
    public boolean isClearedFor(String account, Decision decision) {
        return clearance.isWhole(account)
                || clearance.covers(account, decisions.root(decision).records());
    }

    private Optional<Refusal> beyondClearance(String account, Collection<Long> records) {
        return clearance.covers(account, records) ? Optional.empty() : Optional.of(new Refusal.BeyondClearance());
    }

    /** Two master records are one person. */
    public Ruling merge(MasterId id, MasterId other, Word word) {
        return alone(() -> {
            Optional<Refusal> refusal = refusalOf(id, word).or(() -> refusalOf(other, word));
            if (refusal.isPresent()) {
                return new Ruling.Refused(refusal.get());
            }
            if (id.equals(other)) {
                return senseless("A master record cannot be merged with itself.");
            }
            return deciding.same(DecisionKind.MERGE, people.members(id), people.members(other), word, null, now());
        });
    }

    /** These records of a master record are another person, one together. */
    public Ruling split(MasterId id, Collection<SourceRecordKey> records, Word word) {
        return alone(() -> refusalOf(id, word)
                .map(Ruling::refused)
                .orElseGet(() -> Parting.of(people.members(id), records)
                        .map(parting -> deciding.split(parting.leaving(), parting.staying(), word, now()))
                        .orElseGet(Stewardship::senselessParting)));
    }

    /** These records of a master record are the person of another master record: a split and a merge, one decision. */
    public Ruling move(MasterId id, Collection<SourceRecordKey> records, MasterId to, Word word) {
        return alone(() -> {
            Optional<Refusal> refusal = refusalOf(id, word).or(() -> refusalOf(to, word));
            if (refusal.isPresent()) {
                return new Ruling.Refused(refusal.get());
            }
            if (id.equals(to)) {
                return senseless("Records are moved to another master record.");
            }
            return Parting.of(people.members(id), records)
                    .map(parting ->
                            deciding.move(parting.leaving(), parting.staying(), people.members(to), word, now()))
                    .orElseGet(Stewardship::senselessParting);
        });
    }

    /** Records that leave a person, and those that stay; neither is empty. */
    private record Parting(List<Long> leaving, List<Long> staying) {
        /** Empty if some of the records are not the person's, none is to leave or none would stay. */
        static Optional<Parting> of(List<Long> members, Collection<SourceRecordKey> records) {
            List<Long> leaving =
                    records.stream().map(SourceRecordId::of).distinct().toList();
            List<Long> staying = new ArrayList<>(members);
            boolean theirs = staying.containsAll(leaving);
            staying.removeAll(leaving);
            return theirs && !leaving.isEmpty() && !staying.isEmpty()
                    ? Optional.of(new Parting(leaving, staying))
                    : Optional.empty();
        }
    }

    private static Ruling senselessParting() {
        return senseless(
                "The records must be records of this master record, at least one, and at least one must stay.");
    }

    /**
     * Answers a task: its two records are one person, or two. The answer speaks of the two people as they stand: of each
     * record of the one and each of the other.
     *
     * @param version the version of the task that the answer is given to
     */
    public Ruling answer(long taskId, long version, boolean onePerson, Word word) {
        return alone(() -> {
            Instant now = now();
            Optional<Refusal> refusal = reviewTasks.refusalOf(taskId, version, word.author(), now);
            if (refusal.isPresent()) {
                return new Ruling.Refused(refusal.get());
            }
            ReviewTask task = tasks.lock(taskId, now).orElseThrow();
            TaskSides sides = TaskSides.of(task, people);
            Optional<Refusal> beyond =
                    beyondClearance(word.author(), sides.one()).or(() -> beyondClearance(word.author(), sides.other()));
            if (beyond.isPresent()) {
                return new Ruling.Refused(beyond.get());
            }
            reviewTasks.freeze(task, word.author(), now);
            tasks.note(taskId, word.author(), "DECIDE", word.reason(), now);
            return onePerson
                    ? deciding.same(DecisionKind.SAME_PERSON, sides.one(), sides.other(), word, taskId, now)
                    : deciding.different(sides, task, word, now);
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
        return alone(() -> {
            Optional<Refusal> refusal = refusalOf(id, word);
            if (refusal.isPresent()) {
                return new Ruling.Refused(refusal.get());
            }
            long pinned = SourceRecordId.of(record);
            if (attribute.isSeveral() || !people.members(id).contains(pinned)) {
                return senseless("What is pinned is one value of a record of this master record.");
            }
            return deciding.pin(id, new Decision.Pin(attribute, pinned), word, now());
        });
    }

    /**
     * Nothing is to be kept of a person but what is counted; once another person approved it.
     *
     * @param word who asks for it, and the legal basis
     * @param exceptHeld whether to leave what legal holds keep; else they refuse it
     */
    public Ruling erase(MasterId id, boolean exceptHeld, Word word) {
        return alone(
                () -> standing(id).map(Ruling::refused).orElseGet(() -> ofPerson.erase(id, exceptHeld, word, now())));
    }

    /** A person is not matched or found any more, until that is undone. */
    public Ruling restrict(MasterId id, Word word) {
        return alone(
                () -> refusalOf(id, word).map(Ruling::refused).orElseGet(() -> ofPerson.restrict(id, word, now())));
    }

    /** Puts another's decision in force; what one decided oneself, through whichever account, is refused. */
    public Ruling approve(long decisionId, String approver) {
        return alone(() -> {
            Optional<Decision> found = decisions.find(decisionId);
            if (found.isEmpty()) {
                return new Ruling.Refused(new Refusal.Unknown());
            }
            Decision decision = found.get();
            if (!isClearedFor(approver, decision)) {
                return new Ruling.Refused(new Refusal.BeyondClearance());
            }
            if (stewards.arePerson(decision.author(), approver)) {
                return new Ruling.Refused(new Refusal.OwnDecision());
            }
            if (decision.state() != DecisionState.AWAITING_APPROVAL) {
                return new Ruling.Refused(new Refusal.DecisionStands(decision));
            }
            return switch (decision.kind()) {
                case UNDO -> undoing.approve(decision, approver, now());
                case ERASE -> approveErasure(decision, approver);
                case SAME_PERSON, DIFFERENT_PEOPLE, MERGE, SPLIT, MOVE, PIN, RESTRICT ->
                    deciding.approve(decision, approver, now());
            };
        });
    }

    /** What is only tried is not done: its list outside the hub knows no rollback. */
    private Ruling approveErasure(Decision decision, String approver) {
        return trying.get()
                ? new Ruling.Awaiting(decision, null, Effect.NONE)
                : ofPerson.approve(decision, approver, now());
    }

    /**
     * Takes a decision back, whatever was decided since; an undo too. One that awaits approval is discarded. What others
     * decided stays in force. Where it would make a risky person of several, it waits for another's approval.
     */
    public Ruling undo(long decisionId, Word word) {
        return alone(() -> decisions
                .find(decisionId)
                .map(decision -> isClearedFor(word.author(), decision)
                        ? undoing.undo(decision, word, now())
                        : Ruling.refused(new Refusal.BeyondClearance()))
                .orElseGet(() -> new Ruling.Refused(new Refusal.Unknown())));
    }

    /** What would come of it, once approved where that is needed: the same thing, and nothing of it stays. */
    public Ruling preview(Supplier<Ruling> decision) {
        trying.set(true);
        try {
            return hub.tryOut(() -> tried(decision));
        } finally {
            trying.remove();
        }
    }

    private Ruling tried(Supplier<Ruling> decision) {
        return switch (decision.get()) {
            case Ruling.Awaiting waits
            when waits.decision().kind() == DecisionKind.UNDO
                    || waits.decision().kind() == DecisionKind.ERASE -> waits;
            case Ruling.Awaiting waits -> deciding.onceApproved(waits, now());
            case Ruling.InForce made -> made;
            // Seen by this preview; what would come of it is told.
            case Ruling.Refused(Refusal.DecisionChanged changed) -> decision.get();
            case Ruling.Refused refused -> refused;
        };
    }

    /** Why this person cannot be decided about by whoever wants to. */
    private Optional<Refusal> refusalOf(MasterId id, Word word) {
        return standing(id).or(() -> {
            List<Long> records = people.members(id);
            return beyondClearance(word.author(), records)
                    .or(() -> decisions.restricts(records) ? Optional.of(new Refusal.Restricted()) : Optional.empty());
        });
    }

    /** Empty if this person stands under this id. */
    private Optional<Refusal> standing(MasterId id) {
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

    private Ruling alone(Supplier<Ruling> decision) {
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
