package org.unifiedhotline.integrationroutes.capture;

import io.debezium.DebeziumException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.unifiedhotline.masterrecords.pipeline.SourceLog;

/**
 * MariaDB: the log is the binary log, places in it are file and byte.
 *
 * <p>The mark is read before the snapshot opens its view, and the stream starts from it: what was committed between the two
 * is read twice and never missed, and no lock is taken.
 */
record MariaDbSource(CaptureSettings settings) implements SourceConnector {

    @Override
    public String jdbcUrl() {
        return "jdbc:mariadb://" + settings.host() + ":" + settings.port() + "/" + settings.database();
    }

    @Override
    public Map<String, String> transportProperties() {
        return switch (settings.transport()) {
            case Transport.Clear ignored -> Map.of("sslMode", "disable");
            case Transport.Tls tls ->
                tls.file()
                        .map(file -> Map.of("sslMode", "verify-full", "serverSslCert", file.toString()))
                        .orElseGet(() -> Map.of("sslMode", "verify-full"));
        };
    }

    @Override
    public String connectTimeout() {
        return "10000";
    }

    @Override
    public Rights rights(Connection source) throws SQLException {
        return MariaDbRights.of(settings, source);
    }

    @Override
    public Map<String, TableDefinition> definitions(Connection source) throws SQLException {
        return Definitions.read(source, """
                SELECT table_name, column_name, column_key = 'PRI', true FROM information_schema.columns
                 WHERE table_schema = ?
                """, settings.database());
    }

    @Override
    public StoredOffset mark(Connection source) throws SQLException {
        // In this order: the stream starts from the GTIDs, so these must be the earlier of the two.
        String gtids = gtids(source);
        try (Statement statement = source.createStatement();
                ResultSet row = statement.executeQuery("SHOW MASTER STATUS")) {
            if (!row.next()) {
                throw new CaptureException("the switchboard's server writes no binary log");
            }
            Map<String, Object> values = new HashMap<>();
            values.put("file", row.getString(1));
            values.put("pos", row.getLong(2));
            values.put("gtids", gtids.isEmpty() ? noTransactionYet(source) : gtids);
            return new StoredOffset(values);
        }
    }

    /**
     * Goes on from the beginning of the transaction that was being read. Debezium would skip as many of its events as it
     * counted, but after a DDL statement it counts on over heartbeats and skips changes that it never handed out; positions
     * make the repetition harmless.
     */
    @Override
    public Resumption resume(Connection source, StoredOffset last) throws SQLException {
        String file = last.text("file");
        if (file == null || !holds(source, file, last.number("pos"))) {
            return new Resumption.Lost("the binary log was purged before it was read, or was begun anew: "
                    + (file == null ? "no file" : file) + " is not there up to where it was read");
        }
        if (!reaches(gtids(source), last.text("gtids")) || !isOurs(source, file, last)) {
            return new Resumption.Lost(
                    "the binary log was begun anew: it does not hold the transactions that were read of it");
        }
        Map<String, Object> values = new HashMap<>();
        values.put("file", file);
        values.put("pos", last.number("pos"));
        String gtids = last.text("gtids");
        if (gtids != null) {
            values.put("gtids", gtids);
        }
        return new Resumption.From(new StoredOffset(values));
    }

    /** A place before the first transaction; without GTIDs Debezium fails on a log that has none. */
    private static String noTransactionYet(Connection source) throws SQLException {
        try (Statement statement = source.createStatement();
                ResultSet row = statement.executeQuery("SELECT @@GLOBAL.gtid_domain_id, @@GLOBAL.server_id")) {
            row.next();
            return row.getLong(1) + "-" + row.getLong(2) + "-0";
        }
    }

    private static boolean holds(Connection source, String file, long position) throws SQLException {
        try (Statement statement = source.createStatement();
                ResultSet row = statement.executeQuery("SHOW BINARY LOGS")) {
            while (row.next()) {
                if (file.equals(row.getString(1))) {
                    return row.getLong(2) >= position;
                }
            }
            return false;
        }
    }

    /** The server keeps its binary log for some time whether anybody reads it or not; this tells how much of it is unread. */
    @Override
    public SourceLog kept(Connection source, Optional<StoredOffset> last) throws SQLException {
        long unread = 0;
        long atFile = last.map(offset -> offset.text("file"))
                .map(MariaDbSource::fileNumber)
                .orElse(0L);
        try (Statement statement = source.createStatement()) {
            try (ResultSet row = statement.executeQuery("SHOW BINARY LOGS")) {
                while (row.next()) {
                    long file = fileNumber(row.getString(1));
                    unread += file < atFile ? 0 : row.getLong(2) - (file == atFile ? positionIn(last) : 0);
                }
            }
            Map<String, Long> set = settingsOfPurging(statement);
            boolean purges = set.getOrDefault("slave_connections_needed_for_purge", 0L)
                    < Math.max(1, set.getOrDefault("slaves_connected", 0L));
            return new SourceLog(
                    system(),
                    last.isEmpty() ? null : Math.max(0, unread),
                    purges ? bound(set, "max_binlog_total_size") : null,
                    purges ? bound(set, "binlog_expire_logs_seconds") : null,
                    Clock.systemUTC().instant());
        }
    }

    /**
     * MariaDB 11.4 and newer purge nothing by themselves while fewer replicas are connected than
     * {@code slave_connections_needed_for_purge}, one by default: if the service is the only one, its standing still stops that.
     */
    private static Map<String, Long> settingsOfPurging(Statement statement) throws SQLException {
        Map<String, Long> set = new HashMap<>();
        for (String query : List.of(
                "SHOW GLOBAL VARIABLES WHERE Variable_name IN ('binlog_expire_logs_seconds', 'max_binlog_total_size',"
                        + " 'slave_connections_needed_for_purge')",
                "SHOW GLOBAL STATUS LIKE 'Slaves_connected'")) {
            try (ResultSet row = statement.executeQuery(query)) {
                while (row.next()) {
                    set.put(row.getString(1).toLowerCase(Locale.ROOT), row.getLong(2));
                }
            }
        }
        return set;
    }

    private static @Nullable Long bound(Map<String, Long> set, String name) {
        long value = set.getOrDefault(name, 0L);
        return value == 0 ? null : value;
    }

    private static long positionIn(Optional<StoredOffset> offset) {
        return offset.map(stored -> stored.number("pos")).orElse(0L);
    }

    /**
     * Whether the log is the one that was read: another that has grown past the same place holds other transactions before it, or
     * no event begins there at all.
     */
    private static boolean isOurs(Connection source, String file, StoredOffset last) throws SQLException {
        try (PreparedStatement select = source.prepareStatement("SELECT BINLOG_GTID_POS(?, ?)")) {
            select.setString(1, file);
            select.setLong(2, last.number("pos"));
            try (ResultSet row = select.executeQuery()) {
                row.next();
                String before = row.getString(1);
                return before != null && reaches(before, last.text("gtids"));
            }
        }
    }

    /** Whether the server has written as many transactions as we have read; it has not if its log was begun anew. */
    static boolean reaches(String present, @Nullable String read) {
        Map<String, Long> written = latestByDomain(present);
        return latestByDomain(read == null ? "" : read).entrySet().stream()
                .allMatch(domain -> written.getOrDefault(domain.getKey(), 0L) >= domain.getValue());
    }

    private static Map<String, Long> latestByDomain(String gtids) {
        Map<String, Long> latest = new TreeMap<>();
        for (String gtid : gtids.isBlank() ? new String[0] : gtids.split(",")) {
            String[] parts = gtid.trim().split("-"); // domain-server-sequence
            latest.merge(parts[0], Long.parseLong(parts[2]), Math::max);
        }
        return latest;
    }

    private static String gtids(Connection source) throws SQLException {
        try (Statement statement = source.createStatement();
                ResultSet row = statement.executeQuery("SELECT @@GLOBAL.gtid_binlog_pos")) {
            return row.next() ? Objects.requireNonNullElse(row.getString(1), "") : "";
        }
    }

    @Override
    public long estimatedRows(Connection source) throws SQLException {
        String tables = String.join("','", CapturedTables.of(system()));
        try (PreparedStatement select = source.prepareStatement("SELECT coalesce(sum(table_rows), 0)"
                + " FROM information_schema.tables WHERE table_schema = ? AND table_name IN ('" + tables + "')")) {
            select.setString(1, settings.database());
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    @Override
    public Map<String, String> snapshotProperties() {
        Map<String, String> properties = properties();
        properties.put("snapshot.mode", "initial_only");
        properties.put("snapshot.locking.mode", "none");
        properties.put("schema.history.internal", "io.debezium.relational.history.MemorySchemaHistory");
        return properties;
    }

    @Override
    public Map<String, String> streamProperties(boolean first) {
        Map<String, String> properties = properties();
        // The first time, the tables' definitions are read as they are and noted at the mark; later, from the history.
        properties.put("snapshot.mode", first ? "recovery" : "no_data");
        properties.put("snapshot.locking.mode", "none");
        // The server says five times a second that nothing happened. No keep-alive thread: it would connect anew behind
        // our
        // back; the loop notices silence itself and starts over from the stored offset.
        properties.put("connect.keep.alive", "false");
        properties.put("connect.keep.alive.interval.ms", "250");
        properties.put("heartbeat.interval.ms", "50");
        return properties;
    }

    private Map<String, String> properties() {
        Map<String, String> properties = new LinkedHashMap<>();
        properties.put("connector.class", "io.debezium.connector.mariadb.MariaDbConnector");
        properties.put("database.hostname", settings.host());
        properties.put("database.port", Integer.toString(settings.port()));
        properties.put("database.user", settings.username());
        properties.put("database.password", settings.password());
        switch (settings.transport()) {
            case Transport.Clear ignored -> properties.put("database.ssl.mode", "disable");
            case Transport.Tls tls -> {
                properties.put("database.ssl.mode", "verify-full");
                tls.file()
                        .ifPresent(
                                file -> { // the first is of the log's reader, the last of the driver's
                                    properties.put(
                                            "database.ssl.truststore",
                                            TrustStore.of(file).toString());
                                    properties.put("database.ssl.truststore.password", TrustStore.PASSWORD);
                                    properties.put("driver.serverSslCert", file.toString());
                                });
            }
        }
        properties.put("database.include.list", settings.database());
        properties.put("database.server.id", Long.toString(serverId()));
        properties.put(
                "table.include.list",
                CapturedTables.of(system()).stream()
                        .map(table -> settings.database() + "\\." + table)
                        .collect(Collectors.joining(",")));
        properties.put("schema.history.internal.store.only.captured.tables.ddl", "true");
        properties.put("schema.history.internal.skip.unparseable.ddl", "true");
        properties.put("include.schema.changes", "false");
        properties.put("converters", "dates");
        properties.put("dates.type", MariaDbDates.class.getName());
        return properties;
    }

    /** Replicas need ids of their own; another start of the same process may still be dying, so it differs by time. */
    private long serverId() {
        return 0x4000_0000L
                + Math.floorMod(System.nanoTime() ^ ProcessHandle.current().pid() << 16, 0x3fff_ffffL);
    }

    @Override
    public boolean keepsSchemaHistory() {
        return true;
    }

    /** Debezium has no kind of its own for it: tables that were swapped, or altered by a statement that it cannot read. */
    @Override
    public boolean isOutOfStep(Throwable failure) {
        for (Throwable at = failure; at != null; at = at.getCause()) {
            String message = String.valueOf(at.getMessage());
            if (at instanceof DebeziumException
                    && (message.contains("schema isn't known to this connector")
                            || message.contains("internal schema size"))) {
                return true;
            }
        }
        return false;
    }

    @Override
    public Positions positions(long life) {
        return new BinlogPositions(life);
    }

    /** The number in a binlog file's name: 7 for {@code mariadb-bin.000007}. */
    static long fileNumber(String file) {
        return Long.parseLong(file.substring(file.lastIndexOf('.') + 1));
    }

    @Override
    public LogTail tail() {
        return new BinlogTail(this);
    }
}
