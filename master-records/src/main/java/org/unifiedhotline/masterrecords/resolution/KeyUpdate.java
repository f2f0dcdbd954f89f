package org.unifiedhotline.masterrecords.resolution;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.unifiedhotline.masterrecords.database.HubDatabase;
import org.unifiedhotline.masterrecords.resolution.BlockingKeyTable.Holder;
import org.unifiedhotline.masterrecords.resolution.MatchStateTable.MatchState;
import org.unifiedhotline.matching.MatchEngine;
import org.unifiedhotline.matching.comparison.EncodedRecord;
import org.unifiedhotline.matching.record.BlockingKey;

/**
 * Gives changed records their new blocking keys, level by level: a key that refines another is stored only where that
 * other is common. Tells the candidates of each record, and whose keys have come to mean something else because a key
 * became common or rare.
 */
final class KeyUpdate {
    /** Counting goes this many times the model's limit for common keys; no key's meaning changes beyond. */
    private static final int COUNTED_TIMES = 130;

    private final BlockingKeyTable table;
    private final MatchEngine engine;
    private final KeyCounts known;
    private final Map<Long, Long> counts = new HashMap<>();
    private final Map<Long, Integer> added = new HashMap<>();
    private final Map<Long, Set<Long>> stored = new HashMap<>();
    private final Map<Long, List<BlockingKey>> live = new HashMap<>();

    KeyUpdate(HubDatabase hub, MatchEngine engine, KeyCounts known) {
        this.table = new BlockingKeyTable(hub);
        this.engine = engine;
        this.known = known;
    }

    /** How far keys are counted by this engine. */
    static int counted(MatchEngine engine) {
        return engine.model().commonAbove() * COUNTED_TIMES;
    }

    /**
     * Writes the keys.
     *
     * @param changed records with new values, by number
     * @param before what stood of these and of those that are gone
     */
    void write(Map<Long, EncodedRecord> changed, Collection<MatchState> before) {
        Map<Long, Set<Long>> old =
                before.stream().collect(Collectors.toMap(MatchState::recordId, state -> new HashSet<>(state.keys())));
        Map<Long, List<BlockingKey>> keys = new HashMap<>();
        changed.forEach((id, record) -> keys.put(id, engine.blockingKeys(record)));
        removeWhatNoLongerIs(keys, old);
        int levels = keys.values().stream()
                        .flatMap(List::stream)
                        .mapToInt(BlockingKey::level)
                        .max()
                        .orElse(-1)
                + 1;
        for (int level = 0; level < levels; level++) {
            writeLevel(level, keys, old);
        }
        count(added.keySet());
        keys.forEach((id, all) -> live.put(id, all.stream().filter(this::isLive).toList()));
    }

    /** The keys that stand of a record now. */
    List<Long> storedKeys(long recordId) {
        return List.copyOf(stored.getOrDefault(recordId, Set.of()));
    }

    /** Everybody who shares a live key with one of the changed records, by the changed record. */
    Map<Long, Set<Long>> candidates() {
        Set<Long> hashes = live.values().stream()
                .flatMap(List::stream)
                .map(BlockingKey::hash)
                .collect(Collectors.toSet());
        Map<Long, List<Long>> holders = new HashMap<>();
        table.holders(hashes)
                .forEach(holder -> holders.computeIfAbsent(holder.hash(), unseen -> new ArrayList<>())
                        .add(holder.recordId()));
        Map<Long, Set<Long>> candidates = new HashMap<>();
        live.forEach((id, keys) -> {
            Set<Long> others = new LinkedHashSet<>();
            keys.forEach(key -> others.addAll(holders.getOrDefault(key.hash(), List.of())));
            others.remove(id);
            candidates.put(id, others);
        });
        return candidates;
    }

    /** The holders of keys that have become common or rare, the changed records themselves apart. */
    Set<Long> toRedo(Set<Long> changed) {
        Set<Long> crossed = added.entrySet().stream()
                .filter(entry -> entry.getValue() != 0)
                .filter(entry -> {
                    long now = held(entry.getKey());
                    return meaning(now) != meaning(now - entry.getValue());
                })
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        return table.holders(crossed).stream()
                .map(Holder::recordId)
                .filter(id -> !changed.contains(id))
                .collect(Collectors.toSet());
    }

    private void removeWhatNoLongerIs(Map<Long, List<BlockingKey>> keys, Map<Long, Set<Long>> old) {
        List<Holder> gone = new ArrayList<>();
        old.forEach((id, hashes) -> {
            Set<Long> now = keys.getOrDefault(id, List.of()).stream()
                    .map(BlockingKey::hash)
                    .collect(Collectors.toSet());
            hashes.stream().filter(hash -> !now.contains(hash)).forEach(hash -> gone.add(new Holder(hash, id)));
        });
        remove(gone);
    }

    private void writeLevel(int level, Map<Long, List<BlockingKey>> keys, Map<Long, Set<Long>> old) {
        List<Holder> toAdd = new ArrayList<>();
        List<Holder> toRemove = new ArrayList<>();
        keys.forEach((id, all) -> {
            for (BlockingKey key : all) {
                if (key.level() == level) {
                    boolean had = old.getOrDefault(id, Set.of()).contains(key.hash());
                    boolean asked = level == 0 || isCommon(key.parentHash());
                    if (asked) {
                        stored.computeIfAbsent(id, unseen -> new LinkedHashSet<>())
                                .add(key.hash());
                    }
                    if (asked && !had) {
                        toAdd.add(new Holder(key.hash(), id));
                    } else if (had && !asked) {
                        toRemove.add(new Holder(key.hash(), id));
                    }
                }
            }
        });
        remove(toRemove);
        table.add(toAdd);
        toAdd.forEach(holder -> {
            added.merge(holder.hash(), 1, Integer::sum);
            known.added(holder.hash());
        });
        Set<Long> hashes = new HashSet<>();
        keys.values()
                .forEach(all -> all.stream()
                        .filter(key -> key.level() == level)
                        .filter(key -> level == 0 || isCommon(key.parentHash()))
                        .forEach(key -> hashes.add(key.hash())));
        count(hashes);
    }

    private void remove(List<Holder> gone) {
        table.remove(gone);
        gone.forEach(holder -> {
            added.merge(holder.hash(), -1, Integer::sum);
            known.removed(holder.hash());
        });
    }

    private void count(Collection<Long> hashes) {
        hashes.forEach(hash -> counts.put(hash, 0L));
        counts.putAll(known.of(hashes));
    }

    private boolean isCommon(long hash) {
        return isRefined(engine, held(hash));
    }

    private boolean isLive(BlockingKey key) {
        return engine.isLive(key, held(key.hash()), held(key.parentHash()));
    }

    private long held(long hash) {
        return counts.getOrDefault(hash, 0L);
    }

    /** Whether a key held by so many is refined. */
    static boolean isRefined(MatchEngine engine, long holders) {
        return engine.isLive(new BlockingKey(0, 1, 1, 2, false), 1, holders);
    }

    /** What a number of holders means for pairs: the answers of the engine that depend on it. */
    private int meaning(long holders) {
        return (isRefined(engine, holders) ? 1 : 0)
                + (engine.isLive(new BlockingKey(0, 0, 1, 0, false), holders, 0) ? 2 : 0)
                + (engine.isLive(new BlockingKey(0, 0, 1, 0, true), holders, 0) ? 4 : 0);
    }
}
