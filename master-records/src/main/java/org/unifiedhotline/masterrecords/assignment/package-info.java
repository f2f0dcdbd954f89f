/**
 * Which steward takes which review task: what a task is about ({@link org.unifiedhotline.masterrecords.assignment.TaskScope}), who
 * there is ({@link org.unifiedhotline.masterrecords.assignment.Stewards}, from {@code config/stewards.yaml}), which accounts are one
 * person, and whom an account may see and decide about at all
 * ({@link org.unifiedhotline.masterrecords.assignment.Clearance}).
 */
@NullMarked
package org.unifiedhotline.masterrecords.assignment;

import org.jspecify.annotations.NullMarked;
