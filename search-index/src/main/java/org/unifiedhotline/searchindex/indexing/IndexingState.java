package org.unifiedhotline.searchindex.indexing;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.unifiedhotline.searchindex.documents.IdentityHash;

/** How far the index is behind the hub, as the indexer last saw it, and how what is hashed stands in it. */
public final class IndexingState {
    /** A wait shorter than this is the normal way of a change and no delay. */
    private static final Duration NORMAL = Duration.ofSeconds(3);

    private final AtomicReference<@Nullable Instant> waitingSince = new AtomicReference<>();
    private final IdentityHash identityHash;

    IndexingState(IdentityHash identityHash) {
        this.identityHash = identityHash;
    }

    /** How identity numbers stand in the index. */
    public IdentityHash identityHash() {
        return identityHash;
    }

    /** The oldest change that waits was made at this time. */
    void waiting(Instant since) {
        waitingSince.set(since);
    }

    /** Nothing waits. */
    void caughtUp() {
        waitingSince.set(null);
    }

    /** Since when changes wait longer than they should; null while the index keeps up. */
    public @Nullable Instant behindSince() {
        Instant since = waitingSince.get();
        return since != null && since.plus(NORMAL).isBefore(Instant.now()) ? since : null;
    }
}
