package org.unifiedhotline.masterrecords.reviewtasks;

/**
 * What upkeep needs to know of a task that is there.
 *
 * @param askedOf what its present version was asked of, by {@link Owner#askedOf}; 0 if that is not known
 */
record StoredTask(long taskId, long recordA, long recordB, TaskKind kind, double bits, TaskState state, long askedOf) {
    boolean asks(Question question) {
        return recordA == question.recordA() && recordB == question.recordB();
    }
}
