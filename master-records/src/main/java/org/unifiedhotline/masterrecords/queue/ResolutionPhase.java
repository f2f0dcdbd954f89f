package org.unifiedhotline.masterrecords.queue;

import java.time.Duration;
import org.unifiedhotline.mappings.source.SourceSystem;
import org.unifiedhotline.masterrecords.database.HubDatabase;

/**
 * Where resolution stands, and the advisory locks that keep ingest and resolution in step.
 *
 * <p>While the first load is read, records land without being queued. From the moment that the first load is being
 * resolved they are queued, so that what comes meanwhile is resolved after it; {@link #lockForIngest} and
 * {@link #moveTo} hold that moment sharp.
 */
public final class ResolutionPhase {
    private static final int LOCKS = 0x48554252; // a number of our own among the database's advisory locks
    private static final int PHASE = 1;
    private static final int RESOLVER = 2;
    private static final int INGEST_LOCKS = LOCKS + 1;

    private final HubDatabase hub;

    public ResolutionPhase(HubDatabase hub) {
        this.hub = hub;
    }

    /** The phases, in their order. */
    public enum Phase {
        /** The first snapshots are being read. */
        LOADING,
        /** They are being resolved, all at once. */
        RESOLVING,
        /** Changes are resolved as they come. */
        INCREMENTAL
    }

    public Phase now() {
        return Phase.valueOf(hub.sql()
                .sql("SELECT phase FROM resolution_state")
                .query(String.class)
                .single());
    }

    /** Until the transaction ends: no other batch of this source system is taken in, and the phase stays. */
    public Phase lockForIngest(SourceSystem system) {
        hub.sql()
                .sql("SELECT pg_advisory_xact_lock_shared(?, ?), pg_advisory_xact_lock(?, hashtext(?))")
                .params(LOCKS, PHASE, INGEST_LOCKS, system.code())
                .query((row, number) -> number)
                .single();
        return now();
    }

    /** Changes the phase once every batch that saw the former one is committed; within a transaction. */
    public void moveTo(Phase phase) {
        hub.sql()
                .sql("SELECT pg_advisory_xact_lock(?, ?)")
                .params(LOCKS, PHASE)
                .query((row, number) -> number)
                .single();
        hub.sql().sql("""
                        UPDATE resolution_state
                           SET phase = ?,
                               completed_at = CASE WHEN ? = 'INCREMENTAL'
                                                   THEN coalesce(completed_at, clock_timestamp()) END
                        """).params(phase.name(), phase.name()).update();
    }

    /**
     * Makes this transaction the only resolver, as soon as whoever is at work has done.
     *
     * @throws org.springframework.dao.PessimisticLockingFailureException if that takes longer than {@code longest}
     */
    public void lockForResolver(Duration longest) {
        hub.sql()
                .sql("SELECT set_config('lock_timeout', ?, true)")
                .param(longest.toMillis() + "ms")
                .query(String.class)
                .single();
        hub.sql()
                .sql("SELECT pg_advisory_xact_lock(?, ?), set_config('lock_timeout', '0', true)")
                .params(LOCKS, RESOLVER)
                .query((row, number) -> number)
                .single();
    }

    /** Whether this transaction is now the only resolver; if not, another instance is at work. */
    public boolean tryLockForResolver() {
        return hub.sql()
                .sql("SELECT pg_try_advisory_xact_lock(?, ?)")
                .params(LOCKS, RESOLVER)
                .query(Boolean.class)
                .single();
    }
}
