package org.unifiedhotline.console.fhir;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.unifiedhotline.console.fhir.Elements.CodeableConcept;
import org.unifiedhotline.console.fhir.Elements.Coding;
import org.unifiedhotline.console.fhir.Elements.Element;
import org.unifiedhotline.console.fhir.Elements.Extension;
import org.unifiedhotline.console.fhir.Elements.Meta;
import org.unifiedhotline.console.fhir.Elements.Period;
import org.unifiedhotline.console.fhir.Elements.Reference;
import org.unifiedhotline.console.fhir.Patient.Link;
import org.unifiedhotline.console.masking.PlainSight;
import org.unifiedhotline.mappings.canonical.Birth;
import org.unifiedhotline.mappings.canonical.Birth.DatePrecision;
import org.unifiedhotline.mappings.canonical.Sex;
import org.unifiedhotline.masterrecords.records.MasterId;
import org.unifiedhotline.masterrecords.records.MasterRecord;
import org.unifiedhotline.masterrecords.records.Sourced;
import org.unifiedhotline.masterrecords.scope.Label;

/** Makes a Patient of what the hub tells a reader of a person, masked as the reader is to read it. */
@Component
final class Patients {
    /** On a birth: between which days, where the year is only estimated from an age. */
    static final String BIRTH_BETWEEN = "urn:unified-hotline:fhir:birth-between";

    private static final String CONFIDENTIALITY = "http://terminology.hl7.org/CodeSystem/v3-Confidentiality";
    private static final String INTEGRITY = "http://terminology.hl7.org/CodeSystem/v3-ObservationValue";
    private static final String NATIONALITY = "http://hl7.org/fhir/StructureDefinition/patient-nationality";
    private static final String COUNTRIES = "urn:iso:std:iso:3166";

    private final PlainSight sight;

    Patients(PlainSight sight) {
        this.sight = sight;
    }

    /**
     * A person.
     *
     * @param within the master record of the members that the reader may know
     * @param whole whether there are no others that the reader may not know
     * @param replaces ids that were merged into this one, as far as the reader may know
     */
    Patient of(MasterRecord within, boolean whole, List<MasterId> replaces) {
        PatientParts parts = new PatientParts(within, sight);
        Patient plain = new Patient(
                "Patient",
                within.id(),
                null,
                nationality(within.nationality()),
                parts.identifiers(),
                true,
                parts.names(),
                parts.telecom(),
                gender(within.sex()),
                birthDate(within.birth()),
                birthBetween(within.birth()),
                parts.addresses(),
                parts.contacts(),
                replaces.stream()
                        .map(id -> new Link(Reference.to(id), "replaces"))
                        .toList());
        return withMeta(plain, meta(within, whole, parts.hasMasks()));
    }

    /** An id that was merged away: no more than where it leads. */
    static Patient replacedBy(MasterId away, MasterId standing) {
        return new Patient(
                "Patient",
                away,
                null,
                List.of(),
                List.of(),
                false,
                List.of(),
                List.of(),
                null,
                null,
                null,
                List.of(),
                List.of(),
                List.of(new Link(Reference.to(standing), "replaced-by")));
    }

    private static Patient withMeta(Patient plain, Meta meta) {
        return new Patient(
                plain.resourceType(),
                plain.id(),
                meta,
                plain.extension(),
                plain.identifier(),
                plain.active(),
                plain.name(),
                plain.telecom(),
                plain.gender(),
                plain.birthDate(),
                plain.birthBetween(),
                plain.address(),
                plain.contact(),
                plain.link());
    }

    /** How confidential the person's most confidential record is; and whether this is less than all that is known. */
    private static Meta meta(MasterRecord within, boolean whole, boolean masked) {
        Set<Label> labels = within.members().stream()
                .map(member -> Label.of(member.key()))
                .collect(Collectors.toCollection(TreeSet::new));
        List<Coding> security = new ArrayList<>();
        security.add(confidentiality(labels));
        if (masked) {
            security.add(new Coding(INTEGRITY, "MASKED", "masked"));
        }
        return new Meta(
                String.valueOf(within.version()),
                within.changedAt().toString(),
                security,
                whole ? List.of() : List.of(new Coding(INTEGRITY, "SUBSETTED", "subsetted")));
    }

    private static Coding confidentiality(Set<Label> labels) {
        if (labels.contains(Label.TRAFFICKING_VICTIM)) {
            return new Coding(CONFIDENTIALITY, "V", "very restricted");
        }
        return labels.contains(Label.CHILD)
                ? new Coding(CONFIDENTIALITY, "R", "restricted")
                : new Coding(CONFIDENTIALITY, "N", "normal");
    }

    private static List<Extension> nationality(@Nullable Sourced<String> nationality) {
        return nationality == null
                ? List.of()
                : List.of(new Extension(
                        NATIONALITY,
                        null,
                        null,
                        null,
                        List.of(new Extension(
                                "code",
                                null,
                                null,
                                new CodeableConcept(List.of(new Coding(COUNTRIES, nationality.value(), null)), null),
                                List.of()))));
    }

    private static @Nullable String gender(@Nullable Sourced<Sex> sex) {
        return sex == null
                ? null
                : switch (sex.value()) {
                    case MALE -> "male";
                    case FEMALE -> "female";
                    case OTHER -> "other";
                    case UNKNOWN -> "unknown";
                };
    }

    private static @Nullable String birthDate(@Nullable Sourced<Birth> sourced) {
        if (sourced == null) {
            return null;
        }
        Birth birth = sourced.value();
        return switch (birth.precision()) {
            case DAY -> birth.from().toString();
            case MONTH -> birth.from().toString().substring(0, 7);
            case YEAR -> birth.from().toString().substring(0, 4);
            case AGE -> birth.year() == null ? null : birth.from().toString().substring(0, 4);
        };
    }

    private static @Nullable Element birthBetween(@Nullable Sourced<Birth> sourced) {
        if (sourced == null || sourced.value().precision() != DatePrecision.AGE) {
            return null;
        }
        Birth birth = sourced.value();
        return new Element(List.of(new Extension(
                BIRTH_BETWEEN,
                null,
                new Period(birth.from().toString(), birth.to().toString()),
                null,
                List.of())));
    }

    /** The texts that are there, in their order. */
    static List<String> present(@Nullable String... texts) {
        return Stream.of(texts)
                .filter(Objects::nonNull)
                .filter(text -> !text.isBlank())
                .toList();
    }
}
