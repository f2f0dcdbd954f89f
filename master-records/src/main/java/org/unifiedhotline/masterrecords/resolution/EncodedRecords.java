package org.unifiedhotline.masterrecords.resolution;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.unifiedhotline.matching.MatchEngine;
import org.unifiedhotline.matching.comparison.EncodedRecord;
import org.unifiedhotline.matching.record.MatchRecord;

/**
 * Encoded records by number: the lately used ones kept in memory as they are, many more packed. Only the resolver at work uses it;
 * it forgets everything when a transaction fails, another instance resolved in between, or the engine is another.
 */
final class EncodedRecords {
    /** About what an encoded record takes, and the part of the heap that all may take. */
    private static final long BYTES_A_RECORD = 2_500;

    private static final int PART_OF_HEAP = 4;
    private static final long MOST = Math.max(20_000, Runtime.getRuntime().maxMemory() / PART_OF_HEAP / BYTES_A_RECORD);
    /** About what a packed record takes; all may take half as much as the encoded ones: in 4 GB, those of millions of rows. */
    private static final long BYTES_PACKED = 400;

    private static final long MOST_PACKED = MOST * BYTES_A_RECORD / 2 / BYTES_PACKED;

    private final MatchEngine engine;
    private final PersonLoader loader;
    private final MatchStateTable states;
    private final PackedRecords packed = new PackedRecords();
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
        if (packed.contains(record.id()) || packed.size() < MOST_PACKED) {
            packed.put(record);
        }
        return encode(record);
    }

    private EncodedRecord encode(MatchRecord record) {
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
                MatchRecord told = packed.get(id);
                known = told == null ? null : encode(told);
            }
            if (known == null) {
                missing.add(id);
            } else {
                found.put(id, known);
            }
        }
        if (!missing.isEmpty()) {
            load(missing, record -> found.put(record.id(), renew(record)));
        }
        return found;
    }

    /**
     * A record may have changed since it was resolved, and wait in the queue. What is made of it here is made of its new
     * state; should it change back before its turn, it must not pass for unchanged then.
     */
    private void load(List<Long> missing, Consumer<MatchRecord> use) {
        Map<Long, MatchRecord> present = loader.load(missing);
        Map<Long, Long> known = states.fingerprints(missing);
        present.values().forEach(use);
        states.distrust(missing.stream()
                .filter(id -> {
                    MatchRecord record = present.get(id);
                    Long fingerprint = known.get(id);
                    return record == null || fingerprint == null || fingerprint != states.fingerprintOf(record);
                })
                .toList());
    }

    void forget(Collection<Long> recordIds) {
        recordIds.forEach(kept::remove);
        packed.remove(recordIds);
    }

    void forgetAll() {
        kept.clear();
        packed.clear();
        warmedUpTo = Long.MIN_VALUE;
    }

    /**
     * Reads some records that were not asked for yet, while there is room and nothing else to do.
     *
     * @return the records that were looked at; none when all have been
     */
    List<Long> warmUp(int most) {
        if (packed.size() + most > MOST_PACKED || warmedUpTo == Long.MAX_VALUE) {
            return List.of();
        }
        List<Long> next = states.after(warmedUpTo, most);
        warmedUpTo = next.isEmpty() ? Long.MAX_VALUE : next.getLast();
        List<Long> unread = next.stream().filter(id -> !packed.contains(id)).toList();
        if (!unread.isEmpty()) {
            load(unread, kept.size() + most <= MOST ? this::renew : packed::put);
        }
        return next;
    }
}
