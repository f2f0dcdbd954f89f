/**
 * Source records as the hub stores them: {@link org.unifiedhotline.masterrecords.sourcerecords.SourceRecordId} is the
 * number a record is known by in every table, and the codecs write rows and canonical records as JSON and read them
 * back equal.
 */
@NullMarked
package org.unifiedhotline.masterrecords.sourcerecords;

import org.jspecify.annotations.NullMarked;
