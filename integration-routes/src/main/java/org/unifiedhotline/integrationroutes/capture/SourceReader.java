package org.unifiedhotline.integrationroutes.capture;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.unifiedhotline.mappings.source.SourcePosition;
import org.unifiedhotline.mappings.source.SourceRecordKey;
import org.unifiedhotline.mappings.source.SourceRow;
import org.unifiedhotline.mappings.source.SourceSystem;
import org.unifiedhotline.mappings.source.SourceTable;

/**
 * Reads the rows of a source as they stand, in the form in which capture tells them. Made to weigh little on the source: one
 * connection that may only read, no transaction longer than one statement, no lock, rows by their primary key a page at a time.
 *
 * <p>For one thread.
 */
public final class SourceReader implements AutoCloseable {
    private final SourceConnector connector;
    private final RowReader rows;
    private final Connection source;
    private final Map<SourceTable, RowReader.Shape> shapes = new HashMap<>();

    /** A row as it stands, with its primary key as the source has it, from which the next page begins. */
    public record Standing(SourceRecordKey key, Object id, SourceRow row) {}

    private SourceReader(SourceConnector connector, Connection source) {
        this.connector = connector;
        this.source = source;
        this.rows = switch (connector) {
            case MariaDbSource mariaDb -> new MariaDbRows(mariaDb.settings());
            case PostgresSource postgres -> new PostgresRows(postgres.settings());
        };
    }

    /**
     * Connects to a source.
     *
     * @throws SQLException if it is away, or does not let us in
     */
    public static SourceReader open(CaptureSettings settings) throws SQLException {
        SourceConnector connector = SourceConnector.of(settings);
        Connection source = connector.connect();
        try {
            SourceReader reader = new SourceReader(connector, source);
            source.setReadOnly(true);
            try (Statement statement = source.createStatement()) {
                for (String setting : reader.rows.settings()) {
                    statement.execute(setting);
                }
            }
            return reader;
        } catch (SQLException e) {
            Connections.closeQuietly(source);
            throw e;
        }
    }

    public SourceSystem system() {
        return connector.system();
    }

    /** The tables that are captured. */
    public List<SourceTable> tables() {
        return CapturedTables.of(system()).stream()
                .map(name -> SourceTable.of(system(), name))
                .toList();
    }

    /**
     * The next rows in the order of their keys.
     *
     * @param after the key of the last row of the page before; null for the first page
     */
    public List<Standing> page(SourceTable table, @Nullable Object after, int limit) throws SQLException {
        RowReader.Shape shape = shape(table);
        String sql = shape.select()
                + (after == null ? "" : " WHERE " + shape.key() + " > ?")
                + " ORDER BY " + shape.key() + " LIMIT " + limit;
        try (PreparedStatement select = source.prepareStatement(sql)) {
            if (after != null) {
                select.setObject(1, after);
            }
            return standing(table, shape, select);
        }
    }

    /** The rows with these keys, of those that there are. */
    public List<Standing> find(SourceTable table, Collection<SourceRecordKey> keys) throws SQLException {
        RowReader.Shape shape = shape(table);
        List<Object> ids = keys.stream()
                .map(key -> rows.id(shape, key.localId()))
                .flatMap(Optional::stream)
                .toList();
        if (ids.isEmpty()) {
            return List.of();
        }
        String places = ids.stream().map(id -> "?").collect(Collectors.joining(", "));
        try (PreparedStatement select =
                source.prepareStatement(shape.select() + " WHERE " + shape.key() + " IN (" + places + ")")) {
            for (int i = 0; i < ids.size(); i++) {
                select.setObject(i + 1, ids.get(i));
            }
            return standing(table, shape, select);
        }
    }

    /** The end of the source's log at the call, in the life that the hub is in. */
    public SourcePosition head(long life) throws SQLException {
        try (LogTail tail = connector.tail()) {
            return tail.head().inLife(life);
        }
    }

    private RowReader.Shape shape(SourceTable table) throws SQLException {
        RowReader.Shape known = shapes.get(table);
        if (known == null) {
            known = rows.shape(source, table.name());
            shapes.put(table, known);
        }
        return known;
    }

    private List<Standing> standing(SourceTable table, RowReader.Shape shape, PreparedStatement select)
            throws SQLException {
        List<Standing> standing = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                SourceRow read = rows.read(shape, row);
                Object id = Objects.requireNonNull(rows.id(shape, row), "a key is never NULL");
                String localId = RecordTranslator.localId(
                        Objects.requireNonNull(read.columns().get(shape.keyName()), "a key is never NULL")
                                .toString());
                standing.add(new Standing(SourceRecordKey.of(table, localId), id, read));
            }
        }
        return standing;
    }

    @Override
    public void close() {
        Connections.closeQuietly(source);
    }
}
