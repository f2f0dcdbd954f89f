package org.unifiedhotline.masterrecords.desk;

import java.time.Instant;
import java.util.List;
import org.unifiedhotline.masterrecords.database.HubDatabase;
import org.unifiedhotline.masterrecords.records.MasterId;
import org.unifiedhotline.masterrecords.sourcerecords.Columns;

/** The table {@code recent_person}: whom each account opened lately. */
public final class RecentPeople {
    /** Earlier ones are forgotten. */
    public static final int MOST = 20;

    private final HubDatabase hub;

    public RecentPeople(HubDatabase hub) {
        this.hub = hub;
    }

    /** Somebody who was opened, under the id that was asked for. */
    public record Opened(MasterId id, Instant at) {}

    /** An account opened a person. */
    public void opened(String owner, MasterId id) {
        hub.write(() -> {
            hub.sql().sql("""
                            INSERT INTO recent_person (owner, master_id) VALUES (?, ?)
                            ON CONFLICT (owner, master_id) DO UPDATE SET opened_at = clock_timestamp()
                            """).params(owner, id.value()).update();
            hub.sql().sql("""
                            DELETE FROM recent_person
                             WHERE owner = :owner
                               AND master_id IN (SELECT master_id FROM recent_person WHERE owner = :owner
                                                  ORDER BY opened_at DESC, master_id OFFSET :most)
                            """).param("owner", owner).param("most", MOST).update();
        });
    }

    /** Whom an account opened, the latest first. */
    public List<Opened> of(String owner) {
        return hub.sql()
                .sql(
                        "SELECT master_id, opened_at FROM recent_person WHERE owner = ? ORDER BY opened_at DESC, master_id")
                .param(owner)
                .query((row, number) ->
                        new Opened(Columns.masterId(row, "master_id"), Columns.instant(row, "opened_at")))
                .list();
    }

    /** Forgets whom an account opened. */
    public void clear(String owner) {
        hub.sql().sql("DELETE FROM recent_person WHERE owner = ?").param(owner).update();
    }
}
