package org.unifiedhotline.masterrecords.resolution;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.unifiedhotline.masterrecords.database.HubDatabase;
import org.unifiedhotline.matching.record.Assertion;
import org.unifiedhotline.matching.record.MatchRecord;

/**
 * All that decides who is who, but for the model: for commands that resolve beside the service, or learn a model.
 *
 * @param records the live records of people, by key
 * @param assertions what stewards said of them and did not take back
 */
public record ResolutionInput(List<MatchRecord> records, List<Assertion> assertions) {
    public ResolutionInput {
        records = List.copyOf(records);
        assertions = List.copyOf(assertions);
    }

    /** Reads it from the hub; within a transaction, so that it is of one moment. */
    public static ResolutionInput of(HubDatabase hub) {
        Map<Long, MatchRecord> records = new PersonLoader(hub).loadAll();
        return new ResolutionInput(
                records.values().stream()
                        .sorted(Comparator.comparing(MatchRecord::key))
                        .toList(),
                BulkResolution.engineAssertions(new AssertionTable(hub).all(), BulkResolution.keys(records)));
    }
}
