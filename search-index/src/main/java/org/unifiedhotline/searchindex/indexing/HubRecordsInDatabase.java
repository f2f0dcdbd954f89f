package org.unifiedhotline.searchindex.indexing;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.unifiedhotline.masterrecords.database.HubDatabase;
import org.unifiedhotline.masterrecords.records.MasterId;
import org.unifiedhotline.masterrecords.records.MasterRecords;
import org.unifiedhotline.masterrecords.records.PersonFile;

/** The hub's master records as they stand in its database. */
final class HubRecordsInDatabase implements HubRecords {
    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private final MasterRecords masterRecords;
    private final HubDatabase database;

    HubRecordsInDatabase(MasterRecords masterRecords, HubDatabase database) {
        this.masterRecords = masterRecords;
        this.database = database;
    }

    @Override
    public Map<MasterId, PersonFile> load(Collection<MasterId> ids) {
        return ids.isEmpty() ? Map.of() : masterRecords.load(ids);
    }

    @Override
    public List<StandingRecord> standing(@Nullable MasterId after, int limit) {
        return database.sql()
                .sql("""
                        SELECT master_id, version FROM master_record
                         WHERE state = 'STANDING' AND master_id > ? ORDER BY master_id LIMIT ?
                        """)
                .params(after == null ? BEFORE_ALL : after.value(), limit)
                .query((row, number) -> new StandingRecord(
                        new MasterId(row.getObject("master_id", UUID.class)), row.getLong("version")))
                .list();
    }
}
