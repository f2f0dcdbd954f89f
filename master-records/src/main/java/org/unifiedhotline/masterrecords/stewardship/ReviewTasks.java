package org.unifiedhotline.masterrecords.stewardship;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.unifiedhotline.masterrecords.assignment.Steward;
import org.unifiedhotline.masterrecords.assignment.Stewards;
import org.unifiedhotline.masterrecords.database.HubDatabase;
import org.unifiedhotline.masterrecords.resolution.Evidence;
import org.unifiedhotline.masterrecords.reviewtasks.TaskKind;
import org.unifiedhotline.masterrecords.reviewtasks.TaskState;
import org.unifiedhotline.masterrecords.stewardship.Ruling.Refusal;

/** The stewards' queue: what waits, who works on it, and what they were shown. */
public final class ReviewTasks {
    /** How long a claimed task is kept for whoever claimed it. */
    public static final Duration LEASE = Duration.ofMinutes(15);

    private static final int MOST_SUGGESTED = 3;
    /** Weighing a pair takes a fraction of a millisecond, reading it more. */
    private static final int LOOKED_AT = 200;

    private final HubDatabase hub;
    private final TaskTable tasks;
    private final EvidenceTable evidence;
    private final Stewards stewards;
    private final Clock clock;

    /** Makes a queue of stewards who are not named, all cleared for everything. */
    public ReviewTasks(HubDatabase hub, Evidence evidence, Clock clock) {
        this(hub, evidence, Stewards.unnamed(), clock);
    }

    public ReviewTasks(HubDatabase hub, Evidence evidence, Stewards stewards, Clock clock) {
        this.hub = hub;
        this.stewards = stewards;
        this.tasks = new TaskTable(hub);
        this.evidence = new EvidenceTable(hub, evidence);
        this.clock = clock;
    }

    /** A task with what is shown of it and what was done with it. */
    public record Opened(ReviewTask task, TaskEvidence evidence, List<TaskNote> notes) {}

    /**
     * A page of tasks, the most urgent first.
     *
     * @param counts how many there are of each kind, of the same state, centre and assignment
     * @param next where the next page begins; null on the last
     */
    public record Page(
            List<Opened> tasks,
            long total,
            Map<TaskKind, Long> counts,
            @Nullable String next) {}

    /** What a claim leads to. */
    public sealed interface Claim {
        /** It is the caller's until its lease ends. */
        record Granted(Opened opened) implements Claim {}

        /** It is another's, or not open any more. */
        record Denied(Refusal refusal) implements Claim {}
    }

    Stewards stewards() {
        return stewards;
    }

    /**
     * Which tasks are wanted.
     *
     * @param kind null for all
     * @param centre only those whose people called there or are cared for there; null for all
     * @param assignedTo only those given to whoever is behind this account; null for all
     * @param restricted whether also those about people whose processing is restricted
     */
    public record Wanted(
            TaskState state,
            @Nullable TaskKind kind,
            @Nullable String centre,
            @Nullable String assignedTo,
            boolean restricted) {
        /** All in a state. */
        public static Wanted in(TaskState state) {
            return new Wanted(state, null, null, null, true);
        }
    }

    /** The tasks in a state, as an account sees them that is not named among the stewards. */
    public Page page(TaskState state, @Nullable TaskKind kind, @Nullable String cursor, int size) {
        return page(new Wanted(state, kind, null, null, true), "", cursor, size);
    }

    /**
     * Tasks that a caller is cleared for: those given to them, those that suit them and nobody works on, then the others;
     * within these the most urgent first.
     *
     * @param cursor what an earlier page gave as next; null for the first page
     * @throws IllegalArgumentException if the cursor was not given before
     */
    public Page page(Wanted wanted, String caller, @Nullable String cursor, int size) {
        TaskTable.After after = cursor == null ? null : after(cursor);
        Instant now = clock.instant();
        TaskFilter filter = new TaskFilter(
                wanted.state(),
                wanted.kind(),
                wanted.centre(),
                wanted.assignedTo() == null ? null : stewards.person(wanted.assignedTo()),
                caller,
                stewards.of(caller),
                wanted.restricted());
        return hub.read(() -> {
            List<TaskTable.Ranked> found = tasks.page(filter, after, size + 1, now);
            List<TaskTable.Ranked> page = found.subList(0, Math.min(size, found.size()));
            Map<Long, TaskEvidence> shown =
                    evidence.of(page.stream().map(TaskTable.Ranked::task).toList());
            @Nullable String next = found.size() > size ? cursor(page.getLast()) : null;
            return new Page(
                    page.stream()
                            .map(TaskTable.Ranked::task)
                            .map(task -> new Opened(
                                    task, Objects.requireNonNull(shown.get(task.id())), tasks.notes(task.id())))
                            .toList(),
                    tasks.count(filter, now),
                    tasks.counts(filter, now),
                    next);
        });
    }

    /**
     * Tasks of one kind whose evidence is the same, level by level, and which a caller could answer with this one: those whose
     * weight is nearest are looked at, not all.
     *
     * @param restricted whether also tasks about people whose processing is restricted
     */
    public List<Opened> alike(Opened one, String caller, boolean restricted, int size) {
        Instant now = clock.instant();
        ReviewTask task = one.task();
        TaskFilter filter =
                new TaskFilter(TaskState.OPEN, task.kind(), null, null, caller, stewards.of(caller), restricted);
        return hub.read(() -> {
            List<ReviewTask> near = tasks.near(task, filter, LOOKED_AT, now);
            Map<Long, TaskEvidence> shown = evidence.of(near);
            return near.stream()
                    .map(other -> new Opened(other, Objects.requireNonNull(shown.get(other.id())), List.of()))
                    .filter(other ->
                            other.evidence().levels().equals(one.evidence().levels()))
                    .limit(size)
                    .toList();
        });
    }

    private static String cursor(TaskTable.Ranked last) {
        return last.rank() + "-" + last.task().priority() + "-" + last.task().id();
    }

    private static TaskTable.After after(String cursor) {
        String[] parts = cursor.split("-", -1);
        if (parts.length != 3) {
            throw new IllegalArgumentException("not a cursor given before");
        }
        try {
            return new TaskTable.After(
                    Integer.parseInt(parts[0]), Integer.parseInt(parts[1]), Long.parseLong(parts[2]));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("not a cursor given before", e);
        }
    }

    /** Whether a caller may see and answer a task. */
    public boolean isClearedFor(String caller, ReviewTask task) {
        return stewards.of(caller).isClearedFor(task.scope());
    }

    /** Whether a task is about somebody whose processing is restricted. */
    public boolean isAboutRestricted(ReviewTask task) {
        return tasks.isAboutRestricted(task.pair());
    }

    /** Who should take a task: the named stewards whom it suits, those with the fewest in hand first, at most three. */
    public List<String> suggestedFor(ReviewTask task) {
        List<Steward> suited = task.state().isLive() ? stewards.suitedTo(task.scope()) : List.of();
        if (suited.isEmpty()) {
            return List.of();
        }
        Map<String, Long> inHand = new HashMap<>();
        tasks.inHand(clock.instant())
                .forEach((account, count) -> inHand.merge(stewards.person(account), count, Long::sum));
        return suited.stream()
                .map(Steward::account)
                .sorted(Comparator.comparing((String account) -> inHand.getOrDefault(account, 0L))
                        .thenComparing(Comparator.naturalOrder()))
                .limit(MOST_SUGGESTED)
                .toList();
    }

    /**
     * Gives a task to somebody, or to nobody in particular.
     *
     * @param to an account; null for nobody
     * @return why not; empty if it is theirs
     */
    public Optional<Refusal> assign(long id, @Nullable String to, String by, String reason) {
        return hub.write(() -> {
            Instant now = clock.instant();
            Optional<ReviewTask> found = tasks.lock(id, now);
            if (found.isEmpty()) {
                return Optional.of(new Refusal.Unknown());
            }
            ReviewTask task = found.get();
            if (!task.state().isLive()) {
                return Optional.of(new Refusal.TaskStands(task));
            }
            if (!isClearedFor(by, task)) {
                return Optional.of(new Refusal.BeyondClearance());
            }
            if (to != null && !isClearedFor(to, task)) {
                return Optional.of(new Refusal.Senseless("This account is not cleared for the task."));
            }
            tasks.assign(id, to == null ? null : stewards.person(to));
            tasks.note(id, by, "ASSIGN", (to == null ? "" : stewards.person(to) + ": ") + reason, now);
            return Optional.empty();
        });
    }

    /** One task as it stands. */
    public Optional<Opened> find(long id) {
        return hub.read(() -> tasks.find(id, clock.instant()).map(this::opened));
    }

    private Opened opened(ReviewTask task) {
        return new Opened(
                task, Objects.requireNonNull(evidence.of(List.of(task)).get(task.id())), tasks.notes(task.id()));
    }

    /**
     * Keeps a task for somebody, and what they are shown of it for ever. A lease that has run out is taken over.
     *
     * @param lease for how long
     */
    public Claim claim(long id, String caller, Duration lease) {
        return hub.write(() -> {
            Instant now = clock.instant();
            Optional<ReviewTask> found = tasks.lock(id, now);
            if (found.isEmpty()) {
                return new Claim.Denied(new Refusal.Unknown());
            }
            ReviewTask task = found.get();
            if (!isClearedFor(caller, task)) {
                return new Claim.Denied(new Refusal.BeyondClearance());
            }
            if (task.state() != TaskState.OPEN || isOthers(task, caller, now)) {
                return new Claim.Denied(new Refusal.TaskStands(task));
            }
            tasks.lease(id, caller, now.plus(lease));
            tasks.note(id, caller, "CLAIM", "", now);
            evidence.freeze(task, caller, now);
            return new Claim.Granted(opened(tasks.lock(id, now).orElseThrow()));
        });
    }

    /** Whether somebody else works on it, or it was given to somebody else. */
    private boolean isOthers(ReviewTask task, String caller, Instant now) {
        boolean given = task.assignedTo() != null && !stewards.arePerson(task.assignedTo(), caller);
        return given || task.isLeasedToOther(caller, now);
    }

    /** Puts a task back, or off until a time. */
    Optional<Refusal> putAside(
            long id, long version, String caller, TaskState state, @Nullable Instant until, String reason) {
        return hub.write(() -> {
            Instant now = clock.instant();
            Optional<Refusal> refusal = refusalOf(id, version, caller, now);
            if (refusal.isEmpty()) {
                tasks.release(id, state, until, now);
                tasks.note(id, caller, state == TaskState.DEFERRED ? "DEFER" : "SKIP", reason, now);
            }
            return refusal;
        });
    }

    /** Notes a word on a task, whatever its state; empty if there is no such task. */
    public Optional<Opened> comment(long id, String caller, String words) {
        return hub.write(() -> {
            Optional<ReviewTask> task = tasks.lock(id, clock.instant());
            task.ifPresent(found -> tasks.note(id, caller, "COMMENT", words, clock.instant()));
            return task.map(this::opened);
        });
    }

    /** Why this caller cannot answer this version of a task now; empty if they can. Locks the task. */
    Optional<Refusal> refusalOf(long id, long version, String caller, Instant now) {
        Optional<ReviewTask> found = tasks.lock(id, now);
        if (found.isEmpty()) {
            return Optional.of(new Refusal.Unknown());
        }
        ReviewTask task = found.get();
        if (!isClearedFor(caller, task)) {
            return Optional.of(new Refusal.BeyondClearance());
        }
        boolean answerable = task.version() == version && task.state().isLive() && !isOthers(task, caller, now);
        return answerable ? Optional.empty() : Optional.of(new Refusal.TaskStands(task));
    }

    /** Keeps for ever what whoever answers was shown. */
    void freeze(ReviewTask task, String caller, Instant now) {
        evidence.freeze(task, caller, now);
    }
}
