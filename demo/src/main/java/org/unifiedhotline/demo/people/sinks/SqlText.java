package org.unifiedhotline.demo.people.sinks;

import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.unifiedhotline.demo.people.systems.LegacyRow;
import org.unifiedhotline.demo.people.systems.LegacyTable;
import org.unifiedhotline.demo.people.systems.SourceSystem;

/** Writes rows as SQL text that MariaDB and PostgreSQL read in their default modes. */
final class SqlText {

    private SqlText() {}

    /** One INSERT for all rows of a table, without the closing semicolon. */
    static void insert(LegacyTable table, List<LegacyRow> rows, StringBuilder sql) {
        sql.append("INSERT INTO ").append(table.sqlName()).append(" (");
        sql.append(String.join(",", table.columns())).append(") VALUES\n");
        boolean backslashEscapes = table.source() == SourceSystem.SWITCHBOARD;
        for (int i = 0; i < rows.size(); i++) {
            sql.append(i == 0 ? "(" : ",\n(");
            @Nullable Object[] cells = rows.get(i).cells();
            for (int column = 0; column < cells.length; column++) {
                if (column > 0) {
                    sql.append(',');
                }
                literal(cells[column], backslashEscapes, sql);
            }
            sql.append(')');
        }
    }

    private static void literal(@Nullable Object value, boolean backslashEscapes, StringBuilder sql) {
        switch (value) {
            case null -> sql.append("NULL");
            case Number number -> sql.append(number);
            case Boolean truth -> sql.append(truth.booleanValue());
            case List<?> list -> array(list, sql);
            default -> quoted(text(value), backslashEscapes, sql);
        }
    }

    /** Dates and times without fractions; times with a zone end in {@code +07}. */
    static String text(Object value) {
        return switch (value) {
            case LocalDateTime time -> seconds(time);
            case OffsetDateTime time ->
                seconds(time.toLocalDateTime()) + time.getOffset().getId().substring(0, 3);
            default -> value.toString();
        };
    }

    /** {@code 2019-06-07 12:18:36}; by hand, because a formatter takes most of the time of a large load. */
    private static String seconds(LocalDateTime time) {
        StringBuilder text = new StringBuilder(19).append(time.toLocalDate()).append(' ');
        two(time.getHour(), text).append(':');
        two(time.getMinute(), text).append(':');
        return two(time.getSecond(), text).toString();
    }

    private static StringBuilder two(int number, StringBuilder text) {
        return text.append((char) ('0' + number / 10)).append((char) ('0' + number % 10));
    }

    private static void array(List<?> list, StringBuilder sql) {
        sql.append("ARRAY[");
        for (int i = 0; i < list.size(); i++) {
            sql.append(i == 0 ? "" : ",");
            quoted(String.valueOf(list.get(i)), false, sql);
        }
        sql.append("]::text[]");
    }

    private static void quoted(String text, boolean backslashEscapes, StringBuilder sql) {
        sql.append('\'');
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if (character == '\'' || (character == '\\' && backslashEscapes)) {
                sql.append(character);
            }
            sql.append(character);
        }
        sql.append('\'');
    }
}
