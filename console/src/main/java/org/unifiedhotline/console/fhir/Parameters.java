package org.unifiedhotline.console.fhir;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.unifiedhotline.console.fhir.Elements.Identifier;
import org.unifiedhotline.console.fhir.Elements.Reference;

/** What {@code $ihe-pix} answers: identifiers, and the Patient that they are of. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record Parameters(String resourceType, List<Parameter> parameter) {

    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record Parameter(
            String name,
            @Nullable Identifier valueIdentifier,
            @Nullable Reference valueReference) {}
}
