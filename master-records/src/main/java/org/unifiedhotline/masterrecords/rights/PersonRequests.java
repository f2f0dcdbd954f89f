package org.unifiedhotline.masterrecords.rights;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.unifiedhotline.masterrecords.database.HubDatabase;
import org.unifiedhotline.masterrecords.sourcerecords.Columns;

/** The table {@code person_request}: what persons asked for. Holds no word of theirs, so that it may outlast their erasure. */
public final class PersonRequests {
    private final HubDatabase hub;
    private final Clock clock;

    public PersonRequests(HubDatabase hub, Clock clock) {
        this.hub = hub;
        this.clock = clock;
    }

    /** Notes a request of whoever these records are of. */
    public PersonRequest note(Collection<Long> records, PersonRequest.Kind kind, LocalDate receivedOn, String by) {
        return hub.sql()
                .sql("""
                        INSERT INTO person_request (records, kind, received_on, noted_by, noted_at)
                        VALUES (?, ?, ?, ?, ?) RETURNING *
                        """)
                .params(records.toArray(Long[]::new), kind.name(), receivedOn, by)
                .param(Columns.parameter(clock.instant().truncatedTo(ChronoUnit.MICROS)))
                .query((row, number) -> read(row))
                .single();
    }

    /** The records of whoever asked; empty if there is no such request that waits for an answer. */
    public Optional<List<Long>> recordsOf(long id) {
        return hub.sql()
                .sql("SELECT records FROM person_request WHERE request_id = ? AND answered_at IS NULL")
                .param(id)
                .query((row, number) -> List.of((Long[]) row.getArray("records").getArray()))
                .optional();
    }

    /** Notes that a request was answered; empty if there is none, or it was before. */
    public Optional<PersonRequest> answered(long id, String by) {
        return hub.sql()
                .sql("""
                        UPDATE person_request SET answered_by = ?, answered_at = ?
                         WHERE request_id = ? AND answered_at IS NULL RETURNING *
                        """)
                .params(by, Columns.parameter(clock.instant().truncatedTo(ChronoUnit.MICROS)), id)
                .query((row, number) -> read(row))
                .optional();
    }

    /** What was asked for whoever these records are of: what waits first, by the day on which it came in. */
    public List<PersonRequest> about(Collection<Long> records) {
        return hub.sql()
                .sql(
                        "SELECT * FROM person_request WHERE records && ? ORDER BY answered_at IS NOT NULL, received_on, request_id")
                .param(records.toArray(Long[]::new))
                .query((row, number) -> read(row))
                .list();
    }

    private static PersonRequest read(ResultSet row) throws SQLException {
        return new PersonRequest(
                row.getLong("request_id"),
                PersonRequest.Kind.valueOf(row.getString("kind")),
                row.getObject("received_on", LocalDate.class),
                row.getString("noted_by"),
                Columns.instant(row, "noted_at"),
                row.getString("answered_by"),
                Columns.instantOrNull(row, "answered_at"));
    }
}
