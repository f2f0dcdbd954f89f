package org.unifiedhotline.integrationroutes.reconciliation;

import java.util.Arrays;

/** The numbers of the records that a source showed: eight bytes each, for there may be millions. */
final class Seen {
    private long[] numbers = new long[1_024];
    private int size;
    private boolean sorted;

    void add(long number) {
        if (size == numbers.length) {
            numbers = Arrays.copyOf(numbers, size * 2);
        }
        numbers[size++] = number;
        sorted = false;
    }

    boolean contains(long number) {
        if (!sorted) {
            Arrays.sort(numbers, 0, size);
            sorted = true;
        }
        return Arrays.binarySearch(numbers, 0, size, number) >= 0;
    }
}
