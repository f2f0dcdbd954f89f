/**
 * How good clusters are. {@code Evaluator} measures a run against a truth: the curve of precision and recall by threshold, figures by kind
 * of pair and by what pairs share, what blocking loses, every error with the step that made it. Where no truth is known,
 * {@code ClericalSample} draws links for people to judge and {@code StratifiedPrecision} reckons from their judgements.
 */
@NullMarked
package org.unifiedhotline.matching.evaluation;

import org.jspecify.annotations.NullMarked;
