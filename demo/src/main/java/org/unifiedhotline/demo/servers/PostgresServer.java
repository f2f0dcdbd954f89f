package org.unifiedhotline.demo.servers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * PostgreSQL ready for logical decoding and as durable as a real one: {@code fsync} and {@code synchronous_commit} are on.
 * Its superuser is {@value #SUPERUSER} with the same password.
 */
public final class PostgresServer extends EmbeddedServer {
    /** The superuser's name and password. */
    public static final String SUPERUSER = "postgres";

    private static final String READY = "initialized";

    private final List<String> settings;

    private PostgresServer(ServerOptions options, List<String> settings) {
        super(ServersElsewhere.Kind.POSTGRESQL, ServerArchive.POSTGRESQL, options);
        this.settings = settings;
    }

    /**
     * Starts a server, making its data first if the folder has none.
     *
     * @param settings more of the server's own, such as {@code shared_buffers=2GB}
     */
    public static PostgresServer start(ServerOptions options, String... settings) {
        PostgresServer server = new PostgresServer(
                options, Stream.of(settings).map(setting -> "--" + setting).toList());
        Starting.orClose(server);
        return server;
    }

    /** Where JDBC finds a database of this server. */
    public String jdbcUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port() + "/" + database;
    }

    /** A connection of the superuser to a database. */
    public Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(jdbcUrl(database), SUPERUSER, SUPERUSER);
    }

    /**
     * Makes a database that holds nothing, dropping one of that name together with its connections.
     *
     * @return the name
     */
    public String createDatabase(String name) {
        run("postgres", "DROP DATABASE IF EXISTS \"" + name + "\" WITH (FORCE)", "CREATE DATABASE \"" + name + "\"");
        return name;
    }

    /**
     * Makes a hub as an operator does ({@link HubDatabases}), dropping one of that name.
     *
     * @return the name
     */
    public String createHub(String name) {
        HubDatabases.createAccount(this);
        createDatabase(name);
        run("postgres", "ALTER DATABASE \"" + name + "\" OWNER TO " + HubDatabases.SERVICE);
        HubDatabases.addAuditTrail(this, name);
        return name;
    }

    /** Runs statements as the superuser in a database. */
    public void run(String database, String... statements) {
        try (Connection connection = connect(database);
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new ServerException("PostgreSQL refused: " + e.getMessage(), e);
        }
    }

    /** Runs a file of SQL as the given user; see {@link SqlScript}. */
    public void runScript(String database, String user, String password, Path file) {
        try (Connection connection = DriverManager.getConnection(jdbcUrl(database), user, password)) {
            SqlScript.of(file, SqlScript.Dialect.POSTGRESQL).run(connection);
        } catch (SQLException e) {
            throw new ServerException("PostgreSQL refused " + user + ": " + e.getMessage(), e);
        }
    }

    @Override
    void prepare() throws IOException {
        Path mark = folder().resolve(READY);
        if (!Files.exists(mark)) {
            ServerFolder.delete(dataFolder());
            Files.createDirectories(dataFolder());
            Path password = folder().resolve("superuser");
            Files.writeString(password, SUPERUSER + "\n");
            Privileges.current().openToServers(folder());
            runTool(initdb(password), Optional.empty());
            Files.createFile(mark);
        }
        // After a kill the number in it may be another process's by now, and PostgreSQL would refuse to start. Nothing
        // of
        // ours runs on this data: the folder is locked and its remains are cleaned.
        Files.deleteIfExists(dataFolder().resolve("postmaster.pid"));
    }

    private List<String> initdb(Path password) {
        return List.of(
                installation().resolve("bin/initdb").toString(),
                "--pgdata=" + dataFolder(),
                "--username=" + SUPERUSER,
                "--pwfile=" + password,
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale=C",
                "--locale-provider=builtin", // the same order and the same upper case everywhere
                "--builtin-locale=C.UTF-8",
                "--no-sync");
    }

    @Override
    List<String> command() {
        List<String> here = List.of(
                installation().resolve("bin/postgres").toString(),
                "-D",
                dataFolder().toString(),
                "--port=" + port(),
                "--listen_addresses=127.0.0.1",
                "--unix_socket_directories="); // none: the default place is shared, and a path in the folder may be too
        // long
        return Stream.concat(here.stream(), settings().stream()).toList();
    }

    @Override
    List<String> settings() {
        List<String> all = List.of(
                "--wal_level=logical",
                "--fsync=on",
                "--synchronous_commit=on",
                "--max_replication_slots=20",
                "--max_wal_senders=20",
                "--max_connections=150",
                "--shared_buffers=512MB",
                "--max_wal_size=4GB",
                "--dynamic_shared_memory_type=mmap", // a container's /dev/shm is often too small
                "--random_page_cost=1.1", // some thousand rows by their keys are not looked for in the whole table
                "--jit=off");
        return Stream.concat(all.stream(), settings.stream()).toList();
    }

    /** Fast shutdown: sessions are ended, data is flushed. */
    @Override
    String stopSignal() {
        return "INT";
    }

    @Override
    boolean answers() {
        try (Connection connection = connect("postgres");
                Statement statement = connection.createStatement()) {
            return statement.execute("SELECT 1");
        } catch (SQLException e) {
            return false;
        }
    }
}
