package org.unifiedhotline.demo.servers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * MariaDB set up as a switchboard's server is: a complete row log, local time without zone, a forgiving SQL mode. Its
 * superuser is {@value #SUPERUSER} with the same password; there are no anonymous users, which would shadow others.
 */
public final class MariaDbServer extends EmbeddedServer {
    /** The superuser's name and password. */
    public static final String SUPERUSER = "root";

    private static final String READY = "initialized";
    // What mariadb-install-db feeds to the server, less the help texts.
    private static final List<String> SYSTEM_SCRIPTS = List.of(
            "mariadb_system_tables.sql",
            "mariadb_performance_tables.sql",
            "mariadb_system_tables_data.sql",
            "maria_add_gis_sp_bootstrap.sql",
            "mariadb_sys_schema.sql");

    private static final List<String> DEFAULTS = List.of(
            "--skip-name-resolve",
            "--skip-ssl", // 11.4 would make itself a certificate at every start: seconds of a core
            "--character-set-server=utf8mb4",
            "--default-time-zone=+07:00",
            "--sql-mode=NO_ENGINE_SUBSTITUTION", // zero dates and cut-off values pass, as an old site has it
            "--server-id=1",
            "--log-bin=binlog",
            "--binlog-format=ROW",
            "--binlog-row-image=FULL",
            "--binlog-row-metadata=FULL",
            "--binlog-expire-logs-seconds=864000",
            "--loose-slave-connections-needed-for-purge=0", // a name that versions before 11.4 do not know
            "--sync-binlog=1",
            "--innodb-flush-log-at-trx-commit=1",
            "--innodb-buffer-pool-size=128M",
            "--innodb-log-file-size=64M",
            "--loose-aria-log-file-size=8M",
            "--performance-schema=OFF",
            "--max-allowed-packet=256M",
            "--max-connections=200");

    private final List<String> settings;

    private MariaDbServer(ServerOptions options, List<String> settings) {
        super(ServersElsewhere.Kind.MARIADB, ServerArchive.MARIADB, options);
        this.settings = settings;
    }

    /**
     * Starts a server, making its data first if the folder has none.
     *
     * @param settings more of the server's own, such as {@code --ssl-cert=…}; they stand above those of here
     */
    public static MariaDbServer start(ServerOptions options, String... settings) {
        MariaDbServer server = new MariaDbServer(options, List.of(settings));
        Starting.orClose(server);
        return server;
    }

    /** Where JDBC finds a database of this server. */
    public String jdbcUrl(String database) {
        return "jdbc:mariadb://127.0.0.1:" + port() + "/" + database;
    }

    /** A connection of the superuser to a database; empty for none. */
    public Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(jdbcUrl(database), SUPERUSER, SUPERUSER);
    }

    /**
     * Makes a database that holds nothing, dropping one of that name.
     *
     * @return the name
     */
    public String createDatabase(String name) {
        run("DROP DATABASE IF EXISTS `" + name + "`", "CREATE DATABASE `" + name + "` CHARACTER SET utf8mb4");
        return name;
    }

    /** Runs statements as the superuser, in no database. */
    public void run(String... statements) {
        try (Connection connection = connect("");
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new ServerException("MariaDB refused: " + e.getMessage(), e);
        }
    }

    /** Runs a file of SQL as the given user; see {@link SqlScript}. */
    public void runScript(String database, String user, String password, Path file) {
        try (Connection connection = DriverManager.getConnection(jdbcUrl(database), user, password)) {
            SqlScript.of(file, SqlScript.Dialect.MARIADB).run(connection);
        } catch (SQLException e) {
            throw new ServerException("MariaDB refused " + user + ": " + e.getMessage(), e);
        }
    }

    @Override
    void prepare() throws IOException {
        Path mark = folder().resolve(READY);
        if (Files.exists(mark)) {
            return;
        }
        ServerFolder.delete(dataFolder());
        Files.createDirectories(dataFolder());
        Path bootstrap = folder().resolve("bootstrap.sql");
        List<String> sql = new ArrayList<>(
                List.of("SET @auth_root_socket=NULL, @skip_auth_anonymous=1;", "CREATE DATABASE mysql;", "USE mysql;"));
        for (String script : SYSTEM_SCRIPTS) {
            sql.add(Files.readString(installation().resolve("share").resolve(script)));
        }
        sql.add("FLUSH PRIVILEGES;");
        sql.add("CREATE OR REPLACE USER '" + SUPERUSER + "'@'%' IDENTIFIED BY '" + SUPERUSER + "';");
        sql.add("GRANT ALL ON *.* TO '" + SUPERUSER + "'@'%' WITH GRANT OPTION;");
        // "root" of the local host and by name would be found before '%' and have no password
        sql.add("DELETE FROM mysql.global_priv WHERE User = '" + SUPERUSER + "' AND Host <> '%';\n");
        Files.write(bootstrap, sql);
        Privileges.current().openToServers(folder());
        List<String> command = new ArrayList<>(command());
        command.add(2, "--bootstrap");
        command.remove("--log-bin=binlog");
        runTool(command, Optional.of(bootstrap));
        Files.createFile(mark);
    }

    @Override
    List<String> command() {
        List<String> here = List.of(
                installation().resolve("bin/mariadbd").toString(),
                "--no-defaults",
                "--basedir=" + installation(),
                "--lc-messages-dir=" + installation().resolve("share"),
                "--datadir=" + dataFolder(),
                "--port=" + port(),
                "--bind-address=127.0.0.1",
                "--socket="); // none: its default place would be shared, and a path in the folder may be too long
        return Stream.concat(here.stream(), settings().stream()).toList();
    }

    @Override
    List<String> settings() {
        return Stream.concat(DEFAULTS.stream(), settings.stream())
                .filter(setting ->
                        settings.stream().noneMatch(more -> more.startsWith("--ssl-")) || !setting.equals("--skip-ssl"))
                .toList();
    }

    @Override
    String stopSignal() {
        return "TERM";
    }

    @Override
    boolean answers() {
        try (Connection connection = connect("");
                Statement statement = connection.createStatement()) {
            return statement.execute("SELECT 1");
        } catch (SQLException e) {
            return false;
        }
    }
}
