package org.unifiedhotline.masterrecords.resolution;

import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;
import org.unifiedhotline.masterrecords.database.HubDatabase;
import org.unifiedhotline.masterrecords.ingest.SetAside;
import org.unifiedhotline.masterrecords.queue.ResolutionQueue;
import org.unifiedhotline.masterrecords.queue.ResolutionQueue.Entry;

/**
 * Keeps one record that the engine fails at from holding up all others: a batch that fails is halved down to it, and it is
 * set aside. Where very many fail, the fault is not theirs, and nobody is set aside any more.
 */
final class Isolation {
    private static final Logger LOG = LoggerFactory.getLogger(Isolation.class);
    private static final int MOST_AT_ONCE = 20;
    /** In a bulk resolution, at most one record in so many is set aside. */
    private static final int MOST_SHARE = 100;

    private final HubDatabase hub;
    private final ResolutionQueue queue;
    private final SetAside setAside;
    private int found;

    Isolation(HubDatabase hub) {
        this.hub = hub;
        this.queue = new ResolutionQueue(hub);
        this.setAside = new SetAside(hub);
    }

    /** Whether what failed is the database, or another's being at work, rather than a record. */
    static boolean isOfTheDatabase(RuntimeException failure) {
        return failure instanceof DataAccessException
                || failure instanceof TransactionException
                || failure instanceof HubBusyException;
    }

    /**
     * Does what can be done of a batch that failed.
     *
     * @param resolve resolves entries in a transaction of its own
     */
    void isolate(List<Entry> entries, RuntimeException failure, Consumer<List<Entry>> resolve) {
        found = 0;
        halve(entries, failure, resolve);
    }

    private void halve(List<Entry> entries, RuntimeException failure, Consumer<List<Entry>> resolve) {
        if (isOfTheDatabase(failure) || entries.isEmpty()) {
            throw failure;
        }
        if (entries.size() == 1) {
            leaveBehind(entries.getFirst(), failure, resolve);
            return;
        }
        int middle = entries.size() / 2;
        for (List<Entry> half : List.of(entries.subList(0, middle), entries.subList(middle, entries.size()))) {
            try {
                resolve.accept(half);
            } catch (RuntimeException again) {
                halve(half, again, resolve);
            }
        }
    }

    private void leaveBehind(Entry entry, RuntimeException failure, Consumer<List<Entry>> resolve) {
        if (++found > MOST_AT_ONCE) {
            throw failure;
        }
        setAside(entry.recordId(), failure);
        try {
            resolve.accept(List.of(entry));
        } catch (RuntimeException again) {
            if (isOfTheDatabase(again)) {
                throw again;
            }
            LOG.error("record number {} cannot be resolved, not even alone: its links stay", entry.recordId());
            hub.write(() -> queue.done(List.of(entry)));
        }
    }

    /** Sets aside whom a bulk resolution of so many found. */
    void setAside(UnweighableException unweighable, long people) {
        if (unweighable.failures().size() > Math.max(MOST_AT_ONCE, people / MOST_SHARE)) {
            throw unweighable;
        }
        unweighable.failures().forEach(this::setAside);
    }

    private void setAside(long recordId, RuntimeException failure) {
        if (setAside.person(recordId, failure)) {
            StackTraceElement[] trace = failure.getStackTrace();
            LOG.error(
                    "record number {} is set aside: {} at {}",
                    recordId,
                    failure.getClass().getName(),
                    trace.length == 0 ? "?" : trace[0]);
        }
    }
}
