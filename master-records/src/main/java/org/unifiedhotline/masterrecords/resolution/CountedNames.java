package org.unifiedhotline.masterrecords.resolution;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.unifiedhotline.masterrecords.database.HubDatabase;

/**
 * By people of how many names each counted value is held, lately asked ones remembered: every change asks of the telephones of a whole
 * component. Only the resolver at work writes counted values, and tells it; it is forgotten with whatever else that keeps in
 * memory.
 */
final class CountedNames {
    private static final int MOST_REMEMBERED = 500_000;

    private final CountedValueTable table;
    private final Map<Long, Integer> known = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Integer> eldest) {
            return size() > MOST_REMEMBERED;
        }
    };

    CountedNames(HubDatabase hub) {
        this.table = new CountedValueTable(hub);
    }

    /** Of each of these values; 0 where nobody holds it. */
    Map<Long, Integer> of(Collection<Long> values) {
        Map<Long, Integer> names = HashMap.newHashMap(values.size());
        List<Long> unknown = new ArrayList<>();
        for (Long value : values) {
            Integer count = known.get(value);
            if (count == null) {
                unknown.add(value);
            } else {
                names.put(value, count);
            }
        }
        names.putAll(counted(unknown));
        return names;
    }

    /** The same of values whose holders have just changed. */
    Map<Long, Integer> countedAgain(Collection<Long> values) {
        values.forEach(known::remove);
        return counted(values);
    }

    private Map<Long, Integer> counted(Collection<Long> values) {
        Map<Long, Integer> found = table.distinctNames(values);
        Map<Long, Integer> names = HashMap.newHashMap(values.size());
        values.forEach(value -> names.put(value, found.getOrDefault(value, 0)));
        known.putAll(names);
        return names;
    }

    void forgetAll() {
        known.clear();
    }
}
