package org.unifiedhotline.console.fhir;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.unifiedhotline.console.fhir.Elements.Address;
import org.unifiedhotline.console.fhir.Elements.CodeableConcept;
import org.unifiedhotline.console.fhir.Elements.ContactPoint;
import org.unifiedhotline.console.fhir.Elements.Element;
import org.unifiedhotline.console.fhir.Elements.Extension;
import org.unifiedhotline.console.fhir.Elements.HumanName;
import org.unifiedhotline.console.fhir.Elements.Identifier;
import org.unifiedhotline.console.fhir.Patient.Contact;
import org.unifiedhotline.console.masking.PlainSight;
import org.unifiedhotline.mappings.canonical.IdentityNumber;
import org.unifiedhotline.mappings.canonical.PersonName;
import org.unifiedhotline.mappings.canonical.PersonName.NameKind;
import org.unifiedhotline.mappings.canonical.Place;
import org.unifiedhotline.mappings.canonical.RelatedPerson;
import org.unifiedhotline.mappings.canonical.Telephone;
import org.unifiedhotline.mappings.canonical.Telephone.TelephoneUse;
import org.unifiedhotline.mappings.standardization.Era;
import org.unifiedhotline.mappings.standardization.Places;
import org.unifiedhotline.masterrecords.records.MasterRecord;
import org.unifiedhotline.masterrecords.records.Sourced;
import org.unifiedhotline.masterrecords.scope.FieldKind;

/** The parts of one Patient, each masked where the reader does not read it plainly. */
final class PatientParts {
    private static final String RELATIONS = "http://terminology.hl7.org/CodeSystem/v3-RoleCode";

    private final MasterRecord person;
    private final PlainSight sight;
    private boolean masks;

    PatientParts(MasterRecord person, PlainSight sight) {
        this.person = person;
        this.sight = sight;
    }

    /** Whether something was masked in the parts made so far. */
    boolean hasMasks() {
        return masks;
    }

    private boolean reads(FieldKind kind, Sourced<?> value) {
        boolean reads = sight.reads(person.id(), kind, value.from());
        masks |= !reads;
        return reads;
    }

    /** The master id, the source records, the documents. */
    List<Identifier> identifiers() {
        List<Identifier> all = new ArrayList<>();
        all.add(identifier("usual", IdentifierSystem.MASTER_RECORD, person.id().toString()));
        person.members().forEach(member -> {
            IdentifierSystem system = IdentifierSystem.of(member.key().table());
            if (system != null) {
                all.add(identifier("secondary", system, member.key().localId()));
            }
        });
        person.identityNumbers().forEach(number -> {
            IdentityNumber read = number.value();
            IdentifierSystem system = IdentifierSystem.of(read.kind());
            if (!read.number().isEmpty()) {
                all.add(identifier(
                        "official", system, reads(FieldKind.IDENTITY_NUMBER, number) ? read.number() : null));
            }
        });
        return all;
    }

    static Identifier identifier(String use, IdentifierSystem system, @Nullable String value) {
        return new Identifier(use, system.type(), system.uri(), value, value == null ? Element.masked() : null);
    }

    /** The name that survivorship chose, then all others. */
    List<HumanName> names() {
        List<HumanName> all = new ArrayList<>();
        Sourced<PersonName> chosen = person.name();
        if (chosen != null) {
            all.add(name(chosen.value(), "official"));
        }
        person.otherNames()
                .forEach(name ->
                        all.add(name(name.value(), name.value().kind() == NameKind.ALIAS ? "nickname" : "usual")));
        return all;
    }

    /** Middle names stand before the given name, as they are spoken; {@code text} has the whole name in its order. */
    private static HumanName name(PersonName name, @Nullable String use) {
        return new HumanName(use, name.display(), name.family(), Patients.present(name.middle(), name.given()));
    }

    /** The person's own telephones. */
    List<ContactPoint> telecom() {
        return person.telephones().stream()
                .filter(telephone -> telephone.value().use() == TelephoneUse.OWN)
                .flatMap(telephone -> points(telephone, telephone.value()))
                .distinct()
                .toList();
    }

    private Stream<ContactPoint> points(Sourced<?> holder, Telephone telephone) {
        if (!reads(FieldKind.TELEPHONE, holder)) {
            return Stream.of(new ContactPoint("phone", null, Element.masked()));
        }
        return telephone.numbers().isEmpty()
                ? Patients.present(telephone.written()).stream().map(PatientParts::point)
                : telephone.numbers().stream().map(PatientParts::point);
    }

    private static ContactPoint point(String number) {
        return new ContactPoint("phone", number, null);
    }

    List<Address> addresses() {
        Sourced<Place> home = person.home();
        if (home == null) {
            return List.of();
        }
        if (!reads(FieldKind.ADDRESS, home)) {
            return List.of(new Address(List.of(Extension.masked()), null, null, List.of(), null, null, null));
        }
        Place place = home.value();
        List<String> line = Patients.present(place.writtenAddress());
        List<String> all = Patients.present(
                place.writtenAddress(), place.writtenCommune(), place.writtenDistrict(), province(place));
        return all.isEmpty()
                ? List.of()
                : List.of(new Address(
                        List.of(),
                        "home",
                        String.join(", ", all),
                        line,
                        orNull(place.writtenCommune()),
                        orNull(place.writtenDistrict()),
                        orNull(province(place))));
    }

    /** As written where it is a name; of a code what it means. */
    private static @Nullable String province(Place place) {
        String written = place.writtenProvince();
        if (written != null && !written.isBlank() && !written.strip().matches("[0-9]+")) {
            return written.strip();
        }
        if (place.provinceBefore() != null) {
            return Places.standard().provinceName(Era.BEFORE, place.provinceBefore());
        }
        return place.provinceSince() == null ? null : Places.standard().provinceName(Era.SINCE, place.provinceSince());
    }

    private static @Nullable String orNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }

    /** Parents and guardians, and telephones of the family: they are no telephones of the person's own. */
    List<Contact> contacts() {
        List<Contact> contacts = new ArrayList<>();
        person.relatedPersons().forEach(related -> {
            RelatedPerson one = related.value();
            List<ContactPoint> telecom = one.telephone() == null
                    ? List.of()
                    : points(related, one.telephone()).toList();
            if (one.name() != null || !telecom.isEmpty()) {
                contacts.add(new Contact(
                        List.of(relationship(one.relationship())),
                        one.name() == null ? null : name(one.name(), null),
                        telecom));
            }
        });
        person.telephones().stream()
                .filter(telephone -> telephone.value().use() != TelephoneUse.OWN)
                .map(telephone -> new Contact(
                        List.of(whose(telephone.value().use())),
                        null,
                        points(telephone, telephone.value()).toList()))
                .filter(contact -> !contact.telecom().isEmpty())
                .distinct()
                .forEach(contacts::add);
        return contacts;
    }

    private static CodeableConcept relationship(RelatedPerson.Relationship relationship) {
        return switch (relationship) {
            case FATHER -> CodeableConcept.of(RELATIONS, "FTH", "father");
            case MOTHER -> CodeableConcept.of(RELATIONS, "MTH", "mother");
            case GUARDIAN -> CodeableConcept.of(RELATIONS, "GUARD", "guardian");
        };
    }

    private static CodeableConcept whose(TelephoneUse use) {
        return use == TelephoneUse.GUARDIAN
                ? CodeableConcept.of(RELATIONS, "GUARD", "guardian")
                : CodeableConcept.of(RELATIONS, "FAMMEMB", "family member");
    }
}
