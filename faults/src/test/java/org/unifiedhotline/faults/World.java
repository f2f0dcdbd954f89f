package org.unifiedhotline.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.unifiedhotline.demo.people.Progress;
import org.unifiedhotline.demo.people.SampleData;
import org.unifiedhotline.demo.people.SampleWorld;
import org.unifiedhotline.demo.people.traffic.LegacyConnections;
import org.unifiedhotline.demo.servers.ElasticsearchServer;
import org.unifiedhotline.demo.servers.HubDatabases;
import org.unifiedhotline.demo.servers.LegacySystems;
import org.unifiedhotline.demo.servers.MariaDbServer;
import org.unifiedhotline.demo.servers.PostgresServer;
import org.unifiedhotline.demo.servers.ServerOptions;

/**
 * Four real servers, each behind a proxy that only the service goes through, with sample people in both legacy databases,
 * and a service between them. One for all faults: each leaves it whole.
 */
final class World {
    static final String HUB = "hub";
    private static final int PEOPLE = 600;

    private static final class Holder {
        private static final World SHARED = new World();
    }

    private final SampleWorld people = SampleWorld.of(Seed.VALUE, PEOPLE);
    private final Path folder;
    private final MariaDbServer switchboard;
    private final PostgresServer hotline;
    private final PostgresServer hub;
    private final ElasticsearchServer search;
    private final Proxy toSwitchboard;
    private final Proxy toHotline;
    private final Proxy toHub;
    private final Proxy toSearch;
    private final Map<String, String> settings;
    private final ServiceProcess service;
    private long deadLetters;

    private World() {
        folder = Path.of(System.getProperty("faults.folder")).toAbsolutePath();
        makeAnew(folder);
        switchboard = MariaDbServer.start(ServerOptions.temporary());
        hotline = PostgresServer.start(ServerOptions.temporary());
        hub = PostgresServer.start(ServerOptions.temporary());
        search = ElasticsearchServer.start(ServerOptions.temporary());
        Runtime.getRuntime().addShutdownHook(new Thread(this::closeServers));
        LegacySystems.createSwitchboard(switchboard);
        LegacySystems.createHotline(hotline);
        try (Connection first = legacySwitchboard();
                Connection second = legacyHotline()) {
            SampleData.load(first, second, people, Progress.NONE);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        toSwitchboard = Proxy.to(switchboard.port());
        toHotline = Proxy.to(hotline.port());
        toHub = Proxy.to(hub.port());
        toSearch = Proxy.to(search.port());
        settings = settings(HUB, Map.of());
        service = service("service", settings);
        Commands.remember(settings);
    }

    /** The one that all faults share; its service runs and has caught up. */
    static World withService() {
        World world = Holder.SHARED;
        world.service.start();
        world.service.waitUntilCaughtUp();
        world.deadLetters = Long.parseLong(world.inHub(HUB, "SELECT count(*) FROM dead_letter WHERE state = 'OPEN'")
                .getFirst());
        Report.begin();
        return world;
    }

    /** How many rows could not be processed before the fault. */
    long deadLetters() {
        return deadLetters;
    }

    /** The settings of a service with a hub, an index and a slot of this name, made anew, behind the proxies. */
    Map<String, String> settings(String name, Map<String, String> more) {
        hub.createHub(name);
        Map<String, String> all = new TreeMap<>();
        all.put("spring.datasource.url", hubUrl(toHub, name));
        all.put("spring.datasource.username", HubDatabases.SERVICE);
        all.put("spring.datasource.password", HubDatabases.SERVICE);
        all.put("unified-hotline.audit.folder", made(folder.resolve(name + "-audit")));
        all.put("unified-hotline.keys.folder", made(folder.resolve(name + "-keys")));
        all.put("unified-hotline.search.url", "http://127.0.0.1:" + toSearch.port());
        all.put("unified-hotline.search.index", name);
        all.put("unified-hotline.reconciliation.schedule", "-");
        source(all, "switchboard", "mariadb", toSwitchboard.port(), LegacySystems.SWITCHBOARD);
        source(all, "hotline", "postgresql", toHotline.port(), LegacySystems.HOTLINE);
        all.put("unified-hotline.sources.hotline.schema", LegacySystems.HOTLINE_SCHEMA);
        all.put("unified-hotline.sources.hotline.publication", LegacySystems.PUBLICATION);
        all.put("unified-hotline.sources.hotline.slot", name);
        all.putAll(more);
        return all;
    }

    /** Where a service finds a hub behind a proxy. */
    static String hubUrl(Proxy proxy, String hub) {
        return "jdbc:postgresql://127.0.0.1:" + proxy.port() + "/" + hub;
    }

    private static void source(Map<String, String> all, String name, String engine, int port, String database) {
        String prefix = "unified-hotline.sources." + name + ".";
        all.put(prefix + "engine", engine);
        all.put(prefix + "host", "127.0.0.1");
        all.put(prefix + "port", String.valueOf(port));
        all.put(prefix + "database", database);
        all.put(prefix + "username", LegacySystems.CAPTURE);
        all.put(prefix + "password", LegacySystems.CAPTURE);
    }

    /** Forgets a hub that {@link #settings} made, whose service has ended, and its slot. */
    void forget(String name) {
        hotline.run(
                LegacySystems.HOTLINE,
                "SELECT pg_drop_replication_slot(slot_name) FROM pg_replication_slots WHERE slot_name = '" + name
                        + "'");
        hub.run("postgres", "DROP DATABASE \"" + name + "\" WITH (FORCE)");
    }

    /** A service that is not started yet, its log in the suite's folder. */
    ServiceProcess service(String name, Map<String, String> itsSettings) {
        return new ServiceProcess(itsSettings, folder.resolve(name + ".log"));
    }

    ServiceProcess service() {
        return service;
    }

    Map<String, String> settings() {
        return settings;
    }

    MariaDbServer switchboard() {
        return switchboard;
    }

    PostgresServer hotline() {
        return hotline;
    }

    PostgresServer hub() {
        return hub;
    }

    ElasticsearchServer search() {
        return search;
    }

    Proxy toSwitchboard() {
        return toSwitchboard;
    }

    Proxy toHotline() {
        return toHotline;
    }

    Proxy toHub() {
        return toHub;
    }

    Proxy toSearch() {
        return toSearch;
    }

    Path folder() {
        return folder;
    }

    /** Both legacy applications at work, until it is closed. */
    Traffic traffic() {
        return new Traffic(new LegacyConnections(this::legacySwitchboard, this::legacyHotline), people);
    }

    /** A connection of the switchboard's own application, past the proxy. */
    Connection legacySwitchboard() throws SQLException {
        return DriverManager.getConnection(
                switchboard.jdbcUrl(LegacySystems.SWITCHBOARD), LegacySystems.APPLICATION, LegacySystems.APPLICATION);
    }

    /** A connection to the switchboard whose changes its log does not hear of: only who reads all rows finds them. */
    Connection switchboardPastTheLog() throws SQLException {
        Connection connection = switchboard.connect(LegacySystems.SWITCHBOARD);
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET SESSION sql_log_bin = 0");
        }
        return connection;
    }

    /** A connection of the hotline's own application, past the proxy. */
    Connection legacyHotline() throws SQLException {
        return DriverManager.getConnection(
                hotline.jdbcUrl(LegacySystems.HOTLINE), LegacySystems.APPLICATION, LegacySystems.APPLICATION);
    }

    /** What a query of one column answers in a hub, to the superuser, past the proxy. */
    List<String> inHub(String database, String sql) {
        try (Connection connection = hub.connect(database)) {
            return column(connection, sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** What a query of one column answers. */
    static List<String> column(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> values = new ArrayList<>();
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            return values;
        }
    }

    private void closeServers() {
        if (service != null && service.isRunning()) {
            service.signal("KILL");
        }
        List.of(search, hub, hotline, switchboard).forEach(server -> server.close());
    }

    private static void makeAnew(Path folder) {
        try {
            ServerFiles.delete(folder);
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String made(Path folder) {
        try {
            return Files.createDirectories(folder).toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
