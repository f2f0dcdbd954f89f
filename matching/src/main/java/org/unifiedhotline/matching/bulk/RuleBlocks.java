package org.unifiedhotline.matching.bulk;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.unifiedhotline.matching.blocking.KeyMaker;
import org.unifiedhotline.matching.comparison.EncodedRecord;
import org.unifiedhotline.matching.comparison.Value;
import org.unifiedhotline.matching.record.BlockingKey;

/**
 * The live blocks of one rule: which records share a key. Records are numbered by their place. Keys are made level by level,
 * and further ones only for the holders of a common key.
 */
final class RuleBlocks {
    private final List<EncodedRecord> records;
    private final KeyMaker keyMaker;
    private final int rule;
    /** All keys of the records that give several in this rule. */
    private final Map<Integer, List<BlockingKey>> keysOfSome = new HashMap<>();

    /** In which block a record is, one entry each; blocks in the order of their numbers from 0. */
    private KeyedRecords found = new KeyedRecords(1 << 10);

    private int blockCount;

    /** After building: where the entries of each record begin, in {@code positions} and {@code ends}. */
    private int[] starts = new int[0];

    /** The members of all blocks, block after block, ascending in each. */
    int[] members = new int[0];
    /** Where a record stands in {@code members}. */
    int[] positions = new int[0];
    /** Where its block ends there. */
    int[] ends = new int[0];

    private long pairs;

    RuleBlocks(List<EncodedRecord> records, KeyMaker keyMaker, int rule) {
        this.records = records;
        this.keyMaker = keyMaker;
        this.rule = rule;
        KeyedRecords level = first();
        for (int depth = 0; level.size() > 0; depth++) {
            level = depth == keyMaker.lastLevel(rule) ? last(level) : refined(level, depth);
        }
        build();
        keysOfSome.clear();
        found = new KeyedRecords(0);
    }

    private KeyedRecords first() {
        KeyedRecords level = new KeyedRecords(records.size());
        for (int record = 0; record < records.size(); record++) {
            long hash = keyMaker.onlyKey(records.get(record), rule);
            if (hash == Value.SEVERAL_KEYS) {
                for (BlockingKey key : keysOf(record)) {
                    if (key.level() == 0) {
                        level.add(key.hash(), record);
                    }
                }
            } else if (hash != Value.NO_KEY) {
                level.add(hash, record);
            }
        }
        return level;
    }

    private List<BlockingKey> keysOf(int record) {
        return keysOfSome.computeIfAbsent(record, _ -> keyMaker.keys(records.get(record), rule));
    }

    private KeyedRecords last(KeyedRecords level) {
        takeLive(level, true);
        return new KeyedRecords(0);
    }

    /** Takes the live blocks of a level and makes the next level's keys for the others. */
    private KeyedRecords refined(KeyedRecords level, int depth) {
        KeyedRecords common = takeLive(level, false);
        KeyedRecords next = new KeyedRecords(common.size());
        for (int i = 0; i < common.size(); i++) {
            int record = common.record(i);
            long hash = keysOfSome.containsKey(record)
                    ? Value.SEVERAL_KEYS
                    : keyMaker.onlyRefined(records.get(record), rule, depth + 1, common.key(i));
            if (hash != Value.SEVERAL_KEYS) {
                next.add(hash, record);
                continue;
            }
            for (BlockingKey key : keysOf(record)) {
                if (key.level() == depth + 1 && key.parentHash() == common.key(i)) {
                    next.add(key.hash(), record);
                }
            }
        }
        return next;
    }

    /** Notes the blocks of the live keys that several hold, and returns what is held by too many. */
    private KeyedRecords takeLive(KeyedRecords level, boolean last) {
        LongCounts holders = new LongCounts(level.size());
        int[] slots = new int[level.size()];
        for (int i = 0; i < slots.length; i++) {
            slots[i] = holders.add(level.key(i));
        }
        KeyedRecords common = new KeyedRecords(16);
        for (int i = 0; i < slots.length; i++) {
            int count = holders.count(slots[i]);
            if (count < 2) {
                continue;
            }
            if (keyMaker.isLive(count, last)) {
                int number = holders.note(slots[i]);
                if (number == 0) {
                    number = ++blockCount;
                    holders.note(slots[i], number);
                    pairs += (long) count * (count - 1) / 2;
                }
                found.add(number - 1, level.record(i));
            } else if (!last) {
                common.add(level.key(i), level.record(i));
            }
        }
        return common;
    }

    private void build() {
        int[] blockStarts = new int[blockCount + 1];
        starts = new int[records.size() + 1];
        for (int i = 0; i < found.size(); i++) {
            blockStarts[(int) found.key(i) + 1]++;
            starts[found.record(i) + 1]++;
        }
        sum(blockStarts);
        sum(starts);
        members = new int[found.size()];
        positions = new int[found.size()];
        ends = new int[found.size()];
        int[] filled = Arrays.copyOf(blockStarts, blockCount);
        int[] noted = Arrays.copyOf(starts, records.size());
        for (int i = 0; i < found.size(); i++) {
            int block = (int) found.key(i);
            int position = filled[block]++;
            int entry = noted[found.record(i)]++;
            members[position] = found.record(i);
            positions[entry] = position;
            ends[entry] = blockStarts[block + 1];
        }
    }

    private static void sum(int[] counts) {
        for (int i = 1; i < counts.length; i++) {
            counts[i] += counts[i - 1];
        }
    }

    /** How many pairs share a block, those that share several counted for each. */
    long pairs() {
        return pairs;
    }

    int firstEntry(int record) {
        return starts[record];
    }

    int endEntry(int record) {
        return starts[record + 1];
    }
}
