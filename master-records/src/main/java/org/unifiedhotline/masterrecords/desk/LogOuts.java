package org.unifiedhotline.masterrecords.desk;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.unifiedhotline.masterrecords.database.HubDatabase;
import org.unifiedhotline.masterrecords.sourcerecords.Columns;

/** The table {@code log_out}: whose sessions and tokens that began before a moment count no more. */
public final class LogOuts {
    private final HubDatabase hub;

    public LogOuts(HubDatabase hub) {
        this.hub = hub;
    }

    /**
     * Ends what began before now.
     *
     * @param whose an account, or what a provider calls a person or a session
     * @param kept how long a session or token may live at most: older rows are removed
     * @return that moment, by the hub's clock
     */
    public Instant end(String whose, Duration kept) {
        return hub.write(() -> {
            hub.sql()
                    .sql("DELETE FROM log_out WHERE before < clock_timestamp() - ? * interval '1 second'")
                    .param(kept.toSeconds())
                    .update();
            return hub.sql()
                    .sql("""
                            INSERT INTO log_out (whose, before) VALUES (?, clock_timestamp())
                            ON CONFLICT (whose) DO UPDATE SET before = excluded.before
                            RETURNING before
                            """)
                    .param(whose)
                    .query((row, number) -> Columns.instant(row, "before"))
                    .single();
        });
    }

    /** All of them: few, since they are forgotten with the sessions that they ended. */
    public Map<String, Instant> all() {
        Map<String, Instant> all = new HashMap<>();
        hub.everyRow(
                "SELECT whose, before FROM log_out",
                row -> all.put(row.getString("whose"), Columns.instant(row, "before")));
        return Map.copyOf(all);
    }
}
