package org.unifiedhotline.masterrecords.audit;

import java.time.Instant;
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
                .map(noted -> "entry " + noted.head().sequence() + ", noted in " + heads + ", is missing or another: "
                        + why(head, noted));
    }

    /**
     * Cut or rewritten; or the hub was set back to a backup, and then people must know from when to when what they did is gone:
     * every decision came by a call, and every call is an entry.
     */
    private String why(Head head, Noted noted) {
        Optional<Instant> last = hub.read(() -> table.entry(head.sequence())).map(AuditEntry::at);
        return "the chain was cut or rewritten, or the hub was set back to a backup. If it was: what people decided, erased and"
                + " wrote from " + last.map(Instant::toString).orElse("the beginning") + " to " + noted.at()
                + " or a little later is lost and must be done again; what the legacy systems tell is read anew";
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
