package org.unifiedhotline.matching.bulk;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.unifiedhotline.matching.comparison.EncodedRecord;
import org.unifiedhotline.matching.comparison.RecordComparator;
import org.unifiedhotline.matching.comparison.RecordEncoder;
import org.unifiedhotline.matching.model.FrequencyTable;
import org.unifiedhotline.matching.model.MatchModel;
import org.unifiedhotline.matching.record.Commonness;
import org.unifiedhotline.matching.record.MatchRecord;

/**
 * The records of one bulk run, in the order of their keys, taken apart once: training, blocking and weighing all work on
 * them. Equal values are one object.
 */
public final class EncodedTable {
    private final RecordEncoder encoder;
    private final List<EncodedRecord> records;
    private @Nullable Commonness commonness;

    /**
     * Of records that one sharing encoder made.
     *
     * @throws IllegalArgumentException if two records have one key
     */
    public EncodedTable(RecordEncoder encoder, Collection<EncodedRecord> unordered) {
        this.encoder = encoder;
        EncodedRecord[] sorted = unordered.toArray(EncodedRecord[]::new);
        Arrays.parallelSort(sorted, Comparator.comparing(EncodedRecord::key));
        records = List.of(sorted);
        for (int i = 1; i < sorted.length; i++) {
            if (sorted[i].key().equals(sorted[i - 1].key())) {
                throw new IllegalArgumentException("two records have the key " + sorted[i].key());
            }
        }
    }

    /** Takes records apart for a model, trained or not. */
    public static EncodedTable of(MatchModel model, Collection<MatchRecord> records) {
        RecordEncoder encoder = RecordEncoder.sharing(model);
        // So that kinds are numbered the same whichever thread comes first.
        records.stream()
                .map(MatchRecord::kind)
                .distinct()
                .sorted()
                .forEach(kind -> encoder.encode(MatchRecord.of(0, "kind", kind, Map.of())));
        return new EncodedTable(
                encoder, records.parallelStream().map(encoder::encode).toList());
    }

    /** The same table, where some values of each attribute, by their folded texts, are missing. */
    public EncodedTable without(List<Set<String>> texts) {
        return new EncodedTable(
                encoder,
                records.parallelStream().map(record -> record.without(texts)).toList());
    }

    /** The records, by the order of their keys. */
    public List<EncodedRecord> records() {
        return records;
    }

    /** How many there are. */
    public int size() {
        return records.size();
    }

    /** How common the values are among these records; worked out at the first call. */
    public synchronized Commonness commonness(RecordComparator comparator) {
        Commonness known = commonness;
        if (known == null) {
            known = BulkCommonness.of(records, comparator);
            commonness = known;
        }
        return known;
    }

    /** Lets the rarity of values count as frequency tables say. */
    public void weighBy(Map<String, FrequencyTable> tables) {
        encoder.weigh(records, tables);
    }
}
