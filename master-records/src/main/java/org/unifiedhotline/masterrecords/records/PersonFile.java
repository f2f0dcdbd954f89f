package org.unifiedhotline.masterrecords.records;

import java.util.List;
import org.unifiedhotline.mappings.canonical.CaseRecord;
import org.unifiedhotline.mappings.canonical.ContactRecord;
import org.unifiedhotline.mappings.canonical.ReferralRecord;
import org.unifiedhotline.mappings.canonical.ReturnRecord;

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
}
