package org.unifiedhotline.masterrecords.audit;

import java.util.Optional;
import org.unifiedhotline.masterrecords.audit.HeadsFile.Noted;
import org.unifiedhotline.masterrecords.database.HubDatabase;

/** A first look at the chain when the service starts: its end only. {@link AuditCheck} looks at all of it. */
final class ChainStart {
    private final HubDatabase hub;
    private final AuditTable table;
    private final Chain chain;
    private final HeadsFile heads;

    ChainStart(HubDatabase hub, AuditTable table, Chain chain, HeadsFile heads) {
        this.hub = hub;
        this.table = table;
        this.chain = chain;
        this.heads = heads;
    }

    /** What is wrong with the end of the chain, if anything is. */
    Optional<String> complaint(Head head) {
        if (head.sequence() > 0 && !isOurs(head.sequence())) {
            return Optional.of("entry " + head.sequence() + " does not carry the hash that " + AuditKeys.CHAIN
                    + " gives: another key, or the entry was altered");
        }
        return heads.read().heads().stream()
                .reduce((earlier, later) -> later)
                .filter(noted -> !stands(noted))
                .map(noted -> "entry " + noted.head().sequence() + ", noted in " + heads
                        + ", is missing or another: the chain was cut or rewritten");
    }

    private boolean isOurs(long sequence) {
        return hub.read(() -> {
            byte[] before = sequence == 1
                    ? Head.NONE.mac()
                    : table.entry(sequence - 1).map(AuditEntry::mac).orElse(Head.NONE.mac());
            return table.entry(sequence)
                    .map(entry -> chain.holds(before, entry))
                    .orElse(false);
        });
    }

    private boolean stands(Noted noted) {
        return hub.read(() -> table.entry(noted.head().sequence())
                .map(entry -> entry.head().equals(noted.head()))
                .orElse(false));
    }
}
