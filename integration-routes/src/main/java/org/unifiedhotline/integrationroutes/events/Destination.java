package org.unifiedhotline.integrationroutes.events;

import org.unifiedhotline.masterrecords.events.EventDelivery.Start;
import org.unifiedhotline.masterrecords.events.Knowledge;

/**
 * Whom events are told, checked.
 *
 * @param name lower-case letters and digits; its place in the feed is kept under it
 * @param knowledge whose rows it may know of
 */
public record Destination(String name, Target target, Knowledge knowledge, Start start, Signature signature) {}
