package org.unifiedhotline.mappings.reading;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.unifiedhotline.mappings.source.SourceRecordKey;
import org.unifiedhotline.mappings.source.SourceRow;
import org.unifiedhotline.mappings.source.SourceTable;
import org.unifiedhotline.mappings.standardization.Flags;

/**
 * The columns that the mapping of a table reads. They are asked of the mapping itself, so no list of them can grow old: it is
 * given a row without columns, complains of the first that is missing, is given that one, and so on.
 *
 * @param columns all that it reads: a row without one of them cannot be mapped
 * @param required those of them in which it takes no NULL
 */
public record TableNeeds(SourceTable table, Set<String> columns, Set<String> required) {
    /** Text that can be read as text, number, flag and code alike. */
    private static final String ANYTHING = "1";

    private static final int MOST = 200;

    public TableNeeds {
        columns = Set.copyOf(columns);
        required = Set.copyOf(required);
    }

    /** Asks a mapping. */
    public static TableNeeds of(SourceTable table, TableMapper mapper) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        Set<String> required = new LinkedHashSet<>();
        for (int asked = 0; asked < MOST; asked++) {
            String complaint = complaint(table, mapper, row);
            if (complaint == null) {
                return new TableNeeds(table, new TreeSet<>(row.keySet()), required);
            }
            if (!row.containsKey(complaint)) {
                row.put(complaint, null);
            } else if (row.get(complaint) == null) {
                required.add(complaint);
                row.put(complaint, ANYTHING);
            } else {
                row.put(complaint, List.of(ANYTHING));
            }
        }
        throw new IllegalStateException("the mapping of " + table + " is never content");
    }

    /** The column that the mapping complains of; null if of none: what else is wrong with such a row does not matter here. */
    private static @Nullable String complaint(
            SourceTable table, TableMapper mapper, Map<String, @Nullable Object> row) {
        Flags flags = new Flags();
        try {
            mapper.map(SourceRecordKey.of(table, "1"), new Columns(table, SourceRow.of(row), flags), flags);
            return null;
        } catch (MappingException e) {
            return e.column();
        } catch (RuntimeException e) {
            return null;
        }
    }
}
