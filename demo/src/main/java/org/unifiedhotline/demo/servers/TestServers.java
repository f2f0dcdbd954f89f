package org.unifiedhotline.demo.servers;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * One server of each kind for all tests of a JVM: started when first asked for, in a temporary folder on a free port, and
 * gone with the JVM. A test that stops or kills a server starts its own instead.
 *
 * <pre>{@code
 * String database = TestServers.hub().createDatabase("links");           // fresh for a test class
 * LegacySystems.createSwitchboard(TestServers.switchboard());            // the empty legacy schema with its accounts
 * }</pre>
 */
public final class TestServers {
    private static final List<EmbeddedServer> STARTED = new ArrayList<>();

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(TestServers::closeAll, "stop test servers"));
    }

    private TestServers() {}

    private static final class Switchboard {
        private static final MariaDbServer SERVER = started(() -> MariaDbServer.start(ServerOptions.temporary()));
    }

    private static final class Postgres {
        private static final PostgresServer SERVER = started(() -> PostgresServer.start(ServerOptions.temporary()));
    }

    private static final class Search {
        private static final ElasticsearchServer SERVER =
                started(() -> ElasticsearchServer.start(ServerOptions.temporary()));
    }

    /** The MariaDB server of the switchboard; it has no legacy database until {@link LegacySystems} makes it. */
    public static MariaDbServer switchboard() {
        return Switchboard.SERVER;
    }

    /** The PostgreSQL server of the hotline; in tests the same process as the hub's, to save memory. */
    public static PostgresServer hotline() {
        return Postgres.SERVER;
    }

    /** The PostgreSQL server of the hub. */
    public static PostgresServer hub() {
        return Postgres.SERVER;
    }

    /** The Elasticsearch server. Tests name their indices so that they do not meet. */
    public static ElasticsearchServer search() {
        return Search.SERVER;
    }

    private static <S extends EmbeddedServer> S started(Supplier<S> start) {
        S server = start.get();
        synchronized (STARTED) {
            STARTED.add(server);
        }
        return server;
    }

    private static void closeAll() {
        synchronized (STARTED) {
            STARTED.forEach(EmbeddedServer::close);
        }
    }
}
