package org.unifiedhotline.masterrecords.reviewtasks;

import org.unifiedhotline.masterrecords.records.MasterId;

/**
 * Whom a record belongs to.
 *
 * @param subject whether the record is of a child or victim, not of a caller
 */
record Owner(MasterId person, boolean subject) {}
