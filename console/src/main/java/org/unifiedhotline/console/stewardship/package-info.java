/**
 * The stewards' work over HTTP: review tasks, merges, splits, approvals, undo.
 *
 * <p>What may be decided and what follows is said by the package {@code stewardship} of the master records; here its
 * rulings become statuses and problems ({@link org.unifiedhotline.console.stewardship.Rulings}).
 */
@NullMarked
package org.unifiedhotline.console.stewardship;

import org.jspecify.annotations.NullMarked;
