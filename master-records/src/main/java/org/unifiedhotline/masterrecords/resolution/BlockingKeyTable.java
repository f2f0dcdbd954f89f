package org.unifiedhotline.masterrecords.resolution;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.unifiedhotline.masterrecords.database.HubDatabase;
import org.unifiedhotline.masterrecords.database.Rows;
import org.unifiedhotline.masterrecords.keys.KeyedHashes;

/**
 * The table {@code blocking_key}: who holds which key; in it stand keyed hashes. A key that refines another is stored only where that other is
 * common, for nobody asks for it otherwise.
 */
final class BlockingKeyTable {
    private final HubDatabase hub;

    BlockingKeyTable(HubDatabase hub) {
        this.hub = hub;
    }

    /** A key and one who holds it. */
    record Holder(long hash, long recordId) {}

    void add(Collection<Holder> holders) {
        if (!holders.isEmpty()) {
            hub.sql()
                    .sql("INSERT INTO blocking_key (hash, record_id) SELECT * FROM unnest(?::bigint[], ?::bigint[])"
                            + " ON CONFLICT DO NOTHING")
                    .params(parameters(holders))
                    .update();
        }
    }

    void remove(Collection<Holder> holders) {
        if (!holders.isEmpty()) {
            hub.sql().sql("""
                            DELETE FROM blocking_key key USING unnest(?::bigint[], ?::bigint[]) AS gone (hash, record_id)
                             WHERE key.hash = gone.hash AND key.record_id = gone.record_id
                            """).params(parameters(holders)).update();
        }
    }

    /** How many hold each key, counted no further than {@code most}; keys that nobody holds are absent. */
    Map<Long, Long> count(Collection<Long> hashes, int most) {
        Map<Long, Long> counts = new HashMap<>();
        if (!hashes.isEmpty()) {
            hub.sql().sql("""
                            SELECT asked.hash, counted.holders
                              FROM unnest(?::bigint[]) AS asked (hash),
                                   LATERAL (SELECT count(*) AS holders
                                              FROM (SELECT 1 FROM blocking_key key WHERE key.hash = asked.hash LIMIT ?)
                                                AS held) AS counted
                             WHERE counted.holders > 0
                            """).params(keyed(hashes), most).query(row -> {
                counts.put(hashes().back(row.getLong("hash")), row.getLong("holders"));
            });
        }
        return counts;
    }

    /** Everybody who holds one of these keys. */
    List<Holder> holders(Collection<Long> hashes) {
        return hashes.isEmpty()
                ? List.of()
                : hub.sql()
                        .sql("SELECT hash, record_id FROM blocking_key WHERE hash = ANY (?)")
                        .param(keyed(hashes))
                        .query((row, number) ->
                                new Holder(hashes().back(row.getLong("hash")), row.getLong("record_id")))
                        .list();
    }

    private List<Object> parameters(Collection<Holder> holders) {
        return Rows.of(holders)
                .longs(holder -> hashes().of(holder.hash()))
                .longs(Holder::recordId)
                .parameters();
    }

    private Long[] keyed(Collection<Long> hashes) {
        return hashes.stream().map(hash -> hashes().of(hash.longValue())).toArray(Long[]::new);
    }

    private KeyedHashes hashes() {
        return hub.keys().hashes();
    }
}
