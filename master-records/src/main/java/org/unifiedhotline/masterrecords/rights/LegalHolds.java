package org.unifiedhotline.masterrecords.rights;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.unifiedhotline.masterrecords.database.HubDatabase;
import org.unifiedhotline.masterrecords.sourcerecords.Columns;

/** The table {@code legal_hold}. */
public final class LegalHolds {
    private final HubDatabase hub;
    private final Clock clock;

    public LegalHolds(HubDatabase hub, Clock clock) {
        this.hub = hub;
        this.clock = clock;
    }

    /** Holds these records from now on. */
    public LegalHold set(Collection<Long> records, String author, String reason) {
        return hub.sql()
                .sql("INSERT INTO legal_hold (records, author, reason, set_at) VALUES (?, ?, ?, ?) RETURNING *")
                .params(records.toArray(Long[]::new), author, reason, Columns.parameter(now()))
                .query((row, number) -> read(row))
                .single();
    }

    /** Holds them no longer; empty if there is no such hold, or it was lifted before. */
    public Optional<LegalHold> lift(long id, String by, String reason) {
        return hub.sql()
                .sql("""
                        UPDATE legal_hold SET lifted_by = ?, lifted_at = ?, lift_reason = ?
                         WHERE hold_id = ? AND lifted_at IS NULL RETURNING *
                        """)
                .params(by, Columns.parameter(now()), reason, id)
                .query((row, number) -> read(row))
                .optional();
    }

    public Optional<LegalHold> find(long id) {
        return hub.sql()
                .sql("SELECT * FROM legal_hold WHERE hold_id = ?")
                .param(id)
                .query((row, number) -> read(row))
                .optional();
    }

    /** What holds one of these records, or held it, the latest first. */
    public List<LegalHold> about(Collection<Long> records) {
        return hub.sql()
                .sql("SELECT * FROM legal_hold WHERE records && ? ORDER BY hold_id DESC")
                .param(records.toArray(Long[]::new))
                .query((row, number) -> read(row))
                .list();
    }

    /** What holds one of these records now. */
    public List<LegalHold> holding(Collection<Long> records) {
        return about(records).stream().filter(hold -> hold.lift() == null).toList();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static LegalHold read(ResultSet row) throws SQLException {
        @Nullable String by = row.getString("lifted_by");
        return new LegalHold(
                row.getLong("hold_id"),
                List.of((Long[]) row.getArray("records").getArray()),
                row.getString("author"),
                row.getString("reason"),
                Columns.instant(row, "set_at"),
                by == null
                        ? null
                        : new LegalHold.Lift(by, Columns.instant(row, "lifted_at"), row.getString("lift_reason")));
    }
}
