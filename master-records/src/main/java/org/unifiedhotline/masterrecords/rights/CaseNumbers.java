package org.unifiedhotline.masterrecords.rights;

import java.util.Collection;
import java.util.List;
import org.unifiedhotline.masterrecords.database.HubDatabase;

/** Numbers of the cases about people: by these they are spoken of, too. */
final class CaseNumbers {
    private CaseNumbers() {}

    static List<String> about(HubDatabase hub, Collection<Long> records) {
        return hub.sql()
                .sql("SELECT case_number FROM case_file WHERE subject_id = ANY (?) AND case_number IS NOT NULL")
                .param(records.toArray(Long[]::new))
                .query(String.class)
                .list();
    }
}
