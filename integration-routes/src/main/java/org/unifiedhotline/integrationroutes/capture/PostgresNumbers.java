package org.unifiedhotline.integrationroutes.capture;

import io.debezium.data.SpecialValueDecimal;
import io.debezium.spi.converter.CustomConverter;
import io.debezium.spi.converter.RelationalColumn;
import java.math.BigDecimal;
import java.util.Properties;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Reads PostgreSQL's {@code numeric} as text. It may hold {@code NaN}; where the column is NOT NULL, Debezium itself gives up on
 * such a row, and then nothing behind it in the log is ever read.
 *
 * <p>Debezium makes it by name (property {@code converters}).
 */
public final class PostgresNumbers implements CustomConverter<SchemaBuilder, RelationalColumn> {
    /** The name of the schema of such texts. */
    static final String NUMBER = "unified-hotline.numeric";

    @Override
    public void configure(Properties properties) {
        // nothing to set
    }

    @Override
    public void converterFor(RelationalColumn column, ConverterRegistration<SchemaBuilder> registration) {
        if (column.typeName().equalsIgnoreCase("numeric")) {
            registration.register(SchemaBuilder.string().name(NUMBER).optional(), PostgresNumbers::text);
        }
    }

    /** The number without an exponent, or {@code NaN}, {@code Infinity}, {@code -Infinity}. */
    static @Nullable String text(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case SpecialValueDecimal number ->
                number.getDecimalValue()
                        .map(BigDecimal::toPlainString)
                        .orElseGet(() -> Double.toString(number.toDouble()));
            case BigDecimal number -> number.toPlainString();
            default -> value.toString();
        };
    }

    /** The number of a text that {@link #text} gave; the text itself if it is none. */
    static Object read(String text) {
        return switch (text) {
            case "NaN", "Infinity", "-Infinity" -> text;
            default -> new BigDecimal(text);
        };
    }
}
