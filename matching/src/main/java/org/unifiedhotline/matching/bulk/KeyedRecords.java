package org.unifiedhotline.matching.bulk;

import java.util.Arrays;

/** Records with a key each, in growing arrays. */
final class KeyedRecords {
    private long[] keys;
    private int[] records;
    private int size;

    KeyedRecords(int room) {
        keys = new long[room];
        records = new int[room];
    }

    void add(long key, int record) {
        if (size == keys.length) {
            int room = Math.max(16, size + (size >> 1));
            keys = Arrays.copyOf(keys, room);
            records = Arrays.copyOf(records, room);
        }
        keys[size] = key;
        records[size++] = record;
    }

    int size() {
        return size;
    }

    long key(int at) {
        return keys[at];
    }

    int record(int at) {
        return records[at];
    }
}
