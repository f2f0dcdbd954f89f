package org.unifiedhotline.console.pipeline;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.unifiedhotline.masterrecords.reconciliation.Reconciliation;
import org.unifiedhotline.masterrecords.reconciliation.Reconciliation.Figures;

/**
 * A comparison of sources, hub and index, as the API tells it.
 *
 * @param repairs whether what differed was to be mended
 * @param reason why it broke off
 * @param mended how many of the differences were put right
 * @param deadLetters rows that wait as dead letters: no differences
 * @param onTheirWay what changed all the time, so that it could not be compared
 */
record ReconciliationView(
        long id,
        Reconciliation.AskedBy askedBy,
        boolean repairs,
        Reconciliation.State state,
        @Nullable String reason,
        Instant beganAt,
        @Nullable Instant endedAt,
        long rows,
        long masterRecords,
        long documents,
        long differences,
        long mended,
        long deadLetters,
        long onTheirWay) {
    static ReconciliationView of(Reconciliation one) {
        Figures figures = one.figures();
        return new ReconciliationView(
                one.id(),
                one.askedBy(),
                one.repairs(),
                one.state(),
                one.reason(),
                one.beganAt(),
                one.endedAt(),
                figures.rows(),
                figures.people(),
                figures.documents(),
                figures.differences(),
                figures.mended(),
                figures.deadLetters(),
                figures.onTheirWay());
    }
}
