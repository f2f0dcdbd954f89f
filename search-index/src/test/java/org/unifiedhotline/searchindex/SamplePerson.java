package org.unifiedhotline.searchindex;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.unifiedhotline.mappings.canonical.CaseRecord;
import org.unifiedhotline.mappings.canonical.CaseRecord.CaseStatus;
import org.unifiedhotline.mappings.canonical.Centre;
import org.unifiedhotline.mappings.canonical.ContactRecord;
import org.unifiedhotline.mappings.canonical.ContactRecord.Channel;
import org.unifiedhotline.mappings.canonical.ContactRecord.ContactOutcome;
import org.unifiedhotline.mappings.canonical.PersonName;
import org.unifiedhotline.mappings.canonical.ReferralRecord;
import org.unifiedhotline.mappings.canonical.ReferralRecord.ReferralOutcome;
import org.unifiedhotline.mappings.canonical.ReporterRelation;
import org.unifiedhotline.mappings.canonical.ReturnRecord;
import org.unifiedhotline.mappings.canonical.ReturnRecord.ReturnKind;
import org.unifiedhotline.mappings.canonical.Telephone;
import org.unifiedhotline.mappings.canonical.Telephone.TelephoneUse;
import org.unifiedhotline.mappings.source.SourceRecordKey;
import org.unifiedhotline.mappings.source.SourceSystem;
import org.unifiedhotline.mappings.standardization.Flags;
import org.unifiedhotline.mappings.standardization.Telephones;
import org.unifiedhotline.mappings.standardization.WrittenBetween;
import org.unifiedhotline.masterrecords.records.LinkKind;
import org.unifiedhotline.masterrecords.records.MasterId;
import org.unifiedhotline.masterrecords.records.MasterRecord;
import org.unifiedhotline.masterrecords.records.Member;
import org.unifiedhotline.masterrecords.records.PersonFile;
import org.unifiedhotline.masterrecords.records.Sourced;

/** A person file written by hand: master record number so and so, made of source records, with what happened to them. */
public final class SamplePerson {
    private final MasterId id;
    private long version = 1;
    private final List<SampleRecord> records = new ArrayList<>();
    private final List<ContactRecord> contacts = new ArrayList<>();
    private final List<CaseRecord> cases = new ArrayList<>();
    private final List<ReferralRecord> referrals = new ArrayList<>();
    private final List<ReturnRecord> returns = new ArrayList<>();

    private SamplePerson(MasterId id) {
        this.id = id;
    }

    /** The person whose master id is made of this number. */
    public static SamplePerson number(int number) {
        return new SamplePerson(idOf(number));
    }

    public static MasterId idOf(int number) {
        return new MasterId(UUID.nameUUIDFromBytes(("person " + number).getBytes(StandardCharsets.UTF_8)));
    }

    public SamplePerson version(long other) {
        version = other;
        return this;
    }

    public SamplePerson with(SampleRecord record) {
        records.add(record);
        return this;
    }

    /** A case about one of the records. */
    public SamplePerson caseAbout(SampleRecord subject, String number, String... kinds) {
        SourceSystem system = subject.key().system();
        cases.add(new CaseRecord(
                caseKey(system, number),
                number,
                subject.key(),
                null,
                ReporterRelation.UNKNOWN,
                List.of(kinds),
                List.of(),
                null,
                CaseStatus.IN_PROGRESS,
                LocalDate.of(2021, 5, 4),
                null,
                null,
                null,
                null,
                List.of()));
        return this;
    }

    /** A case about one record, which another one reported: to be said of both of their people. */
    public SamplePerson caseBetween(
            SampleRecord subject, String number, SampleRecord reporter, ReporterRelation relation, String... kinds) {
        SourceSystem system = subject.key().system();
        cases.add(new CaseRecord(
                caseKey(system, number),
                number,
                subject.key(),
                reporter.key(),
                relation,
                List.of(kinds),
                List.of(),
                null,
                CaseStatus.IN_PROGRESS,
                LocalDate.of(2021, 5, 4),
                null,
                null,
                null,
                null,
                List.of()));
        return this;
    }

    private static SourceRecordKey caseKey(SourceSystem system, String number) {
        return SourceRecordKey.of(system, system == SourceSystem.HOTLINE ? "case_file" : "ca_can_thiep", number);
    }

    public SamplePerson contactOf(SampleRecord caller, Centre centre, Channel channel, String receivedAt) {
        return contactAbout(null, caller, null, centre, channel, receivedAt);
    }

    /** A contact about a case, to be said of the caller and of whom the case is about; a number presented is told as it is written. */
    public SamplePerson contactAbout(
            @Nullable String caseNumber,
            SampleRecord caller,
            @Nullable String presented,
            Centre centre,
            Channel channel,
            String receivedAt) {
        SourceSystem system = caller.key().system();
        contacts.add(new ContactRecord(
                SourceRecordKey.of(system, system == SourceSystem.HOTLINE ? "call" : "cuoc_goi", receivedAt),
                Instant.parse(receivedAt),
                channel,
                presented == null ? null : presented(presented),
                caller.key(),
                caseNumber == null ? null : caseKey(system, caseNumber),
                null,
                centre,
                "vi",
                60,
                ContactOutcome.ADVICE,
                null,
                null,
                null,
                null,
                List.of()));
        return this;
    }

    private static @Nullable Telephone presented(String written) {
        LocalDate day = LocalDate.of(2021, 5, 4);
        return Telephones.first(written, TelephoneUse.OWN, new WrittenBetween(day, day), "telephones", new Flags());
    }

    public SamplePerson referralOf(SourceSystem system, String caseNumber, ReferralOutcome outcome) {
        referrals.add(new ReferralRecord(
                SourceRecordKey.of(system, system == SourceSystem.HOTLINE ? "referral" : "chuyen_tuyen", caseNumber),
                caseKey(system, caseNumber),
                null,
                null,
                null,
                null,
                null,
                LocalDate.of(2021, 6, 1),
                null,
                outcome,
                null,
                List.of()));
        return this;
    }

    public SamplePerson returnOf(SampleRecord victim) {
        returns.add(new ReturnRecord(
                SourceRecordKey.of(
                        SourceSystem.HOTLINE, "return_record", victim.key().localId()),
                victim.key(),
                LocalDate.of(2020, 2, 3),
                ReturnKind.RESCUED,
                null,
                null,
                null,
                null,
                null,
                List.of()));
        return this;
    }

    public PersonFile file() {
        List<Member> members = records.stream()
                .map(SampleRecord::person)
                .map(person -> new Member(records.size() == 1 ? LinkKind.SINGLE : LinkKind.AUTOMATIC, person))
                .sorted(Comparator.comparing(Member::key))
                .toList();
        List<Sourced<PersonName>> names = members.stream()
                .flatMap(member -> member.person().names().stream()
                        .map(name -> new Sourced<>(name, List.of(member.key()), "most-complete")))
                .toList();
        MasterRecord master = new MasterRecord(
                id,
                version,
                Instant.parse("2026-01-01T00:00:00Z").plusSeconds(version),
                names.isEmpty() ? null : names.getFirst(),
                names.isEmpty() ? names : names.subList(1, names.size()),
                null,
                null,
                List.of(),
                List.of(),
                null,
                null,
                null,
                List.of(),
                members.stream()
                        .map(member -> member.person().role())
                        .distinct()
                        .toList(),
                members);
        return new PersonFile(master, contacts, cases, referrals, returns);
    }
}
