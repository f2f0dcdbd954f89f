package org.unifiedhotline.masterrecords.resolution;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.unifiedhotline.matching.MatchEngine;
import org.unifiedhotline.matching.comparison.EncodedRecord;
import org.unifiedhotline.matching.record.MatchRecord;

/**
 * Encoded records by number, the lately used ones kept in memory. Only the resolver at work uses it; it forgets everything
 * when a transaction fails, another instance resolved in between, or the engine is another.
 */
final class EncodedRecords {
    /** About what an encoded record takes, and the part of the heap that all may take: most records of a million rows fit in 4 GB. */
    private static final long BYTES_A_RECORD = 2_500;

    private static final int PART_OF_HEAP = 4;
    private static final long MOST = Math.max(20_000, Runtime.getRuntime().maxMemory() / PART_OF_HEAP / BYTES_A_RECORD);

    private final MatchEngine engine;
    private final PersonLoader loader;
    private final MatchStateTable states;
    private final Map<Long, EncodedRecord> kept = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, EncodedRecord> eldest) {
            return size() > MOST;
        }
    };

    private long warmedUpTo = Long.MIN_VALUE;

    EncodedRecords(MatchEngine engine, PersonLoader loader, MatchStateTable states) {
        this.engine = engine;
        this.loader = loader;
        this.states = states;
    }

    /** Encodes a record as it is now, and keeps it. */
    EncodedRecord renew(MatchRecord record) {
        EncodedRecord encoded = engine.encode(record);
        kept.put(record.id(), encoded);
        return encoded;
    }

    /** These records, loaded where they are not kept; those that are not live are left out. */
    Map<Long, EncodedRecord> get(Collection<Long> recordIds) {
        Map<Long, EncodedRecord> found = HashMap.newHashMap(recordIds.size());
        List<Long> missing = new ArrayList<>();
        for (Long id : recordIds) {
            EncodedRecord known = kept.get(id);
            if (known == null) {
                missing.add(id);
            } else {
                found.put(id, known);
            }
        }
        if (!missing.isEmpty()) {
            load(missing, found);
        }
        return found;
    }

    /**
     * A record may have changed since it was resolved, and wait in the queue. What is made of it here is made of its new
     * state; should it change back before its turn, it must not pass for unchanged then.
     */
    private void load(List<Long> missing, Map<Long, EncodedRecord> found) {
        Map<Long, MatchRecord> present = loader.load(missing);
        Map<Long, Long> known = states.fingerprints(missing);
        present.forEach((id, record) -> found.put(id, renew(record)));
        states.distrust(missing.stream()
                .filter(id -> {
                    MatchRecord record = present.get(id);
                    Long fingerprint = known.get(id);
                    return record == null || fingerprint == null || fingerprint != Fingerprint.of(record);
                })
                .toList());
    }

    void forget(Collection<Long> recordIds) {
        recordIds.forEach(kept::remove);
    }

    void forgetAll() {
        kept.clear();
        warmedUpTo = Long.MIN_VALUE;
    }

    /** Reads some records that were not asked for yet, while there is room and nothing else to do. */
    void warmUp(int most) {
        if (kept.size() + most <= MOST && warmedUpTo < Long.MAX_VALUE) {
            List<Long> next = states.after(warmedUpTo, most);
            warmedUpTo = next.isEmpty() ? Long.MAX_VALUE : next.getLast();
            get(next);
        }
    }
}
