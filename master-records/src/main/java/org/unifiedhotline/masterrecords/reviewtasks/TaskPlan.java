package org.unifiedhotline.masterrecords.reviewtasks;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which tasks open, ask on with new evidence, or close.
 *
 * <p>All questions between two people are one task: the strongest pair stands for them when it opens, and stays while its
 * two records lie between the same two people, so that a steward at work is not handed another. It is renewed, and gets
 * another version, when its evidence changes or either of the two people is made of other records than before: an answer
 * speaks of all of them. A task that was answered stays answered until the answer is taken back. Two records are one task: of two questions
 * about the same two, the more urgent is asked, and the other by another pair, or later.
 */
final class TaskPlan {
    private final Map<Long, Owner> owners;
    private final Set<Between> apart;
    private final Set<Long> changed;
    private final String model;
    private final List<Question> opened = new ArrayList<>();
    private final Map<StoredTask, Question> renewed = new LinkedHashMap<>();
    private final Map<StoredTask, ClosedBecause> closed = new LinkedHashMap<>();
    private final Map<StoredTask, Set<String>> ofOtherSensitivity = new LinkedHashMap<>();

    /**
     * What is known of the records concerned.
     *
     * @param owners whom each record belongs to; those of deleted records are absent
     * @param apart people who were said to be different
     * @param changed records whose evidence changed
     * @param model the version of the model that weighs them
     */
    record Known(Map<Long, Owner> owners, Set<Between> apart, Set<Long> changed, String model) {}

    /**
     * Plans.
     *
     * @param questions all present questions about the records concerned
     * @param tasks all tasks about them, in any state
     */
    TaskPlan(Collection<Question> questions, Collection<StoredTask> tasks, Known known) {
        this.owners = known.owners();
        this.apart = known.apart();
        this.changed = known.changed();
        this.model = known.model();
        plan(asked(questions), tasks);
        tasks.forEach(this::noteSensitivity);
    }

    /** Questions to be asked, anew or again. */
    List<Question> opened() {
        return opened;
    }

    /** Tasks whose evidence changed, with the question as it is now. */
    Map<StoredTask, Question> renewed() {
        return renewed;
    }

    Map<StoredTask, ClosedBecause> closed() {
        return closed;
    }

    private Map<Between, List<Question>> asked(Collection<Question> questions) {
        Map<Between, List<Question>> asked = new LinkedHashMap<>();
        questions.stream()
                .filter(Question::isWorthAsking)
                .distinct()
                .sorted(Question.MOST_URGENT)
                .forEach(question -> {
                    Between between = between(question.recordA(), question.recordB(), question.kind());
                    if (between != null && isOpen(between, question.kind())) {
                        asked.computeIfAbsent(between, unseen -> new ArrayList<>(1))
                                .add(question);
                    }
                });
        return asked;
    }

    private @Nullable Between between(long a, long b, TaskKind kind) {
        Owner one = owners.get(a);
        Owner other = owners.get(b);
        return one == null || other == null ? null : Between.of(one, other, kind);
    }

    private boolean isOpen(Between between, TaskKind kind) {
        return between.isOnePerson() == kind.isWithin()
                && (kind == TaskKind.CONFLICTING_ASSERTIONS || !apart.contains(between.people()));
    }

    private void plan(Map<Between, List<Question>> asked, Collection<StoredTask> tasks) {
        Map<Between, Set<TaskKind>> standing = new HashMap<>();
        Map<Between, StoredTask> living = new HashMap<>();
        tasks.stream().sorted(Comparator.comparingLong(StoredTask::taskId)).forEach(task -> {
            Between between = between(task.recordA(), task.recordB(), task.kind());
            if (between != null && (task.state() == TaskState.DECIDED || task.state() == TaskState.AWAITING_APPROVAL)) {
                standing.computeIfAbsent(between, unseen -> EnumSet.noneOf(TaskKind.class))
                        .add(task.kind());
            } else if (task.state().isLive() && (between == null || living.putIfAbsent(between, task) != null)) {
                closed.put(task, between == null ? ClosedBecause.RECORD_GONE : ClosedBecause.ASKED_ELSEWHERE);
            }
        });
        living.forEach((between, task) -> {
            List<Question> questions = asked.get(between);
            if (questions == null || isAnswered(questions, standing.get(between))) {
                closed.put(task, why(between, task));
            } else {
                renew(task, questions);
            }
        });
        Map<List<Long>, Integer> taken = new HashMap<>();
        living.values().stream()
                .filter(task -> !closed.containsKey(task))
                .forEach(task -> taken.put(
                        List.of(task.recordA(), task.recordB()), task.kind().urgency()));
        asked.forEach((between, questions) -> {
            if (!living.containsKey(between) && !isAnswered(questions, standing.get(between))) {
                questions.stream()
                        .filter(question -> isMoreUrgent(question, taken))
                        .findFirst()
                        .ifPresent(question -> {
                            opened.add(question);
                            taken.put(
                                    List.of(question.recordA(), question.recordB()),
                                    question.kind().urgency());
                        });
            }
        });
    }

    /** Than what is asked about the same two records already. */
    private static boolean isMoreUrgent(Question question, Map<List<Long>, Integer> taken) {
        Integer other = taken.get(List.of(question.recordA(), question.recordB()));
        return other == null || question.kind().urgency() > other;
    }

    /** What was said of the two answers all questions between them, but not the one that it contradicts what else was said. */
    private static boolean isAnswered(List<Question> questions, @Nullable Set<TaskKind> standing) {
        return standing != null
                && (questions.getFirst().kind() != TaskKind.CONFLICTING_ASSERTIONS
                        || standing.contains(TaskKind.CONFLICTING_ASSERTIONS));
    }

    private void renew(StoredTask task, List<Question> questions) {
        Question now = questions.stream()
                .filter(task::asks)
                .findFirst()
                .orElseGet(() -> new Question(
                        task.recordA(), task.recordB(), questions.getFirst().kind(), task.bits()));
        boolean evidenceChanged = changed.contains(task.recordA()) || changed.contains(task.recordB());
        boolean peopleChanged = askedOf(now) != task.askedOf();
        if (evidenceChanged || peopleChanged || now.kind() != task.kind() || now.bits() != task.bits()) {
            renewed.put(task, now);
        }
    }

    private ClosedBecause why(Between between, StoredTask task) {
        if (!task.kind().isWithin() && between.isOnePerson()) {
            return ClosedBecause.TOGETHER;
        }
        boolean parted = task.kind().isWithin() && !between.isOnePerson();
        return parted || apart.contains(between.people()) ? ClosedBecause.APART : ClosedBecause.NO_LONGER_LIKELY;
    }

    /** How soon a question should be answered. */
    int priority(Question question) {
        return question.priority(
                owner(question.recordA()).subject() || owner(question.recordB()).subject());
    }

    /** Of whom a question is asked, and by which model, as a number. */
    long askedOf(Question question) {
        return Owner.askedOf(owner(question.recordA()), owner(question.recordB()), model);
    }

    /** What one must be cleared for to see a question. */
    Set<String> sensitivity(Question question) {
        return Owner.sensitivity(owner(question.recordA()), owner(question.recordB()));
    }

    /** The tasks, in whatever state, whose people have come to be of another sensitivity. */
    Map<StoredTask, Set<String>> ofOtherSensitivity() {
        return ofOtherSensitivity;
    }

    private void noteSensitivity(StoredTask task) {
        Owner one = owners.get(task.recordA());
        Owner other = owners.get(task.recordB());
        if (one != null && other != null) {
            Set<String> now = Owner.sensitivity(one, other);
            if (!now.equals(task.sensitivity())) {
                ofOtherSensitivity.put(task, now);
            }
        }
    }

    private Owner owner(long record) {
        return Objects.requireNonNull(owners.get(record));
    }
}
