package org.unifiedhotline.masterrecords.reviewtasks;

/** What upkeep needs to know of a task that is there. */
record StoredTask(long taskId, long recordA, long recordB, TaskKind kind, double bits, TaskState state) {
    boolean asks(Question question) {
        return recordA == question.recordA() && recordB == question.recordB();
    }
}
