package org.unifiedhotline.masterrecords.reviewtasks;

import org.unifiedhotline.masterrecords.records.MasterId;
import org.unifiedhotline.masterrecords.sourcerecords.SourceRecordId;

/**
 * Whom a record belongs to.
 *
 * @param subject whether the record is of a child or victim, not of a caller
 * @param members tells of which records that person is made: another number for other records, whatever their order
 */
record Owner(MasterId person, boolean subject, long members) {
    /**
     * What a question between the people of two records is asked of, as a number: these people, made of these records, weighed
     * by this model. Another number means that whoever looked at it saw something else. Never 0.
     */
    static long askedOf(Owner one, Owner other, String model) {
        long hash = SourceRecordId.hash(one.members() + " " + other.members() + " " + model);
        return hash == 0 ? 1 : hash;
    }
}
