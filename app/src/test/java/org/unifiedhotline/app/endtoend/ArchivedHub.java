package org.unifiedhotline.app.endtoend;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.unifiedhotline.demo.servers.PostgresServer;
import org.unifiedhotline.demo.servers.ServerOptions;

/**
 * The hub's server as an operator backs it up: its log is archived, and a base backup is taken while it runs. Nothing is compressed, so that
 * what stands in a value stands in the bytes of its pages and of the log.
 */
final class ArchivedHub implements AutoCloseable {
    private final PostgresServer server;

    ArchivedHub() {
        this.server = PostgresServer.start(
                ServerOptions.temporary(),
                "archive_mode=on",
                "archive_command=mkdir -p ../archive && cp %p ../archive/%f",
                "wal_compression=off",
                "max_wal_size=256MB",
                "shared_buffers=128MB",
                "restore_command=cp ../archive/%f %p",
                "recovery_target=immediate",
                "recovery_target_action=promote");
    }

    PostgresServer server() {
        return server;
    }

    Path archive() {
        return server.folder().resolve("archive");
    }

    Path backup() {
        return server.folder().resolve("backup");
    }

    Path data() {
        return server.folder().resolve("data");
    }

    /** No column of a database is compressed or may be: once its tables are made, before anything is in them. */
    void compressNothing(String database) throws SQLException {
        List<String> statements = new ArrayList<>();
        try (Connection connection = server.connect(database);
                Statement statement = connection.createStatement();
                ResultSet columns = statement.executeQuery("""
                        SELECT format('ALTER TABLE %s ALTER COLUMN %I SET STORAGE EXTERNAL', attrelid::regclass, attname)
                          FROM pg_attribute JOIN pg_class ON pg_class.oid = attrelid
                         WHERE relkind = 'r' AND relnamespace::regnamespace::text IN ('public', 'audit')
                           AND attnum > 0 AND NOT attisdropped AND attstorage IN ('x', 'm')
                        """)) {
            while (columns.next()) {
                statements.add(columns.getString(1));
            }
        }
        server.run(database, statements.toArray(String[]::new));
    }

    /** A base backup, by the server's own interface for tools that copy files. */
    void backUp() throws SQLException {
        try (Connection connection = server.connect("postgres");
                Statement statement = connection.createStatement()) {
            statement.execute("SELECT pg_backup_start('before the erasure', true)");
            // Files come and go while they are copied: what the log says of them puts that right.
            statement.execute(
                    "COPY (SELECT 1) TO PROGRAM" + " 'cat > /dev/null; cp -a . ../backup 2> /dev/null || true'");
            String label;
            try (ResultSet row = statement.executeQuery("SELECT labelfile FROM pg_backup_stop(true)")) {
                row.next();
                label = row.getString(1);
            }
            statement.execute("COPY (SELECT 1) TO PROGRAM 'cat > /dev/null;"
                    + " rm -rf ../backup/pg_wal/0* ../backup/postmaster.pid; touch ../backup/recovery.signal;"
                    + " printf \"%s\" \"" + label + "\" > ../backup/backup_label'");
        }
    }

    /** Has the log archived to its end. */
    void archiveAll() throws SQLException {
        try (Connection connection = server.connect("postgres");
                Statement statement = connection.createStatement()) {
            String last;
            try (ResultSet row = statement.executeQuery("SELECT pg_walfile_name(pg_switch_wal())")) {
                row.next();
                last = row.getString(1);
            }
            while (!Files.exists(archive().resolve(last))) {
                statement.execute("SELECT pg_sleep(0.1)");
            }
        }
    }

    /** Puts the base backup in the place of the data and starts. */
    void restore() throws IOException {
        server.stop();
        Files.move(data(), server.folder().resolve("after"));
        Files.move(backup(), data());
        server.start();
    }

    @Override
    public void close() {
        server.close();
    }
}
