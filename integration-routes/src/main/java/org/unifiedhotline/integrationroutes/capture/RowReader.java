package org.unifiedhotline.integrationroutes.capture;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.unifiedhotline.mappings.source.SourceRow;

/** Reads rows over JDBC in the form in which capture tells them: one for each engine. */
abstract sealed class RowReader permits MariaDbRows, PostgresRows {

    /**
     * A column.
     *
     * @param type of {@link Types}
     * @param typeName the engine's word for it
     */
    record Column(String name, int type, String typeName, boolean nullable) {}

    /**
     * A table.
     *
     * @param select the statement that reads it, up to its condition
     * @param key the column of the primary key, quoted
     * @param empty columns that it may lack, and lacks: read as NULL
     */
    record Shape(List<Column> columns, String keyName, String select, String key, Set<String> empty) {
        Shape {
            columns = List.copyOf(columns);
            empty = Set.copyOf(empty);
        }

        Column keyColumn() {
            return columns.stream()
                    .filter(column -> column.name().equals(keyName))
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** What the session is told once. */
    abstract List<String> settings();

    abstract Shape shape(Connection source, String table) throws SQLException;

    /** A value that is not NULL. */
    abstract @Nullable Object value(Column column, ResultSet row, int at) throws SQLException;

    final SourceRow read(Shape shape, ResultSet row) throws SQLException {
        Map<String, @Nullable Object> columns = new LinkedHashMap<>();
        for (int at = 1; at <= shape.columns().size(); at++) {
            Column column = shape.columns().get(at - 1);
            columns.put(column.name(), value(column, row, at));
        }
        shape.empty().forEach(column -> columns.put(column, null));
        return SourceRow.of(columns);
    }

    /** The key of the present row as the source compares it. */
    final @Nullable Object id(Shape shape, ResultSet row) throws SQLException {
        int at = shape.columns().indexOf(shape.keyColumn()) + 1;
        return switch (shape.keyColumn().type()) {
            case Types.TINYINT, Types.SMALLINT, Types.INTEGER, Types.BIGINT -> row.getLong(at);
            case Types.OTHER -> row.getObject(at);
            default -> row.getString(at);
        };
    }

    /** The key with this text; empty if no key of this table can have it. */
    final Optional<Object> id(Shape shape, String localId) {
        try {
            return Optional.of(
                    switch (shape.keyColumn().type()) {
                        case Types.TINYINT, Types.SMALLINT, Types.INTEGER, Types.BIGINT -> Long.valueOf(localId);
                        case Types.OTHER -> UUID.fromString(localId);
                        default -> localId;
                    });
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Of the columns of a table those that are taken. */
    static List<Column> taken(List<Column> columns, KnownColumns.Fit fit) {
        return columns.stream()
                .filter(column -> !fit.ignored().contains(column.name()))
                .toList();
    }

    /** How the columns of a table fit what its mapping needs. */
    static KnownColumns.Fit fit(CaptureSettings settings, String table, List<Column> columns, String key) {
        Set<String> names = columns.stream().map(Column::name).collect(Collectors.toSet());
        return KnownColumns.of(settings).fit(table, names, Set.of(key));
    }

    /** The columns of a table as the driver tells them. */
    static List<Column> columns(Connection source, @Nullable String catalog, @Nullable String schema, String table)
            throws SQLException {
        List<Column> columns = new ArrayList<>();
        try (ResultSet row = source.getMetaData().getColumns(catalog, schema, pattern(source, table), null)) {
            while (row.next()) {
                columns.add(new Column(
                        row.getString("COLUMN_NAME"),
                        row.getInt("DATA_TYPE"),
                        row.getString("TYPE_NAME"),
                        row.getInt("NULLABLE") != DatabaseMetaData.columnNoNulls));
            }
        }
        if (columns.isEmpty()) {
            throw new CaptureException("the table " + table + " is not there, or may not be read");
        }
        return columns;
    }

    private static String pattern(Connection source, String table) throws SQLException {
        return table.replace("_", source.getMetaData().getSearchStringEscape() + "_");
    }

    /** The one column of a table's primary key. */
    static String keyColumn(Connection source, @Nullable String catalog, @Nullable String schema, String table)
            throws SQLException {
        List<String> key = new ArrayList<>();
        try (ResultSet row = source.getMetaData().getPrimaryKeys(catalog, schema, table)) {
            while (row.next()) {
                key.add(row.getString("COLUMN_NAME"));
            }
        }
        if (key.size() != 1) {
            throw new CaptureException("table " + table + " has no primary key of one column");
        }
        return key.getFirst();
    }
}
