package org.unifiedhotline.masterrecords.ingest;

import java.util.Map;
import java.util.TreeMap;
import org.unifiedhotline.mappings.source.SourceTable;
import org.unifiedhotline.masterrecords.database.HubDatabase;
import org.unifiedhotline.masterrecords.database.Rows;

/** The table {@code table_count}: what a transaction adds to the figures of each legacy table. */
final class TableCounts {
    private final Map<SourceTable, Delta> deltas = new TreeMap<>();

    /** What is added to one table's figures; takes away where negative. */
    static final class Delta {
        private long live;
        private long captured;
        private long mapped;
        private long deadLettered;
        private long changes;

        Delta live(long more) {
            live += more;
            return this;
        }

        Delta captured(long more) {
            captured += more;
            return this;
        }

        Delta mapped(long more) {
            mapped += more;
            return this;
        }

        Delta deadLettered(long more) {
            deadLettered += more;
            return this;
        }

        Delta changes(long more) {
            changes += more;
            return this;
        }
    }

    Delta of(SourceTable table) {
        return deltas.computeIfAbsent(table, unseen -> new Delta());
    }

    void write(HubDatabase hub) {
        if (deltas.isEmpty()) {
            return;
        }
        hub.sql()
                .sql("""
                        INSERT INTO table_count AS known
                               (source_system, source_table, live, captured, mapped, dead_lettered, changes)
                        SELECT * FROM unnest(?::text[], ?::text[], ?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[],
                                             ?::bigint[])
                        ON CONFLICT (source_system, source_table) DO UPDATE
                           SET live = known.live + excluded.live, captured = known.captured + excluded.captured,
                               mapped = known.mapped + excluded.mapped,
                               dead_lettered = known.dead_lettered + excluded.dead_lettered,
                               changes = known.changes + excluded.changes
                        """)
                .params(Rows.of(deltas.entrySet())
                        .texts(entry -> entry.getKey().system().code())
                        .texts(entry -> entry.getKey().name())
                        .longs(entry -> entry.getValue().live)
                        .longs(entry -> entry.getValue().captured)
                        .longs(entry -> entry.getValue().mapped)
                        .longs(entry -> entry.getValue().deadLettered)
                        .longs(entry -> entry.getValue().changes)
                        .parameters())
                .update();
    }
}
