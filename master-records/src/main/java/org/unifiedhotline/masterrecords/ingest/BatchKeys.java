package org.unifiedhotline.masterrecords.ingest;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.unifiedhotline.masterrecords.keys.BrokenSealException;
import org.unifiedhotline.masterrecords.keys.DataKey;
import org.unifiedhotline.masterrecords.keys.Place;
import org.unifiedhotline.masterrecords.keys.RecordKeys;

/** The data keys of the records of a batch: those that stand, and new ones where there are none. */
final class BatchKeys {
    private static final Logger LOG = LoggerFactory.getLogger(BatchKeys.class);
    private static final int ALONE = 500;

    private final Map<Long, DataKey> keys;

    private BatchKeys(Map<Long, DataKey> keys) {
        this.keys = keys;
    }

    /** Of those records of the batch of which something is to be sealed. */
    static BatchKeys of(RecordKeys store, Collection<RecordChanges> batch) {
        List<RecordChanges> needing =
                batch.stream().filter(RecordChanges::needsDataKey).toList();
        List<Standing> standing = (needing.size() > ALONE ? needing.parallelStream() : needing.stream())
                .map(record -> new Standing(record.recordId(), unwrapped(store, record)))
                .toList();
        Map<Long, DataKey> keys = HashMap.newHashMap(needing.size());
        List<Long> missing = new ArrayList<>();
        for (Standing one : standing) {
            if (one.key() == null) {
                missing.add(one.recordId());
            } else {
                keys.put(one.recordId(), one.key());
            }
        }
        keys.putAll(store.make(missing));
        return new BatchKeys(keys);
    }

    /** The stored ones of these records. */
    static BatchKeys of(RecordKeys store, List<Long> recordIds) {
        Map<Long, DataKey> keys = new HashMap<>(store.of(recordIds));
        keys.putAll(store.make(
                recordIds.stream().filter(id -> !keys.containsKey(id)).toList()));
        return new BatchKeys(keys);
    }

    private record Standing(long recordId, @Nullable DataKey key) {}

    /** A key that was tampered with is replaced: the source tells the row again. What it sealed before cannot be opened any more. */
    private static @Nullable DataKey unwrapped(RecordKeys store, RecordChanges record) {
        try {
            return store.unwrap(record.storedDataKey());
        } catch (BrokenSealException broken) {
            LOG.error("{}; it is replaced, and what it sealed before is lost", broken.getMessage());
            return null;
        }
    }

    /** Seals a text of a record; null stays null. */
    byte @Nullable [] seal(long recordId, Place place, @Nullable String text) {
        return text == null
                ? null
                : Objects.requireNonNull(keys.get(recordId), "no data key").seal(place, text);
    }
}
