package org.unifiedhotline.demo.people.systems;

import java.util.EnumMap;
import java.util.Map;

/** Gives out primary keys, table by table, one after the other. Not thread-safe. */
public final class Ids {

    private final Map<LegacyTable, Long> last = new EnumMap<>(LegacyTable.class);

    /** Continues after a key that a table holds already. */
    public void continueAfter(LegacyTable table, long lastKey) {
        last.put(table, lastKey);
    }

    /** The next key of a table. */
    public int next(LegacyTable table) {
        return Math.toIntExact(nextLong(table));
    }

    /** The next key of a table whose keys are long. */
    public long nextLong(LegacyTable table) {
        return last.merge(table, 1L, Long::sum);
    }
}
