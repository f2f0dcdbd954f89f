package org.unifiedhotline.masterrecords.pipeline;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.unifiedhotline.mappings.source.SourceSystem;
import org.unifiedhotline.mappings.source.SourceTable;
import org.unifiedhotline.masterrecords.database.HubDatabase;
import org.unifiedhotline.masterrecords.pipeline.TableShape.Look;
import org.unifiedhotline.masterrecords.pipeline.TableShape.State;
import org.unifiedhotline.masterrecords.sourcerecords.Columns;

/** The table {@code table_shape}: which tables of the sources are followed, which have stopped, and why. */
public final class TableShapes {
    private final HubDatabase hub;

    public TableShapes(HubDatabase hub) {
        this.hub = hub;
    }

    /**
     * A table was looked at. One that is not whole stops; one that had stopped and is whole again has its rows to be read anew.
     *
     * @return what it was before; empty if it was never looked at
     */
    public Optional<TableShape> seen(SourceTable table, Look look) {
        return hub.write(() -> {
            Optional<TableShape> before = find(table);
            State was = before.map(TableShape::state).orElse(State.FOLLOWED);
            State state = state(was, look.isWhole());
            hub.sql()
                    .sql("""
                            INSERT INTO table_shape AS known
                                   (source_system, source_table, state, missing, ignored, reason, since)
                            VALUES (?, ?, ?, ?, ?, ?, CASE WHEN ? = 'FOLLOWED' THEN NULL ELSE clock_timestamp() END)
                            ON CONFLICT (source_system, source_table) DO UPDATE
                               SET state = excluded.state, missing = excluded.missing, ignored = excluded.ignored,
                                   reason = coalesce(excluded.reason, known.reason),
                                   since = CASE WHEN known.state = 'FOLLOWED' THEN excluded.since ELSE known.since END,
                                   held = CASE WHEN known.state = 'FOLLOWED' THEN 0 ELSE known.held END,
                                   seen_at = clock_timestamp()
                            """)
                    .param(table.system().code())
                    .param(table.name())
                    .param(state.name())
                    .param(look.missing().toArray(String[]::new))
                    .param(look.ignored().toArray(String[]::new))
                    .param(look.reason())
                    .param(state.name())
                    .update();
            return before;
        });
    }

    private static State state(State was, boolean whole) {
        if (!whole) {
            return State.STOPPED;
        }
        return was == State.FOLLOWED ? State.FOLLOWED : State.CATCHING_UP;
    }

    /**
     * Written rows of a table were left out, since they did not hold what the mapping needs.
     *
     * @return whether the table was followed until now
     */
    public boolean held(SourceTable table, Set<String> missing, String reason, long rows) {
        return hub.write(() -> {
            boolean followed = find(table)
                    .map(TableShape::state)
                    .filter(state -> state != State.FOLLOWED)
                    .isEmpty();
            hub.sql()
                    .sql("""
                            INSERT INTO table_shape AS known
                                   (source_system, source_table, state, missing, reason, since, held)
                            VALUES (?, ?, 'STOPPED', ?, ?, clock_timestamp(), ?)
                            ON CONFLICT (source_system, source_table) DO UPDATE
                               SET state = 'STOPPED', missing = excluded.missing, reason = excluded.reason,
                                   since = CASE WHEN known.state = 'FOLLOWED' THEN excluded.since ELSE known.since END,
                                   held = CASE WHEN known.state = 'FOLLOWED' THEN 0 ELSE known.held END + excluded.held
                            """)
                    .params(table.system().code(), table.name(), missing.toArray(String[]::new), reason, rows)
                    .update();
            return followed;
        });
    }

    /**
     * All rows of a mended table were read anew.
     *
     * @param held how many changes had been left out when that began: more since, and it has not caught up
     * @return whether it has caught up
     */
    public boolean caughtUp(SourceTable table, long held) {
        return hub.sql()
                        .sql("""
                                UPDATE table_shape SET state = 'FOLLOWED', reason = NULL, since = NULL, held = 0,
                                       caught_up_at = clock_timestamp()
                                 WHERE source_system = ? AND source_table = ? AND state = 'CATCHING_UP' AND held = ?
                                """)
                        .params(table.system().code(), table.name(), held)
                        .update()
                == 1;
    }

    public Optional<TableShape> find(SourceTable table) {
        return hub.sql()
                .sql("SELECT * FROM table_shape WHERE source_system = ? AND source_table = ?")
                .params(table.system().code(), table.name())
                .query((row, number) -> read(row))
                .optional();
    }

    /** The tables of a source that are not followed. */
    public List<TableShape> notFollowed(SourceSystem system) {
        return hub.sql()
                .sql("SELECT * FROM table_shape WHERE source_system = ? AND state <> 'FOLLOWED' ORDER BY source_table")
                .param(system.code())
                .query((row, number) -> read(row))
                .list();
    }

    /** All tables that were looked at. */
    public List<TableShape> all() {
        return hub.sql()
                .sql("SELECT * FROM table_shape ORDER BY source_system, source_table")
                .query((row, number) -> read(row))
                .list();
    }

    private static TableShape read(ResultSet row) throws SQLException {
        return new TableShape(
                SourceTable.of(SourceSystem.of(row.getString("source_system")), row.getString("source_table")),
                State.valueOf(row.getString("state")),
                names(row.getArray("missing")),
                names(row.getArray("ignored")),
                row.getString("reason"),
                Columns.instantOrNull(row, "since"),
                row.getLong("held"),
                Columns.instantOrNull(row, "caught_up_at"));
    }

    private static Set<String> names(Array array) throws SQLException {
        return Set.of((String[]) array.getArray());
    }
}
