package org.unifiedhotline.masterrecords.audit;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.unifiedhotline.mappings.canonical.Centre;
import org.unifiedhotline.masterrecords.database.HubDatabase;
import org.unifiedhotline.masterrecords.records.MasterId;
import org.unifiedhotline.masterrecords.sourcerecords.Columns;

/** What the hub must be asked to tell unusual reading. */
final class AlertTable {
    private final HubDatabase hub;

    AlertTable(HubDatabase hub) {
        this.hub = hub;
    }

    /** How many different people an account was shown; of whose changes it was told only counts for nothing. */
    long peopleShown(String account, Instant since) {
        return hub.sql()
                .sql("""
                        SELECT count(DISTINCT master)
                          FROM audit.entry CROSS JOIN unnest(masters) AS master
                         WHERE account = ? AND at > ? AND NOT refused AND kind <> 'ALERT' AND call <> ?
                        """)
                .params(account, Columns.parameter(since), OwnTelling.LIVE)
                .query(Long.class)
                .single();
    }

    /** At how many different people an account was refused, or was answered as if there were none. */
    long peopleRefused(String account, Instant since) {
        return hub.sql()
                .sql("""
                        SELECT count(DISTINCT master)
                          FROM audit.entry CROSS JOIN unnest(masters) AS master
                         WHERE account = ? AND at > ? AND refused
                        """)
                .params(account, Columns.parameter(since))
                .query(Long.class)
                .single();
    }

    boolean wasTold(String account, String what, Instant since) {
        return hub.sql()
                .sql(
                        "SELECT EXISTS (SELECT FROM audit.entry WHERE kind = 'ALERT' AND account = ? AND call = ? AND at > ?)")
                .params(account, what, Columns.parameter(since))
                .query(Boolean.class)
                .single();
    }

    /**
     * Those of these people who stand and of whom none of these centres has touched a record; but for those over whom the account broke
     * the glass since: of them it was told then.
     */
    List<MasterId> untouchedBy(Set<Centre> centres, Collection<MasterId> people, String account, Instant since) {
        return hub.sql()
                .sql("""
                        SELECT master_id FROM master_record
                         WHERE master_id = ANY (:people) AND state = 'STANDING'
                           AND NOT EXISTS (SELECT FROM link JOIN record_centre USING (record_id)
                                            WHERE link.master_id = master_record.master_id AND centre = ANY (:centres))
                           AND NOT EXISTS (SELECT FROM audit.entry
                                            WHERE kind = 'ALERT' AND account = :account AND call = :broken AND NOT refused AND at > :since
                                              AND masters @> ARRAY[master_record.master_id])
                         ORDER BY master_id
                        """)
                .param("account", account)
                .param("broken", AuditEvent.GLASS_BROKEN)
                .param("since", Columns.parameter(since))
                .param("people", people.stream().map(MasterId::value).toArray(UUID[]::new))
                .param("centres", centres.stream().map(Enum::name).toArray(String[]::new))
                .query((row, number) -> Columns.masterId(row, "master_id"))
                .list();
    }
}
