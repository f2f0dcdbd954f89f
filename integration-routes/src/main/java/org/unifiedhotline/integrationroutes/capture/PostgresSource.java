package org.unifiedhotline.integrationroutes.capture;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.unifiedhotline.mappings.source.SourcePosition;
import org.unifiedhotline.masterrecords.pipeline.SourceLog;

/**
 * PostgreSQL: the log is the write-ahead log, read through a logical replication slot; places in it are sequence numbers.
 *
 * <p>The mark is a new slot: the server keeps from then on all that is committed, and the snapshot opens its view after it.
 * Changes are sent in the order of their commits but placed where they were written. For one row (and for a truncated
 * table) the two orders are the same, because whoever writes it holds its lock until the commit.
 */
record PostgresSource(CaptureSettings settings) implements SourceConnector {
    /** Marks our own messages in the log. */
    static final String MESSAGE_PREFIX = "unified_hotline";

    @Override
    public String jdbcUrl() {
        return "jdbc:postgresql://" + settings.host() + ":" + settings.port() + "/" + settings.database();
    }

    @Override
    public Map<String, String> transportProperties() {
        return switch (settings.transport()) {
            case Transport.Clear ignored -> Map.of("sslmode", "disable");
            case Transport.Tls tls ->
                tls.file()
                        .map(file -> Map.of("sslmode", "verify-full", "sslrootcert", file.toString()))
                        .orElseGet(() -> Map.of(
                                "sslmode", "verify-full", "sslfactory", "org.postgresql.ssl.DefaultJavaSSLFactory"));
        };
    }

    @Override
    public String connectTimeout() {
        return "10";
    }

    @Override
    public Rights rights(Connection source) throws SQLException {
        return PostgresRights.of(settings, source);
    }

    @Override
    public Map<String, TableDefinition> definitions(Connection source) throws SQLException {
        return Definitions.read(source, """
                SELECT c.relname, a.attname, coalesce(a.attnum = ANY (i.indkey), false),
                       EXISTS (SELECT FROM pg_publication_tables p
                                WHERE p.pubname = ? AND p.schemaname = n.nspname AND p.tablename = c.relname)
                  FROM pg_class c
                  JOIN pg_namespace n ON n.oid = c.relnamespace
                  JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
                  LEFT JOIN pg_index i ON i.indrelid = c.oid AND i.indisprimary
                 WHERE n.nspname = ? AND c.relkind IN ('r', 'p') AND has_column_privilege(c.oid, a.attnum, 'SELECT')
                """, settings.publication(), settings.schema());
    }

    @Override
    public StoredOffset mark(Connection source) throws SQLException {
        dropSlot(source);
        try (PreparedStatement create = source.prepareStatement(
                "SELECT pg_wal_lsn_diff(lsn, '0/0')::bigint FROM pg_create_logical_replication_slot(?, 'pgoutput')")) {
            create.setString(1, settings.slot());
            try (ResultSet row = create.executeQuery()) {
                row.next();
                return at(row.getLong(1));
            }
        }
    }

    private void dropSlot(Connection source) throws SQLException {
        try (PreparedStatement drop = source.prepareStatement(
                "SELECT pg_drop_replication_slot(slot_name) FROM pg_replication_slots WHERE slot_name = ?")) {
            drop.setString(1, settings.slot());
            drop.executeQuery().close();
        }
    }

    /**
     * Goes on from where the slot stands, which is where we last told it that all before was taken in. A slot that has moved
     * past the offset in the hub was moved by someone else, or the hub was set back: then changes are missing.
     */
    @Override
    public Resumption resume(Connection source, StoredOffset last) throws SQLException {
        try (PreparedStatement select = source.prepareStatement("""
                SELECT pg_wal_lsn_diff(confirmed_flush_lsn, '0/0')::bigint, active, wal_status
                  FROM pg_replication_slots WHERE slot_name = ? AND database = current_database()
                """)) {
            select.setString(1, settings.slot());
            try (ResultSet row = select.executeQuery()) {
                if (!row.next()) {
                    return new Resumption.Lost("the replication slot " + settings.slot() + " is not there any more");
                }
                if ("lost".equals(row.getString(3))) {
                    return new Resumption.Lost("the server gave the replication slot " + settings.slot()
                            + " up, since it had to keep more of the log than max_slot_wal_keep_size allows");
                }
                if (row.getBoolean(2)) {
                    throw new CaptureException("the slot " + settings.slot() + " is in use by another connection");
                }
                long confirmed = row.getLong(1);
                long stored = Math.max(last.number("lsn"), last.number("lsn_proc"));
                return confirmed > stored
                        ? new Resumption.Lost("the replication slot " + settings.slot()
                                + " has moved past what the hub has: somebody else read it, or the hub was set back")
                        : new Resumption.From(at(confirmed));
            }
        }
    }

    @Override
    public SourceLog kept(Connection source, Optional<StoredOffset> last) throws SQLException {
        try (PreparedStatement select = source.prepareStatement("""
                SELECT (SELECT pg_wal_lsn_diff(pg_current_wal_insert_lsn(), restart_lsn)::bigint
                          FROM pg_replication_slots WHERE slot_name = ?) AS kept,
                       (SELECT nullif(setting::bigint, -1) * 1048576
                          FROM pg_settings WHERE name = 'max_slot_wal_keep_size') AS bound
                """)) {
            select.setString(1, settings.slot());
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return new SourceLog(
                        system(),
                        row.getObject("kept", Long.class),
                        row.getObject("bound", Long.class),
                        null,
                        Clock.systemUTC().instant());
            }
        }
    }

    @Override
    public long estimatedRows(Connection source) throws SQLException {
        try (PreparedStatement select = source.prepareStatement("""
                SELECT coalesce(sum(greatest(reltuples, 0)), 0)::bigint FROM pg_class
                 WHERE relnamespace = to_regnamespace(?) AND relname = ANY (?)
                """)) {
            select.setString(1, settings.schema());
            select.setArray(
                    2, source.createArrayOf("text", CapturedTables.of(system()).toArray()));
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    private static StoredOffset at(long lsn) {
        return new StoredOffset(Map.of("lsn", lsn, "ts_usec", 0L));
    }

    @Override
    public Map<String, String> snapshotProperties() {
        Map<String, String> properties = properties();
        properties.put("snapshot.mode", "initial_only");
        properties.put("snapshot.locking.mode", "none");
        properties.put("snapshot.isolation.mode", "repeatable_read");
        return properties;
    }

    @Override
    public Map<String, String> streamProperties(boolean first) {
        Map<String, String> properties = properties();
        properties.put("snapshot.mode", "no_data");
        properties.put("slot.name", settings.slot());
        properties.put("slot.drop.on.stop", "false");
        properties.put("offset.mismatch.strategy", "trust_offset");
        properties.put("message.prefix.include.list", MESSAGE_PREFIX);
        properties.put("status.update.interval.ms", "5000");
        properties.put("slot.max.retries", "0");
        return properties;
    }

    private Map<String, String> properties() {
        Map<String, String> properties = new LinkedHashMap<>();
        properties.put("connector.class", "io.debezium.connector.postgresql.PostgresConnector");
        properties.put("database.hostname", settings.host());
        properties.put("database.port", Integer.toString(settings.port()));
        properties.put("database.user", settings.username());
        properties.put("database.password", settings.password());
        properties.put("database.dbname", settings.database());
        transportProperties().forEach((name, value) -> properties.put("database." + name, value));
        properties.put("plugin.name", "pgoutput");
        properties.put("publication.name", settings.publication());
        properties.put("publication.autocreate.mode", "disabled");
        properties.put("schema.include.list", settings.schema());
        properties.put(
                "table.include.list",
                CapturedTables.of(system()).stream()
                        .map(table -> settings.schema() + "\\." + table)
                        .collect(Collectors.joining(",")));
        properties.put("unavailable.value.placeholder", ColumnValues.UNAVAILABLE);
        properties.put("converters", "numbers,dates,arrays");
        properties.put("dates.type", PostgresDates.class.getName());
        properties.put("arrays.type", PostgresArrays.class.getName());
        properties.put("numbers.type", PostgresNumbers.class.getName());
        return properties;
    }

    @Override
    public boolean keepsSchemaHistory() {
        return false;
    }

    @Override
    public Positions positions(long life) {
        return envelope ->
                new SourcePosition(life, 0, envelope.getStruct("source").getInt64("lsn"), 0);
    }

    @Override
    public LogTail tail() {
        return new WalTail(this);
    }
}
