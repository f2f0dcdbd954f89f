package org.unifiedhotline.masterrecords.records;

import java.util.List;
import java.util.Set;
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

    /** The same, without these cases and those about these records, and without what belongs to them. */
    public PersonFile without(Set<SourceRecordKey> hidden) {
        return new PersonFile(
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
    }
}
