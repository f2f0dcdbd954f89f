package org.unifiedhotline.masterrecords.crosswalk;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import javax.sql.DataSource;

/**
 * Connections to the hub for single lookups: these are answered in a millisecond, and must not wait behind lists, exports and ingest
 * that hold all others.
 */
public final class LookupConnections implements AutoCloseable {
    private static final int MOST = 4;

    private final DataSource connections;

    private LookupConnections(DataSource connections) {
        this.connections = connections;
    }

    /** Some of their own, to the same database; what is no pool is used as it is. */
    public static LookupConnections beside(DataSource usual) {
        if (!(usual instanceof HikariDataSource pool)) {
            return new LookupConnections(usual);
        }
        HikariConfig own = new HikariConfig();
        pool.copyStateTo(own);
        own.setPoolName("lookups");
        own.setMaximumPoolSize(MOST);
        own.setMinimumIdle(1);
        return new LookupConnections(new HikariDataSource(own));
    }

    /** Where they are had from. */
    public DataSource dataSource() {
        return connections;
    }

    @Override
    public void close() {
        if (connections instanceof HikariDataSource pool && "lookups".equals(pool.getPoolName())) {
            pool.close();
        }
    }
}
