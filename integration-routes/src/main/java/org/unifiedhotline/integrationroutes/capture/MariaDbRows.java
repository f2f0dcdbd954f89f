package org.unifiedhotline.integrationroutes.capture;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Rows of MariaDB. Dates are told as {@link MariaDbDates} tells them. */
final class MariaDbRows extends RowReader {
    private final CaptureSettings settings;

    MariaDbRows(CaptureSettings settings) {
        this.settings = settings;
    }

    /** A statement that takes longer than a page ever should gives up. */
    @Override
    List<String> settings() {
        return List.of("SET SESSION max_statement_time = 30");
    }

    @Override
    Shape shape(Connection source, String table) throws SQLException {
        List<Column> all = columns(source, settings.database(), null, table);
        String key = keyColumn(source, settings.database(), null, table);
        KnownColumns.Fit fit = fit(settings, table, all, key);
        List<Column> columns = taken(all, fit);
        String names = columns.stream().map(column -> quoted(column.name())).collect(Collectors.joining(", "));
        String select = "SELECT " + names + " FROM " + quoted(settings.database()) + "." + quoted(table);
        return new Shape(columns, key, select, quoted(key), fit.empty());
    }

    private static String quoted(String name) {
        return "`" + name.replace("`", "``") + "`";
    }

    @Override
    @Nullable
    Object value(Column column, ResultSet row, int at) throws SQLException {
        String text = row.getString(at);
        if (text == null) {
            return null;
        }
        return switch (column.type()) {
            case Types.BIT, Types.BOOLEAN, Types.TINYINT, Types.SMALLINT, Types.INTEGER, Types.BIGINT ->
                row.getLong(at);
            case Types.DECIMAL, Types.NUMERIC -> row.getBigDecimal(at);
            case Types.REAL, Types.FLOAT -> Double.valueOf(text);
            case Types.DOUBLE -> row.getDouble(at);
            case Types.DATE -> date(column, text);
            case Types.TIMESTAMP -> time(column, text);
            case Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY, Types.BLOB ->
                Base64.getEncoder().encodeToString(row.getBytes(at));
            default -> text;
        };
    }

    private static @Nullable Object date(Column column, String text) {
        return isZero(text) ? zero(column) : text;
    }

    private static @Nullable Object time(Column column, String text) {
        return isZero(text)
                ? zero(column)
                : LocalDateTime.parse(text.replace(' ', 'T')).format(DateTimeFormatter.ISO_LOCAL_DATE_TIME);
    }

    /** A date of which a part is zero is told as a zero date, too. */
    private static boolean isZero(String text) {
        return text.startsWith("0000-") || text.startsWith("-00", 4) || text.startsWith("-00", 7);
    }

    private static @Nullable Object zero(Column column) {
        return column.nullable() ? null : MariaDbDates.ZERO_DATE;
    }
}
