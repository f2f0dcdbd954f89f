/**
 * The first step: what capture hands on is taken in, exactly once in effect.
 *
 * <p>{@link org.unifiedhotline.masterrecords.ingest.Ingest} takes a batch of source changes in one transaction: each
 * source record stands in its latest state, every streamed change stands once in the history, canonical records stand in
 * typed tables, what could not be mapped is a {@link org.unifiedhotline.masterrecords.ingest.DeadLetter}, and every
 * person concerned is queued for resolution.
 */
@NullMarked
package org.unifiedhotline.masterrecords.ingest;

import org.jspecify.annotations.NullMarked;
