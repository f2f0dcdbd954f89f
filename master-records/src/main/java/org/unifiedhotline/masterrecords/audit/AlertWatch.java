package org.unifiedhotline.masterrecords.audit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.unifiedhotline.mappings.canonical.Centre;
import org.unifiedhotline.masterrecords.database.HubDatabase;
import org.unifiedhotline.masterrecords.records.MasterId;

/**
 * Looks every few seconds at what this instance put on record since, and puts on record what of it is unusual. How many people
 * somebody was shown, or refused at, is counted over all instances.
 */
final class AlertWatch implements AutoCloseable {
    static final String MANY_PEOPLE = "many people in a short time";
    static final String MANY_REFUSED = "refused at many people in a short time";
    static final String OUTSIDE_CENTRE = "outside their own centre";
    static final String LIST_OUTSIDE_CENTRE = "a list from outside their own centre";
    static final String WATCHED = "a watched person";
    static final String WATCHED_REFUSED = "refused at a watched person";
    static final String WHOLE_LIST = "a list of everybody";

    private static final Logger LOG = LoggerFactory.getLogger(AlertWatch.class);
    private static final Duration EVERY = Duration.ofSeconds(2);
    /** The glass is broken for twelve hours at most. */
    private static final Duration LONGEST_GLASS = Duration.ofHours(12);

    private static final Set<String> READING =
            Set.of(AuditKind.READ.name(), AuditKind.SEARCH.name(), AuditKind.EXPORT.name(), AuditKind.REVEAL.name());

    private final HubDatabase hub;
    private final AuditTable table;
    private final AlertTable tables;
    private final Seal seal;
    private final AlertRules rules;
    private final AuditTrail trail;
    private final Clock clock;
    private final Thread looking = new Thread(this::lookAgainAndAgain, "audit alerts");
    /** The last entry of each account whose people are still to be counted. */
    private final Map<String, AuditEntry> shown = new LinkedHashMap<>();

    private final Map<String, AuditEntry> refused = new LinkedHashMap<>();
    private long seen;

    AlertWatch(HubDatabase hub, AuditKeys keys, AlertRules rules, AuditTrail trail, Clock clock) {
        this.hub = hub;
        this.table = new AuditTable(hub);
        this.tables = new AlertTable(hub);
        this.seal = keys.seal(hub);
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

    /** Looks at all that came since it looked last; what fails is looked at again, so that it is rather told twice than never. */
    void look() {
        List<AuditEntry> since = new ArrayList<>();
        hub.read(() -> table.every(seen + 1, Long.MAX_VALUE, since::add));
        for (AuditEntry entry : since) {
            if (isLookedAt(entry)) {
                lookAt(entry);
            }
            seen = entry.sequence();
        }
        each(shown, this::manyPeople);
        each(refused, this::manyRefused);
    }

    private void lookAt(AuditEntry entry) {
        watched(entry);
        String account = entry.account();
        if (account == null) {
            return;
        }
        if (!entry.refused()) {
            wholeList(account, entry);
            outsideCentre(account, entry);
        }
        if (!entry.masters().isEmpty()) {
            (entry.refused() ? refused : shown).put(account, entry);
        }
    }

    private static void each(Map<String, AuditEntry> lastOfAccounts, BiConsumer<String, AuditEntry> count) {
        for (Map.Entry<String, AuditEntry> last : List.copyOf(lastOfAccounts.entrySet())) {
            count.accept(last.getKey(), last.getValue());
            lastOfAccounts.remove(last.getKey());
        }
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

    /** Of whoever is opened by an id it is told each time; of lists, which pages ask for again and again, once in the window. */
    private void outsideCentre(String account, AuditEntry entry) {
        if (entry.masters().isEmpty() || !READING.contains(entry.kind())) {
            return;
        }
        boolean listed = !entry.call().contains("{id}") && !entry.call().contains("{localId}");
        Set<Centre> centres = rules.ownCentres().getOrDefault(account, seal.centres(entry));
        if (centres.isEmpty()) {
            return;
        }
        Instant since = entry.at().minus(rules.shown().window());
        List<MasterId> outside = hub.read(() -> listed && tables.wasTold(account, LIST_OUTSIDE_CENTRE, since)
                ? List.of()
                : tables.untouchedBy(centres, ids(entry), account, entry.at().minus(LONGEST_GLASS)));
        if (!outside.isEmpty()) {
            alert(listed ? LIST_OUTSIDE_CENTRE : OUTSIDE_CENTRE, entry, outside, of(entry));
        }
    }

    private void manyPeople(String account, AuditEntry last) {
        if (!rules.isWithoutLimit(account)) {
            Instant since = last.at().minus(rules.shown().window());
            many(MANY_PEOPLE, last, since, rules.peopleOf(account), () -> tables.peopleShown(account, since));
        }
    }

    private void manyRefused(String account, AuditEntry last) {
        Instant since = last.at().minus(rules.refused().window());
        many(MANY_REFUSED, last, since, rules.refused().people(), () -> tables.peopleRefused(account, since));
    }

    private void many(String what, AuditEntry last, Instant since, int usual, LongSupplier count) {
        String account = Objects.requireNonNull(last.account());
        long people = hub.read(() -> tables.wasTold(account, what, since) ? 0 : count.getAsLong());
        if (people > usual) {
            String minutes = String.valueOf(Duration.between(since, last.at()).toMinutes());
            alert(what, last, List.of(), Map.of("people", String.valueOf(people), "minutes", minutes));
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
