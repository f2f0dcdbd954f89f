package org.unifiedhotline.masterrecords.stewardship;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.unifiedhotline.masterrecords.database.HubDatabase;
import org.unifiedhotline.masterrecords.resolution.Evidence;
import org.unifiedhotline.masterrecords.reviewtasks.TaskKind;
import org.unifiedhotline.masterrecords.reviewtasks.TaskState;
import org.unifiedhotline.masterrecords.stewardship.Ruling.Refusal;

/** The stewards' queue: what waits, who works on it, and what they were shown. */
public final class ReviewTasks {
    /** How long a claimed task is kept for whoever claimed it. */
    public static final Duration LEASE = Duration.ofMinutes(15);

    private final HubDatabase hub;
    private final TaskTable tasks;
    private final EvidenceTable evidence;
    private final Clock clock;

    public ReviewTasks(HubDatabase hub, Evidence evidence, Clock clock) {
        this.hub = hub;
        this.tasks = new TaskTable(hub);
        this.evidence = new EvidenceTable(hub, evidence);
        this.clock = clock;
    }

    /** A task with what is shown of it and what was done with it. */
    public record Opened(ReviewTask task, TaskEvidence evidence, List<TaskNote> notes) {}

    /**
     * A page of tasks, the most urgent first.
     *
     * @param next where the next page begins; null on the last
     */
    public record Page(
            List<Opened> tasks, long total, @Nullable String next) {}

    /** What a claim leads to. */
    public sealed interface Claim {
        /** It is the caller's until its lease ends. */
        record Granted(Opened opened) implements Claim {}

        /** It is another's, or not open any more. */
        record Denied(Refusal refusal) implements Claim {}
    }

    /**
     * The tasks in a state.
     *
     * @param cursor what an earlier page gave as next; null for the first page
     * @throws IllegalArgumentException if the cursor was not given before
     */
    public Page page(TaskState state, @Nullable TaskKind kind, @Nullable String cursor, int size) {
        TaskTable.After after = cursor == null ? null : after(cursor);
        Instant now = clock.instant();
        return hub.read(() -> {
            List<ReviewTask> found = tasks.page(state, kind, after, size + 1, now);
            List<ReviewTask> page = found.subList(0, Math.min(size, found.size()));
            Map<Long, TaskEvidence> shown = evidence.of(page);
            @Nullable String next = found.size() > size ? cursor(page.getLast()) : null;
            return new Page(
                    page.stream()
                            .map(task -> new Opened(
                                    task, Objects.requireNonNull(shown.get(task.id())), tasks.notes(task.id())))
                            .toList(),
                    tasks.count(state, kind, now),
                    next);
        });
    }

    private static String cursor(ReviewTask last) {
        return last.priority() + "-" + last.id();
    }

    private static TaskTable.After after(String cursor) {
        String[] parts = cursor.split("-", 2);
        try {
            return new TaskTable.After(Integer.parseInt(parts[0]), Long.parseLong(parts[parts.length - 1]));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("not a cursor given before", e);
        }
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
            if (task.state() != TaskState.OPEN || task.isLeasedToOther(caller, now)) {
                return new Claim.Denied(new Refusal.TaskStands(task));
            }
            tasks.lease(id, caller, now.plus(lease));
            tasks.note(id, caller, "CLAIM", "", now);
            evidence.freeze(task, caller, now);
            return new Claim.Granted(opened(tasks.lock(id, now).orElseThrow()));
        });
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
        boolean answerable = task.version() == version && task.state().isLive() && !task.isLeasedToOther(caller, now);
        return answerable ? Optional.empty() : Optional.of(new Refusal.TaskStands(task));
    }

    /** Keeps for ever what whoever answers was shown. */
    void freeze(ReviewTask task, String caller, Instant now) {
        evidence.freeze(task, caller, now);
    }
}
