package org.unifiedhotline.demo.people.traffic;

import java.time.Instant;
import org.unifiedhotline.demo.people.systems.LegacyTable;

/**
 * One row that live traffic changed.
 *
 * @param key the row's primary key as text
 * @param committed when the commit had returned, by this machine's clock
 */
public record CommittedChange(LegacyTable table, String key, Kind kind, Instant committed) {

    /** What was done to the row. */
    public enum Kind {
        INSERT,
        UPDATE,
        DELETE
    }
}
