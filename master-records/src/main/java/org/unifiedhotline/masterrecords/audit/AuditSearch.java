package org.unifiedhotline.masterrecords.audit;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.unifiedhotline.mappings.canonical.Centre;
import org.unifiedhotline.mappings.standardization.Folding;
import org.unifiedhotline.masterrecords.database.HubDatabase;

/** Reads the trail for the auditor, with what was sealed opened. */
public final class AuditSearch {
    private final HubDatabase hub;
    private final AuditTable table;
    private final Seal seal;

    AuditSearch(HubDatabase hub, AuditKeys keys) {
        this.hub = hub;
        this.table = new AuditTable(hub);
        this.seal = keys.seal(hub);
    }

    /**
     * An entry as the auditor sees it.
     *
     * @param details what was sealed; null if its key was destroyed, or does not open it ({@code verify-audit} says more)
     */
    public record Shown(
            long sequence,
            Instant at,
            UUID instance,
            @Nullable String account,
            List<String> roles,
            @Nullable String address,
            AuditKind kind,
            String call,
            int status,
            boolean refused,
            List<UUID> masters,
            @Nullable Map<String, String> details) {}

    /** Hands over every entry that a question is about, one by one, however many there are. */
    public void each(AuditQuestion question, Consumer<Shown> use) {
        List<String> typed = words(question.typed());
        long[] found = new long[1];
        hub.read(() -> table.matching(question, entry -> {
            Shown shown = shown(entry);
            if (tells(shown, typed)) {
                use.accept(shown);
                found[0]++;
            }
            return found[0] >= question.limit();
        }));
    }

    private static List<String> words(@Nullable String typed) {
        return typed == null ? List.of() : List.of(Folding.fold(typed.strip()).split("\\s+"));
    }

    private static boolean tells(Shown entry, List<String> words) {
        if (words.isEmpty()) {
            return true;
        }
        Map<String, String> details = entry.details();
        if (details == null) {
            return false;
        }
        String typed = Folding.fold(String.join("\n", details.values()));
        return words.stream().allMatch(typed::contains);
    }

    /**
     * An account that ever did what is on record, with what it had when it did so last.
     *
     * @param centres its own, as {@code roles.yaml} or its provider told; none where the entry tells none
     */
    public record SeenAccount(String name, List<String> roles, Set<Centre> centres, Instant lastAt) {}

    /** Every account of the trail, by name. */
    public List<SeenAccount> accountsSeen() {
        return table.lastOfAccounts().stream()
                .map(entry -> new SeenAccount(
                        Objects.requireNonNull(entry.account()), entry.roles(), seal.centres(entry), entry.at()))
                .toList();
    }

    private Shown shown(AuditEntry entry) {
        return new Shown(
                entry.sequence(),
                entry.at(),
                entry.instance(),
                entry.account(),
                entry.roles(),
                entry.address(),
                AuditKind.valueOf(entry.kind()),
                entry.call(),
                entry.status(),
                entry.refused(),
                entry.masters(),
                seal.open(entry).orElse(null));
    }
}
