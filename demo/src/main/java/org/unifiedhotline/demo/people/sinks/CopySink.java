package org.unifiedhotline.demo.people.sinks;

import java.io.IOException;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;
import org.unifiedhotline.demo.people.systems.Batch;
import org.unifiedhotline.demo.people.systems.LegacyRow;
import org.unifiedhotline.demo.people.systems.LegacyTable;
import org.unifiedhotline.demo.people.systems.SourceSystem;

/** Writes the hotline's rows into PostgreSQL with COPY, one transaction a batch. */
public final class CopySink implements Sink {

    private final Connection connection;
    private final CopyManager copy;

    /** The connection stays the caller's: its auto-commit mode is restored after each batch, and it is not closed. */
    public CopySink(Connection connection) throws SQLException {
        this.connection = connection;
        this.copy = connection.unwrap(PGConnection.class).getCopyAPI();
    }

    @Override
    public void write(Batch batch) throws SQLException, IOException {
        boolean autoCommit = connection.getAutoCommit();
        connection.setAutoCommit(false);
        try {
            for (LegacyTable table : LegacyTable.of(SourceSystem.HOTLINE)) {
                copy(table, batch.rows(table));
            }
            connection.commit();
        } catch (SQLException | IOException e) {
            connection.rollback();
            throw e;
        } finally {
            connection.setAutoCommit(autoCommit);
        }
    }

    private void copy(LegacyTable table, List<LegacyRow> rows) throws SQLException, IOException {
        if (rows.isEmpty()) {
            return;
        }
        StringBuilder text = new StringBuilder(rows.size() * 160);
        rows.forEach(row -> CopyText.row(row, text));
        String columns = String.join(",", table.columns());
        copy.copyIn("COPY " + table.sqlName() + " (" + columns + ") FROM STDIN", new StringReader(text.toString()));
    }

    @Override
    public void close() {}
}
