/**
 * Sources, hub and index held against each other, row by row and document by document, by command or on a schedule.
 *
 * <p>{@link org.unifiedhotline.integrationroutes.reconciliation.Reconciler} goes through it all in the order in which data flow:
 * the rows of every legacy table ({@link org.unifiedhotline.integrationroutes.reconciliation.TableReconciliation}), links and
 * master records, documents ({@link org.unifiedhotline.integrationroutes.reconciliation.IndexReconciliation}). What differs is
 * looked at again after capture, resolution and publishing had their turn: what was on its way is no difference.
 */
@NullMarked
package org.unifiedhotline.integrationroutes.reconciliation;

import org.jspecify.annotations.NullMarked;
