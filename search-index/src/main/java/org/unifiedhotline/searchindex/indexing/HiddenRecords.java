package org.unifiedhotline.searchindex.indexing;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.unifiedhotline.mappings.source.SourceRecordKey;
import org.unifiedhotline.searchindex.SearchUnavailableException;

/**
 * The records of people whom nobody may find, as the hub tells it and not as far as the index has followed: whoever is restricted or
 * erased is not found from then on, also while Elasticsearch takes no documents. Read again when somebody searches and what is known
 * is older than {@link #FRESH}; of many who search at once one reads and the others wait for it.
 */
public final class HiddenRecords {
    /** What was read is used so long. */
    static final Duration FRESH = Duration.ofMillis(500);

    private final Supplier<Set<SourceRecordKey>> hub;
    private final LongSupplier nanoTime;
    private final AtomicLong decisions = new AtomicLong();
    private final ReentrantLock reading = new ReentrantLock();
    private volatile @Nullable Told last;

    HiddenRecords(Supplier<Set<SourceRecordKey>> hub, LongSupplier nanoTime) {
        this.hub = hub;
        this.nanoTime = nanoTime;
    }

    /** What the hub answered to a question that was put then, after so many decisions; or that it did not. */
    private record Told(Set<String> keys, @Nullable DataAccessException away, long askedAt, long decisions) {}

    /**
     * Their keys.
     *
     * @throws SearchUnavailableException if the hub cannot be asked: then nobody is found, for it is not known who may be
     */
    public Set<String> now() {
        Told told = last;
        if (told == null || isOld(told)) {
            told = again();
        }
        if (told.away() != null) {
            throw new SearchUnavailableException("The hub does not tell whom nobody may find", told.away());
        }
        return told.keys();
    }

    /** Something was decided here just now that may be a restriction or an erasure: the next search reads again. */
    public void decided() {
        decisions.incrementAndGet();
    }

    private Told again() {
        reading.lock();
        try {
            Told told = last;
            if (told == null || isOld(told)) {
                told = ask();
                last = told;
            }
            return told;
        } finally {
            reading.unlock();
        }
    }

    private Told ask() {
        long before = decisions.get();
        long now = nanoTime.getAsLong();
        try {
            Set<String> keys =
                    hub.get().stream().map(SourceRecordKey::toString).collect(Collectors.toUnmodifiableSet());
            return new Told(keys, null, now, before);
        } catch (DataAccessException away) {
            // Kept like an answer, so that not everybody who searches waits for a hub that is away, one after the
            // other.
            return new Told(Set.of(), away, nanoTime.getAsLong(), before);
        }
    }

    private boolean isOld(Told told) {
        return told.decisions() != decisions.get() || nanoTime.getAsLong() - told.askedAt() > FRESH.toNanos();
    }
}
