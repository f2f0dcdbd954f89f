package org.unifiedhotline.masterrecords.events;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.unifiedhotline.mappings.source.SourceSystem;
import org.unifiedhotline.masterrecords.audit.AuditEvent;
import org.unifiedhotline.masterrecords.audit.AuditKind;
import org.unifiedhotline.masterrecords.audit.OwnTelling;
import org.unifiedhotline.masterrecords.records.MasterId;

/**
 * Puts on record what one receiver is told. Whom events are about is on record before the first of them leaves: a crash at any moment
 * loses no entry, and may leave one of events that did not arrive. How far the receiver got has an entry of its own wherever that is
 * not simply all of it at the first try. A try again of the same events adds no entry until something else comes of it.
 */
final class DeliveryTrail {
    private final Consumer<AuditEvent> trail;
    private final EventDelivery.Receiver receiver;
    private final Clock clock;

    /** The events of the last try, which are on record. */
    private Set<MasterEvent> tried = Set.of();

    private boolean begun;
    private boolean allNew;
    private @Nullable Long failedAt;
    private @Nullable AuditEvent owed;

    /** @param trail takes an entry durably, or throws */
    DeliveryTrail(Consumer<AuditEvent> trail, EventDelivery.Receiver receiver, Clock clock) {
        this.trail = trail;
        this.receiver = receiver;
        this.clock = clock;
    }

    /** Whether the end of a try waits to be put on record. */
    boolean owes() {
        return owed != null;
    }

    /**
     * Before a try.
     *
     * @param events what is to be handed over; may be empty
     * @throws RuntimeException if it cannot be put on record: then nothing may leave
     */
    void begin(List<MasterEvent> events) {
        begun = false;
        pay();
        List<MasterEvent> unsaid =
                events.stream().filter(event -> !tried.contains(event)).toList();
        if (!unsaid.isEmpty()) {
            trail.accept(entry(masters(unsaid), attempted(unsaid)));
        }
        allNew = unsaid.size() == events.size();
        tried = Set.copyOf(events);
        begun = !events.isEmpty();
    }

    /**
     * After a try. What the trail does not take now is kept, and nothing more leaves before it is taken.
     *
     * @param received the last position that the receiver has
     * @param all whether that was the last of the events
     * @param failure the kind of failure; null if there was none
     */
    void end(long received, boolean all, @Nullable String failure) {
        boolean asBefore = failure != null && failedAt != null && failedAt == received;
        if (begun && !(all && allNew) && !asBefore) {
            Map<String, String> details = new TreeMap<>(Map.of("receivedTo", String.valueOf(received)));
            Optional.ofNullable(failure).ifPresent(kind -> details.put("failure", kind));
            owed = entry(List.of(), details);
            try {
                pay();
            } catch (RuntimeException away) {
                // Paid before the next try.
            }
        }
        if (begun) {
            failedAt = failure == null ? null : received;
        }
        begun = false;
    }

    private void pay() {
        if (owed != null) {
            trail.accept(owed);
            owed = null;
        }
    }

    private Map<String, String> attempted(List<MasterEvent> events) {
        return Map.of(
                "events",
                String.valueOf(events.size()),
                "from",
                String.valueOf(events.getFirst().position()),
                "to",
                String.valueOf(events.getLast().position()),
                "knows",
                String.join(
                        ", ",
                        receiver.knowledge().systems().stream()
                                .map(SourceSystem::code)
                                .sorted()
                                .toList()));
    }

    private static List<MasterId> masters(List<MasterEvent> events) {
        return events.stream()
                .flatMap(event -> Stream.of(Optional.of(event.masterId()), Optional.ofNullable(event.other())))
                .flatMap(Optional::stream)
                .distinct()
                .toList();
    }

    private AuditEvent entry(List<MasterId> masters, Map<String, String> details) {
        return new AuditEvent(
                clock.instant(),
                OwnTelling.RECEIVER + receiver.name(),
                List.of(),
                null,
                AuditKind.EXPORT,
                OwnTelling.EVENTS,
                0,
                false,
                masters,
                details);
    }
}
