package org.unifiedhotline.console.login;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.unifiedhotline.masterrecords.desk.LogOuts;

/**
 * Knows whose sessions and tokens were ended everywhere. The hub is asked again every two seconds while somebody calls, so that what
 * another instance ended ends here too; while the hub is away what was known last holds.
 */
@Component
public final class EndedLogins {
    /** What a provider calls a person, and a session of theirs: kept apart from names of accounts. */
    static final String SUBJECT = "provider-subject:";

    static final String PROVIDER_SESSION = "provider-session:";

    private static final Logger LOG = LoggerFactory.getLogger(EndedLogins.class);
    private static final Duration FRESH = Duration.ofSeconds(2);
    /** No session ({@link SessionProperties}) and no token ({@link OpenIdTokens}) lives longer, clocks that differ included. */
    private static final Duration LONGEST_LIFE = Duration.ofHours(25);

    private final LogOuts table;
    private final Clock clock = Clock.systemUTC();
    private volatile Known known = new Known(Map.of(), Instant.EPOCH);

    private record Known(Map<String, Instant> ends, Instant at) {}

    EndedLogins(LogOuts table) {
        this.table = table;
    }

    /** Ends every session and token of theirs that began before now. */
    public void end(String whose) {
        table.end(whose, LONGEST_LIFE);
        known = new Known(table.all(), clock.instant());
    }

    /** Whether what began then, by any of these names, was ended since. */
    boolean isEnded(Collection<String> names, Instant began) {
        Map<String, Instant> ends = fresh().ends();
        return !ends.isEmpty()
                && names.stream()
                        .anyMatch(name -> ends.getOrDefault(name, Instant.EPOCH).isAfter(began));
    }

    private Known fresh() {
        Known now = known;
        if (now.at().plus(FRESH).isAfter(clock.instant())) {
            return now;
        }
        synchronized (this) {
            if (known.at().equals(now.at())) {
                known = new Known(asked(now.ends()), clock.instant());
            }
            return known;
        }
    }

    private Map<String, Instant> asked(Map<String, Instant> before) {
        try {
            return table.all();
        } catch (RuntimeException away) {
            LOG.warn("cannot ask whose logins were ended: {}", away.getClass().getName());
            return before;
        }
    }
}
