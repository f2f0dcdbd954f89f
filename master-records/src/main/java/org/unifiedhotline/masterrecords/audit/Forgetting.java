package org.unifiedhotline.masterrecords.audit;

import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.unifiedhotline.masterrecords.database.HubDatabase;
import org.unifiedhotline.masterrecords.records.MasterId;
import org.unifiedhotline.masterrecords.rights.TypedTerms;

/**
 * Forgets what was typed about somebody who is erased: the data keys of these entries go, by a function of the table's owner that can
 * do nothing else (config/hub/audit.sql), and with the transaction's commit their secrets in the key tree, without which copies of the
 * keys in backups are worth nothing. What was forgotten so and came back with a backup is forgotten again. An entry of the trail orders it first and names them, so that the check tells what was
 * forgotten by order from what was tampered with. The chain holds: it covers the sealed text, not the key.
 */
final class Forgetting implements TypedTerms {
    /** What the trail calls an order. */
    static final String ORDER = "forget";
    /** The detail of an order that names entries. */
    static final String ENTRIES = "entries";

    /** The kinds of entries that hold such words; the alert tells why the glass was broken. */
    private static final Set<String> WORDS =
            Set.of(AuditKind.DECISION.name(), AuditKind.REVEAL.name(), AuditKind.ALERT.name());

    private static final int NAMED_AT_ONCE = 500;

    private final HubDatabase hub;
    private final AuditTrail trail;
    private final Seal seal;
    private final Clock clock;

    Forgetting(HubDatabase hub, AuditTrail trail, AuditKeys keys, Clock clock) {
        this.hub = hub;
        this.trail = trail;
        this.seal = keys.seal(hub);
        this.clock = clock;
    }

    @Override
    public int forget(
            Predicate<String> tells, Collection<MasterId> masters, BiPredicate<MasterId, Instant> held, String order) {
        Set<UUID> people = masters.stream().map(MasterId::value).collect(Collectors.toSet());
        return hub.write(() -> {
            List<Long> telling = new ArrayList<>();
            List<Long> numbers = new ArrayList<>();
            new AuditTable(hub).every(1, Long.MAX_VALUE, entry -> {
                byte[] dataKey = entry.dataKey();
                if (dataKey != null
                        && !isOrder(entry)
                        && (seal.isForgotten(dataKey)
                                || (!isWordOfHeld(entry, held)
                                        && (isWordAbout(entry, people) || tells(entry, tells))))) {
                    telling.add(entry.sequence());
                    Seal.number(dataKey).ifPresent(numbers::add);
                }
            });
            order(telling, order);
            hub.keys().destroyNumbers(numbers);
            return telling.size();
        });
    }

    private void order(List<Long> found, String order) {
        for (int from = 0; from < found.size(); from += NAMED_AT_ONCE) {
            List<Long> some = found.subList(from, Math.min(from + NAMED_AT_ONCE, found.size()));
            trail.record(AuditEvent.ofService(
                    clock.instant(),
                    AuditKind.SERVICE,
                    ORDER,
                    Map.of(
                            "order",
                            order,
                            ENTRIES,
                            some.stream().map(String::valueOf).collect(Collectors.joining(" ")))));
            hub.sql()
                    .sql("SELECT audit.forget(?)")
                    .param(some.toArray(Long[]::new))
                    .query(Integer.class)
                    .single();
        }
    }

    /** What was typed in deciding about them, or in breaking the glass: reasons, notes; but not why they were erased. */
    private static boolean isWordAbout(AuditEntry entry, Set<UUID> people) {
        return WORDS.contains(entry.kind())
                && !entry.call().endsWith("/erase")
                && entry.masters().stream().anyMatch(people::contains);
    }

    /** What was typed in deciding about somebody of whom a hold keeps something stays, also where it was about others too. */
    private static boolean isWordOfHeld(AuditEntry entry, BiPredicate<MasterId, Instant> held) {
        return WORDS.contains(entry.kind())
                && entry.masters().stream().anyMatch(master -> held.test(new MasterId(master), entry.at()));
    }

    static boolean isOrder(AuditEntry entry) {
        return entry.kind().equals(AuditKind.SERVICE.name()) && entry.call().equals(ORDER);
    }

    private boolean tells(AuditEntry entry, Predicate<String> tells) {
        byte[] dataKey = entry.dataKey();
        byte[] sealed = entry.sealed();
        if (dataKey == null || sealed == null) {
            return false;
        }
        try {
            return seal.open(dataKey, sealed).values().stream().anyMatch(tells);
        } catch (GeneralSecurityException altered) {
            return false; // for verify-audit to tell
        }
    }
}
