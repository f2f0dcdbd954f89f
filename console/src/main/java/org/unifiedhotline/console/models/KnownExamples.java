package org.unifiedhotline.console.models;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;
import org.unifiedhotline.console.access.CallerScope;
import org.unifiedhotline.console.audit.Disclosures;
import org.unifiedhotline.mappings.source.SourceRecordKey;
import org.unifiedhotline.masterrecords.sourcerecords.SourceKeys;

/** Leaves out of what a comparison of models found the examples of whom a reader may not know; its counts are of everybody. */
@Component
final class KnownExamples {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> LISTS = List.of("linked", "parted");
    private static final List<String> RECORDS = List.of("recordA", "recordB");

    private final CallerScope scope;
    private final Disclosures disclosures;

    KnownExamples(CallerScope scope, Disclosures disclosures) {
        this.scope = scope;
        this.disclosures = disclosures;
    }

    /** A result as this reader is told it; on record is whom its examples are of. */
    String of(Authentication login, String result) {
        JsonNode tree = read(result);
        Set<SourceRecordKey> named = new HashSet<>();
        LISTS.forEach(list -> tree.path(list).forEach(example -> named.addAll(records(example))));
        Set<SourceRecordKey> known = new HashSet<>(scope.cleared(login, named));
        known.removeAll(scope.restrictedFrom(login));
        disclosures.records(known);
        for (String list : LISTS) {
            for (Iterator<JsonNode> examples = tree.path(list).iterator(); examples.hasNext(); ) {
                if (!known.containsAll(records(examples.next()))) {
                    examples.remove();
                }
            }
        }
        return tree.toString();
    }

    private static List<SourceRecordKey> records(JsonNode example) {
        return RECORDS.stream()
                .map(side -> SourceKeys.parse(example.path(side).asText()))
                .toList();
    }

    private static JsonNode read(String result) {
        try {
            return JSON.readTree(result);
        } catch (JsonProcessingException notJson) {
            throw new IllegalStateException("the result of a job is not JSON", notJson);
        }
    }
}
