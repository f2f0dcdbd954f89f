package org.unifiedhotline.console.login;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Makes guessing of passwords and secrets slow. Wrong guesses are counted for an account from one address, for the account from anywhere, and
 * for the address whatever the account; beyond what each allows, one waits after each further wrong guess twice as long as before,
 * and what is tried meanwhile is not looked at, right or wrong. A count is forgotten a quarter of an hour after the last wrong guess; a right one
 * forgets the first of the three. Of guesses made at once, no more are looked at than {@value #AT_ONCE} for an account from an address, and after
 * a wrong one no more than it still allows. Counts stand in this instance's memory.
 */
final class GuessThrottle {
    static final int AT_ONCE = 64;

    private static final Duration MEMORY = Duration.ofMinutes(15);
    private static final Duration A_MOMENT = Duration.ofSeconds(1);
    private static final int MOST_COUNTS = 20_000;

    /** What one may get wrong before waiting, and how long one waits at most. */
    enum Kind {
        ACCOUNT_FROM_ADDRESS(5, Duration.ofMinutes(15)),
        /** Milder: whoever guesses from elsewhere must not be able to keep the account's owner out for long. */
        ACCOUNT(30, Duration.ofMinutes(1)),
        /** Milder too: a whole office may share an address. */
        ADDRESS(60, Duration.ofMinutes(1));

        final int free;
        final Duration longest;

        Kind(int free, Duration longest) {
            this.free = free;
            this.longest = longest;
        }
    }

    /** How a try ended. */
    enum Outcome {
        RIGHT,
        WRONG,
        /** It was not looked at: malformed, or something was away. */
        NEITHER
    }

    private record Key(Kind kind, String of) {}

    private record Count(int wrong, Instant last, Instant waitUntil) {}

    private final Clock clock;
    private final Map<Key, Integer> underWay = new HashMap<>();
    private final Map<Key, Count> counts = new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Count> eldest) {
            return size() > MOST_COUNTS;
        }
    };

    GuessThrottle(Clock clock) {
        this.clock = clock;
    }

    /**
     * Before a try is looked at.
     *
     * @param account as whom; null if that is not said
     * @return how long the caller must wait first; zero if the try is to be looked at, after which {@link #end} is to be called
     */
    synchronized Duration begin(@Nullable String account, String address) {
        Instant now = clock.instant();
        Duration wait = keys(account, address).stream()
                .map(key -> wait(key, now))
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
        if (wait.isZero() && account != null) {
            underWay.merge(narrowest(account, address), 1, Integer::sum);
        }
        return wait;
    }

    private Duration wait(Key key, Instant now) {
        Count count = counts.get(key);
        if (count != null && count.last().plus(MEMORY).isBefore(now)) {
            counts.remove(key);
            count = null;
        }
        if (count != null && count.waitUntil().isAfter(now)) {
            return Duration.between(now, count.waitUntil());
        }
        int allowed = count == null ? AT_ONCE : Math.max(1, key.kind().free - count.wrong());
        return underWay.getOrDefault(key, 0) >= allowed ? A_MOMENT : Duration.ZERO;
    }

    /** After a try was looked at. */
    synchronized void end(@Nullable String account, String address, Outcome outcome) {
        Instant now = clock.instant();
        if (account != null) {
            underWay.computeIfPresent(
                    narrowest(account, address), (key, tries) -> tries > 1 ? Integer.valueOf(tries - 1) : null);
        }
        switch (outcome) {
            case RIGHT -> {
                if (account != null) {
                    counts.remove(narrowest(account, address));
                }
            }
            case WRONG ->
                keys(account, address).forEach(key -> {
                    Count before = counts.get(key);
                    counts.put(key, next(key.kind(), before == null ? 1 : before.wrong() + 1, now));
                });
            case NEITHER -> {}
        }
    }

    private static Count next(Kind kind, int wrong, Instant now) {
        int beyond = wrong - kind.free;
        if (beyond < 0) {
            return new Count(wrong, now, now);
        }
        Duration doubled = Duration.ofSeconds(1L << Math.min(beyond + 1, 20));
        return new Count(wrong, now, now.plus(doubled.compareTo(kind.longest) < 0 ? doubled : kind.longest));
    }

    private static Key narrowest(String account, String address) {
        return new Key(Kind.ACCOUNT_FROM_ADDRESS, account + "\n" + address);
    }

    private static List<Key> keys(@Nullable String account, String address) {
        Key ofAddress = new Key(Kind.ADDRESS, address);
        return account == null
                ? List.of(ofAddress)
                : List.of(narrowest(account, address), new Key(Kind.ACCOUNT, account), ofAddress);
    }
}
