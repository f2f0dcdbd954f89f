package org.unifiedhotline.masterrecords.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Makes entries of events and puts them behind the chain's last. */
final class ChainEnd {
    private final AuditTable table;
    private final Chain chain;
    private final Seal seal;
    private final UUID instance;

    /**
     * Of one run.
     *
     * @param instance the run that writes
     */
    ChainEnd(AuditTable table, Chain chain, Seal seal, UUID instance) {
        this.table = table;
        this.chain = chain;
        this.seal = seal;
        this.instance = instance;
    }

    /** Appends behind {@code last}, in a transaction that nobody else appends in; where the chain ends then. */
    Head append(Head last, List<AuditEvent> events) {
        Head end = last;
        List<AuditEntry> entries = new ArrayList<>();
        for (AuditEvent event : events) {
            AuditEntry entry = entry(event, end.sequence() + 1);
            end = new Head(entry.sequence(), chain.mac(end.mac(), entry));
            entries.add(entry.withMac(end.mac()));
        }
        table.append(entries);
        return end;
    }

    private AuditEntry entry(AuditEvent event, long sequence) {
        Seal.Sealed sealed = event.details().isEmpty() ? null : seal.seal(event.details());
        return new AuditEntry(
                sequence,
                event.at(),
                instance,
                event.account(),
                event.roles(),
                event.address(),
                event.kind().name(),
                event.call(),
                event.status(),
                event.refused(),
                event.masters().stream().map(master -> master.value()).toList(),
                sealed == null ? null : sealed.dataKey(),
                sealed == null ? null : sealed.text(),
                Head.NONE.mac());
    }
}
