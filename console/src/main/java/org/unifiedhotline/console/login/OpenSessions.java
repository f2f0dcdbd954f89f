package org.unifiedhotline.console.login;

import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.HttpSessionEvent;
import jakarta.servlet.http.HttpSessionListener;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.DisposableBean;

/** Ends sessions that are over also when nothing more is asked by them, and with them the streams that they keep open. */
final class OpenSessions implements HttpSessionListener, DisposableBean {
    private static final int EVERY_SECONDS = 5;

    private final Set<HttpSession> open = ConcurrentHashMap.newKeySet();
    private final SessionProperties times;
    private final EndedLogins ended;
    private final Clock clock;
    private final ScheduledExecutorService sweeps = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("ended-sessions").factory());

    OpenSessions(SessionProperties times, EndedLogins ended, Clock clock) {
        this.times = times;
        this.ended = ended;
        this.clock = clock;
        var _ = sweeps.scheduleWithFixedDelay(this::sweep, EVERY_SECONDS, EVERY_SECONDS, TimeUnit.SECONDS);
    }

    @Override
    public void sessionCreated(HttpSessionEvent event) {
        open.add(event.getSession());
    }

    @Override
    public void sessionDestroyed(HttpSessionEvent event) {
        open.remove(event.getSession());
    }

    private void sweep() {
        for (HttpSession session : List.copyOf(open)) {
            try {
                PersonSession person = PersonSession.of(session);
                if (person != null && isOver(person)) {
                    session.invalidate();
                }
            } catch (IllegalStateException gone) {
                open.remove(session);
            }
        }
    }

    private boolean isOver(PersonSession person) {
        return person.isOver(times, clock.instant()) || ended.isEnded(person.names(), person.began());
    }

    @Override
    public void destroy() {
        sweeps.shutdownNow();
    }
}
