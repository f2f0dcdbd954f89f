package org.unifiedhotline.console.rights;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.unifiedhotline.mappings.canonical.CaseRecord;
import org.unifiedhotline.mappings.canonical.PersonName;
import org.unifiedhotline.mappings.canonical.ReferralRecord;
import org.unifiedhotline.mappings.canonical.ReturnRecord;
import org.unifiedhotline.masterrecords.records.MasterRecord;
import org.unifiedhotline.masterrecords.records.PersonFile;
import org.unifiedhotline.masterrecords.records.Sourced;

/**
 * A person's data by the field names of the Human Trafficking Case Data Standard (IOM, HTCDS 2.0), where it has a field; values are ours
 * where the standard leaves the list to who uses it.
 */
record Htcds(Person person, List<Case> cases, List<Referral> referrals, List<Event> events) {

    /** Fields {@code prs_…}. */
    record Person(
            @Nullable @JsonProperty("prs_FirstName") String given,
            @Nullable @JsonProperty("prs_MiddleName") String middle,
            @Nullable @JsonProperty("prs_SecondName") String family,
            @Nullable @JsonProperty("prs_Birthdate") String birth,
            @Nullable @JsonProperty("prs_Gender") String gender,
            @Nullable @JsonProperty("prs_Citizenship") String citizenship,
            @JsonProperty("prs_IdentityNumber") List<String> identityNumbers,
            @JsonProperty("prs_MobilePhone") List<String> telephones) {
        /** Names nothing: safe in a log. */
        @Override
        public String toString() {
            return "Person";
        }
    }

    /** Fields of a case. */
    record Case(
            @JsonProperty("cas_CaseNumber") String number,
            @JsonProperty("cas_Status") String status,
            @JsonProperty("vic_TypeOfExploitation") List<String> exploitation,
            @JsonProperty("cas_OpenedDate") LocalDate opened,
            @Nullable @JsonProperty("cas_ClosedDate") LocalDate closed) {}

    /** Fields of a referral; the standard has no outcome, ours does. */
    record Referral(
            @JsonProperty("ref_Date") LocalDate referred,
            @Nullable @JsonProperty("ref_Organisation") String agency,
            @JsonProperty("ref_Outcome") String outcome) {}

    /** An event: a return. */
    record Event(
            @JsonProperty("evt_Date") LocalDate on,
            @JsonProperty("evt_Type") String kind,
            @Nullable @JsonProperty("evt_Location") String place) {}

    static Htcds of(PersonFile file) {
        return new Htcds(
                person(file.master()),
                file.cases().stream().map(Htcds::one).toList(),
                file.referrals().stream().map(Htcds::referral).toList(),
                file.returns().stream().map(Htcds::event).toList());
    }

    private static Person person(MasterRecord master) {
        PersonName name = value(master.name());
        var birth = value(master.birth());
        var sex = value(master.sex());
        return new Person(
                name == null ? null : name.given(),
                name == null ? null : name.middle(),
                name == null ? null : name.family(),
                birth == null ? null : birth.written(),
                sex == null ? null : sex.name(),
                value(master.nationality()),
                master.identityNumbers().stream()
                        .map(number -> number.value().number())
                        .toList(),
                master.telephones().stream()
                        .map(telephone -> telephone.value().numbers().isEmpty()
                                ? telephone.value().written()
                                : telephone.value().numbers().getFirst())
                        .toList());
    }

    private static <T> @Nullable T value(@Nullable Sourced<T> sourced) {
        return sourced == null ? null : sourced.value();
    }

    private static Case one(CaseRecord record) {
        return new Case(
                record.caseNumber(), record.status().name(), record.kinds(), record.openedOn(), record.closedOn());
    }

    private static Referral referral(ReferralRecord record) {
        return new Referral(
                record.referredOn(), record.agencyName(), record.outcome().name());
    }

    private static Event event(ReturnRecord record) {
        return new Event(record.returnedOn(), record.kind().name(), record.borderGate());
    }
}
