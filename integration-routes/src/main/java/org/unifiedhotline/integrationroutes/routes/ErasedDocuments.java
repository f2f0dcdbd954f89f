package org.unifiedhotline.integrationroutes.routes;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.unifiedhotline.masterrecords.rights.Erasures;
import org.unifiedhotline.masterrecords.rights.Erasures.Unfinished;
import org.unifiedhotline.searchindex.indexing.IndexLife;

/**
 * Lets the search server throw away what it marked as deleted when somebody was erased: at once, and again after the time for which it
 * keeps deletions for its own copies.
 */
final class ErasedDocuments {
    private static final Duration KEPT_BY_THE_SERVER = Duration.ofSeconds(90);

    private final Erasures erasures;
    private final IndexLife index;
    private final Clock clock;
    private final Set<Long> once = new HashSet<>();

    ErasedDocuments(Erasures erasures, IndexLife index, Clock clock) {
        this.erasures = erasures;
        this.index = index;
        this.clock = clock;
    }

    /** Looks once; answers 0, since what is left waits for time to pass. */
    int expunge() {
        List<Unfinished> unfinished = erasures.unfinished();
        Instant before = clock.instant().minus(KEPT_BY_THE_SERVER);
        List<Unfinished> last = unfinished.stream()
                .filter(erasure -> erasure.erasedAt().isBefore(before))
                .toList();
        boolean isNew = unfinished.stream().anyMatch(erasure -> !once.contains(erasure.id()));
        if (isNew || !last.isEmpty()) {
            index.expungeDeleted();
            unfinished.forEach(erasure -> once.add(erasure.id()));
            erasures.finished(last);
            last.forEach(erasure -> once.remove(erasure.id()));
        }
        return 0;
    }
}
