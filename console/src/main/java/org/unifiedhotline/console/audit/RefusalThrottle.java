package org.unifiedhotline.console.audit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Keeps one caller's refusals from filling the trail: of each call from each address, the first {@value #EACH} of a minute have entries
 * of their own; what follows is counted, and handed over when the minute is over ({@link LeftOutRefusals}).
 */
final class RefusalThrottle {
    static final int EACH = 20;

    private static final Duration WINDOW = Duration.ofMinutes(1);
    private static final int MOST_CALLERS = 10_000;

    private final Clock clock;
    private final Map<Refused, Window> windows = new LinkedHashMap<>(16, 0.75f, true);
    private List<LeftOut> over = new ArrayList<>();

    RefusalThrottle(Clock clock) {
        this.clock = clock;
    }

    /** Who was refused what, from where. */
    private record Refused(
            @Nullable String account, @Nullable String address, String call) {
        static Refused of(CallFacts facts) {
            return new Refused(facts.account(), facts.address(), facts.call());
        }
    }

    /**
     * Refusals of a minute that have no entries of their own.
     *
     * @param last what is known of the last of them
     * @param status with which it was answered
     * @param count how many
     * @param since when the minute began
     */
    record LeftOut(CallFacts last, int status, long count, Instant since) {}

    private static final class Window {
        private final Instant since;
        private CallFacts last;
        private int status;
        private long count;

        Window(Instant since, CallFacts first) {
            this.since = since;
            this.last = first;
        }
    }

    /** Counts a refusal; whether it gets an entry of its own. */
    synchronized boolean isWritten(CallFacts facts, int status) {
        Refused refused = Refused.of(facts);
        Instant now = clock.instant();
        Window window = windows.get(refused);
        if (window != null && isOver(window, now)) {
            end(window);
            window = null;
        }
        if (window == null) {
            window = new Window(now, facts);
            windows.put(refused, window);
            forgetEldest();
        }
        window.last = facts;
        window.status = status;
        window.count++;
        return window.count <= EACH;
    }

    /** What was left out in minutes that are over, or in all; told once. */
    synchronized List<LeftOut> leftOut(boolean all) {
        Instant now = clock.instant();
        for (Iterator<Window> each = windows.values().iterator(); each.hasNext(); ) {
            Window window = each.next();
            if (all || isOver(window, now)) {
                end(window);
                each.remove();
            }
        }
        List<LeftOut> told = over;
        over = new ArrayList<>();
        return told;
    }

    private static boolean isOver(Window window, Instant now) {
        return !window.since.plus(WINDOW).isAfter(now);
    }

    private void end(Window window) {
        if (window.count > EACH) {
            over.add(new LeftOut(window.last, window.status, window.count - EACH, window.since));
        }
    }

    private void forgetEldest() {
        if (windows.size() > MOST_CALLERS) {
            Iterator<Window> eldest = windows.values().iterator();
            end(eldest.next());
            eldest.remove();
        }
    }
}
