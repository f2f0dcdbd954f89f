/**
 * The list of records that were erased, which outlives the hub.
 *
 * <p>A source goes on holding what was erased here, and tells it again: when the row is touched, by a new snapshot, into a hub that was
 * set back to a backup or begun anew. So the list stands in the hub ({@code erased_record}) and in a file beside the audit
 * trail's keys, where each record is a keyed hash of its source, table and local id, and nothing of the person. At start the two
 * are made one ({@link org.unifiedhotline.masterrecords.erasurelist.ErasureList}), and again whenever either tells of more; from then on every row that enters the
 * hub passes {@link org.unifiedhotline.masterrecords.erasurelist.ErasedRows}, which leaves of a listed one what
 * {@link org.unifiedhotline.masterrecords.erasurelist.KeptColumns} names.
 */
@NullMarked
package org.unifiedhotline.masterrecords.erasurelist;

import org.jspecify.annotations.NullMarked;
