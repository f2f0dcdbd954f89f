package org.unifiedhotline.console.fhir;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.unifiedhotline.masterrecords.records.MasterId;

/** The data types of FHIR R4, as far as our answers hold them; what is null or empty is not written. */
final class Elements {
    private static final String ABSENT = "http://hl7.org/fhir/StructureDefinition/data-absent-reason";

    private Elements() {}

    /**
     * Something beside what FHIR itself has, or why something is absent.
     *
     * @param extension parts of it, where it has parts instead of a value
     */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record Extension(
            String url,
            @Nullable String valueCode,
            @Nullable Period valuePeriod,
            @Nullable CodeableConcept valueCodeableConcept,
            List<Extension> extension) {
        static Extension code(String url, String code) {
            return new Extension(url, code, null, null, List.of());
        }

        /** There is a value, and the reader is not told it. */
        static Extension masked() {
            return code(ABSENT, "masked");
        }
    }

    /** What stands beside a primitive value, or in its place. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record Element(List<Extension> extension) {
        static Element masked() {
            return new Element(List.of(Extension.masked()));
        }
    }

    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record Meta(@Nullable String versionId, @Nullable String lastUpdated, List<Coding> security, List<Coding> tag) {}

    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record Coding(
            @Nullable String system,
            @Nullable String code,
            @Nullable String display) {}

    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record CodeableConcept(List<Coding> coding, @Nullable String text) {
        static CodeableConcept of(String system, String code, String display) {
            return new CodeableConcept(List.of(new Coding(system, code, display)), null);
        }

        CodeableConcept withText(String words) {
            return new CodeableConcept(coding, words);
        }

        static CodeableConcept text(String text) {
            return new CodeableConcept(List.of(), text);
        }
    }

    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record Period(String start, String end) {}

    /** An identifier; {@code masked} stands in the place of a value that the reader does not read. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record Identifier(
            @Nullable String use,
            @Nullable CodeableConcept type,
            String system,
            @Nullable String value,
            @JsonProperty("_value") @Nullable Element masked) {}

    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record HumanName(
            @Nullable String use, String text, @Nullable String family, List<String> given) {}

    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record ContactPoint(
            String system,
            @Nullable String value,
            @JsonProperty("_value") @Nullable Element masked) {}

    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record Address(
            List<Extension> extension,
            @Nullable String use,
            @Nullable String text,
            List<String> line,
            @Nullable String city,
            @Nullable String district,
            @Nullable String state) {}

    /** Leads to a person. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record Reference(String reference) {
        static Reference to(MasterId id) {
            return new Reference("Patient/" + id);
        }
    }
}
