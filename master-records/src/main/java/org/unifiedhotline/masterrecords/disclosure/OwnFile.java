package org.unifiedhotline.masterrecords.disclosure;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.unifiedhotline.mappings.canonical.CaseRecord;
import org.unifiedhotline.mappings.canonical.ContactRecord;
import org.unifiedhotline.mappings.source.SourceRecordKey;
import org.unifiedhotline.masterrecords.erasurelist.ErasedRows;
import org.unifiedhotline.masterrecords.records.Member;
import org.unifiedhotline.masterrecords.records.PersonFile;
import org.unifiedhotline.masterrecords.records.SourceHistory.Change;

/**
 * A person's file as far as it is about them: without the cases about somebody else that they reported and what belongs to these, and
 * without telephones of others who called about them.
 *
 * @param casesOfOthers how many cases are left out
 * @param numbersOfOthers how many contacts tell a telephone that is left out
 */
public record OwnFile(PersonFile file, long casesOfOthers, long numbersOfOthers) {

    public static OwnFile of(PersonFile file) {
        Set<SourceRecordKey> people =
                file.master().members().stream().map(Member::key).collect(Collectors.toSet());
        List<CaseRecord> cases = file.cases().stream()
                .filter(one -> people.contains(one.subject()))
                .toList();
        Set<SourceRecordKey> own = cases.stream().map(CaseRecord::key).collect(Collectors.toSet());
        return new OwnFile(
                new PersonFile(
                        file.master(),
                        file.contacts().stream()
                                .map(contact -> isByAnother(contact, people) ? withoutNumber(contact) : contact)
                                .toList(),
                        cases,
                        file.referrals().stream()
                                .filter(referral -> own.contains(referral.caseKey()))
                                .toList(),
                        file.returns()),
                (long) file.cases().size() - cases.size(),
                file.contacts().stream()
                        .filter(contact -> contact.presentedNumber() != null && isByAnother(contact, people))
                        .count());
    }

    /** What the sources told of this file, without those telephones. */
    public List<Change> without(List<Change> changes) {
        Set<SourceRecordKey> people =
                file.master().members().stream().map(Member::key).collect(Collectors.toSet());
        Set<SourceRecordKey> byOthers = file.contacts().stream()
                .filter(contact -> isByAnother(contact, people))
                .map(ContactRecord::key)
                .collect(Collectors.toSet());
        return changes.stream()
                .map(change -> byOthers.contains(change.key()) ? withoutNumber(change) : change)
                .toList();
    }

    private static boolean isByAnother(ContactRecord contact, Set<SourceRecordKey> people) {
        return contact.caller() != null && !people.contains(contact.caller());
    }

    private static ContactRecord withoutNumber(ContactRecord contact) {
        return new ContactRecord(
                contact.key(),
                contact.receivedAt(),
                contact.channel(),
                null,
                contact.caller(),
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

    private static Change withoutNumber(Change change) {
        String number = ErasedRows.callersNumber(change.key().table());
        return new Change(
                change.key(),
                change.kind(),
                change.changedAt(),
                change.columns().stream()
                        .filter(column -> !column.column().equals(number))
                        .toList());
    }

    /** Names no value of a person: safe in a log. */
    @Override
    public String toString() {
        return "OwnFile[" + file.master().id() + "]";
    }
}
