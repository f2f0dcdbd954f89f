/**
 * Learning a model from records alone: how often values occur, how strangers compare (by sampling pairs), and how records
 * of one person compare (by expectation maximization over the candidate pairs). Nothing is typed in; the seed and the
 * records decide every number.
 */
@NullMarked
package org.unifiedhotline.matching.training;

import org.jspecify.annotations.NullMarked;
