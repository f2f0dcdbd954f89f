package org.unifiedhotline.console.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.unifiedhotline.console.problems.StorableValues;

/**
 * What {@code $match} is asked.
 *
 * @param patient the resource
 * @param onlyCertain whether doubtful matches are left out
 * @param count how many at most
 * @see <a href="https://hl7.org/fhir/R4/patient-operation-match.html">FHIR R4, $match</a>
 */
record MatchRequest(JsonNode patient, boolean onlyCertain, int count) {
    private static final Set<String> MEMBERS =
            Set.of("resourceType", "id", "meta", "implicitRules", "language", "parameter");
    private static final Set<String> MEMBERS_OF_PARAMETER =
            Set.of("id", "extension", "name", "valueBoolean", "valueInteger", "resource");
    private static final int USUAL_COUNT = 10;
    private static final int MOST = 100;

    /**
     * Reads the Parameters.
     *
     * @throws FhirException 400 if it is not what the operation takes
     */
    static MatchRequest of(JsonNode body) {
        requireText(body);
        if (!body.isObject() || !body.path("resourceType").asText().equals("Parameters")) {
            throw FhirException.structure("$match takes a resource Parameters.");
        }
        JsonNode patient = null;
        boolean onlyCertain = false;
        int count = USUAL_COUNT;
        Set<String> seen = new HashSet<>();
        requireOnly(body, MEMBERS);
        if (!body.path("parameter").isArray()) {
            throw FhirException.structure("Parameters has a list 'parameter'.");
        }
        for (JsonNode parameter : body.path("parameter")) {
            requireOnly(parameter, MEMBERS_OF_PARAMETER);
            String name = parameter.path("name").asText();
            if (!seen.add(name)) {
                throw FhirException.structure("A parameter of $match is given once.");
            }
            switch (name) {
                case "resource" -> patient = parameter.get("resource");
                case "onlyCertainMatches" -> onlyCertain = truth(parameter.get("valueBoolean"));
                case "count" -> count = count(parameter.get("valueInteger"));
                default ->
                    throw FhirException.structure("$match has the parameters resource, onlyCertainMatches and count.");
            }
        }
        return new MatchRequest(patient(patient), onlyCertain, count);
    }

    private static void requireOnly(JsonNode node, Set<String> known) {
        node.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name)) {
                throw FhirException.structure("Parameters has a member that $match does not take.");
            }
        });
    }

    private static JsonNode patient(@Nullable JsonNode patient) {
        if (patient == null || !patient.path("resourceType").asText().equals("Patient")) {
            throw FhirException.structure("The parameter 'resource' of $match is a Patient.");
        }
        return patient;
    }

    private static boolean truth(@Nullable JsonNode value) {
        if (value == null || !value.isBoolean()) {
            throw FhirException.structure("'onlyCertainMatches' has a valueBoolean.");
        }
        return value.booleanValue();
    }

    private static int count(@Nullable JsonNode value) {
        if (value == null || !value.isInt() || value.intValue() < 1) {
            throw FhirException.structure("'count' has a valueInteger of 1 or more.");
        }
        return Math.min(MOST, value.intValue());
    }

    private static void requireText(JsonNode node) {
        if (node.isTextual() && !StorableValues.isStorable(node.textValue())) {
            throw FhirException.structure("The character NUL, or half a character, is no text.");
        }
        node.forEach(MatchRequest::requireText);
    }

    /** Names no value of the person: safe in a log. */
    @Override
    public String toString() {
        return "MatchRequest[" + count + "]";
    }
}
