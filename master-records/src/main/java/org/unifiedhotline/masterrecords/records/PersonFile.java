package org.unifiedhotline.masterrecords.records;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.unifiedhotline.mappings.canonical.CaseRecord;
import org.unifiedhotline.mappings.canonical.ContactRecord;
import org.unifiedhotline.mappings.canonical.ReferralRecord;
import org.unifiedhotline.mappings.canonical.ReturnRecord;
import org.unifiedhotline.mappings.source.SourceRecordKey;

/**
 * All the hub holds about one person: the master record and what both systems recorded of contacts, cases,
 * referrals and returns of any of its members, newest first.
 */
public record PersonFile(
        MasterRecord master,
        List<ContactRecord> contacts,
        List<CaseRecord> cases,
        List<ReferralRecord> referrals,
        List<ReturnRecord> returns) {
    public PersonFile {
        contacts = List.copyOf(contacts);
        cases = List.copyOf(cases);
        referrals = List.copyOf(referrals);
        returns = List.copyOf(returns);
    }

    /** The same, without these cases and those about these records, without what belongs to them, and without the keys of who called or reported. */
    public PersonFile without(Set<SourceRecordKey> hidden) {
        PersonFile left = new PersonFile(
                master,
                contacts.stream()
                        .filter(contact -> contact.caseKey() == null || !hidden.contains(contact.caseKey()))
                        .toList(),
                cases.stream()
                        .filter(one -> !hidden.contains(one.key()) && !hidden.contains(one.subject()))
                        .toList(),
                referrals.stream()
                        .filter(referral -> !hidden.contains(referral.caseKey()))
                        .toList(),
                returns);
        return left.naming(record -> !hidden.contains(record));
    }

    /** The records of those who called about the person, or reported a case. */
    List<SourceRecordKey> callersAndReporters() {
        return Stream.concat(
                        contacts.stream().map(ContactRecord::caller),
                        cases.stream().map(CaseRecord::reporter))
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    /** The same, of callers and reporters with the keys of these alone. */
    PersonFile naming(Predicate<SourceRecordKey> named) {
        return new PersonFile(
                master,
                contacts.stream()
                        .map(contact ->
                                contact.caller() == null || named.test(contact.caller()) ? contact : nameless(contact))
                        .toList(),
                cases.stream()
                        .map(one -> one.reporter() == null || named.test(one.reporter()) ? one : nameless(one))
                        .toList(),
                referrals,
                returns);
    }

    private static ContactRecord nameless(ContactRecord contact) {
        return new ContactRecord(
                contact.key(),
                contact.receivedAt(),
                contact.channel(),
                contact.presentedNumber(),
                null,
                contact.caseKey(),
                contact.counsellor(),
                contact.centre(),
                contact.language(),
                contact.durationSeconds(),
                contact.outcome(),
                contact.topic(),
                contact.latitude(),
                contact.longitude(),
                contact.notes(),
                contact.flags());
    }

    private static CaseRecord nameless(CaseRecord one) {
        return new CaseRecord(
                one.key(),
                one.caseNumber(),
                one.subject(),
                null,
                one.relation(),
                one.kinds(),
                one.means(),
                one.urgency(),
                one.status(),
                one.openedOn(),
                one.closedOn(),
                one.destinationCountry(),
                one.recruitedInProvince(),
                one.narrative(),
                one.flags());
    }
}
