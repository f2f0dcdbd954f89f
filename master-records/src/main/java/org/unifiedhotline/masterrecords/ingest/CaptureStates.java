package org.unifiedhotline.masterrecords.ingest;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.unifiedhotline.mappings.source.SourcePosition;
import org.unifiedhotline.mappings.source.SourceSystem;
import org.unifiedhotline.masterrecords.database.HubDatabase;
import org.unifiedhotline.masterrecords.ingest.CaptureState.SnapshotPhase;
import org.unifiedhotline.masterrecords.ingest.CaptureState.State;
import org.unifiedhotline.masterrecords.sourcerecords.Columns;

/** How capture stands, a row a source system; written by capture and read by whoever shows it. */
public final class CaptureStates {
    private final HubDatabase hub;

    public CaptureStates(HubDatabase hub) {
        this.hub = hub;
    }

    /** The states of all source systems, in the order of their codes. */
    public List<CaptureState> all() {
        return hub.sql()
                .sql("SELECT * FROM capture_state ORDER BY source_system")
                .query((row, number) -> read(row))
                .list();
    }

    public CaptureState of(SourceSystem system) {
        return hub.sql()
                .sql("SELECT * FROM capture_state WHERE source_system = ?")
                .param(system.code())
                .query((row, number) -> read(row))
                .single();
    }

    /** Says what capture is doing; {@code reason} why it waits or failed, without a value of a person. */
    public void set(SourceSystem system, State state, @Nullable String reason) {
        hub.sql()
                .sql("UPDATE capture_state SET state = ?, reason = ? WHERE source_system = ?")
                .params(state.name(), reason, system.code())
                .update();
    }

    /**
     * The source's log was read up to this position, whether or not it held a change for us (a heartbeat); nothing
     * happens if a later one is known already.
     */
    public void passed(SourceSystem system, SourcePosition position) {
        hub.sql()
                .sql("""
                        UPDATE capture_state
                           SET heard_at = clock_timestamp(),
                               position_life = ?, position_file = ?, position_offset = ?, position_row = ?
                         WHERE source_system = ?
                           AND (position_life IS NULL
                                OR (position_life, position_file, position_offset, position_row) < (?, ?, ?, ?))
                        """)
                .params(position.life(), position.log(), position.offset(), position.row())
                .param(system.code())
                .params(position.life(), position.log(), position.offset(), position.row())
                .update();
    }

    long beginLife(SourceSystem system) {
        return hub.sql()
                .sql("UPDATE capture_state SET life = life + 1, snapshot_phase = 'RUNNING' WHERE source_system = ?"
                        + " RETURNING life")
                .param(system.code())
                .query(Long.class)
                .single();
    }

    void completeLife(SourceSystem system, long life) {
        int completed = hub.sql().sql("""
                        UPDATE capture_state
                           SET snapshot_phase = 'COMPLETE', first_loaded_at = coalesce(first_loaded_at, clock_timestamp()),
                               heard_at = clock_timestamp()
                         WHERE source_system = ? AND life = ?
                        """).params(system.code(), life).update();
        if (completed == 0) {
            throw new IllegalStateException(
                    "the snapshot of life " + life + " of " + system.code() + " is not the present one");
        }
    }

    /** As {@link #passed}, and tells when the latest change was committed at the source. */
    void changed(SourceSystem system, SourcePosition position, Instant committedAt) {
        passed(system, position);
        hub.sql()
                .sql("UPDATE capture_state SET last_event_at = greatest(last_event_at, ?), heard_at = clock_timestamp()"
                        + " WHERE source_system = ?")
                .params(Columns.parameter(committedAt), system.code())
                .update();
    }

    private static CaptureState read(ResultSet row) throws SQLException {
        row.getLong("position_life");
        SourcePosition position = row.wasNull()
                ? null
                : new SourcePosition(
                        row.getLong("position_life"),
                        row.getLong("position_file"),
                        row.getLong("position_offset"),
                        row.getInt("position_row"));
        return new CaptureState(
                SourceSystem.of(row.getString("source_system")),
                State.valueOf(row.getString("state")),
                row.getString("reason"),
                row.getLong("life"),
                SnapshotPhase.valueOf(row.getString("snapshot_phase")),
                row.getObject("first_loaded_at") != null,
                position,
                Columns.instantOrNull(row, "last_event_at"),
                Columns.instantOrNull(row, "heard_at"));
    }
}
