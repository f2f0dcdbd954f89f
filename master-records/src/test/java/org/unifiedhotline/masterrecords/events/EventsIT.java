package org.unifiedhotline.masterrecords.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;
import static org.unifiedhotline.masterrecords.Changes.deleted;
import static org.unifiedhotline.masterrecords.Changes.inserted;
import static org.unifiedhotline.masterrecords.Changes.key;
import static org.unifiedhotline.masterrecords.Changes.read;
import static org.unifiedhotline.masterrecords.Changes.updated;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongConsumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.unifiedhotline.mappings.source.SourceSystem;
import org.unifiedhotline.masterrecords.Hub;
import org.unifiedhotline.masterrecords.audit.AuditEvent;
import org.unifiedhotline.masterrecords.audit.AuditKind;
import org.unifiedhotline.masterrecords.events.EventDelivery.Start;
import org.unifiedhotline.masterrecords.records.MasterChange.Kind;
import org.unifiedhotline.masterrecords.records.MasterId;
import org.unifiedhotline.masterrecords.rights.Consent;
import org.unifiedhotline.masterrecords.stewardship.Ruling;
import org.unifiedhotline.masterrecords.stewardship.Stewardship.Word;

@DisplayName("Events out")
class EventsIT {
    private static final Object[] HOA = {"name", "Lê Thị Hoa", "year", 2009L, "phone", "+84912345678", "consent", true};
    private static final Object[] NAM = {"name", "Trần Văn Nam", "year", 1990L, "phone", "+84987654321", "consent", true
    };
    private static final Knowledge ALL = new Knowledge(EnumSet.allOf(SourceSystem.class));
    private static final Knowledge HOTLINE = new Knowledge(Set.of(SourceSystem.HOTLINE), Set.of(SourceSystem.HOTLINE));
    private static final Knowledge HOTLINE_OF_ANOTHER = new Knowledge(Set.of(SourceSystem.HOTLINE));
    private static final Word WORD = new Word("steward", "because");

    private final Hub hub = Hub.running("events");
    private final List<MasterEvent> heard = new ArrayList<>();
    private final List<AuditEvent> onRecord = new ArrayList<>();
    private boolean trailAway;
    private final EventDelivery registry = delivery("registry", ALL, Start.BEGINNING, this::hear);

    @AfterEach
    void end() {
        hub.close();
    }

    private EventDelivery delivery(String name, Knowledge knowledge, Start start, EventReceiver receiver) {
        return new EventDelivery(
                hub.database.database(),
                new Consent(hub.masters),
                this::put,
                new EventDelivery.Receiver(name, knowledge, start, receiver, failure -> "kind of failure"));
    }

    private void put(AuditEvent entry) {
        if (trailAway) {
            throw new IllegalStateException("the trail is away");
        }
        onRecord.add(entry);
    }

    private void hear(List<MasterEvent> events, LongConsumer received) {
        events.forEach(event -> {
            heard.add(event);
            received.accept(event.position());
        });
    }

    private List<MasterEvent> told(EventDelivery delivery) {
        int before = heard.size();
        delivery.next(); // the first time, it takes its place
        while (delivery.next() > 0) {
            // goes on
        }
        return List.copyOf(heard.subList(before, heard.size()));
    }

    @Test
    @DisplayName("tell in order what happened: created, changed, merged, split by an undo, split off, deleted")
    void kinds() {
        hub.take(inserted("tre_em", 1, 20, HOA));
        hub.resolve();
        hub.take(inserted("victim", 2, 20, NAM));
        hub.resolve();
        MasterId hoa = hub.masterOf("tre_em", 1);
        MasterId nam = hub.masterOf("victim", 2);
        assertThat(told(registry))
                .extracting(MasterEvent::type, MasterEvent::masterId, MasterEvent::version, MasterEvent::sourceRecords)
                .containsExactly(
                        tuple(MasterEvent.Type.CREATED, hoa, 1L, List.of(key("tre_em", 1))),
                        tuple(MasterEvent.Type.CREATED, nam, 1L, List.of(key("victim", 2))));

        hub.take(updated("tre_em", 1, 30, "name", "Lê Thị Hoa", "year", 2010L));
        hub.resolve();
        assertThat(told(registry)).singleElement().satisfies(event -> {
            assertThat(event.type()).isEqualTo(MasterEvent.Type.CHANGED);
            assertThat(event.change()).isEqualTo(Kind.VALUES_CHANGED);
            assertThat(event.version()).isEqualTo(2);
            assertThat(event.decisionId()).isNull();
        });

        Ruling.InForce merged = (Ruling.InForce) hub.stewardship.merge(hoa, nam, WORD);
        List<MasterEvent> ofMerge = told(registry);
        assertThat(ofMerge)
                .extracting(MasterEvent::type)
                .containsExactly(MasterEvent.Type.CHANGED, MasterEvent.Type.MERGED);
        assertThat(ofMerge.getFirst().masterId()).isEqualTo(hoa);
        assertThat(ofMerge.getFirst().sourceRecords()).containsExactly(key("victim", 2), key("tre_em", 1));
        assertThat(ofMerge.getLast().masterId()).isEqualTo(nam);
        assertThat(ofMerge.getLast().other()).isEqualTo(hoa);
        assertThat(ofMerge.getLast().sourceRecords()).containsExactly(key("victim", 2));
        assertThat(ofMerge)
                .allSatisfy(event -> assertThat(event.decisionId())
                        .isEqualTo(merged.decision().id()));

        hub.stewardship.undo(merged.decision().id(), WORD);
        assertThat(told(registry))
                .extracting(MasterEvent::type, MasterEvent::change, MasterEvent::masterId, MasterEvent::other)
                .containsExactlyInAnyOrder(
                        tuple(MasterEvent.Type.CHANGED, Kind.MEMBERS_CHANGED, hoa, null),
                        tuple(MasterEvent.Type.SPLIT, Kind.RESTORED, nam, hoa));

        hub.take(inserted("victim", 3, 40, NAM));
        hub.resolve();
        told(registry);
        hub.stewardship.split(nam, List.of(key("victim", 3)), WORD);
        MasterId parted = hub.masterOf("victim", 3);
        assertThat(told(registry))
                .filteredOn(event -> event.type() == MasterEvent.Type.SPLIT)
                .singleElement()
                .satisfies(event -> {
                    assertThat(event.change()).isEqualTo(Kind.SPLIT_OFF);
                    assertThat(event.masterId()).isEqualTo(parted);
                    assertThat(event.other()).isEqualTo(nam);
                });

        hub.take(deleted("victim", 3, 50));
        hub.resolve();
        assertThat(told(registry)).singleElement().satisfies(event -> {
            assertThat(event.type()).isEqualTo(MasterEvent.Type.DELETED);
            assertThat(event.masterId()).isEqualTo(parted);
            assertThat(event.sourceRecords())
                    .as("a victim who is no more says nothing of consent")
                    .isEmpty();
        });
        assertThat(heard).extracting(MasterEvent::position).isSorted();
        assertThat(heard).extracting(MasterEvent::id).doesNotHaveDuplicates();
    }

    @Test
    @DisplayName("tell a legacy system of its own rows and their master ids, and of nobody else's")
    void legacy() {
        EventDelivery hotline = delivery("hotline", HOTLINE, Start.BEGINNING, this::hear);
        hub.take(inserted("tre_em", 1, 20, HOA));
        hub.resolve();
        MasterId hoa = hub.masterOf("tre_em", 1);
        assertThat(told(hotline)).as("of another's row alone").isEmpty();

        hub.take(inserted("victim", 2, 20, HOA));
        hub.resolve();
        assertThat(told(hotline)).singleElement().satisfies(event -> {
            assertThat(event.masterId()).isEqualTo(hoa);
            assertThat(event.sourceRecords()).containsExactly(key("victim", 2));
            assertThat(event.version()).as("would count what happens to others").isNull();
        });

        hub.take(updated("tre_em", 1, 30, "name", "Lê Thị Hoa", "year", 2009L, "phone", "+84912345678", "sex", "F"));
        hub.take(inserted("tre_em", 4, 31, HOA));
        hub.resolve();
        assertThat(told(hotline)).as("what changes of others").isEmpty();

        Ruling.InForce split = (Ruling.InForce) hub.stewardship.split(hoa, List.of(key("victim", 2)), WORD);
        MasterId own = hub.masterOf("victim", 2);
        assertThat(told(hotline))
                .extracting(MasterEvent::type, MasterEvent::masterId, MasterEvent::other, MasterEvent::decisionId)
                .containsExactlyInAnyOrder(
                        tuple(MasterEvent.Type.CHANGED, hoa, null, null),
                        tuple(MasterEvent.Type.SPLIT, own, hoa, null));

        hub.stewardship.undo(split.decision().id(), WORD);
        assertThat(told(hotline))
                .extracting(MasterEvent::type, MasterEvent::masterId, MasterEvent::other, MasterEvent::sourceRecords)
                .containsExactlyInAnyOrder(
                        tuple(MasterEvent.Type.CHANGED, hoa, null, List.of(key("victim", 2))),
                        tuple(MasterEvent.Type.MERGED, own, hoa, List.of(key("victim", 2))));

        hub.take(deleted("victim", 2, 40));
        hub.resolve();
        assertThat(told(hotline)).singleElement().satisfies(event -> {
            assertThat(event.masterId()).isEqualTo(hoa);
            assertThat(event.sourceRecords()).isEmpty();
        });
    }

    @Test
    @DisplayName(
            "name the records of who consents alone to whoever did not write them, also in what is told again of before")
    void consent() {
        EventDelivery hotline = delivery("hotline", HOTLINE, Start.BEGINNING, this::hear);
        EventDelivery ministry = delivery("ministry", HOTLINE_OF_ANOTHER, Start.BEGINNING, this::hear);
        hub.take(inserted("tre_em", 1, 20, HOA));
        hub.resolve();
        hub.take(
                inserted("victim", 2, 20, with(HOA, "consent", null)),
                inserted("victim", 3, 20, NAM),
                inserted("victim", 4, 20, "name", "Mùa Thị Say", "year", 1999L, "consent", false));
        hub.resolve();
        MasterId notAsked = hub.masterOf("tre_em", 1);
        MasterId given = hub.masterOf("victim", 3);
        MasterId refused = hub.masterOf("victim", 4);
        assertThat(hub.masterOf("victim", 2)).isEqualTo(notAsked);
        assertThat(told(registry))
                .extracting(MasterEvent::masterId, MasterEvent::change, MasterEvent::sourceRecords)
                .containsExactlyInAnyOrder(
                        tuple(notAsked, Kind.CREATED, List.of()),
                        tuple(notAsked, Kind.MEMBERS_CHANGED, List.of()),
                        tuple(given, Kind.CREATED, List.of(key("victim", 3))),
                        tuple(refused, Kind.CREATED, List.of()));
        assertThat(told(hotline))
                .as("of its own rows, which it knows")
                .extracting(MasterEvent::sourceRecords)
                .containsExactlyInAnyOrder(
                        List.of(key("victim", 2)), List.of(key("victim", 3)), List.of(key("victim", 4)));
        assertThat(told(ministry))
                .as("of the rows of one system, which it did not write")
                .extracting(MasterEvent::masterId, MasterEvent::sourceRecords)
                .containsExactlyInAnyOrder(
                        tuple(notAsked, List.of()), tuple(given, List.of(key("victim", 3))), tuple(refused, List.of()));

        hub.take(updated("victim", 2, 30, HOA));
        hub.resolve();
        assertThat(told(registry))
                .singleElement()
                .satisfies(event -> assertThat(event.sourceRecords())
                        .as("since she was asked")
                        .containsExactly(key("victim", 2), key("tre_em", 1)));

        hub.take(updated("victim", 2, 40, with(HOA, "consent", false)));
        hub.resolve();
        MasterId apart = hub.masterOf("tre_em", 1);
        hub.stewardship.split(apart, List.of(key("victim", 2)), WORD);
        assertThat(told(delivery("again", ALL, Start.BEGINNING, this::hear)))
                .filteredOn(event -> event.sourceRecords().contains(key("victim", 2)))
                .as("nor by events of when she was one with who may be told")
                .isEmpty();
    }

    @Test
    @DisplayName("tell nothing of who is restricted, to anybody, but that an id ends")
    void restricted() {
        hub.take(inserted("tre_em", 1, 20, HOA));
        hub.resolve();
        hub.take(inserted("victim", 3, 20, NAM));
        hub.resolve();
        MasterId nam = hub.masterOf("victim", 3);
        Ruling.InForce merged = (Ruling.InForce) hub.stewardship.merge(hub.masterOf("tre_em", 1), nam, WORD);
        hub.stewardship.undo(merged.decision().id(), WORD);
        MasterId hoa = hub.masterOf("tre_em", 1);
        Ruling.InForce restricted = (Ruling.InForce) hub.stewardship.restrict(nam, WORD);
        hub.resolve();
        for (Knowledge knowledge : List.of(ALL, HOTLINE)) {
            List<MasterEvent> events =
                    told(delivery("of" + knowledge.systems().size(), knowledge, Start.BEGINNING, this::hear));
            assertThat(events)
                    .allSatisfy(event -> assertThat(event.sourceRecords()).doesNotContain(key("victim", 3)))
                    .filteredOn(event -> event.masterId().equals(nam))
                    .allSatisfy(event -> assertThat(event.type()).isEqualTo(MasterEvent.Type.MERGED));
        }
        assertThat(heard)
                .filteredOn(event -> event.masterId().equals(hoa))
                .extracting(MasterEvent::sourceRecords)
                .contains(List.of(key("tre_em", 1)));

        hub.stewardship.undo(restricted.decision().id(), WORD);
        hub.resolve();
        assertThat(told(delivery("later", ALL, Start.BEGINNING, this::hear)))
                .filteredOn(event -> event.masterId().equals(nam))
                .extracting(MasterEvent::sourceRecords)
                .contains(List.of(key("victim", 3)));
    }

    private static Object[] with(Object[] columns, String column, Object value) {
        Object[] changed = columns.clone();
        for (int at = 0; at < changed.length; at += 2) {
            if (changed[at].equals(column)) {
                changed[at + 1] = value;
            }
        }
        return changed;
    }

    @Test
    @DisplayName("that could not be handed over hold back the later ones, and come again in order under the same id")
    void failure() {
        for (int child = 1; child <= 3; child++) {
            hub.take(inserted("tre_em", child, 20 + child, "name", "Trẻ " + child, "year", 2000L + child));
            hub.resolve();
        }
        List<String> tries = new ArrayList<>();
        EventDelivery delivery = delivery("failing", ALL, Start.BEGINNING, (events, received) -> {
            for (MasterEvent event : events) {
                tries.add(event.id());
                if (tries.size() == 2 || tries.size() == 3) {
                    throw new IllegalStateException("Lê Thị Hoa");
                }
                received.accept(event.position());
            }
        });
        delivery.next();
        assertThatThrownBy(delivery::next)
                .isInstanceOf(DeliveryException.class)
                .hasMessage("events for failing: kind of failure")
                .hasNoCause();
        assertThatThrownBy(delivery::next).isInstanceOf(DeliveryException.class);
        EventDestinations destinations = new EventDestinations(hub.database.database());
        assertThat(destinations.find("failing")).hasValueSatisfying(standing -> {
            assertThat(standing.position()).isEqualTo(1);
            assertThat(standing.tries()).isEqualTo(2);
            assertThat(standing.lastError()).isEqualTo("kind of failure");
        });
        while (delivery.next() > 0) {
            // goes on
        }
        List<MasterEvent> all = told(registry);
        assertThat(tries)
                .containsExactly(
                        all.get(0).id(),
                        all.get(1).id(),
                        all.get(1).id(),
                        all.get(1).id(),
                        all.get(2).id());
        assertThat(destinations.find("failing"))
                .hasValueSatisfying(
                        standing -> assertThat(standing.failingSince()).isNull());
    }

    @Test
    @DisplayName(
            "are on record before they leave: the receiver, whom they are about, from where to where, whose rows it knows")
    void recorded() {
        hub.take(inserted("tre_em", 1, 20, HOA));
        hub.resolve();
        hub.take(inserted("victim", 2, 20, NAM));
        hub.resolve();
        List<Integer> entriesThen = new ArrayList<>();
        told(delivery("bus", ALL, Start.BEGINNING, (events, received) -> {
            entriesThen.add(onRecord.size());
            hear(events, received);
        }));
        assertThat(entriesThen).containsExactly(1);
        assertThat(onRecord).singleElement().satisfies(entry -> {
            assertThat(entry.account()).isEqualTo("events:bus");
            assertThat(entry.kind()).isEqualTo(AuditKind.EXPORT);
            assertThat(entry.call()).isEqualTo("events out");
            assertThat(entry.masters()).containsExactly(hub.masterOf("tre_em", 1), hub.masterOf("victim", 2));
            assertThat(entry.details())
                    .isEqualTo(Map.of("events", "2", "from", "1", "to", "2", "knows", "hotline, switchboard"));
        });
        MasterId hoa = hub.masterOf("tre_em", 1);
        MasterId nam = hub.masterOf("victim", 2);
        hub.stewardship.merge(hoa, nam, WORD);
        told(delivery("bus", ALL, Start.BEGINNING, this::hear));
        assertThat(onRecord).hasSize(2);
        assertThat(onRecord.getLast().masters()).containsExactlyInAnyOrder(hoa, nam);
    }

    @Test
    @DisplayName(
            "that fail again and again are on record once; how far the receiver got, at the first failure and at the end")
    void recordedFailure() {
        for (int child = 1; child <= 3; child++) {
            hub.take(inserted("tre_em", child, 20 + child, "name", "Trẻ " + child, "year", 2000L + child));
            hub.resolve();
        }
        List<Integer> failures = new ArrayList<>();
        EventDelivery delivery = delivery("failing", ALL, Start.BEGINNING, (events, received) -> {
            for (MasterEvent event : events) {
                if (event.position() == 2 && failures.size() < 4) {
                    failures.add(1);
                    throw new IllegalStateException("Lê Thị Hoa");
                }
                received.accept(event.position());
            }
        });
        delivery.next();
        for (int time = 0; time < 4; time++) {
            assertThatThrownBy(delivery::next).isInstanceOf(DeliveryException.class);
        }
        assertThat(delivery.next()).isEqualTo(2);
        assertThat(onRecord)
                .extracting(AuditEvent::details)
                .containsExactly(
                        Map.of("events", "3", "from", "1", "to", "3", "knows", "hotline, switchboard"),
                        Map.of("receivedTo", "1", "failure", "kind of failure"),
                        Map.of("receivedTo", "3"));
        assertThat(onRecord.getFirst().masters()).hasSize(3);
    }

    @Test
    @DisplayName("stay while they cannot be put on record, and leave when they can")
    void notOnRecord() {
        hub.take(inserted("tre_em", 1, 20, HOA));
        hub.resolve();
        registry.next();
        trailAway = true;
        assertThatThrownBy(registry::next).isInstanceOf(DeliveryException.class);
        assertThat(heard).isEmpty();
        assertThat(new EventDestinations(hub.database.database()).find("registry"))
                .hasValueSatisfying(standing -> assertThat(standing.position()).isZero());
        trailAway = false;
        assertThat(registry.next()).isEqualTo(1);
        assertThat(heard).hasSize(1);
        assertThat(onRecord).hasSize(1);
    }

    @Test
    @DisplayName("whose end could not be put on record are not sent again, and nothing more leaves before it is")
    void endOwed() {
        for (int child = 1; child <= 2; child++) {
            hub.take(inserted("tre_em", child, 20 + child, "name", "Trẻ " + child, "year", 2000L + child));
            hub.resolve();
        }
        EventDelivery delivery = delivery("slow", ALL, Start.BEGINNING, (events, received) -> {
            trailAway = true;
            hear(events.subList(0, 1), received); // and no more, as who is slow
        });
        delivery.next();
        delivery.next();
        assertThatThrownBy(delivery::next).isInstanceOf(DeliveryException.class);
        assertThat(heard).hasSize(1);
        trailAway = false;
        delivery.next();
        assertThat(heard).extracting(MasterEvent::position).containsExactly(1L, 2L);
        trailAway = false;
        delivery.next();
        assertThat(onRecord)
                .extracting(entry -> entry.details().get("receivedTo"))
                .containsExactly(null, "1", "2");
    }

    @Test
    @DisplayName("go on after a restart where they were left, for each receiver by itself")
    void restart() {
        hub.take(inserted("tre_em", 1, 20, HOA));
        hub.resolve();
        assertThat(told(registry)).hasSize(1);
        hub.take(inserted("tre_em", 2, 21, NAM));
        hub.resolve();
        assertThat(told(delivery("registry", ALL, Start.BEGINNING, this::hear)))
                .extracting(MasterEvent::masterId)
                .containsExactly(hub.masterOf("tre_em", 2));
        assertThat(told(delivery("later", ALL, Start.NOW, this::hear))).isEmpty();
        assertThat(told(delivery("another", ALL, Start.BEGINNING, this::hear))).hasSize(2);
    }

    @Test
    @DisplayName("are handed over by one instance at a time")
    void oneInstance() {
        hub.take(inserted("tre_em", 1, 20, HOA));
        hub.resolve();
        EventDelivery other = delivery("registry", ALL, Start.BEGINNING, this::hear);
        List<Integer> meanwhile = new ArrayList<>();
        EventDelivery first = delivery("registry", ALL, Start.BEGINNING, (events, received) -> {
            Thread instance = Thread.ofPlatform().start(() -> meanwhile.add(other.next()));
            try {
                instance.join();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            hear(events, received);
        });
        first.next();
        assertThat(first.next()).isEqualTo(1);
        assertThat(meanwhile).containsExactly(0);
        assertThat(heard).hasSize(1);
    }

    @Test
    @DisplayName("begin after the first load, or with it, as configured")
    void firstLoad() {
        try (Hub loading = Hub.loading("events_first_load", Duration.ZERO)) {
            EventDelivery now = deliveryOf(loading, "now", Start.NOW);
            EventDelivery beginning = deliveryOf(loading, "beginning", Start.BEGINNING);
            now.next();
            long life = loading.ingest.beginSnapshot(SourceSystem.SWITCHBOARD);
            loading.take(read("tre_em", 1, life, HOA));
            loading.ingest.completeSnapshot(SourceSystem.SWITCHBOARD, life);
            loading.ingest.completeSnapshot(SourceSystem.HOTLINE, loading.ingest.beginSnapshot(SourceSystem.HOTLINE));
            loading.resolve();
            assertThat(told(now)).isEmpty();
            assertThat(told(beginning)).extracting(MasterEvent::type).containsExactly(MasterEvent.Type.CREATED);

            loading.take(inserted("tre_em", 2, 50, NAM));
            loading.resolve();
            assertThat(told(now)).hasSize(1);
            assertThat(told(beginning)).hasSize(1);
        }
    }

    private EventDelivery deliveryOf(Hub of, String name, Start start) {
        return new EventDelivery(
                of.database.database(),
                new Consent(of.masters),
                this::put,
                new EventDelivery.Receiver(name, ALL, start, this::hear, failure -> "failed"));
    }
}
