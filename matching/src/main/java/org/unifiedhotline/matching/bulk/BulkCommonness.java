package org.unifiedhotline.matching.bulk;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.unifiedhotline.matching.comparison.EncodedRecord;
import org.unifiedhotline.matching.comparison.RecordComparator;
import org.unifiedhotline.matching.record.Commonness;

/** Counts by how many distinct names each counted value is held, as far as it matters: those held by few count as held by one. */
public final class BulkCommonness implements Commonness {
    private final Map<Long, Integer> shared = new HashMap<>();

    /** The commonness of the values of a set of records. */
    public static BulkCommonness of(List<EncodedRecord> records, RecordComparator comparator) {
        BulkCommonness commonness = new BulkCommonness();
        if (!comparator.hasCountedValues()) {
            return commonness;
        }
        KeyedRecords held = new KeyedRecords(records.size());
        for (int record = 0; record < records.size(); record++) {
            for (long value : comparator.countedHashes(records.get(record))) {
                held.add(value, record);
            }
        }
        LongCounts holders = new LongCounts(held.size());
        int[] slots = new int[held.size()];
        for (int i = 0; i < slots.length; i++) {
            slots[i] = holders.add(held.key(i));
        }
        Map<Long, Set<Long>> names = new HashMap<>();
        for (int i = 0; i < slots.length; i++) {
            if (Commonness.step(holders.count(slots[i])) > 0) {
                long name = comparator.nameHash(records.get(held.record(i)));
                if (name != 0) {
                    names.computeIfAbsent(held.key(i), _ -> new HashSet<>()).add(name);
                }
            }
        }
        names.forEach((value, holding) -> commonness.shared.put(value, holding.size()));
        return commonness;
    }

    @Override
    public int distinctNames(long valueHash) {
        return shared.getOrDefault(valueHash, 1);
    }
}
