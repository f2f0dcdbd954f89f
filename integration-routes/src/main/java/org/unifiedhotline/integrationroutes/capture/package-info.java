/**
 * Reads the logs of the legacy databases: the Camel component {@code capture:}.
 *
 * <p>The tour: a {@link org.unifiedhotline.integrationroutes.capture.CaptureConsumer} (one a source system) runs a
 * {@link org.unifiedhotline.integrationroutes.capture.CaptureLoop}. The loop asks its
 * {@link org.unifiedhotline.integrationroutes.capture.SourceConnector} whether the rights suffice and whether the log still
 * holds what is to come; if not, it marks where the log stands, reads all rows (a <em>snapshot</em>, a new life of the
 * source's positions), and then plays the log from the mark. Each of the two is one run of a
 * {@link org.unifiedhotline.integrationroutes.capture.CaptureEngine}, which translates Debezium's records by
 * {@link org.unifiedhotline.integrationroutes.capture.RecordTranslator}, hands them on in batches, and tells Debezium that
 * they are done only once the route is through with them. Offsets and schema history stand in the hub's schema
 * {@code capture} ({@link org.unifiedhotline.integrationroutes.capture.CaptureStore}).
 */
@NullMarked
package org.unifiedhotline.integrationroutes.capture;

import org.jspecify.annotations.NullMarked;
