package org.unifiedhotline.console.fhir;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.unifiedhotline.console.fhir.Elements.Address;
import org.unifiedhotline.console.fhir.Elements.CodeableConcept;
import org.unifiedhotline.console.fhir.Elements.ContactPoint;
import org.unifiedhotline.console.fhir.Elements.Element;
import org.unifiedhotline.console.fhir.Elements.Extension;
import org.unifiedhotline.console.fhir.Elements.HumanName;
import org.unifiedhotline.console.fhir.Elements.Identifier;
import org.unifiedhotline.console.fhir.Elements.Meta;
import org.unifiedhotline.console.fhir.Elements.Reference;
import org.unifiedhotline.masterrecords.records.MasterId;

/**
 * A master record as a Patient. Written as JSON it is on record whom it shows, by its id.
 *
 * @param active false for an id that was merged away, which has a link and nothing else
 * @param birthDate as much of it as is known for certain
 * @param birthBetween the days between which somebody was born whose year of birth is not certain
 * @see <a href="https://hl7.org/fhir/R4/patient.html">FHIR R4, Patient</a>
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record Patient(
        String resourceType,
        MasterId id,
        @Nullable Meta meta,
        List<Extension> extension,
        List<Identifier> identifier,
        boolean active,
        List<HumanName> name,
        List<ContactPoint> telecom,
        @Nullable String gender,
        @Nullable String birthDate,
        @JsonProperty("_birthDate") @Nullable Element birthBetween,
        List<Address> address,
        List<Contact> contact,
        List<Link> link) {

    /** Names no value of the person: safe in a log. */
    @Override
    public String toString() {
        return "Patient[" + id + "]";
    }

    /** Somebody beside the person: father, mother, guardian, or whose telephone is given for the person. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record Contact(
            List<CodeableConcept> relationship, @Nullable HumanName name, List<ContactPoint> telecom) {}

    /** Another id of the same person: {@code replaced-by} or {@code replaces}. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record Link(Reference other, String type) {}
}
