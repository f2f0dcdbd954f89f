package org.unifiedhotline.masterrecords.events;

import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.unifiedhotline.masterrecords.audit.AuditEvent;
import org.unifiedhotline.masterrecords.database.HubDatabase;
import org.unifiedhotline.masterrecords.queue.ResolutionPhase;
import org.unifiedhotline.masterrecords.queue.ResolutionPhase.Phase;
import org.unifiedhotline.masterrecords.rights.Consent;

/**
 * Serves one receiver of events: at least once, in the order of the changes. An event that cannot be handed over holds back
 * all later ones of this receiver, and of no other.
 *
 * <p>How far it was served is a row that one transaction holds while it hands over a page, so that of several instances one
 * serves it at a time, and a crash at any moment leaves the position of the last page: what was handed over since comes again
 * under the same ids. Nothing leaves before it is on record ({@link DeliveryTrail}).
 */
public final class EventDelivery {
    private static final int PAGE = 200;

    private final HubDatabase hub;
    private final EventFeed feed;
    private final EventDestinations destinations;
    private final ResolutionPhase phase;
    private final Receiver receiver;
    private final DeliveryTrail trail;

    /** Where a receiver that was never served before begins. */
    public enum Start {
        /** What happens from now on; the first load of a hub is not told. */
        NOW,
        /** Every change that the hub ever made. */
        BEGINNING
    }

    /**
     * A receiver.
     *
     * @param name what its position is kept under
     * @param reasonOf says of a failure what may be shown: its kind
     */
    public record Receiver(
            String name,
            Knowledge knowledge,
            Start start,
            EventReceiver events,
            Function<RuntimeException, String> reasonOf) {}

    /**
     * Of one receiver.
     *
     * @param consent what lets a person's records be named outside: none are named without asking it
     * @param trail puts an entry on record, durably, or throws
     */
    public EventDelivery(HubDatabase hub, Consent consent, Consumer<AuditEvent> trail, Receiver receiver) {
        this.hub = hub;
        this.feed = new EventFeed(hub, consent);
        this.destinations = new EventDestinations(hub);
        this.phase = new ResolutionPhase(hub);
        this.receiver = receiver;
        this.trail = new DeliveryTrail(trail, receiver, Clock.systemUTC());
    }

    private record Outcome(int changes, @Nullable String failure) {
        static final Outcome NOTHING = new Outcome(0, null);
    }

    /**
     * Hands over the next page.
     *
     * @return how many changes are behind it since, those that it is not told of included; 0 if there is nothing to do now
     * @throws DeliveryException if the receiver did not take all, what it took is behind it; or if that cannot be put on record, then
     *     nothing left
     */
    public int next() {
        Outcome outcome = hub.write(this::handOver);
        if (outcome.failure() != null) {
            throw new DeliveryException(receiver.name(), outcome.failure());
        }
        return outcome.changes();
    }

    private Outcome handOver() {
        Optional<Long> position = destinations.lock(receiver.name());
        if (position.isEmpty()) {
            begin();
            return Outcome.NOTHING;
        }
        EventFeed.Page page = feed.after(position.get(), receiver.knowledge(), PAGE);
        if (page.changes() == 0 && !trail.owes()) {
            return Outcome.NOTHING;
        }
        AtomicLong received = new AtomicLong(position.get());
        @Nullable String failure = failureOf(page, received);
        boolean all = failure == null
                && (page.events().isEmpty()
                        || received.get() == page.events().getLast().position());
        trail.end(received.get(), all, failure);
        long passed = all ? page.last() : received.get();
        if (failure == null) {
            destinations.passed(receiver.name(), passed);
        } else {
            destinations.failed(receiver.name(), passed, failure);
        }
        return new Outcome(page.changes(), failure);
    }

    private @Nullable String failureOf(EventFeed.Page page, AtomicLong received) {
        try {
            trail.begin(page.events());
            if (page.events().isEmpty()) {
                return null;
            }
            receiver.events().take(page.events(), received::set);
            return null;
        } catch (RuntimeException e) {
            return receiver.reasonOf().apply(e);
        }
    }

    private void begin() {
        if (!destinations.isKnown(receiver.name())) {
            switch (receiver.start()) {
                case BEGINNING -> destinations.begin(receiver.name(), 0);
                case NOW -> {
                    if (phase.now() == Phase.INCREMENTAL) {
                        destinations.begin(receiver.name(), feed.end());
                    }
                }
            }
        }
    }
}
