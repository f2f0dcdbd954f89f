package org.unifiedhotline.console.audit;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.unifiedhotline.console.audit.RefusalThrottle.LeftOut;
import org.unifiedhotline.masterrecords.audit.AuditEvent;
import org.unifiedhotline.masterrecords.audit.AuditTrail;
import org.unifiedhotline.masterrecords.audit.AuditUnavailableException;

/**
 * Puts on record how many refusals had no entry of their own, whose, from where and whom they asked for: seconds after each minute that had some, and
 * when the service stops. What the trail does not take is kept for the next time.
 */
final class LeftOutRefusals implements AutoCloseable {
    /** The detail that says how many. */
    static final String LEFT_OUT = "leftOut";

    private static final Logger LOG = LoggerFactory.getLogger(LeftOutRefusals.class);
    private static final long EVERY_SECONDS = 5;

    private final AuditTrail trail;
    private final RefusalThrottle throttle;
    private final Clock clock;
    private final List<LeftOut> waiting = new ArrayList<>();
    private final ScheduledExecutorService sweeps = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("left out refusals").daemon().factory());

    LeftOutRefusals(AuditTrail trail, Clock clock) {
        this.trail = trail;
        this.throttle = new RefusalThrottle(clock);
        this.clock = clock;
    }

    void start() {
        var _ = sweeps.scheduleWithFixedDelay(() -> write(false), EVERY_SECONDS, EVERY_SECONDS, TimeUnit.SECONDS);
    }

    RefusalThrottle throttle() {
        return throttle;
    }

    /** Before the trail itself ends. */
    @Override
    public void close() {
        sweeps.shutdown();
        write(true);
    }

    private synchronized void write(boolean all) {
        waiting.addAll(throttle.leftOut(all));
        try {
            while (!waiting.isEmpty()) {
                trail.record(event(waiting.getFirst()));
                waiting.removeFirst();
            }
        } catch (AuditUnavailableException e) {
            LOG.warn("{} counts of refusals wait to be put on record: {}", waiting.size(), e.getMessage());
        }
    }

    private AuditEvent event(LeftOut left) {
        CallFacts last = left.last();
        Map<String, String> details = new LinkedHashMap<>();
        details.put(LEFT_OUT, String.valueOf(left.count()));
        details.put("since", left.since().toString());
        details.computeIfAbsent(AuditEvent.CENTRES, last.details()::get);
        if (left.more()) {
            details.put("more", "others were asked for than are named");
        }
        return new AuditEvent(
                clock.instant(),
                last.account(),
                last.roles(),
                last.address(),
                last.kind(),
                last.call(),
                left.status(),
                true,
                left.asked(),
                details);
    }
}
