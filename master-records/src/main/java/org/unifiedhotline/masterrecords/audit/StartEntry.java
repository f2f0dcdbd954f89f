package org.unifiedhotline.masterrecords.audit;

import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import org.unifiedhotline.masterrecords.database.HubDatabase;

/**
 * What the trail says when the service starts: with what configuration, by fingerprints; and, where that is another than at the last
 * start, that it is, and what of it.
 */
final class StartEntry {
    static final String START = "start";
    static final String ANOTHER = "start with another configuration";

    private final HubDatabase hub;
    private final AuditTable table;
    private final Seal seal;
    private final Map<String, String> now;

    StartEntry(HubDatabase hub, AuditTable table, Seal seal, Map<String, String> now) {
        this.hub = hub;
        this.table = table;
        this.seal = seal;
        this.now = Map.copyOf(now);
    }

    List<AuditEvent> events(Instant at) {
        List<AuditEvent> events = new ArrayList<>();
        events.add(AuditEvent.ofService(at, AuditKind.SERVICE, START, now));
        Map<String, String> before = lastStartedWith();
        TreeSet<String> changed = new TreeSet<>(before.keySet());
        changed.addAll(now.keySet());
        changed.removeIf(name -> Objects.equals(before.get(name), now.get(name)));
        // The first start that tells has nothing to be compared with.
        if (!before.isEmpty() && !changed.isEmpty()) {
            Map<String, String> details = new TreeMap<>();
            details.put("changed", String.join(", ", changed));
            events.add(AuditEvent.ofService(at, AuditKind.CONFIGURATION, ANOTHER, details));
        }
        return events;
    }

    private Map<String, String> lastStartedWith() {
        return hub.read(() -> table.last(AuditKind.SERVICE, START))
                .map(this::opened)
                .orElse(Map.of());
    }

    private Map<String, String> opened(AuditEntry entry) {
        byte[] dataKey = entry.dataKey();
        byte[] sealed = entry.sealed();
        if (dataKey == null || sealed == null) {
            return Map.of();
        }
        try {
            return seal.open(dataKey, sealed);
        } catch (GeneralSecurityException altered) {
            return Map.of(); // for verify-audit to tell
        }
    }
}
