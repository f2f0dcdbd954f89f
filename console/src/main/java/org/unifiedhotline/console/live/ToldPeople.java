package org.unifiedhotline.console.live;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.unifiedhotline.console.audit.AuditedCall;
import org.unifiedhotline.masterrecords.audit.AuditUnavailableException;
import org.unifiedhotline.masterrecords.records.MasterId;

/**
 * Puts on record of whom one stream told: those of a minute together, and at its end, so that the trail does not grow by an entry a change.
 * Used by the stream's thread alone.
 */
final class ToldPeople {
    private static final Logger LOG = LoggerFactory.getLogger(ToldPeople.class);
    private static final Duration TOGETHER = Duration.ofMinutes(1);
    private static final Duration PAUSE = Duration.ofSeconds(5);
    private static final int MOST_TRIES = 720;

    private final AuditedCall call;
    private @Nullable Long since;

    ToldPeople(AuditedCall call) {
        this.call = call;
        call.gather();
    }

    /**
     * Before it is told.
     *
     * @throws AuditUnavailableException if no more can be put on record: then nothing more may be told
     */
    void add(MasterId person) {
        if (since == null) {
            since = System.nanoTime();
        }
        call.masters(List.of(person));
    }

    /**
     * Puts on record what has waited for a minute.
     *
     * @throws AuditUnavailableException if that cannot be done: then nothing more may be told
     */
    void putWhenDue() {
        if (since != null && System.nanoTime() - since >= TOGETHER.toNanos()) {
            call.putMasters();
            since = null;
        }
    }

    /** At the end: puts all on record; whether that could be done. */
    boolean put() {
        var _ = Thread.interrupted(); // by whoever ended the stream
        try {
            call.putMasters();
            since = null;
            return true;
        } catch (AuditUnavailableException away) {
            return false;
        }
    }

    /** After the end: what the trail did not take is kept until it does. */
    void putAtLast() {
        for (int time = 0; time < MOST_TRIES && !put(); time++) {
            try {
                Thread.sleep(PAUSE);
            } catch (InterruptedException again) {
                // the stream has ended already
            }
        }
        if (since != null) {
            LOG.error("of whom a stream told could not be put on record");
        }
    }
}
