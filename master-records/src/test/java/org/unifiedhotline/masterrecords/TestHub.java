package org.unifiedhotline.masterrecords;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.util.List;
import java.util.Map;
import org.unifiedhotline.demo.servers.PostgresServer;
import org.unifiedhotline.demo.servers.TestServers;
import org.unifiedhotline.masterrecords.database.HubDatabase;
import org.unifiedhotline.masterrecords.keys.Keystore;

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

    @Override
    public void close() {
        dataSource.close();
    }
}
