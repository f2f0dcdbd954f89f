package org.unifiedhotline.masterrecords.resolution;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.unifiedhotline.matching.blocking.KeyMaker;
import org.unifiedhotline.matching.comparison.EncodedRecord;
import org.unifiedhotline.matching.comparison.Value;
import org.unifiedhotline.matching.record.BlockingKey;

/** Makes the keys of everybody, a level at a time and without lists where a rule gives a record one key. */
final class BulkKeys {
    private static final long[] NONE = {};

    private final KeyMaker keyMaker;

    BulkKeys(KeyMaker keyMaker) {
        this.keyMaker = keyMaker;
    }

    /** The keys of each record that refine no other. */
    long[][] first(List<EncodedRecord> records) {
        return records.parallelStream().map(this::first).toArray(long[][]::new);
    }

    private long[] first(EncodedRecord record) {
        LongStream.Builder keys = LongStream.builder();
        for (int rule = 0; rule < keyMaker.ruleCount(); rule++) {
            long only = keyMaker.onlyKey(record, rule);
            if (only == Value.SEVERAL_KEYS) {
                add(record, rule, key -> key.level() == 0, keys);
            } else if (only != Value.NO_KEY) {
                keys.add(only);
            }
        }
        return keys.build().distinct().toArray();
    }

    /**
     * The keys of each record, of a level from 1, that refine common ones.
     *
     * @param above the keys of each record of the level above
     */
    long[][] refined(List<EncodedRecord> records, long[][] above, int level, Set<Long> common) {
        return IntStream.range(0, records.size())
                .parallel()
                .mapToObj(at -> Arrays.stream(above[at]).anyMatch(common::contains)
                        ? refined(records.get(at), level, common)
                        : NONE)
                .toArray(long[][]::new);
    }

    private long[] refined(EncodedRecord record, int level, Set<Long> common) {
        LongStream.Builder keys = LongStream.builder();
        for (int rule = 0; rule < keyMaker.ruleCount(); rule++) {
            if (keyMaker.lastLevel(rule) >= level) {
                long parent = onlyKey(record, rule, level - 1);
                long only = parent == Value.NO_KEY || parent == Value.SEVERAL_KEYS
                        ? parent
                        : common.contains(parent) ? keyMaker.onlyRefined(record, rule, level, parent) : Value.NO_KEY;
                if (only == Value.SEVERAL_KEYS) {
                    add(record, rule, key -> key.level() == level && common.contains(key.parentHash()), keys);
                } else if (only != Value.NO_KEY) {
                    keys.add(only);
                }
            }
        }
        return keys.build().distinct().toArray();
    }

    /** The only key of a level, or what stands for none or several. */
    private long onlyKey(EncodedRecord record, int rule, int level) {
        long key = keyMaker.onlyKey(record, rule);
        for (int deeper = 1; deeper <= level && key != Value.NO_KEY && key != Value.SEVERAL_KEYS; deeper++) {
            key = keyMaker.onlyRefined(record, rule, deeper, key);
        }
        return key;
    }

    private void add(EncodedRecord record, int rule, Predicate<BlockingKey> which, LongStream.Builder keys) {
        for (BlockingKey key : keyMaker.keys(record, rule)) {
            if (which.test(key)) {
                keys.add(key.hash());
            }
        }
    }
}
