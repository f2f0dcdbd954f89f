package org.unifiedhotline.console.audit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Keeps one caller's refusals from filling the trail: of each call from each address, the first {@value #EACH} of a minute have entries
 * of their own; what follows is counted, and the first of a later minute tells how many were left out. A count that no later refusal
 * tells is lost with the memory.
 */
final class RefusalThrottle {
    static final int EACH = 20;

    private static final Duration WINDOW = Duration.ofMinutes(1);
    private static final int MOST_CALLERS = 10_000;

    private final Clock clock;
    private final Map<String, Window> windows = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Window> eldest) {
            return size() > MOST_CALLERS;
        }
    };

    RefusalThrottle(Clock clock) {
        this.clock = clock;
    }

    /** What is done with a refusal. */
    sealed interface Verdict {
        /** It gets an entry, which also tells how many were left out before it. */
        record Write(long leftOut) implements Verdict {}

        /** It is counted only. */
        record LeaveOut() implements Verdict {}
    }

    private static final class Window {
        private final Instant since;
        private int count;

        Window(Instant since) {
            this.since = since;
        }
    }

    synchronized Verdict next(@Nullable String account, @Nullable String address, String call) {
        String caller = account + "\n" + address + "\n" + call;
        Instant now = clock.instant();
        Window window = windows.get(caller);
        long leftOut = 0;
        if (window == null || window.since.plus(WINDOW).isBefore(now)) {
            leftOut = window == null ? 0 : Math.max(0, window.count - EACH);
            window = new Window(now);
            windows.put(caller, window);
        }
        window.count++;
        return window.count > EACH ? new Verdict.LeaveOut() : new Verdict.Write(leftOut);
    }
}
