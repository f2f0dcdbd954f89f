package org.unifiedhotline.faults;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;

/**
 * Looks at what goes to the hub and holds the first commit of a batch of changes, or its answer: on a new connection
 * PostgreSQL's driver still sends the words of each statement.
 */
final class CommitTrap {
    private static final String BATCH = "INTO source_record";
    private static final String COMMIT = "COMMIT";

    private final boolean letThrough;
    private final Map<Object, Boolean> batches = new ConcurrentHashMap<>();
    private final CountDownLatch caught = new CountDownLatch(1);
    private volatile Object held = this;

    /** @param letThrough whether the commit reaches the hub, and only its answer is held */
    CommitTrap(boolean letThrough) {
        this.letThrough = letThrough;
    }

    /**
     * Told what a client sends before it is passed on.
     *
     * @return whether it may be passed on
     */
    boolean mayPass(Object connection, byte[] bytes, int length) {
        String text = new String(bytes, 0, length, StandardCharsets.ISO_8859_1);
        if (text.contains(BATCH)) {
            batches.put(connection, true);
        }
        if (text.contains(COMMIT) && batches.containsKey(connection) && caught.getCount() > 0) {
            held = connection;
            caught.countDown();
            return letThrough;
        }
        return held != connection;
    }

    /** Whether what the server answers on a connection is held. */
    boolean holdsAnswer(Object connection) {
        return held == connection;
    }

    /** Returns when a commit was caught. */
    void await(ServiceProcess service) {
        service.waitUntil("it commits a batch", () -> caught.getCount() == 0);
    }
}
