package org.unifiedhotline.masterrecords.pipeline;

import java.util.List;
import org.unifiedhotline.mappings.source.SourceSystem;
import org.unifiedhotline.masterrecords.database.HubDatabase;
import org.unifiedhotline.masterrecords.sourcerecords.Columns;

/** The table {@code source_log}: how much of their logs the sources keep for the service, as it was last seen. */
public final class SourceLogs {
    private final HubDatabase hub;

    public SourceLogs(HubDatabase hub) {
        this.hub = hub;
    }

    public void write(SourceLog log) {
        hub.sql()
                .sql("""
                        INSERT INTO source_log (source_system, kept_bytes, bound_bytes, bound_seconds, seen_at)
                        VALUES (?, ?, ?, ?, ?)
                        ON CONFLICT (source_system) DO UPDATE
                           SET kept_bytes = excluded.kept_bytes, bound_bytes = excluded.bound_bytes,
                               bound_seconds = excluded.bound_seconds, seen_at = excluded.seen_at
                        """)
                .param(log.system().code())
                .param(log.keptBytes())
                .param(log.boundBytes())
                .param(log.boundSeconds())
                .param(Columns.parameter(log.seenAt()))
                .update();
    }

    /** Of each source that was looked at, what was seen last. */
    public List<SourceLog> all() {
        return hub.sql()
                .sql("SELECT * FROM source_log ORDER BY source_system")
                .query((row, number) -> new SourceLog(
                        SourceSystem.of(row.getString("source_system")),
                        row.getObject("kept_bytes", Long.class),
                        row.getObject("bound_bytes", Long.class),
                        row.getObject("bound_seconds", Long.class),
                        Columns.instant(row, "seen_at")))
                .list();
    }
}
