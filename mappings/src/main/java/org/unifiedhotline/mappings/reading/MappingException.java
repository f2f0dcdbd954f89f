package org.unifiedhotline.mappings.reading;

import org.jspecify.annotations.Nullable;
import org.unifiedhotline.mappings.source.SourceTable;

/**
 * A row that cannot be mapped, because its table is not known or a column is missing or holds another type than its
 * mapping expects. The message names table, column and expectation and never a value: it may be logged.
 */
public final class MappingException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient SourceTable table;
    private final @Nullable String column;

    public MappingException(SourceTable table, @Nullable String column, String expectation) {
        super(column == null ? table + ": " + expectation : table + ", column " + column + ": " + expectation);
        this.table = table;
        this.column = column;
    }

    /** The table whose rows cannot be mapped. */
    public SourceTable table() {
        return table;
    }

    /** The column concerned; null when it is the table as a whole. */
    public @Nullable String column() {
        return column;
    }
}
