package org.unifiedhotline.demo.people.sinks;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.unifiedhotline.demo.people.systems.Batch;
import org.unifiedhotline.demo.people.systems.LegacyRow;
import org.unifiedhotline.demo.people.systems.LegacyTable;
import org.unifiedhotline.demo.people.systems.SourceSystem;

/** Writes one system's rows as an SQL file for {@code mysql} or {@code psql}. */
public final class SqlFileSink implements Sink {

    private static final int ROWS_A_STATEMENT = 500;

    private final SourceSystem source;
    private final BufferedWriter file;

    /** Begins the file, over what stood there. */
    public SqlFileSink(SourceSystem source, Path path) throws IOException {
        this.source = source;
        this.file = Files.newBufferedWriter(path);
        file.write(source == SourceSystem.SWITCHBOARD ? "SET NAMES utf8mb4;\n" : "SET client_encoding = 'UTF8';\n");
    }

    @Override
    public void write(Batch batch) throws IOException {
        StringBuilder sql = new StringBuilder();
        for (LegacyTable table : LegacyTable.of(source)) {
            List<LegacyRow> rows = batch.rows(table);
            for (int from = 0; from < rows.size(); from += ROWS_A_STATEMENT) {
                SqlText.insert(table, rows.subList(from, Math.min(from + ROWS_A_STATEMENT, rows.size())), sql);
                file.append(sql).append(";\n");
                sql.setLength(0);
            }
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
