package org.unifiedhotline.mappings.reading;

import java.util.stream.Collectors;
import org.unifiedhotline.mappings.canonical.Flag;
import org.unifiedhotline.mappings.source.SourceTable;
import org.unifiedhotline.mappings.standardization.Flags;

/** What is done about a row with a code that no list knows, such as a new value of a legacy enumeration. */
public enum UnknownCodes {
    /** The row is taken in; the field is "unknown" (or "other"), and flagged. */
    UNKNOWN,
    /** The row is refused, and waits as a dead letter until the list knows the code. */
    DEAD_LETTER;

    /** A caller's relation is typed by hand in some versions of both systems: an unknown one is no new code. */
    private static final String TYPED_BY_HAND = "relation";

    /**
     * Looks at the flags of a mapped row.
     *
     * @throws MappingException naming the fields, if such a row is to be refused
     */
    public void heed(SourceTable table, Flags flags) {
        if (this == UNKNOWN) {
            return;
        }
        String fields = flags.live().stream()
                .filter(flag -> flag.code().equals(CodeValues.UNKNOWN_CODE)
                        && !flag.field().startsWith(TYPED_BY_HAND))
                .map(Flag::field)
                .sorted()
                .collect(Collectors.joining(", "));
        if (!fields.isEmpty()) {
            throw new MappingException(table, null, "holds a code that no list knows: " + fields);
        }
    }
}
