package org.unifiedhotline.console.live;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.unifiedhotline.console.problems.ProblemException;
import org.unifiedhotline.masterrecords.scope.ReaderScope;

/** All open streams of this instance, and how many there may be. */
final class Listeners {
    private final int mostOfAnAccount;
    private final int most;
    private final List<Listener> open = new CopyOnWriteArrayList<>();

    Listeners(int mostOfAnAccount, int most) {
        this.mostOfAnAccount = mostOfAnAccount;
        this.most = most;
    }

    /**
     * Takes one more in. Where its account has as many as it may have, the oldest of them gives way: windows that have gone are
     * noticed late only, and the one that is looked at is the newest.
     *
     * @throws ProblemException 429 if all accounts together have as many as there may be
     */
    synchronized void add(Listener listener) {
        List<Listener> own = open.stream()
                .filter(other -> other.account().equals(listener.account()))
                .toList();
        if (own.size() >= mostOfAnAccount) {
            open.remove(own.getFirst());
            own.getFirst().replace();
        }
        if (open.size() >= most) {
            throw ProblemException.tooMany("As many live streams as may be are open; close one, or ask later.");
        }
        open.add(listener);
    }

    void remove(Listener listener) {
        open.remove(listener);
    }

    boolean isEmpty() {
        return open.isEmpty();
    }

    int size() {
        return open.size();
    }

    void offer(LiveEvent event) {
        open.forEach(listener -> listener.offer(event));
    }

    /** The scopes of all that listen, each once. */
    Set<ReaderScope> scopes() {
        return open.stream().map(Listener::scope).collect(Collectors.toUnmodifiableSet());
    }

    /** Offers a change to those of this scope. */
    void offer(LiveEvent event, ReaderScope scope) {
        open.stream().filter(listener -> listener.scope().equals(scope)).forEach(listener -> listener.offer(event));
    }

    void endOf(String session) {
        open.stream().filter(listener -> listener.isOf(session)).forEach(Listener::end);
    }

    void endAll() {
        open.forEach(Listener::end);
    }
}
