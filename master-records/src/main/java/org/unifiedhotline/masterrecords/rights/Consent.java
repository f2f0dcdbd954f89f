package org.unifiedhotline.masterrecords.rights;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.unifiedhotline.mappings.canonical.PersonRecord;
import org.unifiedhotline.mappings.canonical.PersonRole;
import org.unifiedhotline.mappings.source.SourceRecordKey;
import org.unifiedhotline.masterrecords.records.MasterId;
import org.unifiedhotline.masterrecords.records.MasterRecord;
import org.unifiedhotline.masterrecords.records.MasterRecords;
import org.unifiedhotline.masterrecords.records.Member;
import org.unifiedhotline.masterrecords.records.SourceHistory;
import org.unifiedhotline.masterrecords.sourcerecords.SourceRecordId;

/**
 * Whether data of a person may leave the service: the one place to ask, by whatever way they leave. Consent is evidenced, never
 * presumed: of a victim who was not asked, as of one who refused, nothing of what makes them known leaves. The switchboard records no
 * consent; of people whom it alone knows the rules of roles and scope decide.
 */
public final class Consent {
    private static final String COLUMN = "consent_to_share";

    /** So many records are asked about at once. */
    private static final int PORTION = 500;

    private final MasterRecords masterRecords;

    public Consent(MasterRecords masterRecords) {
        this.masterRecords = masterRecords;
    }

    /** What is on record of a person's consent. */
    public enum State {
        /** Every record that could hold it says yes. */
        GIVEN,
        /** A record says no. */
        REFUSED,
        /** A record could hold it, and nobody asked. */
        NOT_ASKED,
        /** No record of the person can hold it. */
        NOT_RECORDED;

        /** Whether data of the person may leave. */
        public boolean lets() {
            return switch (this) {
                case GIVEN, NOT_RECORDED -> true;
                case REFUSED, NOT_ASKED -> false;
            };
        }
    }

    /** What is on record of these people, by id; who is gone is absent. */
    public Map<MasterId, State> of(Collection<MasterId> people) {
        Map<MasterId, State> states = new HashMap<>();
        masterRecords.membersOf(people).forEach((id, members) -> states.put(id, ofMembers(members)));
        return states;
    }

    /** Whether all whose these records are now let data leave; none does so for a record that is nobody's any more. */
    public boolean lets(List<SourceRecordKey> records) {
        for (int from = 0; from < records.size(); from += PORTION) {
            List<Long> portion = records.subList(from, Math.min(records.size(), from + PORTION)).stream()
                    .map(SourceRecordId::of)
                    .toList();
            Map<Long, MasterId> owners = masterRecords.ownersOf(portion);
            Map<MasterId, State> states = of(new HashSet<>(owners.values()));
            if (owners.size() < portion.size()
                    || !owners.values().stream()
                            .allMatch(owner ->
                                    states.getOrDefault(owner, State.REFUSED).lets())) {
                return false;
            }
        }
        return true;
    }

    /** What is on record of a person. */
    public State of(MasterRecord person) {
        return ofMembers(person.members());
    }

    private static State ofMembers(List<Member> members) {
        return of(members.stream().map(Member::person).toList());
    }

    /**
     * What one record says of consent.
     *
     * @param agreed null where nobody asked
     * @param toldAt since when it says so: when that last changed at the source as far as the history tells, else when the row was made there
     */
    public record Evidence(SourceRecordKey record, @Nullable Boolean agreed, Instant toldAt) {}

    /**
     * What each record of a person that can hold consent says, and since when.
     *
     * @param changes what the sources' logs told of these records, the latest first
     */
    public static List<Evidence> evidence(MasterRecord person, List<SourceHistory.Change> changes) {
        return person.members().stream()
                .map(Member::person)
                .filter(record -> record.role() == PersonRole.VICTIM)
                .map(record -> new Evidence(
                        record.key(),
                        record.consentToShare(),
                        changes.stream()
                                .filter(change -> change.key().equals(record.key())
                                        && change.columns().stream()
                                                .anyMatch(column ->
                                                        column.column().equals(COLUMN)))
                                .map(SourceHistory.Change::changedAt)
                                .findFirst()
                                .orElse(record.createdAt())))
                .toList();
    }

    /** What these records of one person say together. */
    static State of(List<PersonRecord> records) {
        List<PersonRecord> victims = records.stream()
                .filter(record -> record.role() == PersonRole.VICTIM)
                .toList();
        if (victims.isEmpty()) {
            return State.NOT_RECORDED;
        }
        if (victims.stream().anyMatch(victim -> Boolean.FALSE.equals(victim.consentToShare()))) {
            return State.REFUSED;
        }
        return victims.stream().allMatch(victim -> Boolean.TRUE.equals(victim.consentToShare()))
                ? State.GIVEN
                : State.NOT_ASKED;
    }
}
