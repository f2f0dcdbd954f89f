package org.unifiedhotline.demo.people.traffic;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.unifiedhotline.demo.people.systems.LegacyRow;
import org.unifiedhotline.demo.people.systems.LegacyTable;
import org.unifiedhotline.demo.people.traffic.CommittedChange.Kind;

/** One statement that changes one row. */
record Change(LegacyTable table, String key, Kind kind, String sql, List<@Nullable Object> values) {

    static Change insert(LegacyRow row) {
        LegacyTable table = row.table();
        int columns = table.columns().size();
        String sql = "INSERT INTO " + table.sqlName() + " (" + String.join(",", table.columns()) + ") VALUES (?"
                + ",?".repeat(columns - 1) + ")";
        return new Change(table, row.key(), Kind.INSERT, sql, list(row.cells()));
    }

    /**
     * @param assignments SQL with a question mark for each value, {@code ho_ten = ?, ngay_sua = ?}
     * @param key the value of the primary key in the type of its column
     */
    static Change update(LegacyTable table, Object key, String assignments, @Nullable Object... values) {
        String sql = "UPDATE " + table.sqlName() + " SET " + assignments + " WHERE "
                + table.columns().getFirst() + " = ?";
        @Nullable Object[] all = Arrays.copyOf(values, values.length + 1);
        all[values.length] = key;
        return new Change(table, key.toString(), Kind.UPDATE, sql, list(all));
    }

    static Change delete(LegacyTable table, Object key) {
        String sql =
                "DELETE FROM " + table.sqlName() + " WHERE " + table.columns().getFirst() + " = ?";
        return new Change(table, key.toString(), Kind.DELETE, sql, list(new @Nullable Object[] {key}));
    }

    private static List<@Nullable Object> list(@Nullable Object[] values) {
        return Collections.<@Nullable Object>unmodifiableList(Arrays.<@Nullable Object>asList(values));
    }
}
