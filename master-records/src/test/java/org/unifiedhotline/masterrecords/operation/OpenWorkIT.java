package org.unifiedhotline.masterrecords.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;
import org.unifiedhotline.demo.servers.PostgresServer;
import org.unifiedhotline.demo.servers.ServerOptions;
import org.unifiedhotline.demo.servers.TestServers;
import org.unifiedhotline.masterrecords.database.HubDatabase;
import org.unifiedhotline.masterrecords.keys.Keystore;

@DisplayName("What is open in the hub")
class OpenWorkIT {

    @Test
    @DisplayName(
            "tells for how long its log could not be archived, to an account without rights at the server; and that it can be again")
    void archive(@TempDir Path folder) throws Exception {
        Path open = folder.resolve("open");
        try (PostgresServer server =
                PostgresServer.start(ServerOptions.temporary(), "archive_mode=on", "archive_command=test -e " + open)) {
            String database = server.createDatabase("hub");
            server.run(
                    database,
                    "CREATE ROLE service LOGIN PASSWORD 'service'",
                    "ALTER DATABASE " + database + " OWNER TO service",
                    "GRANT ALL ON SCHEMA public TO service");
            OpenWork work = open(server, database, "service", folder);

            assertThat(work.now().archiveFailing()).isZero();
            server.run(database, "SELECT pg_switch_wal()");
            await(work, failing -> failing != null && failing > 0);

            Files.createFile(open);
            server.run(database, "CREATE TABLE anything (id int)", "SELECT pg_switch_wal()");
            await(work, failing -> failing != null && failing == 0);
        }
    }

    @Test
    @DisplayName("tells nothing of an archive that is not asked for")
    void noArchive(@TempDir Path folder) {
        PostgresServer server = TestServers.hub();
        assertThat(open(server, server.createDatabase("open_work"), PostgresServer.SUPERUSER, folder)
                        .now()
                        .archiveFailing())
                .isNull();
    }

    private static OpenWork open(PostgresServer server, String database, String account, Path folder) {
        PGSimpleDataSource hub = new PGSimpleDataSource();
        hub.setUrl(server.jdbcUrl(database));
        hub.setUser(account);
        hub.setPassword(account);
        HubDatabase opened = new HubDatabase(hub, Keystore.open(folder.resolve("keys"), java.util.Map.of(), true));
        opened.migrate();
        return new OpenWork(opened);
    }

    private static void await(OpenWork work, Predicate<@Nullable Double> wanted) throws InterruptedException {
        while (!wanted.test(work.now().archiveFailing())) {
            Thread.sleep(100);
        }
    }
}
