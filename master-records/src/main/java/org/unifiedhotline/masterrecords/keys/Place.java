package org.unifiedhotline.masterrecords.keys;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/**
 * Where a sealed text stands: table, column and row. It is the associated data of the encryption, so that what was
 * sealed for one place cannot be opened at another.
 *
 * @param column {@code table.column}, a name of the schema
 * @param row what identifies the row: the numbers of its primary key
 */
public record Place(String column, List<Long> row) {
    public Place {
        row = List.copyOf(row);
        if (column.indexOf('.') <= 0 || row.isEmpty()) {
            throw new IllegalArgumentException("a place is a column of a table and a row: " + column);
        }
    }

    /** A place by the numbers of its row's primary key. */
    public static Place of(String column, long... row) {
        return new Place(column, LongStream.of(row).boxed().toList());
    }

    byte[] bytes() {
        byte[] name = column.getBytes(StandardCharsets.US_ASCII);
        ByteBuffer bytes =
                ByteBuffer.allocate(name.length + 1 + Long.BYTES * row.size()).put(name);
        bytes.put((byte) 0);
        row.forEach(bytes::putLong);
        return bytes.array();
    }

    /** Names table, column and row, no value: safe in a log. */
    @Override
    public String toString() {
        return column + " of row " + row.stream().map(String::valueOf).collect(Collectors.joining("/"));
    }
}
