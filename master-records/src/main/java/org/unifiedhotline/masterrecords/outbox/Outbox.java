package org.unifiedhotline.masterrecords.outbox;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.unifiedhotline.masterrecords.database.HubDatabase;
import org.unifiedhotline.masterrecords.outbox.OutboxEntry.Kind;
import org.unifiedhotline.masterrecords.sourcerecords.Columns;

/**
 * What is still to be published. At least once: an entry stays until {@link #done} names it, and versions make
 * repetition harmless.
 */
public final class Outbox {
    private final HubDatabase hub;

    public Outbox(HubDatabase hub) {
        this.hub = hub;
    }

    /** Up to {@code limit} entries, the longest waiting first; they stay until {@link #done}. */
    public List<OutboxEntry> next(int limit) {
        return hub.sql()
                .sql("SELECT master_id, version, kind, written_at FROM outbox ORDER BY outbox_id LIMIT ?")
                .param(limit)
                .query((row, number) -> new OutboxEntry(
                        Columns.masterId(row, "master_id"),
                        row.getLong("version"),
                        Kind.valueOf(row.getString("kind")),
                        Columns.instant(row, "written_at")))
                .list();
    }

    /** These entries are published. One whose master record changed meanwhile stays, for its newer version. */
    public void done(Collection<OutboxEntry> entries) {
        UUID[] ids = entries.stream().map(entry -> entry.masterId().value()).toArray(UUID[]::new);
        Long[] versions = entries.stream().map(OutboxEntry::version).toArray(Long[]::new);
        hub.sql().sql("""
                        DELETE FROM outbox
                         WHERE master_id IN (SELECT entry.master_id
                                               FROM outbox entry
                                               JOIN unnest(?::uuid[], ?::bigint[]) AS published (master_id, version)
                                                 ON entry.master_id = published.master_id
                                                AND entry.version <= published.version
                                              ORDER BY entry.master_id
                                                FOR UPDATE OF entry)
                        """).params(ids, versions).update();
    }

    /** How many master records wait. */
    public long backlog() {
        return hub.sql().sql("SELECT count(*) FROM outbox").query(Long.class).single();
    }
}
