package org.unifiedhotline.integrationroutes.capture;

import io.debezium.spi.converter.CustomConverter;
import io.debezium.spi.converter.RelationalColumn;
import java.time.LocalDate;
import java.time.chrono.IsoEra;
import java.time.temporal.ChronoField;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.Properties;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Reads PostgreSQL's {@code date} as the text that PostgreSQL writes for it: {@code 2021-03-09}, but also {@code infinity},
 * {@code -infinity} and {@code 0044-03-15 BC}, which Debezium gives as some day in the far past.
 *
 * <p>Debezium makes it by name (property {@code converters}).
 */
public final class PostgresDates implements CustomConverter<SchemaBuilder, RelationalColumn> {
    private static final String EVER_AFTER = "infinity";
    private static final String EVER_BEFORE = "-infinity";

    // What the driver (PGStatement) and Debezium (PostgresValueConverter) put in the place of the two.
    private static final long DRIVERS_EVER_AFTER = 9223372036825200000L;
    private static final long DRIVERS_EVER_BEFORE = -9223372036832400000L;
    private static final LocalDate LOGS_EVER_AFTER = LocalDate.parse("-5877611-06-21");
    private static final LocalDate LOGS_EVER_BEFORE = LocalDate.parse("-5877611-06-22");

    @Override
    public void configure(Properties properties) {
        // nothing to set
    }

    @Override
    public void converterFor(RelationalColumn column, ConverterRegistration<SchemaBuilder> registration) {
        if (column.typeName().equalsIgnoreCase("date")) {
            registration.register(SchemaBuilder.string().optional(), PostgresDates::text);
        }
    }

    /** The date as PostgreSQL writes it, from the driver's form (a snapshot) or the log's. */
    static @Nullable String text(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case LocalDate date -> ofLog(date);
            case java.sql.Date date -> ofDriver(date);
            default -> value.toString();
        };
    }

    private static String ofLog(LocalDate date) {
        if (date.equals(LOGS_EVER_AFTER)) {
            return EVER_AFTER;
        }
        if (date.equals(LOGS_EVER_BEFORE)) {
            return EVER_BEFORE;
        }
        return written(
                date.get(ChronoField.YEAR_OF_ERA),
                date.getMonthValue(),
                date.getDayOfMonth(),
                date.getEra() == IsoEra.BCE);
    }

    /** The driver puts year, month and day into the JDK's older calendar: that gives them back as they were. */
    private static String ofDriver(java.sql.Date date) {
        if (date.getTime() == DRIVERS_EVER_AFTER) {
            return EVER_AFTER;
        }
        if (date.getTime() == DRIVERS_EVER_BEFORE) {
            return EVER_BEFORE;
        }
        Calendar calendar = new GregorianCalendar();
        calendar.setTimeInMillis(date.getTime());
        return written(
                calendar.get(Calendar.YEAR),
                calendar.get(Calendar.MONTH) + 1,
                calendar.get(Calendar.DAY_OF_MONTH),
                calendar.get(Calendar.ERA) == GregorianCalendar.BC);
    }

    private static String written(int year, int month, int day, boolean beforeChrist) {
        return String.format("%04d-%02d-%02d%s", year, month, day, beforeChrist ? " BC" : "");
    }
}
