package org.unifiedhotline.masterrecords.audit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.unifiedhotline.mappings.canonical.Centre;
import org.unifiedhotline.masterrecords.database.HubDatabase;
import org.unifiedhotline.masterrecords.records.MasterId;

/**
 * Looks every few seconds at what this instance put on record since, and puts on record what of it is unusual. How many people
 * somebody was shown is counted over all instances.
 */
final class AlertWatch implements AutoCloseable {
    static final String MANY_PEOPLE = "many people in a short time";
    static final String OUTSIDE_CENTRE = "outside their own centre";
    static final String WATCHED = "a watched person";
    static final String WATCHED_REFUSED = "refused at a watched person";
    static final String WHOLE_LIST = "a list of everybody";

    private static final Logger LOG = LoggerFactory.getLogger(AlertWatch.class);
    private static final Duration EVERY = Duration.ofSeconds(2);

    private final HubDatabase hub;
    private final AuditTable table;
    private final AlertTable tables;
    private final AlertRules rules;
    private final AuditTrail trail;
    private final Clock clock;
    private final Thread looking = new Thread(this::lookAgainAndAgain, "audit alerts");
    private long seen;

    AlertWatch(HubDatabase hub, AlertRules rules, AuditTrail trail, Clock clock) {
        this.hub = hub;
        this.table = new AuditTable(hub);
        this.tables = new AlertTable(hub);
        this.rules = rules;
        this.trail = trail;
        this.clock = clock;
    }

    void start() {
        seen = hub.read(table::head).sequence();
        looking.setDaemon(true);
        looking.start();
    }

    private void lookAgainAndAgain() {
        try {
            while (true) {
                Thread.sleep(EVERY);
                lookSafely();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void lookSafely() {
        try {
            look();
        } catch (RuntimeException e) {
            LOG.warn("unusual reading could not be looked for: {}", e.getClass().getName());
        }
    }

    /** Looks at all that came since it looked last. */
    void look() {
        List<AuditEntry> since = new ArrayList<>();
        hub.read(() -> table.every(seen + 1, Long.MAX_VALUE, since::add));
        if (since.isEmpty()) {
            return;
        }
        seen = since.getLast().sequence();
        Map<String, AuditEntry> lastOfAccounts = new LinkedHashMap<>();
        since.stream().filter(this::isLookedAt).forEach(entry -> {
            watched(entry);
            String account = entry.account();
            if (account != null && !entry.refused()) {
                wholeList(account, entry);
                outsideCentre(account, entry);
                if (!entry.masters().isEmpty()) {
                    lastOfAccounts.put(account, entry);
                }
            }
        });
        lastOfAccounts.forEach(this::manyPeople);
    }

    /** What the service does by itself is nobody's reading; whoever was refused may be nobody who is known. */
    private boolean isLookedAt(AuditEntry entry) {
        return entry.instance().equals(trail.instance())
                && (entry.account() != null || entry.refused())
                && !OwnTelling.isCall(entry.call())
                && !entry.kind().equals(AuditKind.ALERT.name());
    }

    private void watched(AuditEntry entry) {
        List<MasterId> met =
                ids(entry).stream().filter(rules.watched()::contains).toList();
        if (!met.isEmpty()) {
            alert(entry.refused() ? WATCHED_REFUSED : WATCHED, entry, met, of(entry));
        }
    }

    /** Nobody is named in it, so that it does not count as many people. */
    private void wholeList(String account, AuditEntry entry) {
        if (rules.wholeLists().contains(entry.call())
                && entry.status() < 400
                && entry.masters().isEmpty()
                && !rules.isWithoutLimit(account)) {
            alert(WHOLE_LIST, entry, List.of(), of(entry));
        }
    }

    private static Map<String, String> of(AuditEntry entry) {
        return Map.of("of", "entry " + entry.sequence());
    }

    private void outsideCentre(String account, AuditEntry entry) {
        Set<Centre> centres = rules.ownCentres().get(account);
        if (centres == null || entry.masters().isEmpty() || !entry.kind().equals(AuditKind.READ.name())) {
            return;
        }
        List<MasterId> outside = hub.read(() -> tables.untouchedBy(centres, ids(entry)));
        if (!outside.isEmpty()) {
            alert(OUTSIDE_CENTRE, entry, outside, of(entry));
        }
    }

    private void manyPeople(String account, AuditEntry last) {
        if (rules.isWithoutLimit(account)) {
            return;
        }
        Instant since = clock.instant().minus(rules.window());
        long people =
                hub.read(() -> tables.wasTold(account, MANY_PEOPLE, since) ? 0 : tables.peopleShown(account, since));
        if (people > rules.peopleOf(account)) {
            alert(
                    MANY_PEOPLE,
                    last,
                    List.of(),
                    Map.of(
                            "people",
                            String.valueOf(people),
                            "minutes",
                            String.valueOf(rules.window().toMinutes())));
        }
    }

    private void alert(String what, AuditEntry of, List<MasterId> masters, Map<String, String> details) {
        trail.record(new AuditEvent(
                clock.instant(),
                of.account(),
                of.roles(),
                of.address(),
                AuditKind.ALERT,
                what,
                0,
                false,
                masters,
                details));
    }

    private static List<MasterId> ids(AuditEntry entry) {
        return entry.masters().stream().map((UUID id) -> new MasterId(id)).toList();
    }

    @Override
    public void close() {
        looking.interrupt();
    }
}
