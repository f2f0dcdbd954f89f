package org.unifiedhotline.masterrecords.ingest;

import java.util.Map;
import java.util.TreeMap;
import org.unifiedhotline.mappings.source.SourceSystem;
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

    /** The figures of a table as they are when its rows are counted. */
    record Counted(long live, long captured, long mapped) {}

    /** The tables whose figures are not what stands there, with what is right. */
    static Map<SourceTable, Counted> wrong(HubDatabase hub) {
        Map<SourceTable, Counted> wrong = new TreeMap<>();
        hub.sql().sql("""
                        SELECT source_system, source_table, coalesce(counted.live, 0) AS live,
                               coalesce(counted.captured, 0) AS captured, coalesce(counted.mapped, 0) AS mapped
                          FROM table_count known
                          FULL JOIN (SELECT source_system, source_table, count(*) AS captured,
                                            count(*) FILTER (WHERE live) AS live,
                                            count(*) FILTER (WHERE live AND canonical IS NOT NULL) AS mapped
                                       FROM source_record GROUP BY source_system, source_table) counted
                               USING (source_system, source_table)
                         WHERE (known.live, known.captured, known.mapped, known.dead_lettered)
                               IS DISTINCT FROM (coalesce(counted.live, 0), coalesce(counted.captured, 0),
                                                 coalesce(counted.mapped, 0),
                                                 coalesce(counted.live - counted.mapped, 0))
                        """).query(row -> {
            wrong.put(
                    SourceTable.of(SourceSystem.of(row.getString("source_system")), row.getString("source_table")),
                    new Counted(row.getLong("live"), row.getLong("captured"), row.getLong("mapped")));
        });
        return wrong;
    }

    static void correct(HubDatabase hub, Map<SourceTable, Counted> right) {
        right.forEach((table, counted) -> hub.sql()
                .sql("""
                        INSERT INTO table_count (source_system, source_table, live, captured, mapped, dead_lettered)
                        VALUES (?, ?, ?, ?, ?, ?)
                        ON CONFLICT (source_system, source_table) DO UPDATE
                           SET live = excluded.live, captured = excluded.captured, mapped = excluded.mapped,
                               dead_lettered = excluded.dead_lettered
                        """)
                .params(table.system().code(), table.name(), counted.live(), counted.captured(), counted.mapped())
                .param(counted.live() - counted.mapped())
                .update());
    }
}
