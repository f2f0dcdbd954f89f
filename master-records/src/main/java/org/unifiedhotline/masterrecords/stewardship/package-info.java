/**
 * What people decide about who is who, and the way to it.
 *
 * <p>A {@link org.unifiedhotline.masterrecords.stewardship.Decision} is one row for ever, with author, reason, time and
 * model version. What it says of pairs of records are lasting assertions; {@code Stewardship} writes them, has the people
 * concerned clustered again in the same transaction, and tells what came of it. To undo a decision is to withdraw its
 * assertions: clusters are a function of records, assertions and model, so decisions can be undone in any order, and
 * nothing that others decided since is lost. {@code ReviewTasks} hands out the questions that resolution keeps up to date.
 */
@NullMarked
package org.unifiedhotline.masterrecords.stewardship;

import org.jspecify.annotations.NullMarked;
