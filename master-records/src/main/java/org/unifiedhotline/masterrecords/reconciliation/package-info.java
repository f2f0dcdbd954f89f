/**
 * Whether the hub holds what its sources hold, row by row, and what was found when that was last asked.
 *
 * <p>{@link org.unifiedhotline.masterrecords.reconciliation.RowComparison} holds rows as they stand at a source against the
 * hub's: the row as written, what was understood of it, and its typed row; {@link
 * org.unifiedhotline.masterrecords.ingest.Mending} puts them right. {@link
 * org.unifiedhotline.masterrecords.resolution.LinkCheck} does both for links and master records. {@link
 * org.unifiedhotline.masterrecords.reconciliation.Reconciliations} keeps what came of it. Who reads the sources, and in which
 * order all this is done, is the business of the room {@code integration-routes}.
 */
@NullMarked
package org.unifiedhotline.masterrecords.reconciliation;

import org.jspecify.annotations.NullMarked;
