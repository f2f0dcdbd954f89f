package org.unifiedhotline.matching.bulk;

import java.util.Arrays;
import java.util.List;
import org.unifiedhotline.matching.blocking.KeyMaker;
import org.unifiedhotline.matching.comparison.EncodedRecord;
import org.unifiedhotline.matching.record.BlockingKey;

/** The live blocks of one rule: which records share a key. Records are numbered by their place. */
final class RuleBlocks {
    private static final int KEYS_AT_FIRST = 1 << 16;

    private long[] hashes = new long[KEYS_AT_FIRST];
    private long[] parents = new long[KEYS_AT_FIRST];
    private byte[] levels = new byte[KEYS_AT_FIRST];
    private int size;
    /** Where the keys of each record begin. */
    private int[] starts;

    /** After building: the blocks of each record, and the members of each block, ascending. */
    int[] blocks = new int[0];

    int[] blockStarts = new int[0];
    int[] members = new int[0];

    RuleBlocks(List<EncodedRecord> records, KeyMaker keyMaker, int rule) {
        starts = new int[records.size() + 1];
        for (int i = 0; i < records.size(); i++) {
            starts[i] = size;
            for (BlockingKey key : keyMaker.keys(records.get(i), rule)) {
                add(key);
            }
        }
        starts[records.size()] = size;
        build(keyMaker, rule, records.size());
    }

    private void add(BlockingKey key) {
        if (size == hashes.length) {
            hashes = Arrays.copyOf(hashes, size * 2);
            parents = Arrays.copyOf(parents, size * 2);
            levels = Arrays.copyOf(levels, size * 2);
        }
        hashes[size] = key.hash();
        parents[size] = key.parentHash();
        levels[size] = (byte) (key.level() * 2 + (key.last() ? 1 : 0));
        size++;
    }

    private void build(KeyMaker keyMaker, int rule, int records) {
        LongCounts holders = new LongCounts(size);
        for (int i = 0; i < size; i++) {
            holders.add(hashes[i]);
        }
        LongCounts numbers = new LongCounts(size);
        int next = 0;
        int[] blockOfKey = new int[size];
        int[] sizes = new int[size + 1];
        for (int i = 0; i < size; i++) {
            blockOfKey[i] = -1;
            int count = holders.get(hashes[i]);
            if (count > 1 && isLive(keyMaker, rule, i, holders, count)) {
                int number = numbers.get(hashes[i]);
                if (number == 0) {
                    number = ++next;
                    numbers.put(hashes[i], number);
                }
                blockOfKey[i] = number - 1;
                sizes[number - 1]++;
            }
        }
        fill(blockOfKey, sizes, next, records);
        hashes = new long[0];
        parents = new long[0];
        levels = new byte[0];
    }

    private boolean isLive(KeyMaker keyMaker, int rule, int at, LongCounts holders, int count) {
        BlockingKey key = new BlockingKey(rule, levels[at] / 2, hashes[at], parents[at], levels[at] % 2 == 1);
        return keyMaker.isLive(key, count, key.level() == 0 ? 0 : holders.get(parents[at]));
    }

    private void fill(int[] blockOfKey, int[] sizes, int blockCount, int records) {
        blockStarts = new int[blockCount + 1];
        for (int block = 0; block < blockCount; block++) {
            blockStarts[block + 1] = blockStarts[block] + sizes[block];
        }
        members = new int[blockStarts[blockCount]];
        blocks = new int[members.length];
        int[] filled = Arrays.copyOf(blockStarts, blockCount);
        int[] liveStarts = new int[records + 1];
        int live = 0;
        for (int record = 0; record < records; record++) {
            liveStarts[record] = live;
            for (int i = starts[record]; i < starts[record + 1]; i++) {
                if (blockOfKey[i] >= 0) {
                    members[filled[blockOfKey[i]]++] = record;
                    blocks[live++] = blockOfKey[i];
                }
            }
        }
        liveStarts[records] = live;
        starts = liveStarts;
    }

    int firstBlock(int record) {
        return starts[record];
    }

    int endBlock(int record) {
        return starts[record + 1];
    }
}
