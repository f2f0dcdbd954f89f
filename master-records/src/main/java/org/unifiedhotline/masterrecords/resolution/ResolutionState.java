package org.unifiedhotline.masterrecords.resolution;

import java.util.Optional;
import java.util.UUID;
import org.unifiedhotline.masterrecords.database.HubDatabase;

/** The part of {@code resolution_state} that says what made the present keys and edges, and who resolved last. */
final class ResolutionState {
    private final HubDatabase hub;
    private final UUID self = UUID.randomUUID();

    ResolutionState(HubDatabase hub) {
        this.hub = hub;
    }

    /** What made the present keys and edges. */
    record MadeBy(String model, long population) {}

    /** Empty before the first resolution. */
    Optional<MadeBy> madeBy() {
        return hub.sql()
                .sql("SELECT model, population FROM resolution_state WHERE model IS NOT NULL")
                .query((row, number) -> new MadeBy(row.getString("model"), row.getLong("population")))
                .optional();
    }

    void setMadeBy(MadeBy madeBy) {
        hub.sql()
                .sql("UPDATE resolution_state SET model = ?, population = ?")
                .params(madeBy.model(), madeBy.population())
                .update();
    }

    /** Whether this instance is the one that resolved last. */
    boolean isOwn() {
        return hub.sql()
                .sql("SELECT coalesce(resolver = ?, false) FROM resolution_state")
                .param(self)
                .query(Boolean.class)
                .single();
    }

    /** Makes this instance the one that resolved last; whether it was already. */
    boolean take() {
        boolean same = isOwn();
        if (!same) {
            hub.sql()
                    .sql("UPDATE resolution_state SET resolver = ?")
                    .param(self)
                    .update();
        }
        return same;
    }

    /** How many live records of people there are. */
    long people() {
        return hub.sql().sql("""
                        SELECT coalesce(sum(live), 0) FROM table_count
                         WHERE source_table IN ('nguoi_goi', 'tre_em', 'caller', 'victim')
                        """).query(Long.class).single();
    }
}
