package org.unifiedhotline.masterrecords.resolution;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.unifiedhotline.masterrecords.database.HubDatabase;

/**
 * How many hold each blocking key, those of many holders remembered: to count thousands takes milliseconds, and every change
 * of somebody with a common name would. Only the resolver at work writes keys, tells it of each, and lets it go with whatever else it
 * keeps in memory when another resolved in between or a transaction failed.
 */
final class KeyCounts {
    /** To count fewer is quicker than to remember them. */
    private static final int MANY = 16;

    private static final int MOST_REMEMBERED = 200_000;

    private final BlockingKeyTable table;
    /** Counting goes no further than this. */
    private final int most;

    private final Map<Long, Long> known = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Long> eldest) {
            return size() > MOST_REMEMBERED;
        }
    };

    KeyCounts(HubDatabase hub, int most) {
        this.table = new BlockingKeyTable(hub);
        this.most = most;
    }

    /** How many hold each of these keys, counted no further than to the limit; keys that nobody holds are absent. */
    Map<Long, Long> of(Collection<Long> hashes) {
        Map<Long, Long> counts = HashMap.newHashMap(hashes.size());
        List<Long> unknown = new ArrayList<>();
        for (Long hash : hashes) {
            Long count = known.get(hash);
            if (count == null) {
                unknown.add(hash);
            } else {
                counts.put(hash, count);
            }
        }
        table.count(unknown, most).forEach((hash, count) -> {
            counts.put(hash, count);
            if (count >= MANY) {
                known.put(hash, count);
            }
        });
        return counts;
    }

    /** Somebody holds a key who did not. */
    void added(long hash) {
        known.computeIfPresent(hash, (key, count) -> Math.min(most, count + 1));
    }

    /** Somebody holds a key no longer. Of one that was not counted to its end, nothing is known any more. */
    void removed(long hash) {
        known.computeIfPresent(hash, (key, count) -> count >= most || count <= MANY ? null : count - 1);
    }

    void forgetAll() {
        known.clear();
    }
}
