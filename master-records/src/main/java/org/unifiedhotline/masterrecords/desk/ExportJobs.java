package org.unifiedhotline.masterrecords.desk;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.unifiedhotline.masterrecords.database.HubDatabase;
import org.unifiedhotline.masterrecords.desk.ExportJob.Format;
import org.unifiedhotline.masterrecords.desk.ExportJob.State;
import org.unifiedhotline.masterrecords.keys.Place;
import org.unifiedhotline.masterrecords.keys.SealedTexts;
import org.unifiedhotline.masterrecords.sourcerecords.Columns;

/** The table {@code export_job}. What was searched for is not in it. */
public final class ExportJobs {
    private static final int SHOWN = 50;

    private final HubDatabase hub;
    private final SealedTexts texts;

    public ExportJobs(HubDatabase hub) {
        this.hub = hub;
        this.texts = new SealedTexts(hub);
    }

    /** Notes a new job, waiting. */
    public ExportJob add(String owner, Format format, String purpose, int most) {
        UUID id = UUID.randomUUID();
        return hub.sql()
                .sql("""
                        INSERT INTO export_job (export_id, owner, format, purpose, state, most)
                        VALUES (?, ?, ?, ?, 'WAITING', ?) RETURNING *
                        """)
                .params(id, owner, format.name(), texts.seal(purposeOf(id), purpose), most)
                .query((row, number) -> read(row))
                .single();
    }

    /** The latest jobs of an account, the last first. */
    public List<ExportJob> of(String owner) {
        return hub.sql()
                .sql("SELECT * FROM export_job WHERE owner = ? ORDER BY asked_at DESC, export_id LIMIT ?")
                .params(owner, SHOWN)
                .query((row, number) -> read(row))
                .list();
    }

    /** A job of this account. */
    public Optional<ExportJob> find(String owner, UUID id) {
        return hub.sql()
                .sql("SELECT * FROM export_job WHERE owner = ? AND export_id = ?")
                .params(owner, id)
                .query((row, number) -> read(row))
                .optional();
    }

    /** How far it is; answers false when nobody wants it any more. */
    public boolean at(UUID id, long total, long written) {
        return hub.sql().sql("""
                                UPDATE export_job SET state = 'RUNNING', total = ?, written = ?,
                                       touched_at = clock_timestamp()
                                 WHERE export_id = ? AND state IN ('WAITING', 'RUNNING')
                                """).params(total, written, id).update() > 0;
    }

    /** The file is whole; answers false when nobody wants it any more. */
    public boolean ready(UUID id, Instant expiresAt) {
        return hub.sql().sql("""
                                UPDATE export_job SET state = 'READY', ended_at = clock_timestamp(), expires_at = ?
                                 WHERE export_id = ? AND state IN ('WAITING', 'RUNNING')
                                """).params(Columns.parameter(expiresAt), id).update() > 0;
    }

    /** The file may not leave any more. */
    public void expired(UUID id) {
        hub.sql()
                .sql("UPDATE export_job SET state = 'EXPIRED' WHERE export_id = ? AND state = 'READY'")
                .param(id)
                .update();
    }

    /** It cannot be done. */
    public void failed(UUID id, String fault) {
        hub.sql().sql("""
                        UPDATE export_job SET state = 'FAILED', ended_at = clock_timestamp(), fault = ?
                         WHERE export_id = ? AND state IN ('WAITING', 'RUNNING')
                        """).params(fault, id).update();
    }

    /** Its author wants it no more; answers false when it was not under way. */
    public boolean cancel(String owner, UUID id) {
        return hub.sql().sql("""
                                UPDATE export_job SET state = 'CANCELLED', ended_at = clock_timestamp()
                                 WHERE owner = ? AND export_id = ? AND state IN ('WAITING', 'RUNNING')
                                """).params(owner, id).update() > 0;
    }

    /** Whether as many jobs of this account are under way as may be. */
    public boolean hasUnderWay(String owner, int most) {
        return hub.sql()
                        .sql("SELECT count(*) FROM export_job WHERE owner = ? AND state IN ('WAITING', 'RUNNING')")
                        .param(owner)
                        .query(Long.class)
                        .single()
                >= most;
    }

    /** Ends what has run out: files whose time is over, and work that nobody has done anything at for so long. */
    public void tidy(Duration abandonedAfter) {
        hub.sql()
                .sql("UPDATE export_job SET state = 'EXPIRED' WHERE state = 'READY' AND expires_at < clock_timestamp()")
                .update();
        hub.sql().sql("""
                        UPDATE export_job SET state = 'FAILED', ended_at = clock_timestamp(), fault = 'the service stopped'
                         WHERE state IN ('WAITING', 'RUNNING')
                           AND touched_at < clock_timestamp() - make_interval(secs => ?)
                        """).param((double) abandonedAfter.toSeconds()).update();
    }

    /** Those of these jobs whose files nobody is to have any more. */
    public List<UUID> givenUp(Collection<UUID> ids) {
        return hub.sql()
                .sql("""
                        SELECT export_id FROM export_job
                         WHERE export_id = ANY (?::uuid[]) AND state IN ('CANCELLED', 'FAILED', 'EXPIRED')
                        """)
                .param(ids.stream().map(UUID::toString).toArray(String[]::new))
                .query(UUID.class)
                .list();
    }

    private static Place purposeOf(UUID id) {
        return Place.of("export_job.purpose", id.getMostSignificantBits(), id.getLeastSignificantBits());
    }

    private ExportJob read(ResultSet row) throws SQLException {
        long total = row.getLong("total");
        boolean known = !row.wasNull();
        UUID id = Objects.requireNonNull(row.getObject("export_id", UUID.class));
        return new ExportJob(
                id,
                row.getString("owner"),
                Format.valueOf(row.getString("format")),
                texts.text(purposeOf(id), row.getBytes("purpose")),
                State.valueOf(row.getString("state")),
                known ? total : null,
                row.getLong("written"),
                row.getInt("most"),
                Columns.instant(row, "asked_at"),
                Columns.instantOrNull(row, "ended_at"),
                Columns.instantOrNull(row, "expires_at"),
                row.getString("fault"));
    }
}
