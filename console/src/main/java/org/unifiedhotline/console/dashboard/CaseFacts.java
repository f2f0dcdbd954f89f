package org.unifiedhotline.console.dashboard;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import org.unifiedhotline.mappings.source.SourceRecordKey;
import org.unifiedhotline.masterrecords.figures.Entry;
import org.unifiedhotline.masterrecords.scope.FieldKind;
import org.unifiedhotline.masterrecords.scope.Label;
import org.unifiedhotline.masterrecords.scope.PlainFields;

/** What a listed case or return is of and where it led to: facts that not everybody reads plainly. */
final class CaseFacts {
    private static final Set<String> MASKED = Set.of("kinds", "country");
    private static final ObjectMapper JSON = new ObjectMapper();

    private CaseFacts() {}

    /** Whether a list so narrowed tells such a fact of an entry whose facts the reader does not read plainly. */
    static boolean areToldBy(Entry entry, Set<String> narrowed, PlainFields plain) {
        return !areRead(entry, plain) && narrowed.contains(isReturn(entry) ? "country" : "kind");
    }

    /** The facts of an entry as JSON, with a mask in the place of each that is not read plainly. */
    static String masked(Entry entry, PlainFields plain) {
        if (areRead(entry, plain)) {
            return entry.facts();
        }
        try {
            ObjectNode facts = (ObjectNode) JSON.readTree(entry.facts());
            for (String name : MASKED) {
                if (facts.hasNonNull(name)) {
                    facts.putObject(name)
                            .put("masked", true)
                            .put("kind", FieldKind.EXPLOITATION.name())
                            .putNull("hint");
                }
            }
            return facts.toString();
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("the hub made facts that are no JSON", broken);
        }
    }

    private static boolean isReturn(Entry entry) {
        return entry.key() != null && entry.key().table().name().equals("return_record");
    }

    private static boolean areRead(Entry entry, PlainFields plain) {
        SourceRecordKey key = entry.key();
        if (key == null) {
            return true;
        }
        return switch (key.table().name()) {
            case "ca_can_thiep" -> plain.reads(FieldKind.EXPLOITATION, Label.CHILD);
            case "case_file", "return_record" -> plain.reads(FieldKind.EXPLOITATION, Label.TRAFFICKING_VICTIM);
            default -> true;
        };
    }
}
