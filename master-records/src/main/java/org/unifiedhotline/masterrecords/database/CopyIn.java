package org.unifiedhotline.masterrecords.database;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Iterator;
import java.util.stream.Stream;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;
import org.springframework.jdbc.core.ConnectionCallback;

/** Bulk writing by {@code COPY … FROM STDIN}, within the running transaction. */
public final class CopyIn {
    private static final int BUFFER = 1 << 16;

    private final HubDatabase hub;

    public CopyIn(HubDatabase hub) {
        this.hub = hub;
    }

    /**
     * Copies rows in.
     *
     * @param statement {@code COPY table (columns) FROM STDIN}
     * @param rows a line a row, columns parted by tabs; only values that need no escaping: numbers, UUIDs, arrays of numbers
     */
    public void copy(String statement, Stream<String> rows) {
        hub.template().execute((ConnectionCallback<Boolean>) connection -> {
            CopyManager manager = connection.unwrap(PGConnection.class).getCopyAPI();
            org.postgresql.copy.CopyIn copy = manager.copyIn(statement);
            try {
                write(copy, rows.iterator());
                copy.endCopy();
            } finally {
                if (copy.isActive()) {
                    copy.cancelCopy();
                }
            }
            return true;
        });
    }

    private static void write(org.postgresql.copy.CopyIn copy, Iterator<String> rows) throws SQLException {
        StringBuilder buffer = new StringBuilder(BUFFER + 1024);
        while (rows.hasNext()) {
            buffer.append(rows.next()).append('\n');
            if (buffer.length() >= BUFFER) {
                flush(copy, buffer);
            }
        }
        flush(copy, buffer);
    }

    private static void flush(org.postgresql.copy.CopyIn copy, StringBuilder buffer) throws SQLException {
        byte[] bytes = buffer.toString().getBytes(StandardCharsets.UTF_8);
        copy.writeToCopy(bytes, 0, bytes.length);
        buffer.setLength(0);
    }
}
