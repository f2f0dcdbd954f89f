package org.unifiedhotline.demo.servers;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;

/**
 * Runs the servers elsewhere than as child processes, such as in containers. Where one stands on the class path
 * ({@link ServiceLoader}), every {@link EmbeddedServer} runs there, and no test notices.
 */
public interface ServersElsewhere {
    /** The kinds of servers. */
    enum Kind {
        POSTGRESQL,
        MARIADB,
        ELASTICSEARCH
    }

    /**
     * A server that is not started yet.
     *
     * @param kind which
     * @param settings the server's own, as its command line has them: {@code --name=value}, for Elasticsearch {@code -Ename=value}
     * @param port where it has to answer, on 127.0.0.1 of this machine
     */
    Server server(Kind kind, List<String> settings, int port);

    /** One server. It keeps its data and port until it is closed. Not for use by several threads at once. */
    interface Server extends AutoCloseable {
        /** Starts it, which need not answer yet. */
        void start();

        /** Whether it runs. */
        boolean isRunning();

        /** Its process, where this machine sees it. */
        Optional<ProcessHandle> process();

        /** Stops it in order. */
        void stop();

        /** SIGKILL. */
        void kill();

        /** Writes what it said so far into a file. */
        void writeLog(Path file) throws IOException;

        /** Ends it and deletes its data. */
        @Override
        void close();
    }

    /** The one on the class path, if there is one. */
    static Optional<ServersElsewhere> found() {
        Iterator<ServersElsewhere> all =
                ServiceLoader.load(ServersElsewhere.class).iterator();
        Optional<ServersElsewhere> first = all.hasNext() ? Optional.of(all.next()) : Optional.empty();
        if (all.hasNext()) {
            throw new ServerException("Two places for the servers are on the class path: " + first.get() + " and "
                    + all.next() + ": leave one");
        }
        return first;
    }
}
