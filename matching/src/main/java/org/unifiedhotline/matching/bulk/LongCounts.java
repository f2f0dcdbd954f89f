package org.unifiedhotline.matching.bulk;

/**
 * Counts of 64-bit keys: an open-addressing table of fixed room. A key is looked for once, when it is added; its slot then
 * stands for it. The key 0 is not to be used.
 */
final class LongCounts {
    private final long[] keys;
    private final int[] counts;
    private final int[] notes;
    private final int mask;

    LongCounts(int entries) {
        int room = Integer.highestOneBit(Math.max(4, entries)) << 2;
        keys = new long[room];
        counts = new int[room];
        notes = new int[room];
        mask = room - 1;
    }

    /** Counts a key and returns its slot. */
    int add(long key) {
        int slot = (int) (key ^ key >>> 32) & mask;
        while (keys[slot] != 0 && keys[slot] != key) {
            slot = slot + 1 & mask;
        }
        keys[slot] = key;
        counts[slot]++;
        return slot;
    }

    /** How often the key of a slot was added. */
    int count(int slot) {
        return counts[slot];
    }

    /** A number kept with the key of a slot; 0 at first. */
    int note(int slot) {
        return notes[slot];
    }

    void note(int slot, int number) {
        notes[slot] = number;
    }
}
