package org.unifiedhotline.masterrecords;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.unifiedhotline.demo.servers.PostgresServer;
import org.unifiedhotline.demo.servers.TestServers;
import org.unifiedhotline.masterrecords.database.HubDatabase;
import org.unifiedhotline.masterrecords.keys.Keystore;
import org.unifiedhotline.masterrecords.keys.WrappedKey;
import org.unifiedhotline.masterrecords.sourcerecords.RowJson;
import org.unifiedhotline.masterrecords.sourcerecords.SealedRows;

/** A hub of its own for a test class, on the tests' PostgreSQL. */
public final class TestHub implements AutoCloseable {
    private final HikariDataSource dataSource;
    private final HubDatabase hub;

    private TestHub(HikariDataSource dataSource) {
        this.dataSource = dataSource;
        this.hub = new HubDatabase(dataSource, TestKeys.make());
        hub.migrate();
    }

    public static TestHub create(String name) {
        var server = TestServers.hub();
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(server.jdbcUrl(server.createDatabase(name)));
        config.setUsername(PostgresServer.SUPERUSER);
        config.setPassword(PostgresServer.SUPERUSER);
        config.setMaximumPoolSize(8);
        return new TestHub(new HikariDataSource(config));
    }

    /** The same hub by other keys. */
    public HubDatabase database(Keystore keystore) {
        return new HubDatabase(dataSource, keystore);
    }

    public HubDatabase database() {
        return hub;
    }

    /** The only value of the only row. */
    public <T> T one(Class<T> type, String sql, Object... parameters) {
        return hub.sql().sql(sql).params(parameters).query(type).single();
    }

    public List<Map<String, Object>> rows(String sql, Object... parameters) {
        return hub.sql().sql(sql).params(parameters).query().listOfRows();
    }

    /** The stored row of a record, opened; null if there is none. */
    public String raw(long recordId) {
        return hub
                .sql()
                .sql("SELECT raw, " + WrappedKey.COLUMNS
                        + " FROM source_record JOIN record_key USING (record_id) WHERE record_id = ?")
                .param(recordId)
                .query((row, number) -> Optional.ofNullable(SealedRows.raw(hub, row)))
                .list()
                .stream()
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(null);
    }

    /** The changes of a record in their order, each with the name that its row has then. */
    public List<String> changes(long recordId) {
        return hub.sql()
                .sql("SELECT source_change.*, " + WrappedKey.COLUMNS
                        + " FROM source_change JOIN record_key USING (record_id) WHERE record_id = ?"
                        + " ORDER BY life, log_file, log_offset")
                .param(recordId)
                .query((row, number) -> row.getString("kind") + " " + name(SealedRows.changed(hub, row)))
                .list();
    }

    private static Object name(String raw) {
        return raw == null ? "null" : RowJson.read(raw).columns().get("name");
    }

    @Override
    public void close() {
        dataSource.close();
    }
}
