package org.unifiedhotline.searchindex.indexing;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.unifiedhotline.masterrecords.database.HubDatabase;
import org.unifiedhotline.masterrecords.records.MasterId;
import org.unifiedhotline.masterrecords.records.MasterRecords;
import org.unifiedhotline.masterrecords.records.PersonFile;

/** What the index needs to know of the hub's master records. */
public interface HubRecords {

    /** The master records of the hub's database. */
    static HubRecords of(MasterRecords masterRecords, HubDatabase database) {
        return new HubRecordsInDatabase(masterRecords, database);
    }

    /** The person files of those ids that stand, by id. */
    Map<MasterId, PersonFile> load(Collection<MasterId> ids);

    /**
     * Standing master records in the order of their ids as text.
     *
     * @param after the id to begin behind; null for the beginning
     * @param limit how many at most
     */
    List<StandingRecord> standing(@Nullable MasterId after, int limit);

    /** A master record that stands, and its version now. */
    record StandingRecord(MasterId id, long version) {}
}
