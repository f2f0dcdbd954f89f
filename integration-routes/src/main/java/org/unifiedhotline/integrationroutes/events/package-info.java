/**
 * Events out of the house: what a destination is ({@link org.unifiedhotline.integrationroutes.events.EventsProperties},
 * checked at start), how an event is written ({@link org.unifiedhotline.integrationroutes.events.EventJson}) and signed
 * ({@link org.unifiedhotline.integrationroutes.events.Signature}, after the Standard Webhooks convention), and how it is handed
 * to the Camel endpoint of its destination. Which events there are, and how far each destination was served, is the
 * business of {@code masterrecords.events}.
 */
@NullMarked
package org.unifiedhotline.integrationroutes.events;

import org.jspecify.annotations.NullMarked;
