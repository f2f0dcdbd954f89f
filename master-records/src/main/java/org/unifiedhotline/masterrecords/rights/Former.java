package org.unifiedhotline.masterrecords.rights;

import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import org.unifiedhotline.masterrecords.database.HubDatabase;
import org.unifiedhotline.masterrecords.records.MasterId;
import org.unifiedhotline.masterrecords.sourcerecords.Columns;

/**
 * What some records once were, by the history of master records.
 *
 * @param masters the master records that one of them ever belonged to
 * @param erased records that were one person with one of them until they were erased
 * @param halved those of them whose person such a one was
 */
record Former(Set<MasterId> masters, Set<Long> erased, Set<Long> halved) {
    static Former of(HubDatabase hub, Collection<Long> records) {
        Long[] ids = records.toArray(Long[]::new);
        Set<Long> erased = new TreeSet<>();
        Set<Long> halved = new TreeSet<>();
        hub.sql().sql("""
                        SELECT DISTINCT erased.record_id AS erased, own AS halved
                          FROM master_record_history AS history, unnest(members) AS own, erased_record AS erased
                         WHERE members && :ids AND own = ANY (:ids)
                           AND erased.record_id = ANY (members) AND erased.record_id <> ALL (:ids)
                           AND NOT EXISTS (SELECT FROM master_record_history AS later
                                            WHERE later.members @> ARRAY[erased.record_id]
                                              AND later.change_id > history.change_id AND NOT later.members && :ids)
                        """).param("ids", ids).query(row -> {
            erased.add(row.getLong("erased"));
            halved.add(row.getLong("halved"));
        });
        return new Former(
                Set.copyOf(hub.sql()
                        .sql("SELECT DISTINCT master_id FROM master_record_history WHERE members && ?")
                        .param(ids)
                        .query((row, number) -> Columns.masterId(row, "master_id"))
                        .list()),
                erased,
                halved);
    }
}
