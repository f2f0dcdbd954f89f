package org.unifiedhotline.mappings.reading;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.unifiedhotline.mappings.source.SourceRow;
import org.unifiedhotline.mappings.source.SourceTable;
import org.unifiedhotline.mappings.standardization.Flags;

/**
 * The columns of one row by name and type.
 *
 * <p>Every method throws {@link MappingException} if the column is not there or was not repeated by the log. Equivalent
 * forms (a number as text, a flag as 0 or 1) are taken. What is of another type is refused too, except by the methods that
 * are told a canonical field: for these an odd value ({@code infinity}, {@code NaN}) is one that says nothing. They give
 * null and flag the field {@code not-understood}; what was written stands in the raw row. Methods that start with
 * {@code required} also refuse NULL; the others give null for it, and so do dates for a zero date.
 */
public final class Columns {
    private final SourceTable table;
    private final SourceRow row;
    private final Flags flags;

    /** @param flags of the record that is made of the row */
    public Columns(SourceTable table, SourceRow row, Flags flags) {
        this.table = table;
        this.row = row;
        this.flags = flags;
    }

    /** Text as it stands; numbers as their digits. */
    public @Nullable String text(String column) {
        return read(column, "text", Values::text);
    }

    public String requiredText(String column) {
        return required(column, "text", text(column));
    }

    /** Fixed-length text without the spaces that fill it up. */
    public @Nullable String code(String column) {
        String text = text(column);
        return text == null ? null : text.strip();
    }

    public String requiredCode(String column) {
        return required(column, "a code", code(column));
    }

    public @Nullable Long number(String column) {
        return read(column, "a whole number", Values::number);
    }

    public long requiredNumber(String column) {
        return required(column, "a whole number", number(column));
    }

    public @Nullable Integer integer(String column) {
        return read(column, "a whole number of up to nine digits", Values::integer);
    }

    public @Nullable BigDecimal decimal(String column, String field) {
        return understood(column, field, "a decimal number", Values::decimal);
    }

    public BigDecimal requiredDecimal(String column) {
        return required(column, "a decimal number", read(column, "a decimal number", Values::decimal));
    }

    public @Nullable Boolean flag(String column) {
        return read(column, "true or false", Values::flag);
    }

    public boolean requiredFlag(String column) {
        return required(column, "true or false", flag(column));
    }

    /** An array of text; empty for NULL. */
    public List<String> texts(String column) {
        List<String> texts = read(column, "a list of text", Values::texts);
        return texts == null ? List.of() : texts;
    }

    /** A flat JSON object of numbers by name; empty for NULL, and for a JSON {@code null}. */
    public Map<String, BigDecimal> points(String column, String field) {
        Map<String, BigDecimal> points =
                understood(column, field, "a JSON object of numbers", value -> JsonPoints.read(Values.text(value)));
        return points == null ? Map.of() : points;
    }

    public @Nullable LocalDate date(String column, String field) {
        return understood(column, field, "a date such as 2021-03-09", Values::date);
    }

    /** A point in time; a time without zone is Vietnam's. */
    public @Nullable Instant instant(String column, String field) {
        return understood(column, field, "a time such as 2021-03-09T17:04:05", Values::instant);
    }

    /** As {@link #read}; what cannot be read is flagged and left out. */
    private <T> @Nullable T understood(
            String column, String field, String expectation, Function<Object, @Nullable T> reading) {
        return read(column, expectation, value -> {
            try {
                return reading.apply(value);
            } catch (RuntimeException e) {
                flags.add(field, "not-understood");
                return null;
            }
        });
    }

    private <T> @Nullable T read(String column, String expectation, Function<Object, @Nullable T> reading) {
        Object value = row.columns().get(column);
        if (value == null) {
            if (row.unavailable().contains(column)) {
                throw new MappingException(table, column, "the log did not repeat its value");
            }
            if (!row.columns().containsKey(column)) {
                throw new MappingException(table, column, "the row has no such column; expected " + expectation);
            }
            return null;
        }
        try {
            return reading.apply(value);
        } catch (RuntimeException e) {
            // The cause would quote the value: only its type is told.
            throw new MappingException(
                    table,
                    column,
                    "expected " + expectation + ", not this " + value.getClass().getSimpleName());
        }
    }

    private <T> T required(String column, String expectation, @Nullable T value) {
        if (value == null) {
            throw new MappingException(table, column, "expected " + expectation + ", not NULL");
        }
        return value;
    }
}
