package org.unifiedhotline.matching.bulk;

/** Counts of 64-bit keys: an open-addressing table of fixed room. The key 0 is not to be used. */
final class LongCounts {
    private final long[] keys;
    private final int[] counts;
    private final int mask;

    LongCounts(int entries) {
        int room = Integer.highestOneBit(Math.max(4, entries)) << 2;
        keys = new long[room];
        counts = new int[room];
        mask = room - 1;
    }

    private int slot(long key) {
        int slot = (int) (key ^ key >>> 32) & mask;
        while (keys[slot] != 0 && keys[slot] != key) {
            slot = slot + 1 & mask;
        }
        return slot;
    }

    void add(long key) {
        int slot = slot(key);
        keys[slot] = key;
        counts[slot]++;
    }

    void put(long key, int value) {
        int slot = slot(key);
        keys[slot] = key;
        counts[slot] = value;
    }

    /** The count of a key; 0 if it was never added. */
    int get(long key) {
        return counts[slot(key)];
    }
}
