package org.unifiedhotline.demo.people.sinks;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.unifiedhotline.demo.people.systems.Batch;
import org.unifiedhotline.demo.people.systems.LegacyRow;
import org.unifiedhotline.demo.people.systems.LegacyTable;
import org.unifiedhotline.demo.people.systems.SourceSystem;

/** Writes the switchboard's rows into MariaDB with inserts of many rows, one transaction a batch. */
public final class MariaDbSink implements Sink {

    private static final int ROWS_A_STATEMENT = 1000;

    private final Connection connection;

    /** The connection stays the caller's: its auto-commit mode is restored after each batch, and it is not closed. */
    public MariaDbSink(Connection connection) {
        this.connection = connection;
    }

    @Override
    public void write(Batch batch) throws SQLException {
        boolean autoCommit = connection.getAutoCommit();
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            StringBuilder sql = new StringBuilder();
            for (LegacyTable table : LegacyTable.of(SourceSystem.SWITCHBOARD)) {
                List<LegacyRow> rows = batch.rows(table);
                for (int from = 0; from < rows.size(); from += ROWS_A_STATEMENT) {
                    SqlText.insert(table, rows.subList(from, Math.min(from + ROWS_A_STATEMENT, rows.size())), sql);
                    statement.executeUpdate(sql.toString());
                    sql.setLength(0);
                }
            }
            connection.commit();
        } catch (SQLException e) {
            connection.rollback();
            throw e;
        } finally {
            connection.setAutoCommit(autoCommit);
        }
    }

    @Override
    public void close() {}
}
