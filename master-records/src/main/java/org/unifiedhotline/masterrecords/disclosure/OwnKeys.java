package org.unifiedhotline.masterrecords.disclosure;

import java.util.Collection;
import java.util.List;
import org.unifiedhotline.mappings.source.SourceRecordKey;
import org.unifiedhotline.masterrecords.database.HubDatabase;
import org.unifiedhotline.masterrecords.sourcerecords.Columns;

/** Keys of records by number. */
final class OwnKeys {
    private OwnKeys() {}

    static List<SourceRecordKey> of(HubDatabase hub, Collection<Long> records) {
        return hub.sql()
                .sql("SELECT source_system, source_table, local_id FROM source_record WHERE record_id = ANY (?)"
                        + " ORDER BY source_system, source_table, local_id")
                .param(records.toArray(Long[]::new))
                .query((row, number) -> Columns.key(row))
                .list();
    }
}
