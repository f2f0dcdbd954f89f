package org.unifiedhotline.integrationroutes.capture;

import java.util.Set;
import java.util.TreeSet;
import org.unifiedhotline.masterrecords.pipeline.TableShape.Look;

/**
 * A table of a source as its catalog has it now.
 *
 * @param columns those that the service may read, by name
 * @param keys the columns of the primary key
 * @param published whether the log is sent for it
 */
record TableDefinition(Set<String> columns, Set<String> keys, boolean published) {
    static final TableDefinition ABSENT = new TableDefinition(Set.of(), Set.of(), false);

    TableDefinition {
        columns = Set.copyOf(columns);
        keys = Set.copyOf(keys);
    }

    /** What is to be said of it. */
    Look look(String table, KnownColumns known) {
        if (columns.isEmpty()) {
            return new Look(Set.of(), Set.of(), "the table is not there, or may not be read");
        }
        KnownColumns.Fit fit = known.fit(table, columns, keys);
        String trouble = null;
        if (!published) {
            trouble = "the table is not in the publication: its changes are not sent";
        } else if (keys.size() != 1) {
            trouble = keys.isEmpty()
                    ? "the table has no primary key"
                    : "the primary key has several columns: " + String.join(", ", new TreeSet<>(keys));
        }
        return new Look(fit.missing(), fit.ignored(), trouble);
    }
}
