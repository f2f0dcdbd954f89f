package org.unifiedhotline.bench.resolution;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.unifiedhotline.bench.linkage.DumpReader;
import org.unifiedhotline.demo.people.SampleData;
import org.unifiedhotline.demo.people.SampleWorld;
import org.unifiedhotline.demo.servers.PostgresServer;
import org.unifiedhotline.demo.servers.ServerOptions;
import org.unifiedhotline.mappings.CanonicalMapper;
import org.unifiedhotline.mappings.source.SourceChange;
import org.unifiedhotline.mappings.source.SourceChange.Origin;
import org.unifiedhotline.mappings.source.SourceChange.RowWritten;
import org.unifiedhotline.mappings.source.SourcePosition;
import org.unifiedhotline.mappings.source.SourceRecordKey;
import org.unifiedhotline.mappings.source.SourceRow;
import org.unifiedhotline.mappings.source.SourceSystem;
import org.unifiedhotline.masterrecords.database.HubDatabase;
import org.unifiedhotline.masterrecords.ingest.CaptureStates;
import org.unifiedhotline.masterrecords.ingest.Ingest;
import org.unifiedhotline.masterrecords.keys.Keystore;
import org.unifiedhotline.masterrecords.resolution.Resolver;
import org.unifiedhotline.matching.model.MatchModel;
import org.unifiedhotline.matching.model.ModelReader;

/** A hub in a folder that lasts, filled once with sample data through the mappings and resolved. */
final class LastingHub implements AutoCloseable {
    private static final int BATCH = 5_000;
    private static final int RESOLUTION_BATCH = 500;
    /** People of the sample world for each source record that is read of it. */
    private static final double PEOPLE_A_RECORD = 0.56;

    private final PostgresServer server;
    private final HikariDataSource pool;
    final HubDatabase database;
    final Ingest ingest;
    final Resolver resolver;

    private LastingHub(PostgresServer server, HikariDataSource pool, Path folder) {
        this.server = server;
        this.pool = pool;
        this.database = new HubDatabase(pool, Keystore.open(folder.resolve("keys"), Map.of(), true));
        database.migrate();
        this.ingest = new Ingest(database, new CanonicalMapper()::map, new CaptureStates(database));
        this.resolver = new Resolver(database, model(), RESOLUTION_BATCH, Duration.ZERO);
    }

    /** The model that the service carries. */
    private static MatchModel model() {
        try (var file = LastingHub.class.getClassLoader().getResourceAsStream("config/matching/vietnam.yaml")) {
            return ModelReader.read(new String(file.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Opens the hub of a folder, or makes it with at least so many source records. */
    static LastingHub open(Path folder, int records) throws IOException {
        Files.createDirectories(folder);
        Path filled = folder.resolve("filled-" + records);
        PostgresServer server = PostgresServer.start(
                ServerOptions.in(folder.resolve("postgres-" + records)),
                System.getProperty("postgres.settings", "shared_buffers=2GB").split(","));
        if (!Files.exists(filled)) {
            server.createDatabase("hub");
        }
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(server.jdbcUrl("hub"));
        config.setUsername(PostgresServer.SUPERUSER);
        config.setPassword(PostgresServer.SUPERUSER);
        config.setMaximumPoolSize(4);
        LastingHub hub = new LastingHub(server, new HikariDataSource(config), folder);
        if (!Files.exists(filled)) {
            hub.fill(folder.resolve("sql-" + records), records);
            Files.createFile(filled);
        }
        return hub;
    }

    private void fill(Path dumps, int records) throws IOException {
        long start = System.nanoTime();
        SampleWorld world = new SampleWorld(1, (int) (records * PEOPLE_A_RECORD), SampleWorld.DEFAULT_LAST_DAY);
        SampleData.write(dumps, world, (people, rows) -> {});
        told("sample data written", start);
        for (SourceSystem system : SourceSystem.values()) {
            take(system, DumpReader.read(system, dumps.resolve(system.code() + ".sql")));
            Files.delete(dumps.resolve(system.code() + ".sql"));
        }
        told("taken in", start);
        drain();
        database.template().execute("VACUUM ANALYZE");
        told("resolved", start);
    }

    private void take(SourceSystem system, Map<SourceRecordKey, SourceRow> rows) {
        long life = ingest.beginSnapshot(system);
        List<SourceChange> batch = new ArrayList<>(BATCH);
        rows.forEach((key, row) -> {
            batch.add(new RowWritten(key, new SourcePosition(life, 1, 1, 0), Origin.SNAPSHOT, row, Instant.EPOCH));
            if (batch.size() == BATCH) {
                ingest.ingest(system, batch);
                batch.clear();
            }
        });
        ingest.ingest(system, batch);
        ingest.completeSnapshot(system, life);
    }

    private static void told(String what, long start) {
        System.out.printf("%6.1f s  %s%n", (System.nanoTime() - start) / 1e9, what);
    }

    /** Resolves until nothing is left to do. */
    void drain() {
        while (resolver.resolveNext() > 0) {
            // goes on
        }
    }

    /** Has nothing to do for a while, and asks for work again and again as the service does. */
    void idle(Duration time) {
        long end = System.nanoTime() + time.toNanos();
        long weighed = 0;
        long without = 0;
        while (System.nanoTime() < end) {
            int done = resolver.resolveNext();
            weighed += done;
            without += done == 0 ? 1 : 0;
        }
        System.out.printf(
                "idle for %d s: %,d weighed again, %,d times nothing to do but reading ahead%n",
                time.toSeconds(), weighed, without);
    }

    long records() {
        return database.sql()
                .sql("SELECT sum(live) FROM table_count")
                .query(Long.class)
                .single();
    }

    long changesWaiting() {
        return database.sql()
                .sql("SELECT count(*) FROM resolution_queue WHERE (task = 'REDO') = false")
                .query(Long.class)
                .single();
    }

    @Override
    public void close() {
        pool.close();
        server.close();
    }
}
