package org.unifiedhotline.masterrecords.assignment;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import org.unifiedhotline.mappings.source.SourceRecordKey;

/** Whom not everybody is cleared for. The view {@code record_sensitivity} says the same in the database. */
public enum Sensitivity {
    /** A child at the switchboard. */
    CHILD,
    /** A victim, or potential victim, of trafficking. */
    TRAFFICKING_VICTIM;

    /** What one must be cleared for to see these records, by the tables that they stand in. */
    public static Set<Sensitivity> of(Collection<SourceRecordKey> records) {
        Set<Sensitivity> all = EnumSet.noneOf(Sensitivity.class);
        for (SourceRecordKey record : records) {
            switch (record.table().name()) {
                case "tre_em" -> all.add(CHILD);
                case "victim" -> all.add(TRAFFICKING_VICTIM);
                default -> {
                    // callers, and what is not about a person
                }
            }
        }
        return all;
    }
}
