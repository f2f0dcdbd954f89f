/**
 * How a match model comes to be and comes into force: train, compare, activate, roll back.
 *
 * <p>{@link org.unifiedhotline.masterrecords.modelchange.ModelLifecycle} is the face: it takes orders, each a job, and
 * tells how they stand. {@link org.unifiedhotline.masterrecords.modelchange.ModelWorker} does the jobs in the background;
 * a job keeps to its lease, tells how far it has come, and waits or stops when it is told to. One whose worker died is
 * done by another: training and comparing begin again, activating goes on from its last phase:
 *
 * <pre>
 *   PREPARE    the new model's evidence of everybody is made beside that in force    changes flow, by the model in force
 *   CATCH_UP   whoever changed meanwhile is weighed again; then the two change places in one transaction
 *   RECLUSTER  everybody's clusters are made again, portion by portion               changes flow, by the new model
 * </pre>
 *
 * <p>Clusters are a function of records, assertions and model; so the end is what a run from scratch would give.
 */
@NullMarked
package org.unifiedhotline.masterrecords.modelchange;

import org.jspecify.annotations.NullMarked;
