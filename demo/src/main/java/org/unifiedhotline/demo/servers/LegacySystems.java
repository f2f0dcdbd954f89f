package org.unifiedhotline.demo.servers;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/**
 * The two hotlines' databases as they stand at their owners: the schema, the legacy application's account, which owns the
 * data and may do all with it, and the service's own account with no more than {@code config/legacy-grants} gives it.
 */
public final class LegacySystems {
    /** The switchboard's database, on MariaDB. */
    public static final String SWITCHBOARD = "tongdai111";
    /** The hotline's database, on PostgreSQL. */
    public static final String HOTLINE = "pcmbn";
    /** The hotline's schema in its database. */
    public static final String HOTLINE_SCHEMA = "hotline";
    /** The legacy applications' account on both, name and password. */
    public static final String APPLICATION = "legacy";
    /** The service's account on both, name and password; an operator chooses another password. */
    public static final String CAPTURE = "unified_hotline";
    /** The publication that the hotline's grants make. */
    public static final String PUBLICATION = "unified_hotline";

    private static final String PASSWORD_PLACEHOLDER = "CHANGE-ME";

    private LegacySystems() {}

    /** Makes the switchboard's database, empty, with its accounts; one of that name is dropped first. */
    public static void createSwitchboard(MariaDbServer server) {
        server.createDatabase(SWITCHBOARD);
        server.run(
                "CREATE OR REPLACE USER '" + APPLICATION + "'@'%' IDENTIFIED BY '" + APPLICATION + "'",
                "GRANT ALL ON " + SWITCHBOARD + ".* TO '" + APPLICATION + "'@'%'",
                "DROP USER IF EXISTS '" + CAPTURE + "'@'%'");
        run(
                "/legacy/child-protection-switchboard.sql",
                SqlScript.Dialect.MARIADB,
                server.jdbcUrl(SWITCHBOARD),
                APPLICATION);
        run(
                "/legacy-grants/switchboard.sql",
                SqlScript.Dialect.MARIADB,
                server.jdbcUrl(SWITCHBOARD),
                MariaDbServer.SUPERUSER);
    }

    /** Makes the hotline's database, empty, with its accounts; one of that name is dropped first. */
    public static void createHotline(PostgresServer server) {
        server.createDatabase(HOTLINE);
        server.run(
                HOTLINE,
                "DROP ROLE IF EXISTS " + APPLICATION,
                "DROP ROLE IF EXISTS " + CAPTURE,
                "CREATE ROLE " + APPLICATION + " LOGIN PASSWORD '" + APPLICATION + "'",
                "ALTER DATABASE " + HOTLINE + " OWNER TO " + APPLICATION,
                "ALTER ROLE " + APPLICATION + " IN DATABASE " + HOTLINE + " SET search_path = " + HOTLINE_SCHEMA
                        + ", public");
        run("/legacy/trafficking-hotline.sql", SqlScript.Dialect.POSTGRESQL, server.jdbcUrl(HOTLINE), APPLICATION);
        run(
                "/legacy-grants/hotline.sql",
                SqlScript.Dialect.POSTGRESQL,
                server.jdbcUrl(HOTLINE),
                PostgresServer.SUPERUSER);
        // As the end of that script advises: a service that stands still must not fill the disk.
        server.run(HOTLINE, "ALTER SYSTEM SET max_slot_wal_keep_size = '10GB'", "SELECT pg_reload_conf()");
    }

    private static void run(String resource, SqlScript.Dialect dialect, String url, String user) {
        String sql = text(resource).replace(PASSWORD_PLACEHOLDER, CAPTURE);
        try (Connection connection = DriverManager.getConnection(url, user, user)) {
            SqlScript.ofText(resource, sql, dialect).run(connection);
        } catch (SQLException e) {
            throw new ServerException("Cannot connect to " + url + " as " + user + ": " + e.getMessage(), e);
        }
    }

    private static String text(String resource) {
        try (InputStream stream = LegacySystems.class.getResourceAsStream(resource)) {
            if (stream == null) {
                throw new ServerException(resource + " is missing from the demo room's class path");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
