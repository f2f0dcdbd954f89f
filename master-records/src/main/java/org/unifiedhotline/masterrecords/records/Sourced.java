package org.unifiedhotline.masterrecords.records;

import java.util.List;
import org.unifiedhotline.mappings.source.SourceRecordKey;

/**
 * A value of a master record with its provenance.
 *
 * @param from the source records that hold this value, in their order; at least one
 * @param rule the survivorship rule that chose it, such as {@code most-complete}
 */
public record Sourced<T>(T value, List<SourceRecordKey> from, String rule) {
    public Sourced {
        from = List.copyOf(from);
        if (from.isEmpty()) {
            throw new IllegalArgumentException("a value of a master record comes from at least one source record");
        }
    }
}
