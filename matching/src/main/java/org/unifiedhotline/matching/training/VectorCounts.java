package org.unifiedhotline.matching.training;

import java.util.Arrays;

/**
 * How many pairs have each comparison vector. A row is: kind of pair, relation "self", adjustment for one person,
 * adjustments for relatives, twins and neighbours (whole bits), what people said of the pair, then the level of each feature.
 */
final class VectorCounts {
    static final int KIND = 0;
    static final int SELF = 1;
    static final int ADJUSTMENT = 2;
    static final int RELATIVE_ADJUSTMENT = 3;
    static final int TWIN_ADJUSTMENT = 4;
    static final int PLACE_ADJUSTMENT = 5;
    static final int LABEL = 6;
    static final int LEVELS = 7;

    /** What people said of a pair: nothing, one person, or two. */
    static final byte UNSAID = 0;

    static final byte SAME = 1;
    static final byte DIFFERENT = 2;

    private final int width;
    private final double part;
    private byte[] rows;
    private long[] counts;
    private int[] table;
    private int size;

    /** For so many features. */
    VectorCounts(int features) {
        this(features, 1);
    }

    /** For so many features, and a fair part of the pairs. */
    VectorCounts(int features, double part) {
        width = LEVELS + features;
        this.part = part;
        rows = new byte[width * 1024];
        counts = new long[1024];
        table = new int[4096];
    }

    /** Which part of the pairs it counts, over 0 to 1. */
    double part() {
        return part;
    }

    int size() {
        return size;
    }

    int at(int row, int column) {
        return rows[row * width + column];
    }

    long count(int row) {
        return counts[row];
    }

    void add(byte[] row, int offset, long count) {
        int slot = hash(row, offset) & table.length - 1;
        while (table[slot] != 0) {
            int known = table[slot] - 1;
            if (Arrays.equals(rows, known * width, (known + 1) * width, row, offset, offset + width)) {
                counts[known] += count;
                return;
            }
            slot = slot + 1 & table.length - 1;
        }
        append(row, offset, count);
        table[slot] = size;
        if (size * 2 > table.length) {
            grow();
        }
    }

    private void append(byte[] row, int offset, long count) {
        if (size == counts.length) {
            counts = Arrays.copyOf(counts, size * 2);
            rows = Arrays.copyOf(rows, rows.length * 2);
        }
        System.arraycopy(row, offset, rows, size * width, width);
        counts[size++] = count;
    }

    private void grow() {
        table = new int[table.length * 2];
        for (int row = 0; row < size; row++) {
            int slot = hash(rows, row * width) & table.length - 1;
            while (table[slot] != 0) {
                slot = slot + 1 & table.length - 1;
            }
            table[slot] = row + 1;
        }
    }

    private int hash(byte[] row, int offset) {
        int hash = 1;
        for (int i = 0; i < width; i++) {
            hash = hash * 31 + row[offset + i];
        }
        hash *= 0x9E3779B9;
        return hash ^ hash >>> 15;
    }

    void addAll(VectorCounts others) {
        for (int row = 0; row < others.size; row++) {
            add(others.rows, row * width, others.counts[row]);
        }
    }
}
