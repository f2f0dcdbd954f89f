package org.unifiedhotline.masterrecords.records;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.unifiedhotline.mappings.source.SourceRecordKey;
import org.unifiedhotline.masterrecords.records.SurvivorshipRules.Attribute;

/** What stewards pinned of a person: the record whose value of an attribute stands, whatever the rules say. */
public record Pins(Map<Attribute, SourceRecordKey> records) {
    /** Nothing is pinned. */
    public static final Pins NONE = new Pins(Map.of());

    public Pins {
        records = Map.copyOf(records);
    }

    @Nullable
    SourceRecordKey of(Attribute attribute) {
        return records.get(attribute);
    }
}
