package org.unifiedhotline.faults;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Looks at what goes to the hub and holds the first commit of a batch of changes, or its answer: on a new connection
 * PostgreSQL's driver sends the words of each statement, and later only its name.
 */
final class CommitTrap {
    private static final String BATCH = "INTO source_record";
    private static final Pattern COMMIT = Pattern.compile("(S_\\d+)?\\x00COMMIT\\x00");

    private final boolean letThrough;
    private final Set<Object> batches = ConcurrentHashMap.newKeySet();
    /** What a connection calls its commit from the second time on. */
    private final Map<Object, String> commits = new ConcurrentHashMap<>();

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
            batches.add(connection);
        }
        if (isCommit(connection, text) && batches.remove(connection) && isFirst(connection)) {
            return letThrough;
        }
        return held != connection;
    }

    private boolean isCommit(Object connection, String text) {
        Matcher spelled = COMMIT.matcher(text);
        if (spelled.find()) {
            if (spelled.group(1) != null) {
                commits.put(connection, "\0" + spelled.group(1) + "\0");
            }
            return true;
        }
        String name = commits.get(connection);
        return name != null && text.contains(name);
    }

    private synchronized boolean isFirst(Object connection) {
        if (caught.getCount() == 0) {
            return false;
        }
        held = connection;
        caught.countDown();
        return true;
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
