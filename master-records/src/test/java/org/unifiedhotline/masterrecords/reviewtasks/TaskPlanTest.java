package org.unifiedhotline.masterrecords.reviewtasks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.unifiedhotline.masterrecords.records.MasterId;
import org.unifiedhotline.masterrecords.reviewtasks.TaskPlan.Known;

@DisplayName("Review tasks after a resolution")
class TaskPlanTest {
    private static final MasterId HOA = new MasterId(new UUID(1, 1));
    private static final MasterId NAM = new MasterId(new UUID(2, 2));
    private static final String MODEL = "the model";
    /** What is asked of people of whom nothing changed since. */
    private static final long SEEN =
            Owner.askedOf(new Owner(HOA, false, 0, Set.of()), new Owner(NAM, false, 0, Set.of()), MODEL);

    private static final Map<Long, Owner> TWO_PEOPLE = Map.of(
            1L,
            new Owner(HOA, false, 0, Set.of()),
            2L,
            new Owner(HOA, false, 0, Set.of()),
            5L,
            new Owner(NAM, false, 0, Set.of()),
            6L,
            new Owner(NAM, false, 0, Set.of()));
    private static final Map<Long, Owner> ONE_PERSON =
            Map.of(1L, new Owner(HOA, false, 0, Set.of()), 5L, new Owner(HOA, false, 0, Set.of()));

    @Test
    @DisplayName("all questions between two people are one task, opened for the most urgent and strongest pair")
    void oneTaskBetweenTwo() {
        TaskPlan plan = plan(
                List.of(possible(1, 5, 3), possible(2, 6, 7), Question.of(1, 6, TaskKind.CLUSTERS_DISAGREE, 2)),
                List.of(),
                TWO_PEOPLE);
        assertThat(plan.opened()).containsExactly(Question.of(1, 6, TaskKind.CLUSTERS_DISAGREE, 2));
    }

    @Test
    @DisplayName("stay with the pair they were opened for while it lies between the same two people")
    void stays() {
        TaskPlan plan = plan(List.of(possible(1, 5, 3), possible(2, 6, 7)), List.of(open(9, 1, 5, 3)), TWO_PEOPLE);
        assertThat(plan.opened()).isEmpty();
        assertThat(plan.renewed()).isEmpty();
        assertThat(plan.closed()).isEmpty();
    }

    @Test
    @DisplayName("are renewed when the evidence of one of their records changed")
    void renewed() {
        StoredTask task = open(9, 1, 5, 3);
        TaskPlan plan = new TaskPlan(
                List.of(possible(1, 5, 4)), List.of(task), new Known(TWO_PEOPLE, Set.of(), Set.of(1L), MODEL));
        assertThat(plan.renewed()).isEqualTo(Map.of(task, possible(1, 5, 4)));
    }

    @Test
    @DisplayName("are renewed when one of the two people is made of other records, or another model weighs them")
    void peopleChanged() {
        StoredTask task = open(9, 1, 5, 3);
        Question question = possible(1, 5, 3);
        Map<Long, Owner> grown =
                Map.of(1L, new Owner(HOA, false, 0, Set.of()), 5L, new Owner(NAM, false, 77, Set.of()));
        TaskPlan plan = plan(List.of(question), List.of(task), grown);
        assertThat(plan.renewed()).isEqualTo(Map.of(task, question));
        StoredTask renewed =
                new StoredTask(9, 1, 5, TaskKind.POSSIBLE_LINK, 3, TaskState.OPEN, plan.askedOf(question), Set.of());
        assertThat(plan(List.of(question), List.of(renewed), grown).renewed()).isEmpty();

        Known otherModel = new Known(TWO_PEOPLE, Set.of(), Set.of(), "another");
        assertThat(new TaskPlan(List.of(question), List.of(task), otherModel).renewed())
                .isEqualTo(Map.of(task, question));
    }

    @Test
    @DisplayName("of one person that ask about the same two records are one at a time: two records are one task")
    void samePair() {
        Question size = Question.of(1, 5, TaskKind.LARGE_CLUSTER, 0);
        Question adult = Question.of(1, 5, TaskKind.VICTIM_WITH_ADULT, 0);
        assertThat(plan(List.of(size, adult), List.of(), ONE_PERSON).opened()).containsExactly(adult);
        StoredTask standing = new StoredTask(9, 1, 5, TaskKind.VICTIM_WITH_ADULT, 0, TaskState.OPEN, SEEN, Set.of());
        TaskPlan plan = plan(List.of(size, adult), List.of(standing), ONE_PERSON);
        assertThat(plan.opened()).as("over a more urgent one").isEmpty();
        assertThat(plan.closed()).isEmpty();
        Question elsewhere = Question.of(1, 7, TaskKind.LARGE_CLUSTER, 0);
        Map<Long, Owner> three = new HashMap<>(ONE_PERSON);
        three.put(7L, new Owner(HOA, false, 0, Set.of()));
        assertThat(plan(List.of(elsewhere, adult), List.of(), three).opened()).containsExactly(adult, elsewhere);
    }

    @Test
    @DisplayName("are as sensitive as their people have come to be, also when they are answered")
    void sensitivity() {
        StoredTask answered =
                new StoredTask(9, 1, 5, TaskKind.POSSIBLE_LINK, 3, TaskState.DECIDED, SEEN, Set.of("CHILD"));
        Map<Long, Owner> owners = Map.of(
                1L, new Owner(HOA, true, 0, Set.of("CHILD")),
                5L, new Owner(NAM, true, 0, Set.of("CHILD", "TRAFFICKING_VICTIM")));
        assertThat(plan(List.of(), List.of(answered), owners).ofOtherSensitivity())
                .isEqualTo(Map.of(answered, Set.of("CHILD", "TRAFFICKING_VICTIM")));
        assertThat(plan(List.of(), List.of(answered), Map.of(1L, new Owner(HOA, true, 0, Set.of("CHILD"))))
                        .ofOtherSensitivity())
                .as("of a record that is gone nothing is known")
                .isEmpty();
    }

    @Test
    @DisplayName("close when the two are one person, when nothing speaks for it any more, when a record is gone")
    void closes() {
        StoredTask task = open(9, 1, 5, 3);
        assertThat(plan(List.of(possible(1, 5, 3)), List.of(task), ONE_PERSON).closed())
                .isEqualTo(Map.of(task, ClosedBecause.TOGETHER));
        assertThat(plan(List.of(), List.of(task), TWO_PEOPLE).closed())
                .isEqualTo(Map.of(task, ClosedBecause.NO_LONGER_LIKELY));
        assertThat(plan(List.of(), List.of(task), Map.of(1L, new Owner(HOA, false, 0, Set.of())))
                        .closed())
                .isEqualTo(Map.of(task, ClosedBecause.RECORD_GONE));
    }

    @Test
    @DisplayName("are not asked about people who were said to be different")
    void saidApart() {
        Between apart = Between.of(
                new Owner(NAM, false, 0, Set.of()), new Owner(HOA, false, 0, Set.of()), TaskKind.POSSIBLE_LINK);
        StoredTask task = open(9, 1, 5, 3);
        TaskPlan plan = new TaskPlan(
                List.of(possible(1, 5, 3)), List.of(task), new Known(TWO_PEOPLE, Set.of(apart), Set.of(), MODEL));
        assertThat(plan.opened()).isEmpty();
        assertThat(plan.closed()).isEqualTo(Map.of(task, ClosedBecause.APART));
    }

    @Test
    @DisplayName("are asked of two people once more when what was said of them contradicts itself, and once only")
    void contradiction() {
        Question contradiction = Question.of(2, 6, TaskKind.CONFLICTING_ASSERTIONS, 0);
        StoredTask answered = new StoredTask(9, 1, 5, TaskKind.POSSIBLE_LINK, 3, TaskState.DECIDED, SEEN, Set.of());
        assertThat(plan(List.of(contradiction, possible(1, 5, 3)), List.of(answered), TWO_PEOPLE)
                        .opened())
                .containsExactly(contradiction);
        StoredTask settled =
                new StoredTask(10, 2, 6, TaskKind.CONFLICTING_ASSERTIONS, 0, TaskState.DECIDED, SEEN, Set.of());
        assertThat(plan(List.of(contradiction), List.of(answered, settled), TWO_PEOPLE)
                        .opened())
                .isEmpty();
    }

    @Test
    @DisplayName("that were answered or wait for approval are not asked again")
    void answered() {
        for (TaskState state : List.of(TaskState.DECIDED, TaskState.AWAITING_APPROVAL)) {
            StoredTask task = new StoredTask(9, 1, 5, TaskKind.POSSIBLE_LINK, 3, state, SEEN, Set.of());
            TaskPlan plan = plan(List.of(possible(2, 6, 7)), List.of(task), TWO_PEOPLE);
            assertThat(plan.opened()).isEmpty();
            assertThat(plan.closed()).isEmpty();
        }
    }

    @Test
    @DisplayName("about the records of one person are asked only while they are one")
    void within() {
        Question risk = Question.of(1, 5, TaskKind.VICTIM_WITH_ADULT, 0);
        assertThat(plan(List.of(risk), List.of(), ONE_PERSON).opened()).containsExactly(risk);
        assertThat(plan(List.of(risk), List.of(), TWO_PEOPLE).opened()).isEmpty();
        StoredTask task = new StoredTask(9, 1, 5, TaskKind.VICTIM_WITH_ADULT, 0, TaskState.OPEN, SEEN, Set.of());
        assertThat(plan(List.of(), List.of(task), TWO_PEOPLE).closed()).isEqualTo(Map.of(task, ClosedBecause.APART));
    }

    @Test
    @DisplayName("are not opened for what is hardly possible, and close when it becomes so")
    void hardlyPossible() {
        StoredTask task = open(9, 1, 5, 3);
        assertThat(plan(List.of(possible(1, 5, -3.4)), List.of(), TWO_PEOPLE).opened())
                .isEmpty();
        assertThat(plan(List.of(possible(1, 5, -3.2)), List.of(), TWO_PEOPLE).opened())
                .hasSize(1);
        assertThat(plan(List.of(possible(1, 5, -3.4)), List.of(task), TWO_PEOPLE)
                        .closed())
                .isEqualTo(Map.of(task, ClosedBecause.NO_LONGER_LIKELY));
    }

    @Test
    @DisplayName("are the sooner answered the more urgent their kind, then for children and victims, then by weight")
    void priority() {
        assertThat(Question.of(1, 2, TaskKind.POSSIBLE_LINK, 5).priority(false)).isEqualTo(215);
        assertThat(Question.of(1, 2, TaskKind.POSSIBLE_LINK, 50).priority(true)).isEqualTo(270);
        assertThat(Question.of(1, 2, TaskKind.LARGE_CLUSTER, -3).priority(false))
                .isEqualTo(307);
    }

    private static TaskPlan plan(List<Question> questions, List<StoredTask> tasks, Map<Long, Owner> owners) {
        return new TaskPlan(questions, tasks, new Known(owners, Set.of(), Set.of(), MODEL));
    }

    private static Question possible(long a, long b, double bits) {
        return Question.of(a, b, TaskKind.POSSIBLE_LINK, bits);
    }

    private static StoredTask open(long id, long a, long b, double bits) {
        return new StoredTask(id, a, b, TaskKind.POSSIBLE_LINK, bits, TaskState.OPEN, SEEN, Set.of());
    }
}
