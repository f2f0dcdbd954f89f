package org.unifiedhotline.masterrecords.audit;

import org.unifiedhotline.masterrecords.database.HubDatabase;

/** Tells cheaply whether alerts were put on record since one last looked, by whichever instance. */
public final class AlertPulse {
    private final HubDatabase hub;

    public AlertPulse(HubDatabase hub) {
        this.hub = hub;
    }

    /**
     * A look at the trail.
     *
     * @param head the number of its last entry
     * @param alerted whether an alert is among the entries since the look before
     */
    public record Look(long head, boolean alerted) {}

    /** Looks at the entries behind this number. */
    public Look since(long head) {
        return hub.sql()
                .sql("""
                        SELECT coalesce(max(sequence), :head) AS head,
                               coalesce(bool_or(kind = 'ALERT'), false) AS alerted
                          FROM audit.entry WHERE sequence > :head
                        """)
                .param("head", head)
                .query((row, number) -> new Look(row.getLong("head"), row.getBoolean("alerted")))
                .single();
    }

    /** The number of the last entry. */
    public long head() {
        return hub.sql()
                .sql("SELECT coalesce(max(sequence), 0) FROM audit.entry")
                .query(Long.class)
                .single();
    }
}
