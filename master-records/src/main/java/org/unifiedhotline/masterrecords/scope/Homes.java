package org.unifiedhotline.masterrecords.scope;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.unifiedhotline.mappings.canonical.PersonRecord;
import org.unifiedhotline.mappings.canonical.Place;
import org.unifiedhotline.masterrecords.database.HubDatabase;
import org.unifiedhotline.masterrecords.keys.WrappedKey;
import org.unifiedhotline.masterrecords.sourcerecords.CanonicalJson;
import org.unifiedhotline.masterrecords.sourcerecords.SealedRows;

/**
 * Where people are at home, as their records say: sealed in the hub like all that is known of them, so opened record by record, and only for
 * readers of some provinces.
 */
final class Homes {
    private final HubDatabase hub;

    Homes(HubDatabase hub) {
        this.hub = hub;
    }

    /** The home that each of these records of people tells; null where it tells none, or nothing of it is understood. */
    Map<Long, @Nullable Place> of(Collection<Long> records) {
        Map<Long, @Nullable Place> homes = HashMap.newHashMap(records.size());
        hub.sql()
                .sql("SELECT source_record.record_id, canonical, " + WrappedKey.COLUMNS
                        + " FROM source_record LEFT JOIN record_key USING (record_id)"
                        + " WHERE source_record.record_id = ANY (?)")
                .param(records.toArray(Long[]::new))
                .query(row -> {
                    String canonical = SealedRows.canonicalOrLost(hub, row);
                    homes.put(
                            row.getLong("record_id"),
                            canonical == null
                                    ? null
                                    : CanonicalJson.read(canonical, PersonRecord.class)
                                            .home());
                });
        return homes;
    }
}
