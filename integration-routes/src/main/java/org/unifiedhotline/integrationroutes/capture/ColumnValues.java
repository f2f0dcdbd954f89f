package org.unifiedhotline.integrationroutes.capture;

import io.debezium.data.VariableScaleDecimal;
import io.debezium.time.Date;
import io.debezium.time.MicroTime;
import io.debezium.time.MicroTimestamp;
import io.debezium.time.NanoTimestamp;
import io.debezium.time.Timestamp;
import io.debezium.time.ZonedTimestamp;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.Struct;
import org.jspecify.annotations.Nullable;

/** Turns a value as Debezium gives it into the few kinds of values that a source row holds. */
final class ColumnValues {
    /** Stands in Debezium's records for a value that the log did not repeat; no one types this. */
    static final String UNAVAILABLE = "\u0001unified-hotline:unavailable\u0001";

    private ColumnValues() {}

    static boolean isUnavailable(@Nullable Object value) {
        return UNAVAILABLE.equals(value) || (value instanceof List<?> list && list.contains(UNAVAILABLE));
    }

    /**
     * The value as a source row holds it.
     *
     * @throws CaptureException for a kind of value that no legacy column has; it names the kind, not the value
     */
    static @Nullable Object of(Schema schema, @Nullable Object value) {
        return switch (value) {
            case null -> null;
            case String text -> textOf(schema, text);
            case Number number -> numberOf(schema, number);
            case Boolean flag -> flag;
            case List<?> list -> elementsOf(list);
            case ByteBuffer bytes -> Base64.getEncoder().encodeToString(bytesOf(bytes));
            case byte[] bytes -> Base64.getEncoder().encodeToString(bytes);
            case Struct struct
            when VariableScaleDecimal.LOGICAL_NAME.equals(schema.name()) ->
                new BigDecimal(new BigInteger(struct.getBytes("value")), struct.getInt32("scale"));
            default ->
                throw new CaptureException("a column of kind " + schema.type() + "/" + schema.name()
                        + " cannot be taken in: no legacy schema has it");
        };
    }

    private static Object textOf(Schema schema, String text) {
        if (PostgresNumbers.NUMBER.equals(schema.name())) {
            return PostgresNumbers.read(text);
        }
        if (PostgresArrays.ARRAY.equals(schema.name())) {
            return PostgresArrays.read(text);
        }
        if (!ZonedTimestamp.SCHEMA_NAME.equals(schema.name())) {
            return text;
        }
        try {
            return OffsetDateTime.parse(text).toInstant().toString();
        } catch (DateTimeException e) {
            return text; // 'infinity' and years beyond four digits: kept as they are written
        }
    }

    private static Object numberOf(Schema schema, Number number) {
        return switch (number) {
            case BigDecimal decimal -> decimal;
            case Float real -> Double.valueOf(real.toString());
            case Double real -> real;
            default -> temporalOf(schema.name(), number.longValue());
        };
    }

    private static Object temporalOf(@Nullable String schemaName, long number) {
        return switch (schemaName) {
            case null -> number;
            case Date.SCHEMA_NAME -> LocalDate.ofEpochDay(number).toString();
            case Timestamp.SCHEMA_NAME -> local(number, 1_000);
            case MicroTimestamp.SCHEMA_NAME -> local(number, 1_000_000);
            case NanoTimestamp.SCHEMA_NAME -> local(number, 1_000_000_000);
            case MicroTime.SCHEMA_NAME ->
                LocalTime.ofNanoOfDay(number * 1_000).format(DateTimeFormatter.ISO_LOCAL_TIME);
            default -> number;
        };
    }

    private static String local(long units, long unitsPerSecond) {
        long nanos = Math.floorMod(units, unitsPerSecond) * (1_000_000_000 / unitsPerSecond);
        return LocalDateTime.ofEpochSecond(Math.floorDiv(units, unitsPerSecond), (int) nanos, ZoneOffset.UTC)
                .format(DateTimeFormatter.ISO_LOCAL_DATE_TIME);
    }

    /** The elements as text; a NULL among them says nothing and is left out. */
    private static List<String> elementsOf(List<?> list) {
        return list.stream().filter(Objects::nonNull).map(Object::toString).toList();
    }

    private static byte[] bytesOf(ByteBuffer buffer) {
        byte[] bytes = new byte[buffer.remaining()];
        buffer.duplicate().get(bytes);
        return bytes;
    }
}
