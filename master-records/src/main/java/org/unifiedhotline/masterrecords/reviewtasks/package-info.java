/**
 * The questions that stewards are asked: what the engine leaves open, kept up to date with every resolution.
 *
 * <p>{@link org.unifiedhotline.masterrecords.reviewtasks.TaskUpkeep} is called in the transaction that writes links: it
 * opens tasks for new questions, tells those that ask on that the evidence changed, and closes those whose question has
 * gone. {@link org.unifiedhotline.masterrecords.reviewtasks.TaskPlan} decides which, without a database. Who answers, and
 * what follows, is the matter of the package {@code stewardship}.
 */
@NullMarked
package org.unifiedhotline.masterrecords.reviewtasks;

import org.jspecify.annotations.NullMarked;
