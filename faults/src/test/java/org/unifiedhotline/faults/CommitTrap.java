package org.unifiedhotline.faults;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Looks at what goes to the hub and holds the first commit of a batch of changes until it is let go, and then its answer: on a
 * new connection PostgreSQL's driver sends the words of each statement, and later only its name. Connections are known by
 * the port by which the hub knows them.
 */
final class CommitTrap {
    private static final String BATCH = "INTO source_record";
    private static final Pattern COMMIT = Pattern.compile("(S_\\d+)?\\x00COMMIT\\x00");

    private final Set<Integer> batches = ConcurrentHashMap.newKeySet();
    /** What a connection calls its commit from the second time on. */
    private final Map<Integer, String> commits = new ConcurrentHashMap<>();

    private final CountDownLatch caught = new CountDownLatch(1);
    private final CountDownLatch decided = new CountDownLatch(1);
    private volatile boolean letThrough;
    private volatile int held;

    /**
     * Told what a client sends before it is passed on; the caught commit waits here.
     *
     * @return whether it may be passed on
     */
    boolean mayPass(int port, byte[] bytes, int length) throws InterruptedException {
        String text = new String(bytes, 0, length, StandardCharsets.ISO_8859_1);
        if (text.contains(BATCH)) {
            batches.add(port);
        }
        if (isCommit(port, text) && batches.remove(port) && isFirst(port)) {
            decided.await();
            return letThrough;
        }
        return held != port;
    }

    private boolean isCommit(int port, String text) {
        Matcher spelled = COMMIT.matcher(text);
        if (spelled.find()) {
            if (spelled.group(1) != null) {
                commits.put(port, "\0" + spelled.group(1) + "\0");
            }
            return true;
        }
        String name = commits.get(port);
        return name != null && text.contains(name);
    }

    private synchronized boolean isFirst(int port) {
        if (held != 0) {
            return false;
        }
        held = port;
        caught.countDown();
        return true;
    }

    /** Whether what the server answers on a connection is held. */
    boolean holdsAnswer(int port) {
        return held == port;
    }

    /** Returns when a commit was caught, and tells by which port the hub knows its connection. */
    int await(ServiceProcess service) {
        service.waitUntil("it commits a batch", () -> caught.getCount() == 0);
        return held;
    }

    /** Lets the caught commit go to the hub, whose answer is held; or loses it. Only the first word counts. */
    void decide(boolean through) {
        if (decided.getCount() > 0) {
            letThrough = through;
            decided.countDown();
        }
    }
}
