/**
 * Which steward takes which review task: what a task is about ({@link org.unifiedhotline.masterrecords.assignment.TaskScope}), who
 * there is ({@link org.unifiedhotline.masterrecords.assignment.Stewards}, from {@code config/stewards.yaml}), and which accounts are one
 * person.
 */
@NullMarked
package org.unifiedhotline.masterrecords.assignment;

import org.jspecify.annotations.NullMarked;
