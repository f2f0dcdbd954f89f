package org.unifiedhotline.console.fhir;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.unifiedhotline.console.fhir.Elements.Extension;

/**
 * A list of people that was asked for.
 *
 * @param total how many were found in all
 * @see <a href="https://hl7.org/fhir/R4/bundle.html">FHIR R4, Bundle</a>
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record Bundle(String resourceType, String type, long total, List<Link> link, List<Entry> entry) {

    static Bundle found(long total, List<Link> links, List<Entry> entries) {
        return new Bundle("Bundle", "searchset", total, links, entries);
    }

    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record Link(String relation, String url) {}

    /**
     * Somebody who was found, or what is to be said of the search.
     *
     * @param resource a {@link Patient}, or an OperationOutcome
     */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record Entry(String fullUrl, Object resource, Search search) {}

    /**
     * Why it is here.
     *
     * @param score 0 to 1, of a match only
     */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record Search(
            List<Extension> extension,
            String mode,
            @Nullable BigDecimal score) {
        static final Search MATCH = new Search(List.of(), "match", null);
        static final Search OUTCOME = new Search(List.of(), "outcome", null);
    }
}
