package org.unifiedhotline.integrationroutes.events;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
import org.unifiedhotline.masterrecords.events.EventReceiver;
import org.unifiedhotline.masterrecords.events.MasterEvent;

/** Sends each event as a message of its own, for some seconds at most, so that the position is kept often. */
final class OneByOne implements EventReceiver {
    private static final Duration LONGEST = Duration.ofSeconds(5);

    private final Outlet outlet;
    private final Signature signature;
    private final Headers headers;
    private final Clock clock;

    /** How the kind of message names what goes with an event. */
    @FunctionalInterface
    interface Headers {
        /** The headers; the timestamp is in seconds since 1970, as signed. */
        Map<String, Object> of(MasterEvent event, String timestamp, String signature);
    }

    OneByOne(Outlet outlet, Signature signature, Headers headers, Clock clock) {
        this.outlet = outlet;
        this.signature = signature;
        this.headers = headers;
        this.clock = clock;
    }

    @Override
    public void take(List<MasterEvent> events, LongConsumer received) {
        Instant end = clock.instant().plus(LONGEST);
        for (MasterEvent event : events) {
            Instant now = clock.instant();
            if (now.isAfter(end)) {
                return;
            }
            byte[] body = EventJson.of(event);
            outlet.send(
                    body, headers.of(event, Long.toString(now.getEpochSecond()), signature.of(event.id(), now, body)));
            received.accept(event.position());
        }
    }
}
