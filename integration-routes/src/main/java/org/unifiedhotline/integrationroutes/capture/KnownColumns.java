package org.unifiedhotline.integrationroutes.capture;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.unifiedhotline.mappings.CanonicalMapper;
import org.unifiedhotline.mappings.reading.TableNeeds;
import org.unifiedhotline.mappings.source.SourceSystem;
import org.unifiedhotline.mappings.source.SourceTable;

/**
 * Which columns are taken of the tables of a source: those that its mappings read, and the key. What else a table has, now or after
 * it was altered, is left where it is.
 */
final class KnownColumns {
    private static final Map<SourceTable, TableNeeds> NEEDS = needs();

    private final Map<String, TableNeeds> byTable = new HashMap<>();
    private final Set<String> dispensable;

    /**
     * A table as it is, against how it should be.
     *
     * @param missing columns that its mapping cannot do without
     * @param ignored columns that are not taken in
     * @param empty columns that are gone for good and were said to be dispensable: taken as NULL
     */
    record Fit(Set<String> missing, Set<String> ignored, Set<String> empty) {
        Fit {
            missing = Set.copyOf(missing);
            ignored = Set.copyOf(ignored);
            empty = Set.copyOf(empty);
        }
    }

    private KnownColumns(SourceSystem system, Set<String> dispensable) {
        NEEDS.forEach((table, needs) -> {
            if (table.system() == system) {
                byTable.put(table.name(), needs);
            }
        });
        this.dispensable = Set.copyOf(dispensable);
    }

    static KnownColumns of(CaptureSettings settings) {
        return new KnownColumns(settings.system(), settings.dispensableColumns());
    }

    private static Map<SourceTable, TableNeeds> needs() {
        CanonicalMapper mapper = new CanonicalMapper();
        Map<SourceTable, TableNeeds> needs = new HashMap<>();
        mapper.tables().forEach(table -> needs.put(table, mapper.needs(table)));
        return needs;
    }

    /** What is wrong with a name of a dispensable column ({@code giam_sat.chi_tiet}); null if nothing is. */
    static @Nullable String complaint(SourceSystem system, String dispensable) {
        int dot = dispensable.indexOf('.');
        TableNeeds needs = NEEDS.entrySet().stream()
                .filter(known -> known.getKey().system() == system
                        && known.getKey().name().equals(dispensable.substring(0, Math.max(0, dot))))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(null);
        String column = dispensable.substring(dot + 1);
        if (needs == null || !needs.columns().contains(column)) {
            return "'" + dispensable + "' is no column that a mapping of the " + system.code()
                    + " reads (write table.column)";
        }
        return needs.required().contains(column)
                ? "'" + dispensable + "' cannot be done without: its mapping takes no NULL there"
                : null;
    }

    /**
     * Holds the columns of a table against what its mapping needs.
     *
     * @param keys the columns of its primary key
     */
    Fit fit(String table, Set<String> columns, Set<String> keys) {
        TableNeeds needs = Objects.requireNonNull(byTable.get(table), table);
        Set<String> missing = new LinkedHashSet<>();
        Set<String> empty = new LinkedHashSet<>();
        for (String column : needs.columns()) {
            if (!columns.contains(column)) {
                (dispensable.contains(table + "." + column) ? empty : missing).add(column);
            }
        }
        Set<String> ignored = new LinkedHashSet<>(columns);
        ignored.removeAll(needs.columns());
        ignored.removeAll(keys);
        return new Fit(missing, ignored, empty);
    }
}
