package org.unifiedhotline.masterrecords.reviewtasks;

import org.jspecify.annotations.Nullable;
import org.unifiedhotline.masterrecords.records.MasterId;

/**
 * Between whom a question is: all questions between two people are one to a steward.
 *
 * @param within of a question about the records of one person, its kind; null between two people
 */
record Between(MasterId one, MasterId other, @Nullable TaskKind within) {
    static Between of(Owner a, Owner b, TaskKind kind) {
        boolean ordered = a.person().compareTo(b.person()) <= 0;
        return new Between(
                ordered ? a.person() : b.person(), ordered ? b.person() : a.person(), kind.isWithin() ? kind : null);
    }

    boolean isOnePerson() {
        return one.equals(other);
    }

    /** The same two people, whatever is asked of them. */
    Between people() {
        return new Between(one, other, null);
    }
}
