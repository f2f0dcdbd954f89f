package org.unifiedhotline.masterrecords.database;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Many rows as the parameters of one statement: each column becomes one array, to be taken apart by {@code unnest} in
 * the order in which the columns were added.
 */
public final class Rows<T> {
    private static final int ALONE = 500;

    private final List<T> rows;
    private final List<Object> arrays = new ArrayList<>();

    private Rows(Collection<T> rows) {
        this.rows = List.copyOf(rows);
    }

    public static <T> Rows<T> of(Collection<T> rows) {
        return new Rows<>(rows);
    }

    public Rows<T> longs(Function<T, @Nullable Long> column) {
        arrays.add(rows.stream().map(column).toArray(Long[]::new));
        return this;
    }

    public Rows<T> integers(Function<T, @Nullable Integer> column) {
        arrays.add(rows.stream().map(column).toArray(Integer[]::new));
        return this;
    }

    public Rows<T> booleans(Function<T, Boolean> column) {
        arrays.add(rows.stream().map(column).toArray(Boolean[]::new));
        return this;
    }

    /**
     * Text, and whatever is written as text and cast by the statement: JSON, dates, instants, numbers, enums. Of many rows,
     * several are written at once.
     */
    public Rows<T> texts(Function<T, @Nullable Object> column) {
        Stream<T> all = rows.size() > ALONE ? rows.parallelStream() : rows.stream();
        arrays.add(all.map(column)
                .map(value -> value == null ? null : value.toString())
                .toArray(String[]::new));
        return this;
    }

    /** Bytes: what is sealed. Of many rows, several are made at once. */
    public Rows<T> bytes(Function<T, byte @Nullable []> column) {
        Stream<T> all = rows.size() > ALONE ? rows.parallelStream() : rows.stream();
        arrays.add(all.map(column).toArray(byte[][]::new));
        return this;
    }

    /** The parameters, one array a column. */
    public List<Object> parameters() {
        return List.copyOf(arrays);
    }
}
