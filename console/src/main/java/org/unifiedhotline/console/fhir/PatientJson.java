package org.unifiedhotline.console.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Looks into a Patient that somebody sent. Elements that FHIR R4 does not have are refused, and so are modifier extensions, which
 * nobody may pass over; those that are not needed here are passed over.
 */
final class PatientJson {
    private static final Set<String> ANY = Set.of("id", "extension", "fhir_comments");

    private static final Map<String, Set<String>> KNOWN = Map.of(
            "Patient",
            Set.of(
                    "resourceType",
                    "meta",
                    "implicitRules",
                    "language",
                    "text",
                    "contained",
                    "identifier",
                    "active",
                    "name",
                    "telecom",
                    "gender",
                    "birthDate",
                    "deceasedBoolean",
                    "deceasedDateTime",
                    "address",
                    "maritalStatus",
                    "multipleBirthBoolean",
                    "multipleBirthInteger",
                    "photo",
                    "contact",
                    "communication",
                    "generalPractitioner",
                    "managingOrganization",
                    "link"),
            "HumanName",
            Set.of("use", "text", "family", "given", "prefix", "suffix", "period"),
            "Identifier",
            Set.of("use", "type", "system", "value", "period", "assigner"),
            "ContactPoint",
            Set.of("system", "value", "use", "rank", "period"),
            "Address",
            Set.of("use", "type", "text", "line", "city", "district", "state", "postalCode", "country", "period"),
            "Patient.contact",
            Set.of("relationship", "name", "telecom", "address", "gender", "organization", "period"));

    private static final int MOST = 50;

    private final JsonNode node;

    private PatientJson(JsonNode node) {
        this.node = node;
    }

    /**
     * A Patient, or a part of one.
     *
     * @throws FhirException 400 for elements that this type does not have
     */
    static PatientJson of(String type, JsonNode node) {
        if (!node.isObject()) {
            throw FhirException.structure(type + " is an object.");
        }
        Set<String> known = KNOWN.getOrDefault(type, Set.of());
        for (Iterator<String> names = node.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            if (name.equals("modifierExtension")) {
                throw FhirException.notSupported("A modifier extension is not understood here.");
            }
            String plain = name.startsWith("_") ? name.substring(1) : name;
            if (!known.contains(plain) && !ANY.contains(plain)) {
                throw FhirException.structure(type + " has an element that FHIR R4 does not have.");
            }
        }
        return new PatientJson(node);
    }

    /** A text; null if there is none. */
    @Nullable
    String text(String name) {
        JsonNode value = node.get(name);
        if (value == null || value.isNull()) {
            return null;
        }
        if (!value.isTextual()) {
            throw FhirException.structure("'" + name + "' is a text.");
        }
        return value.textValue().isBlank() ? null : value.textValue().strip();
    }

    /** A list of texts; what is absent in it is left out. */
    List<String> texts(String name) {
        List<String> texts = new ArrayList<>();
        list(name).forEach(value -> {
            if (value.isTextual() && !value.textValue().isBlank()) {
                texts.add(value.textValue().strip());
            } else if (!value.isTextual() && !value.isNull()) {
                throw FhirException.structure("'" + name + "' is a list of texts.");
            }
        });
        return texts;
    }

    /** A list of parts of this type. */
    List<PatientJson> parts(String name, String type) {
        List<PatientJson> parts = new ArrayList<>();
        list(name).forEach(part -> parts.add(of(type, part)));
        return parts;
    }

    /** A part; null if there is none. */
    @Nullable
    PatientJson part(String name, String type) {
        JsonNode part = node.get(name);
        return part == null ? null : of(type, part);
    }

    /** All codes of a list of CodeableConcepts. */
    Set<String> codes(String name) {
        return Set.copyOf(list(name).findValuesAsText("code"));
    }

    private JsonNode list(String name) {
        JsonNode list = node.path(name);
        if (!list.isMissingNode() && !list.isArray()) {
            throw FhirException.structure("'" + name + "' is a list.");
        }
        if (list.size() > MOST) {
            throw FhirException.structure("'" + name + "' has " + MOST + " entries at most.");
        }
        return list;
    }
}
