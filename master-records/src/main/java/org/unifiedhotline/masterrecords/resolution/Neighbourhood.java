package org.unifiedhotline.masterrecords.resolution;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.unifiedhotline.mappings.source.SourceRecordKey;
import org.unifiedhotline.masterrecords.records.MasterId;
import org.unifiedhotline.matching.record.Assertion.Verdict;

/**
 * Records that hang together or nearly so, as a graph.
 *
 * @param records in the order of their keys
 * @param ties what holds them together or apart
 * @param linkBits the weight at and above which a tie links
 * @param left how many more records stand near that may be told, and are not for want of room
 */
public record Neighbourhood(List<Near> records, List<Tie> ties, double linkBits, int left) {
    public Neighbourhood {
        records = List.copyOf(records);
        ties = List.copyOf(ties);
    }

    /**
     * A record.
     *
     * @param name how it is called there; null if it says no name
     * @param asked whether it is of those that were asked about, and not a neighbour of theirs
     */
    public record Near(
            SourceRecordKey key,
            MasterId masterId,
            @Nullable String name,
            boolean asked) {

        /** Names no value of a person: safe in a log. */
        @Override
        public String toString() {
            return "Near[" + key + "]";
        }
    }

    /**
     * What stands between two records.
     *
     * @param bits the match weight; null where the engine sees no link, not even a possible one
     * @param said what stewards said of the two; null where nobody said anything that stands
     */
    public record Tie(
            SourceRecordKey a,
            SourceRecordKey b,
            @Nullable Double bits,
            @Nullable Verdict said) {}
}
