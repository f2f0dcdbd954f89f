package org.unifiedhotline.matching.bulk;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.unifiedhotline.matching.comparison.EncodedRecord;
import org.unifiedhotline.matching.comparison.RecordComparator;
import org.unifiedhotline.matching.record.Commonness;
import org.unifiedhotline.matching.record.CountedValue;

/** Counts by how many distinct names each counted value is held. */
public final class BulkCommonness implements Commonness {
    private final Map<Long, Integer> shared = new HashMap<>();

    /** The commonness of the values of a set of records. */
    public static BulkCommonness of(Collection<EncodedRecord> records, RecordComparator comparator) {
        Map<Long, Set<Long>> names = new HashMap<>();
        for (EncodedRecord record : records) {
            List<CountedValue> counted = comparator.countedValues(record);
            for (CountedValue value : counted) {
                if (value.nameHash() != 0) {
                    names.computeIfAbsent(value.valueHash(), _ -> new HashSet<>(2))
                            .add(value.nameHash());
                }
            }
        }
        BulkCommonness commonness = new BulkCommonness();
        names.forEach((value, holders) -> {
            if (holders.size() > 1) {
                commonness.shared.put(value, holders.size());
            }
        });
        return commonness;
    }

    @Override
    public int distinctNames(long valueHash) {
        return shared.getOrDefault(valueHash, 1);
    }
}
