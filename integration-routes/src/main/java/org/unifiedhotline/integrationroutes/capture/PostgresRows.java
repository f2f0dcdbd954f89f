package org.unifiedhotline.integrationroutes.capture;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Rows of PostgreSQL. What is not a number, a truth value or plain text is asked for as the text that PostgreSQL writes, as
 * {@link PostgresDates}, {@link PostgresArrays} and {@link PostgresNumbers} tell it.
 */
final class PostgresRows extends RowReader {
    private static final Set<String> NUMBERS = Set.of("int2", "int4", "int8", "serial", "bigserial", "smallserial");
    /** Padded with blanks as text of their own type; a cast would take the blanks away. */
    private static final Set<String> TEXTS = Set.of("text", "varchar", "bpchar", "name", "bytea");

    private static final String BEFORE_CHRIST = " BC";

    private final CaptureSettings settings;

    PostgresRows(CaptureSettings settings) {
        this.settings = settings;
    }

    /** A statement that takes longer than a page ever should gives up. */
    @Override
    List<String> settings() {
        return List.of(
                "SET statement_timeout = '30s'",
                "SET lock_timeout = '2s'",
                "SET TimeZone = 'UTC'",
                "SET DateStyle = 'ISO'",
                "SET application_name = 'unified-hotline reconciliation'");
    }

    @Override
    Shape shape(Connection source, String table) throws SQLException {
        List<Column> all = columns(source, null, settings.schema(), table);
        String key = keyColumn(source, null, settings.schema(), table);
        KnownColumns.Fit fit = fit(settings, table, all, key);
        List<Column> columns = taken(all, fit);
        String names = columns.stream()
                .map(column ->
                        quoted(column.name()) + (isText(column) || column.name().equals(key) ? "" : "::text"))
                .collect(Collectors.joining(", "));
        String select = "SELECT " + names + " FROM " + quoted(settings.schema()) + "." + quoted(table);
        return new Shape(columns, key, select, quoted(key), fit.empty());
    }

    private static boolean isText(Column column) {
        return TEXTS.contains(column.typeName());
    }

    private static String quoted(String name) {
        return "\"" + name.replace("\"", "\"\"") + "\"";
    }

    @Override
    @Nullable
    Object value(Column column, ResultSet row, int at) throws SQLException {
        String text = row.getString(at);
        if (text == null) {
            return null;
        }
        String type = column.typeName();
        if (NUMBERS.contains(type)) {
            return Long.valueOf(text);
        }
        return switch (type) {
            case "bool" -> text.startsWith("t");
            case "numeric" -> PostgresNumbers.read(text);
            case "float4", "float8" -> Double.valueOf(text);
            case "timestamptz" -> instant(text);
            case "timestamp" -> text.replace(' ', 'T');
            case "bytea" -> Base64.getEncoder().encodeToString(row.getBytes(at));
            case "_text", "_varchar", "_bpchar" -> PostgresArrays.read(text);
            default -> text;
        };
    }

    /** In UTC, as the session has it: {@code 2021-03-09 10:04:05.123+00}, {@code 0044-03-15 10:00:00+00 BC}. */
    private static String instant(String text) {
        boolean beforeChrist = text.endsWith(BEFORE_CHRIST);
        String common = beforeChrist ? text.substring(0, text.length() - BEFORE_CHRIST.length()) : text;
        try {
            OffsetDateTime time = OffsetDateTime.parse(common.replace(' ', 'T').replaceFirst("\\+00$", "Z"));
            return (beforeChrist ? time.withYear(1 - time.getYear()) : time)
                    .toInstant()
                    .toString();
        } catch (DateTimeException e) {
            return text; // 'infinity' and years beyond four digits
        }
    }
}
