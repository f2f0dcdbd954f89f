package org.unifiedhotline.masterrecords.resolution;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.unifiedhotline.masterrecords.database.HubDatabase;
import org.unifiedhotline.masterrecords.database.Rows;
import org.unifiedhotline.masterrecords.keys.KeyedHashes;
import org.unifiedhotline.masterrecords.resolution.MatchStateTable.CountedHolder;

/** The table {@code counted_value}: by people of which names a value is held; in it stand keyed hashes. */
final class CountedValueTable {
    private static final long NO_NAME = 0;

    private final HubDatabase hub;

    CountedValueTable(HubDatabase hub) {
        this.hub = hub;
    }

    /** A value and a record that holds it. */
    record Entry(CountedHolder value, long recordId) {}

    void add(Collection<Entry> entries) {
        if (!entries.isEmpty()) {
            hub.sql().sql("""
                            INSERT INTO counted_value (value_hash, name_hash, record_id)
                            SELECT * FROM unnest(?::bigint[], ?::bigint[], ?::bigint[]) ON CONFLICT DO NOTHING
                            """).params(parameters(entries)).update();
        }
    }

    void remove(Collection<Entry> entries) {
        if (!entries.isEmpty()) {
            hub.sql().sql("""
                            DELETE FROM counted_value held
                             USING unnest(?::bigint[], ?::bigint[], ?::bigint[])
                                AS gone (value_hash, name_hash, record_id)
                             WHERE held.value_hash = gone.value_hash AND held.name_hash = gone.name_hash
                               AND held.record_id = gone.record_id
                            """).params(parameters(entries)).update();
        }
    }

    /** By how many different names each value is held; those that nobody holds are absent, and who has no name counts for none. */
    Map<Long, Integer> distinctNames(Collection<Long> valueHashes) {
        Map<Long, Integer> names = new HashMap<>();
        if (!valueHashes.isEmpty()) {
            hub.sql()
                    .sql("""
                            SELECT value_hash, count(DISTINCT name_hash) FILTER (WHERE name_hash <> ?) AS names FROM counted_value
                             WHERE value_hash = ANY (?) GROUP BY value_hash
                            """)
                    .param(hashes().of(NO_NAME))
                    .param(keyed(valueHashes))
                    .query(row -> {
                        names.put(hashes().back(row.getLong("value_hash")), row.getInt("names"));
                    });
        }
        return names;
    }

    List<Long> holders(Collection<Long> valueHashes) {
        return valueHashes.isEmpty()
                ? List.of()
                : hub.sql()
                        .sql("SELECT DISTINCT record_id FROM counted_value WHERE value_hash = ANY (?)")
                        .param(keyed(valueHashes))
                        .query(Long.class)
                        .list();
    }

    private Long[] keyed(Collection<Long> values) {
        return values.stream().map(value -> hashes().of(value.longValue())).toArray(Long[]::new);
    }

    private KeyedHashes hashes() {
        return hub.keys().hashes();
    }

    private List<Object> parameters(Collection<Entry> entries) {
        return Rows.of(entries)
                .longs(entry -> hashes().of(entry.value().valueHash()))
                .longs(entry -> hashes().of(entry.value().nameHash()))
                .longs(Entry::recordId)
                .parameters();
    }
}
