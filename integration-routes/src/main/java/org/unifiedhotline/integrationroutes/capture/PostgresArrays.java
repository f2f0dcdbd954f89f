package org.unifiedhotline.integrationroutes.capture;

import io.debezium.spi.converter.CustomConverter;
import io.debezium.spi.converter.RelationalColumn;
import java.util.Properties;
import java.util.Set;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.jspecify.annotations.Nullable;
import org.unifiedhotline.mappings.reading.ArrayLiteral;

/**
 * Reads PostgreSQL's arrays of text as the text that PostgreSQL writes for them. Debezium makes meaningless text of one of more
 * than one dimension, which any column of arrays may hold.
 *
 * <p>Debezium makes it by name (property {@code converters}).
 */
public final class PostgresArrays implements CustomConverter<SchemaBuilder, RelationalColumn> {
    /** The name of the schema of such texts. */
    static final String ARRAY = "unified-hotline.array";

    private static final Set<String> TYPES = Set.of("_text", "_varchar", "_bpchar");

    @Override
    public void configure(Properties properties) {
        // nothing to set
    }

    @Override
    public void converterFor(RelationalColumn column, ConverterRegistration<SchemaBuilder> registration) {
        if (TYPES.contains(column.typeName())) {
            registration.register(SchemaBuilder.string().name(ARRAY).optional(), PostgresArrays::text);
        }
    }

    /** The driver's arrays are written as PostgreSQL writes them; what is none is Debezium's mark of an unchanged value. */
    private static @Nullable String text(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case java.sql.Array array -> array.toString();
            default -> ColumnValues.UNAVAILABLE;
        };
    }

    /** The elements of a plain array, without NULLs; the text itself of one of more dimensions. */
    static Object read(String text) {
        return text.startsWith("{") && !text.startsWith("{{") ? ArrayLiteral.items(text) : text;
    }
}
