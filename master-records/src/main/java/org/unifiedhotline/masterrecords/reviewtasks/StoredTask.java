package org.unifiedhotline.masterrecords.reviewtasks;

import java.util.Set;

/**
 * What upkeep needs to know of a task that is there.
 *
 * @param askedOf what its present version was asked of, by {@link Owner#askedOf}; 0 if that is not known
 * @param sensitivity what one must be cleared for to see it, as it was last noted
 */
record StoredTask(
        long taskId,
        long recordA,
        long recordB,
        TaskKind kind,
        double bits,
        TaskState state,
        long askedOf,
        Set<String> sensitivity) {
    boolean asks(Question question) {
        return recordA == question.recordA() && recordB == question.recordB();
    }
}
