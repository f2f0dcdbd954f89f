package org.unifiedhotline.console.fhir;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.unifiedhotline.mappings.canonical.Birth;
import org.unifiedhotline.mappings.canonical.IdentityNumber;
import org.unifiedhotline.mappings.canonical.PersonName;
import org.unifiedhotline.mappings.canonical.PersonRecord;
import org.unifiedhotline.mappings.canonical.PersonRole;
import org.unifiedhotline.mappings.canonical.Place;
import org.unifiedhotline.mappings.canonical.RelatedPerson;
import org.unifiedhotline.mappings.canonical.RelatedPerson.Relationship;
import org.unifiedhotline.mappings.canonical.ReporterRelation;
import org.unifiedhotline.mappings.canonical.Sex;
import org.unifiedhotline.mappings.canonical.Telephone;
import org.unifiedhotline.mappings.canonical.Telephone.TelephoneUse;
import org.unifiedhotline.mappings.source.SourceRecordKey;
import org.unifiedhotline.mappings.source.SourceSystem;
import org.unifiedhotline.mappings.standardization.Births;
import org.unifiedhotline.mappings.standardization.Flags;
import org.unifiedhotline.mappings.standardization.IdentityNumbers;
import org.unifiedhotline.mappings.standardization.Names;
import org.unifiedhotline.mappings.standardization.Places;
import org.unifiedhotline.mappings.standardization.Telephones;
import org.unifiedhotline.mappings.standardization.WrittenBetween;
import org.unifiedhotline.masterrecords.resolution.Lookalikes;
import org.unifiedhotline.masterrecords.scope.FieldKind;
import org.unifiedhotline.masterrecords.scope.Label;
import org.unifiedhotline.masterrecords.scope.PlainFields;

/** Somebody as a Patient describes them, standardized like the rows of the legacy systems. */
final class Described {
    private static final SourceRecordKey NO_ROW =
            SourceRecordKey.of(SourceSystem.SWITCHBOARD, "described_elsewhere", "0");

    private final Flags flags = new Flags();
    private final List<PersonName> names;
    private final Sex sex;
    private final @Nullable Birth birth;
    private final List<Telephone> telephones;
    private final List<IdentityNumber> numbers;
    private final @Nullable Place home;
    private final List<RelatedPerson> related;

    /** @throws FhirException 400 if the Patient is none, or tells nothing that people are known by */
    Described(PatientJson patient) {
        this.names = names(patient);
        this.sex = sex(patient.text("gender"));
        this.birth = birth(patient.text("birthDate"));
        this.telephones = telephones(patient, TelephoneUse.OWN);
        this.numbers = numbers(patient);
        this.home = home(patient);
        this.related = new ArrayList<>();
        List<Telephone> ofFamily = new ArrayList<>();
        patient.parts("contact", "Patient.contact").forEach(contact -> addContact(contact, ofFamily));
        this.telephones.addAll(ofFamily);
        if (names.isEmpty() && telephones.isEmpty() && numbers.isEmpty()) {
            throw FhirException.value(
                    "The Patient to be matched has a name, a telephone, or the number of a document.");
        }
    }

    private List<PersonName> names(PatientJson patient) {
        List<String> whole = new ArrayList<>();
        patient.parts("name", "HumanName").forEach(name -> {
            String text = whole(name);
            if (!text.isEmpty()) {
                whole.add(text);
            }
        });
        return whole.isEmpty() ? List.of() : Names.of(whole.getFirst(), whole.subList(1, whole.size()), flags);
    }

    private static String whole(PatientJson name) {
        String text = name.text("text");
        if (text != null) {
            return text;
        }
        List<String> parts = new ArrayList<>(Patients.present(name.text("family")));
        parts.addAll(name.texts("given"));
        return String.join(" ", parts);
    }

    private static Sex sex(@Nullable String gender) {
        return switch (gender) {
            case null -> Sex.UNKNOWN;
            case "male" -> Sex.MALE;
            case "female" -> Sex.FEMALE;
            case "other" -> Sex.OTHER;
            case "unknown" -> Sex.UNKNOWN;
            default -> throw FhirException.value("'gender' is male, female, other or unknown.");
        };
    }

    private @Nullable Birth birth(@Nullable String date) {
        if (date == null) {
            return null;
        }
        try {
            return switch (date.length()) {
                case 4 -> birth(LocalDate.of(Integer.parseInt(date), 1, 1), "Y");
                case 7 -> birth(YearMonth.parse(date).atDay(1), "M");
                default -> birth(LocalDate.parse(date), "D");
            };
        } catch (DateTimeException | NumberFormatException malformed) {
            throw FhirException.value("'birthDate' is a date such as 2006, 2006-03 or 2006-03-12.");
        }
    }

    private @Nullable Birth birth(LocalDate date, String precision) {
        return Births.ofDate(date, precision, WrittenBetween.UNKNOWN, flags);
    }

    private List<Telephone> telephones(PatientJson holder, TelephoneUse use) {
        List<Telephone> all = new ArrayList<>();
        holder.parts("telecom", "ContactPoint").forEach(point -> {
            String system = Objects.requireNonNullElse(point.text("system"), "phone");
            String value = point.text("value");
            if (value != null && (system.equals("phone") || system.equals("sms"))) {
                Telephones.of(value, use, WrittenBetween.UNKNOWN, "telephones", flags).stream()
                        .filter(telephone -> !telephone.numbers().isEmpty())
                        .forEach(all::add);
            }
        });
        return all;
    }

    /** Numbers of documents. Which person a source record belongs to is asked of the crosswalk, and not weighed. */
    private List<IdentityNumber> numbers(PatientJson patient) {
        List<IdentityNumber> all = new ArrayList<>();
        patient.parts("identifier", "Identifier").forEach(identifier -> {
            String value = identifier.text("value");
            String system = identifier.text("system");
            IdentifierSystem known =
                    system == null ? null : IdentifierSystem.of(system).orElse(null);
            boolean ofDocument = system == null || (known != null && known.isOfDocuments());
            if (value != null && ofDocument) {
                IdentityNumber number =
                        IdentityNumbers.of(value, known == null ? null : known.document(), sex, birth, flags);
                if (number != null) {
                    all.add(number);
                }
            }
        });
        return all;
    }

    private @Nullable Place home(PatientJson patient) {
        List<PatientJson> addresses = patient.parts("address", "Address");
        if (addresses.isEmpty()) {
            return null;
        }
        PatientJson address = addresses.getFirst();
        String line = String.join(", ", address.texts("line"));
        return Places.standard()
                .of(
                        address.text("state"),
                        address.text("district"),
                        address.text("city"),
                        line.isEmpty() ? null : line,
                        WrittenBetween.UNKNOWN,
                        flags);
    }

    private void addContact(PatientJson contact, List<Telephone> ofFamily) {
        List<Telephone> theirs = telephones(contact, TelephoneUse.FAMILY);
        ofFamily.addAll(theirs);
        PatientJson name = contact.part("name", "HumanName");
        Set<String> codes = contact.codes("relationship");
        Relationship relationship = codes.contains("MTH")
                ? Relationship.MOTHER
                : codes.contains("FTH") ? Relationship.FATHER : codes.contains("GUARD") ? Relationship.GUARDIAN : null;
        PersonName read = name == null ? null : Names.ofRelated(whole(name), flags);
        if (relationship != null && read != null) {
            related.add(new RelatedPerson(relationship, read, null));
        }
    }

    /**
     * What may be compared with whose records: what a reader does not read plainly on records of a label is not compared with them, or
     * the score would tell it.
     */
    List<Lookalikes.Described> readWith(PlainFields plain) {
        Map<Set<FieldKind>, Set<Label>> byFields = new LinkedHashMap<>();
        for (Label label : Label.values()) {
            Set<FieldKind> fields = new LinkedHashSet<>();
            for (FieldKind kind : List.of(FieldKind.TELEPHONE, FieldKind.IDENTITY_NUMBER, FieldKind.ADDRESS)) {
                if (plain.reads(kind, label)) {
                    fields.add(kind);
                }
            }
            byFields.computeIfAbsent(fields, unseen -> new LinkedHashSet<>()).add(label);
        }
        return byFields.entrySet().stream()
                .map(one -> new Lookalikes.Described(with(one.getKey()), one.getValue()))
                .toList();
    }

    private PersonRecord with(Set<FieldKind> fields) {
        boolean numbersToo = fields.contains(FieldKind.IDENTITY_NUMBER);
        return new PersonRecord(
                NO_ROW,
                PersonRole.CALLER,
                names,
                sex,
                birth,
                fields.contains(FieldKind.TELEPHONE) ? telephones : List.of(),
                numbersToo ? numbers : List.of(),
                fields.contains(FieldKind.ADDRESS) ? home : null,
                null,
                null,
                null,
                related,
                ReporterRelation.UNKNOWN,
                null,
                null,
                null,
                Instant.EPOCH,
                null,
                List.of());
    }
}
