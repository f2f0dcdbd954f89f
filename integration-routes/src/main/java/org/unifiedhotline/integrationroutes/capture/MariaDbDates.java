package org.unifiedhotline.integrationroutes.capture;

import io.debezium.spi.converter.CustomConverter;
import io.debezium.spi.converter.RelationalColumn;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Reads MariaDB's dates as text. Debezium itself gives NULL for a zero date ({@code 0000-00-00}), and, worse, the first of
 * January 1970 where the column is NOT NULL. Here a NULL in a NOT NULL column is told as what it must have been, a zero
 * date; in a column that may be NULL the log does not tell the two apart, and NULL it stays.
 *
 * <p>Debezium makes it by name (property {@code converters}).
 */
public final class MariaDbDates implements CustomConverter<SchemaBuilder, RelationalColumn> {
    static final String ZERO_DATE = "0000-00-00";

    private static final Set<String> TYPES = Set.of("DATE", "DATETIME", "TIMESTAMP");

    @Override
    public void configure(Properties properties) {
        // nothing to set
    }

    @Override
    public void converterFor(RelationalColumn column, ConverterRegistration<SchemaBuilder> registration) {
        if (TYPES.contains(column.typeName().toUpperCase(Locale.ROOT))) {
            boolean mayBeNull = column.isOptional();
            registration.register(
                    SchemaBuilder.string().optional(), value -> value == null && !mayBeNull ? ZERO_DATE : text(value));
        }
    }

    /** A date, a local time or an instant in ISO form. */
    static @Nullable String text(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case LocalDate date -> date.toString();
            case java.sql.Date date -> date.toLocalDate().toString();
            case Timestamp local -> local.toLocalDateTime().format(DateTimeFormatter.ISO_LOCAL_DATE_TIME);
            case LocalDateTime local -> local.format(DateTimeFormatter.ISO_LOCAL_DATE_TIME);
            case OffsetDateTime at -> at.toInstant().toString();
            case ZonedDateTime at -> at.toInstant().toString();
            default -> value.toString();
        };
    }
}
