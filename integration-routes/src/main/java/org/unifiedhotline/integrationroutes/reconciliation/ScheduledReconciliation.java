package org.unifiedhotline.integrationroutes.reconciliation;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.support.CronExpression;
import org.unifiedhotline.masterrecords.reconciliation.Reconciliation;
import org.unifiedhotline.masterrecords.reconciliation.Reconciliation.AskedBy;
import org.unifiedhotline.masterrecords.reconciliation.Reconciliations;

/**
 * Compares sources, hub and index when the schedule says so. A time that passed while no instance of the service ran is made up
 * for; of several instances one does it.
 */
public final class ScheduledReconciliation {
    private static final Logger LOG = LoggerFactory.getLogger(ScheduledReconciliation.class);

    private final Reconciler reconciler;
    private final Reconciliations kept;
    private final ReconciliationProperties properties;
    private final Clock clock;
    private final BooleanSupplier stopping;
    private final Instant startedAt;

    public ScheduledReconciliation(
            Reconciler reconciler,
            Reconciliations kept,
            ReconciliationProperties properties,
            Clock clock,
            BooleanSupplier stopping) {
        this.reconciler = reconciler;
        this.kept = kept;
        this.properties = properties;
        this.clock = clock;
        this.stopping = stopping;
        this.startedAt = clock.instant();
    }

    /** Compares, if its time has come; asked now and then. */
    public void work() throws InterruptedException {
        if (isDue()) {
            compare();
        }
    }

    boolean isDue() {
        Instant last = kept.lastScheduled().map(Reconciliation::beganAt).orElse(startedAt);
        return next(properties, last)
                .filter(next -> !next.isAfter(clock.instant()))
                .isPresent();
    }

    /** The first time of the schedule after this one; empty if it never comes. */
    static Optional<Instant> next(ReconciliationProperties properties, Instant after) {
        if (properties.schedule().equals(ReconciliationProperties.NEVER)) {
            return Optional.empty();
        }
        @Nullable
        ZonedDateTime next =
                CronExpression.parse(properties.schedule()).next(after.atZone(ZoneId.of(properties.zone())));
        return Optional.ofNullable(next).map(ZonedDateTime::toInstant);
    }

    private void compare() throws InterruptedException {
        try {
            Reconciler.Outcome outcome =
                    reconciler.run(AskedBy.SCHEDULE, properties.repair(), (what, done, total) -> goOn());
            LOG.info(
                    "Compared sources, hub and index: {} rows, {} differences, {} of them mended",
                    outcome.figures().rows(),
                    outcome.figures().differences(),
                    outcome.figures().mended());
        } catch (ReconciliationException e) {
            LOG.warn("Sources, hub and index could not be compared: {}", e.getMessage());
        }
    }

    private void goOn() {
        if (stopping.getAsBoolean()) {
            throw new CancellationException("the service stops");
        }
    }
}
