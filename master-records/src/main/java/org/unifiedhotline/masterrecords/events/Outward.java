package org.unifiedhotline.masterrecords.events;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.unifiedhotline.mappings.source.SourceRecordKey;
import org.unifiedhotline.masterrecords.database.HubDatabase;
import org.unifiedhotline.masterrecords.records.MasterId;
import org.unifiedhotline.masterrecords.rights.Consent;
import org.unifiedhotline.masterrecords.scope.Label;
import org.unifiedhotline.masterrecords.sourcerecords.Columns;
import org.unifiedhotline.masterrecords.sourcerecords.SourceRecordId;

/**
 * What of events may leave the service, as things stand when they leave: whom records belong to now decides, not whom they belonged
 * to when it happened.
 */
final class Outward {
    private final HubDatabase hub;
    private final Consent consent;

    Outward(HubDatabase hub, Consent consent) {
        this.hub = hub;
        this.consent = consent;
    }

    /** Those that may be told, with the records that may be. */
    List<MasterEvent> of(List<MasterEvent> events, Knowledge knowledge) {
        Map<Long, SourceRecordKey> records = new HashMap<>();
        events.forEach(event -> event.sourceRecords().forEach(key -> records.put(SourceRecordId.of(key), key)));
        Set<SourceRecordKey> restricted = restricted(records);
        Set<MasterId> restrictedPeople = restrictedPeople(events);
        Set<SourceRecordKey> withheld = knowledge.isOfOwnRowsAlone() ? Set.of() : withheld(records);
        return events.stream()
                .flatMap(event -> unrestricted(event, restricted, restrictedPeople))
                .map(event ->
                        event.sourceRecords().stream().anyMatch(withheld::contains) ? event.withoutRecords() : event)
                .toList();
    }

    /** Of whom processing is restricted, nothing is told but that an id ends. */
    private static Stream<MasterEvent> unrestricted(
            MasterEvent event, Set<SourceRecordKey> restricted, Set<MasterId> restrictedPeople) {
        List<SourceRecordKey> told = event.sourceRecords().stream()
                .filter(record -> !restricted.contains(record))
                .toList();
        boolean about = restrictedPeople.contains(event.masterId())
                || (told.isEmpty() && !event.sourceRecords().isEmpty());
        boolean ends = event.type() == MasterEvent.Type.MERGED || event.type() == MasterEvent.Type.DELETED;
        if (about && !ends) {
            return Stream.empty();
        }
        MasterEvent open = event.withRecords(told);
        return Stream.of(
                event.other() != null && restrictedPeople.contains(event.other()) ? open.withoutOther() : open);
    }

    private Set<SourceRecordKey> restricted(Map<Long, SourceRecordKey> records) {
        return hub
                .sql()
                .sql("SELECT record_id FROM restricted_record WHERE record_id = ANY (?)")
                .param(records.keySet().toArray(Long[]::new))
                .query(Long.class)
                .list()
                .stream()
                .map(record -> Objects.requireNonNull(records.get(record)))
                .collect(Collectors.toSet());
    }

    private Set<MasterId> restrictedPeople(List<MasterEvent> events) {
        return Set.copyOf(hub.sql()
                .sql("SELECT master_id FROM restricted_person WHERE master_id = ANY (?::text[]::uuid[])")
                .param(events.stream()
                        .flatMap(event -> Stream.of(Optional.of(event.masterId()), Optional.ofNullable(event.other())))
                        .flatMap(Optional::stream)
                        .distinct()
                        .map(MasterId::toString)
                        .toArray(String[]::new))
                .query((row, number) -> Columns.masterId(row, "master_id"))
                .list());
    }

    /** Records of who does not consent; of those that belong to nobody any more, a victim's, for nobody can be asked. */
    private Set<SourceRecordKey> withheld(Map<Long, SourceRecordKey> records) {
        Map<Long, MasterId> owners = owners(records.keySet());
        Set<MasterId> consenting = new HashSet<>();
        consent.of(Set.copyOf(owners.values())).forEach((person, state) -> {
            if (state.lets()) {
                consenting.add(person);
            }
        });
        Set<SourceRecordKey> withheld = new HashSet<>();
        records.forEach((record, key) -> {
            MasterId owner = owners.get(record);
            if (owner == null ? Label.of(key) == Label.TRAFFICKING_VICTIM : !consenting.contains(owner)) {
                withheld.add(key);
            }
        });
        return withheld;
    }

    private Map<Long, MasterId> owners(Collection<Long> records) {
        Map<Long, MasterId> owners = new HashMap<>();
        hub.sql()
                .sql("SELECT record_id, master_id FROM link WHERE record_id = ANY (?)")
                .param(records.toArray(Long[]::new))
                .query(row -> {
                    owners.put(row.getLong("record_id"), Columns.masterId(row, "master_id"));
                });
        return owners;
    }
}
