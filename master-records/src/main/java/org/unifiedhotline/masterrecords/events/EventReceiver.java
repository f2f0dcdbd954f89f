package org.unifiedhotline.masterrecords.events;

import java.util.List;
import java.util.function.LongConsumer;

/** Where events go. */
@FunctionalInterface
public interface EventReceiver {

    /**
     * Hands events over in their order. May stop early, with or without a failure; what it did not report is handed to it
     * again.
     *
     * @param events in the order of their positions, at least one
     * @param received to be told the position of each event that the receiver has for good
     * @throws RuntimeException if an event could not be handed over; only its kind is told on
     */
    void take(List<MasterEvent> events, LongConsumer received);
}
