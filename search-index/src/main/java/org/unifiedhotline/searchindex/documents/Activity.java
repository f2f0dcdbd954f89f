package org.unifiedhotline.searchindex.documents;

import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.unifiedhotline.mappings.canonical.CaseRecord;
import org.unifiedhotline.mappings.canonical.Centre;
import org.unifiedhotline.mappings.canonical.ContactRecord;
import org.unifiedhotline.mappings.canonical.ReferralRecord;
import org.unifiedhotline.mappings.canonical.ReturnRecord;
import org.unifiedhotline.mappings.canonical.Telephone;
import org.unifiedhotline.mappings.source.SourceRecordKey;
import org.unifiedhotline.mappings.source.SourceSystem;
import org.unifiedhotline.masterrecords.records.PersonFile;

/**
 * What happened around one source record of a person: the cases it is the subject or reporter of, the contacts it made
 * or that were made about it, the referrals and returns of its cases.
 */
record Activity(
        SourceRecordKey member,
        List<CaseRecord> cases,
        List<CaseRecord> casesAboutIt,
        List<ContactRecord> contacts,
        Set<SourceRecordKey> casesWithOpenReferral,
        boolean returned) {

    /** Assigns a file's contacts, cases, referrals and returns to its members. */
    static Map<SourceRecordKey, Activity> byMember(PersonFile file) {
        Map<SourceRecordKey, Activity> activities = new HashMap<>();
        file.master().members().forEach(member -> activities.put(member.key(), of(member.key(), file)));
        return activities;
    }

    private static Activity of(SourceRecordKey member, PersonFile file) {
        List<CaseRecord> aboutIt = file.cases().stream()
                .filter(one -> one.subject().equals(member))
                .toList();
        List<CaseRecord> cases = file.cases().stream()
                .filter(one -> one.subject().equals(member) || member.equals(one.reporter()))
                .toList();
        Set<SourceRecordKey> keysAboutIt = new HashSet<>();
        aboutIt.forEach(one -> keysAboutIt.add(one.key()));
        List<ContactRecord> contacts = file.contacts().stream()
                .filter(contact -> member.equals(contact.caller())
                        || (contact.caseKey() != null && keysAboutIt.contains(contact.caseKey())))
                .toList();
        Set<SourceRecordKey> open = file.referrals().stream()
                .filter(Activity::isOpen)
                .map(ReferralRecord::caseKey)
                .collect(Collectors.toUnmodifiableSet());
        boolean returned = file.returns().stream().map(ReturnRecord::victim).anyMatch(member::equals);
        return new Activity(member, cases, aboutIt, contacts, open, returned);
    }

    private static boolean isOpen(ReferralRecord referral) {
        return switch (referral.outcome()) {
            case PENDING, ACCEPTED -> true;
            case COMPLETED, DECLINED, LOST_CONTACT, UNKNOWN -> false;
        };
    }

    /**
     * What readers of these centres may know of it, as {@code ScopedRecords} decides where a person is read: the contacts of these centres,
     * the cases that one of these contacts is of, and their referrals.
     */
    Activity within(Set<Centre> centres) {
        List<ContactRecord> theirs = contacts.stream()
                .filter(contact -> centres.contains(contact.centre()))
                .toList();
        Set<SourceRecordKey> touched = new HashSet<>();
        theirs.stream().map(ContactRecord::caseKey).filter(Objects::nonNull).forEach(touched::add);
        return new Activity(
                member,
                cases.stream().filter(one -> touched.contains(one.key())).toList(),
                casesAboutIt.stream().filter(one -> touched.contains(one.key())).toList(),
                theirs,
                casesWithOpenReferral,
                returned);
    }

    /** The centres that had a contact about a case about it. */
    Set<Centre> centresOf(CaseRecord one) {
        return contacts.stream()
                .filter(contact -> one.key().equals(contact.caseKey()))
                .map(ContactRecord::centre)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The numbers that calls of it presented. */
    List<Telephone> presentedNumbers() {
        return contacts.stream()
                .filter(contact -> member.equals(contact.caller()))
                .map(ContactRecord::presentedNumber)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    /** Whether a referral of a case about it has no outcome yet. */
    boolean openReferral() {
        return casesAboutIt.stream().anyMatch(one -> casesWithOpenReferral.contains(one.key()));
    }

    /** Numbers of the cases about it. Those it reported about others stand with these others, whose scope they have. */
    List<String> caseNumbers() {
        return casesAboutIt.stream()
                .map(CaseRecord::caseNumber)
                .distinct()
                .sorted()
                .toList();
    }

    /** Kinds of the cases about it, of one system: both have their own words. */
    List<String> kinds(SourceSystem system) {
        return casesAboutIt.stream()
                .filter(one -> one.key().system() == system)
                .flatMap(one -> one.kinds().stream())
                .distinct()
                .sorted()
                .toList();
    }

    /** The centres that had a contact with it or about it. */
    Set<Centre> touching() {
        Set<Centre> touching = EnumSet.noneOf(Centre.class);
        contacts.forEach(contact -> touching.add(contact.centre()));
        return touching;
    }

    List<String> centres() {
        return contacts.stream()
                .map(contact -> contact.centre().name())
                .distinct()
                .sorted()
                .toList();
    }

    List<String> channels() {
        return contacts.stream()
                .map(contact -> contact.channel().name())
                .distinct()
                .sorted()
                .toList();
    }

    @Nullable
    Long lastContact() {
        return contacts.stream()
                .map(ContactRecord::receivedAt)
                .max(Comparator.naturalOrder())
                .map(Instant::toEpochMilli)
                .orElse(null);
    }
}
