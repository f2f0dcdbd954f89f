package org.unifiedhotline.masterrecords.events;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.unifiedhotline.masterrecords.database.HubDatabase;
import org.unifiedhotline.masterrecords.sourcerecords.Columns;

/** The table {@code event_destination}: how far each receiver of events has been served. */
public final class EventDestinations {
    private final HubDatabase hub;

    public EventDestinations(HubDatabase hub) {
        this.hub = hub;
    }

    /**
     * How a receiver stands.
     *
     * @param position the last change that it has, or is not told of
     * @param passedAt when it last moved on; null if it never did
     * @param failingSince null if the last try went well
     * @param tries failed ones in a row
     * @param lastError of the last failure, also when it is over; null if there was none
     */
    public record Standing(
            String name,
            long position,
            @Nullable Instant passedAt,
            @Nullable Instant failingSince,
            long tries,
            @Nullable String lastError) {}

    /** Every receiver that was ever served. */
    public List<Standing> all() {
        return hub.sql()
                .sql("SELECT * FROM event_destination ORDER BY name")
                .query((row, number) -> new Standing(
                        row.getString("name"),
                        row.getLong("position"),
                        Columns.instantOrNull(row, "passed_at"),
                        Columns.instantOrNull(row, "failing_since"),
                        row.getLong("tries"),
                        row.getString("last_error")))
                .list();
    }

    public Optional<Standing> find(String name) {
        return all().stream().filter(standing -> standing.name().equals(name)).findFirst();
    }

    boolean isKnown(String name) {
        return hub.sql()
                .sql("SELECT EXISTS (SELECT FROM event_destination WHERE name = ?)")
                .param(name)
                .query(Boolean.class)
                .single();
    }

    void begin(String name, long position) {
        hub.sql()
                .sql("INSERT INTO event_destination (name, position, started_at) VALUES (?, ?, clock_timestamp())"
                        + " ON CONFLICT DO NOTHING")
                .params(name, position)
                .update();
    }

    /** Its position, kept for this transaction; empty while another instance serves it. */
    Optional<Long> lock(String name) {
        return hub.sql()
                .sql("SELECT position FROM event_destination WHERE name = ? FOR UPDATE SKIP LOCKED")
                .param(name)
                .query(Long.class)
                .optional();
    }

    void passed(String name, long position) {
        hub.sql()
                .sql("UPDATE event_destination SET position = ?, passed_at = clock_timestamp(), failing_since = NULL,"
                        + " tries = 0 WHERE name = ?")
                .params(position, name)
                .update();
    }

    void failed(String name, long position, String error) {
        hub.sql()
                .sql("""
                        UPDATE event_destination
                           SET passed_at = CASE WHEN position < :position THEN clock_timestamp() ELSE passed_at END,
                               failing_since = CASE WHEN position < :position THEN clock_timestamp()
                                                    ELSE coalesce(failing_since, clock_timestamp()) END,
                               tries = CASE WHEN position < :position THEN 1 ELSE tries + 1 END,
                               position = :position, last_error = :error
                         WHERE name = :name
                        """)
                .param("position", position)
                .param("error", error)
                .param("name", name)
                .update();
    }
}
