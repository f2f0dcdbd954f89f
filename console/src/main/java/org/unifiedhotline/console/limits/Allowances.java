package org.unifiedhotline.console.limits;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * What each caller may still ask: a store that fills evenly and of which each request takes one (a token bucket). Held in this instance's
 * memory, for the callers seen last; whoever was not seen for long has a full one.
 */
final class Allowances {
    private static final int MOST_CALLERS = 20_000;
    private static final double NANOS = 1e9;

    private final double perSecond;
    private final double burst;
    private final LongSupplier nanoTime;
    private final Map<String, Store> stores = new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Store> eldest) {
            return size() > MOST_CALLERS;
        }
    };

    private record Store(double left, long at) {}

    Allowances(int perSecond, int burst, LongSupplier nanoTime) {
        this.perSecond = perSecond;
        this.burst = burst;
        this.nanoTime = nanoTime;
    }

    /** Takes one; answers how long to wait if there is none, which takes nothing. */
    synchronized Duration take(String caller) {
        long now = nanoTime.getAsLong();
        Store before = stores.get(caller);
        double left = before == null ? burst : Math.min(burst, before.left() + (now - before.at()) / NANOS * perSecond);
        boolean enough = left >= 1;
        stores.put(caller, new Store(enough ? left - 1 : left, now));
        return enough ? Duration.ZERO : Duration.ofNanos((long) ((1 - left) / perSecond * NANOS) + 1);
    }
}
