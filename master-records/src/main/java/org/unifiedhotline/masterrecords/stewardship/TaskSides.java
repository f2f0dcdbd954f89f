package org.unifiedhotline.masterrecords.stewardship;

import java.util.ArrayList;
import java.util.List;

/**
 * Whom a task is about: the records of the one and of the other.
 *
 * @param one at least one record
 * @param other at least one record
 */
record TaskSides(List<Long> one, List<Long> other) {

    /** The two people; of one person whose records are doubted, those of children and victims and those of callers. */
    static TaskSides of(ReviewTask task, PeopleTable people) {
        long a = task.pair().a();
        long b = task.pair().b();
        List<Long> one = people.fellows(a);
        List<Long> other = people.fellows(b);
        if (one.isEmpty() || other.isEmpty()) {
            return new TaskSides(List.of(a), List.of(b));
        }
        if (!one.contains(b)) {
            return new TaskSides(one, other);
        }
        List<Long> subjects = people.subjects(one);
        boolean mixed = subjects.contains(a) != subjects.contains(b);
        if (!mixed) {
            return new TaskSides(List.of(a), List.of(b));
        }
        List<Long> callers = new ArrayList<>(one);
        callers.removeAll(subjects);
        return new TaskSides(subjects, callers);
    }
}
