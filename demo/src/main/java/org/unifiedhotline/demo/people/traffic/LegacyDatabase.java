package org.unifiedhotline.demo.people.traffic;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.unifiedhotline.demo.people.systems.LegacyTable;

/** The few reads and the writes that live traffic does on one connection; transactions are the caller's. */
final class LegacyDatabase {

    private final Connection connection;

    LegacyDatabase(Connection connection) {
        this.connection = connection;
    }

    /** Carries out a change and says how many rows it met. */
    int apply(Change change) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(change.sql())) {
            bind(statement, change.values());
            return statement.executeUpdate();
        }
    }

    /** The first value of the first row, if there is one and it is not null. */
    Optional<Object> first(String sql, Object... values) throws SQLException {
        List<Object> all = all(sql, values);
        return all.isEmpty() ? Optional.empty() : Optional.of(all.getFirst());
    }

    /** The first value of every row, nulls left out. */
    List<Object> all(String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, List.of(values));
            try (ResultSet rows = statement.executeQuery()) {
                List<Object> found = new ArrayList<>();
                while (rows.next()) {
                    Object value = rows.getObject(1);
                    if (value != null) {
                        found.add(value);
                    }
                }
                return found;
            }
        }
    }

    /** The greatest key of a table with numbers as keys; 0 when it is empty. */
    long maximum(LegacyTable table) throws SQLException {
        String sql = table == LegacyTable.CASE_FILE
                ? "SELECT MAX(CAST(substring(case_no FROM '[0-9]+$') AS bigint)) FROM hotline.case_file"
                : "SELECT MAX(" + table.columns().getFirst() + ") FROM " + table.sqlName();
        return first(sql).map(value -> ((Number) value).longValue()).orElse(0L);
    }

    private void bind(PreparedStatement statement, List<? extends @Nullable Object> values) throws SQLException {
        for (int i = 0; i < values.size(); i++) {
            Object value = values.get(i);
            statement.setObject(i + 1, value instanceof List<?> list ? array(list) : value);
        }
    }

    private Object array(List<?> list) throws SQLException {
        return connection.createArrayOf("text", list.toArray());
    }
}
