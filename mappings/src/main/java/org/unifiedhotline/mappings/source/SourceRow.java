package org.unifiedhotline.mappings.source;

import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The columns of a captured row, as they were written, in the table's order.
 *
 * <p>Values are {@code String}, {@code Long} (any integer), {@code java.math.BigDecimal}, {@code Double},
 * {@code Boolean}, {@code List<String>} (arrays), or {@code null}. Dates and times are text in ISO form: a date
 * {@code 2021-03-09}, a local time {@code 2021-03-09T17:04:05}, an instant {@code 2021-03-09T10:04:05Z}; a zero date
 * is {@code 0000-00-00} where the log gives it, else {@code null}. JSON and UUID are text.
 *
 * @param columns value by column name; null values are kept
 * @param unavailable columns whose value the log did not repeat (PostgreSQL: unchanged out-of-line values); whoever
 *     stores the row keeps what it had for them
 */
public record SourceRow(Map<String, @Nullable Object> columns, Set<String> unavailable) {
    public SourceRow {
        Map<String, @Nullable Object> copy = new LinkedHashMap<>();
        columns.forEach((name, value) -> copy.put(name, checked(name, value)));
        columns = Collections.unmodifiableMap(copy);
        unavailable = Set.copyOf(unavailable);
    }

    public static SourceRow of(Map<String, @Nullable Object> columns) {
        return new SourceRow(columns, Set.of());
    }

    /**
     * This row, with the values of {@code earlier} where the log did not repeat them. Columns that {@code earlier} does not
     * have either are left out, and stay unavailable: nobody knows what they hold.
     */
    public SourceRow completedFrom(SourceRow earlier) {
        if (unavailable.isEmpty()) {
            return this;
        }
        Map<String, @Nullable Object> whole = new LinkedHashMap<>(columns);
        Set<String> unknown = new HashSet<>();
        for (String name : unavailable) {
            if (earlier.columns.containsKey(name)) {
                whole.put(name, earlier.columns.get(name));
            } else {
                whole.remove(name);
                unknown.add(name);
            }
        }
        return new SourceRow(whole, unknown);
    }

    /** This row with another value in a column, made of what it holds; as it is where it holds nothing. */
    public SourceRow replacing(String column, UnaryOperator<@Nullable Object> replacement) {
        Object value = columns.get(column);
        if (value == null) {
            return this;
        }
        Map<String, @Nullable Object> replaced = new LinkedHashMap<>(columns);
        replaced.put(column, replacement.apply(value));
        return new SourceRow(replaced, unavailable);
    }

    /** This row with the values of some columns alone; all others stand without a value. */
    public SourceRow keeping(Predicate<String> kept) {
        Map<String, @Nullable Object> some = new LinkedHashMap<>();
        columns.forEach((name, value) -> some.put(name, kept.test(name) ? value : null));
        Set<String> unknown = new HashSet<>();
        for (String name : unavailable) {
            if (kept.test(name)) {
                unknown.add(name);
            } else {
                some.put(name, null);
            }
        }
        return new SourceRow(some, unknown);
    }

    private static @Nullable Object checked(String name, @Nullable Object value) {
        return switch (value) {
            case null -> null;
            case String text -> text;
            case Long number -> number;
            case java.math.BigDecimal number -> number;
            case Double number -> number;
            case Boolean flag -> flag;
            case List<?> list -> Collections.unmodifiableList(list);
            default ->
                throw new IllegalArgumentException("column " + name + ": no place for a value of "
                        + value.getClass().getName());
        };
    }

    /** Names the columns only: values of people never reach a log. */
    @Override
    public String toString() {
        return "SourceRow" + columns.keySet();
    }
}
