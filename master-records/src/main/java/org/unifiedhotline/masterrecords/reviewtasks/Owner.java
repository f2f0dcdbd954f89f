package org.unifiedhotline.masterrecords.reviewtasks;

import java.util.Set;
import java.util.TreeSet;
import org.unifiedhotline.masterrecords.records.MasterId;
import org.unifiedhotline.masterrecords.sourcerecords.SourceRecordId;

/**
 * Whom a record belongs to.
 *
 * @param subject whether the record is of a child or victim, not of a caller
 * @param members tells of which records that person is made: another number for other records, whatever their order
 * @param sensitivity what one must be cleared for to see that person, by the words of the view {@code record_sensitivity}
 */
record Owner(MasterId person, boolean subject, long members, Set<String> sensitivity) {
    Owner {
        sensitivity = Set.copyOf(sensitivity);
    }

    /** What one must be cleared for to see either of two people. */
    static Set<String> sensitivity(Owner one, Owner other) {
        Set<String> both = new TreeSet<>(one.sensitivity());
        both.addAll(other.sensitivity());
        return both;
    }

    /**
     * What a question between the people of two records is asked of, as a number: these people, made of these records, weighed
     * by this model. Another number means that whoever looked at it saw something else. Never 0.
     */
    static long askedOf(Owner one, Owner other, String model) {
        long hash = SourceRecordId.hash(one.members() + " " + other.members() + " " + model);
        return hash == 0 ? 1 : hash;
    }
}
