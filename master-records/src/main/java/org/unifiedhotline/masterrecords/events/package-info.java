/**
 * Events out: what happened to master records, told to whoever is configured to hear it.
 *
 * <p>Nothing is written for it beside the history: {@link org.unifiedhotline.masterrecords.events.EventFeed} reads
 * {@code master_record_history} in the order of its commits and makes a
 * {@link org.unifiedhotline.masterrecords.events.MasterEvent} of each change, as far as the receiver may know
 * ({@link org.unifiedhotline.masterrecords.events.Knowledge}).
 * {@link org.unifiedhotline.masterrecords.events.EventDelivery} keeps how far each receiver was served.
 */
@NullMarked
package org.unifiedhotline.masterrecords.events;

import org.jspecify.annotations.NullMarked;
