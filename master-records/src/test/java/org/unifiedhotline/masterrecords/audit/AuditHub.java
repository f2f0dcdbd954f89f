package org.unifiedhotline.masterrecords.audit;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.unifiedhotline.demo.servers.HubDatabases;
import org.unifiedhotline.demo.servers.PostgresServer;
import org.unifiedhotline.demo.servers.TestServers;
import org.unifiedhotline.masterrecords.database.HubDatabase;
import org.unifiedhotline.masterrecords.keys.Keystore;
import org.unifiedhotline.masterrecords.records.MasterId;
import org.unifiedhotline.matching.bulk.Progress;

/** A hub whose trail is as the DBA makes it, used by the service's account; and its superuser, who may do anything. */
final class AuditHub implements AutoCloseable {
    static final MasterId SOMEBODY = MasterId.of("00000000-0000-4000-8000-00000000000a");

    private final PostgresServer server = TestServers.hub();
    private final String database;
    private final Path folder;
    private final HikariDataSource pool;
    final HubDatabase hub;

    AuditHub(String name, Path folder) {
        this.database = server.createHub(name);
        this.folder = folder;
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(server.jdbcUrl(database));
        config.setUsername(HubDatabases.SERVICE);
        config.setPassword(HubDatabases.SERVICE);
        config.setMaximumPoolSize(4);
        this.pool = new HikariDataSource(config);
        this.hub = new HubDatabase(pool, Keystore.open(folder.resolve("keys"), Map.of(), true));
        hub.migrate();
    }

    /** One instance of the service, writing. */
    AuditTrail instance() {
        return instance(Duration.ZERO);
    }

    AuditTrail instance(Duration headsEvery) {
        return instance(headsEvery, Map.of());
    }

    /** One that starts with this configuration. */
    AuditTrail instance(Duration headsEvery, Map<String, String> configuration) {
        AuditKeys keys = AuditKeys.in(folder, true);
        AuditTrail trail = new AuditTrail(
                hub,
                keys,
                new HeadsFile(folder.resolve("heads.log"), keys.chain()),
                headsEvery,
                configuration,
                Clock.systemUTC());
        trail.start();
        return trail;
    }

    /** Writes this many entries, as one instance from its start to its stop: two more. */
    void write(int entries) {
        try (AuditTrail trail = instance()) {
            for (int number = 1; number <= entries; number++) {
                trail.record(reading("officer", "nguyen thi hoa " + number));
            }
        }
    }

    AuditCheck.Finding check() {
        return new AuditCheck(hub, folder, List.of(), Progress.NONE).run();
    }

    AuditSearch search() {
        return new AuditSearch(hub, AuditKeys.in(folder, false));
    }

    /** What a superuser of the database does, triggers and rights notwithstanding. */
    void asSuperuser(String... statements) {
        server.run(database, statements);
    }

    String jdbcUrl() {
        return server.jdbcUrl(database);
    }

    static AuditEvent reading(String account, String terms) {
        return new AuditEvent(
                Instant.parse("2026-11-22T03:04:05.678901234Z"),
                account,
                List.of("officer"),
                "10.1.2.3",
                AuditKind.SEARCH,
                "GET /api/v1/search",
                200,
                false,
                List.of(SOMEBODY),
                Map.of("asked", terms));
    }

    @Override
    public void close() {
        pool.close();
    }
}
