package org.unifiedhotline.console.audit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.unifiedhotline.masterrecords.records.MasterId;

/**
 * Keeps one caller's refusals from filling the trail: of each call from each address, the first {@value #EACH} of a minute have entries
 * of their own; what follows is counted, and handed over with whom it asked for when the minute is over ({@link LeftOutRefusals}).
 */
final class RefusalThrottle {
    static final int EACH = 20;

    private static final Duration WINDOW = Duration.ofMinutes(1);
    private static final int MOST_CALLERS = 10_000;
    private static final int MOST_ASKED = 1_000;
    private static final int MOST_ASKED_IN_ALL = 100_000;

    private final Clock clock;
    private final Map<Refused, Window> windows = new LinkedHashMap<>(16, 0.75f, true);
    private List<LeftOut> over = new ArrayList<>();
    private int askedInAll;

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
     * @param asked the master records that they asked for, the first {@value #MOST_ASKED}
     * @param more whether they asked for others too
     */
    record LeftOut(CallFacts last, int status, long count, Instant since, List<MasterId> asked, boolean more) {}

    private static final class Window {
        private final Instant since;
        private CallFacts last;
        private int status;
        private long count;
        private final Set<MasterId> asked = new LinkedHashSet<>();
        private boolean more;

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
        if (window.count > EACH) {
            keep(window, facts.asked());
        }
        return window.count <= EACH;
    }

    private void keep(Window window, List<MasterId> asked) {
        for (MasterId id : asked) {
            if (window.asked.size() < MOST_ASKED && askedInAll < MOST_ASKED_IN_ALL) {
                askedInAll += window.asked.add(id) ? 1 : 0;
            } else {
                window.more |= !window.asked.contains(id);
            }
        }
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
        told.forEach(left -> askedInAll -= left.asked().size());
        over = new ArrayList<>();
        return told;
    }

    private static boolean isOver(Window window, Instant now) {
        return !window.since.plus(WINDOW).isAfter(now);
    }

    private void end(Window window) {
        if (window.count > EACH) {
            over.add(new LeftOut(
                    window.last,
                    window.status,
                    window.count - EACH,
                    window.since,
                    List.copyOf(window.asked),
                    window.more));
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
