package org.unifiedhotline.integrationroutes.reconciliation;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.scheduling.support.CronExpression;
import org.unifiedhotline.masterrecords.settings.Complaints;

/**
 * How and when sources, hub and index are compared ({@code unified-hotline.reconciliation.*}).
 *
 * @param schedule when the service does so by itself: seconds, minutes, hours, days, months, days of the week; {@code -} for never
 * @param zone the zone of the schedule's times
 * @param repair whether what differs is mended when the schedule asked; a command says so itself
 * @param rowsPerSecond so many rows of a legacy database are read in a second at most
 * @param page so many rows are read by one statement
 * @param patience how long changes on their way are waited for
 */
@ConfigurationProperties("unified-hotline.reconciliation")
public record ReconciliationProperties(
        @DefaultValue("0 30 2 * * *") String schedule,
        @DefaultValue("Asia/Ho_Chi_Minh") String zone,
        @DefaultValue("false") boolean repair,
        @DefaultValue("5000") int rowsPerSecond,
        @DefaultValue("500") int page,
        @DefaultValue("60s") Duration patience) {
    /** Stands for a schedule that never comes. */
    public static final String NEVER = "-";

    public ReconciliationProperties {
        new Complaints("unified-hotline.reconciliation.")
                .require(
                        schedule.equals(NEVER) || CronExpression.isValidExpression(schedule),
                        "schedule is '-' or six fields such as '0 30 2 * * *' (every night at half past two), not '"
                                + schedule + "'")
                .require(isZone(zone), "zone is a zone such as Asia/Ho_Chi_Minh, not '" + zone + "'")
                .require(rowsPerSecond >= 1, "rows-per-second is 1 or more, not " + rowsPerSecond)
                .require(page >= 1 && page <= 10_000, "page is 1 to 10000, not " + page)
                .require(!patience.isNegative(), "patience is not negative")
                .throwIfAny();
    }

    private static boolean isZone(String zone) {
        try {
            ZoneId.of(zone);
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }

    /** The same with another patience. */
    public ReconciliationProperties withPatience(Duration other) {
        return new ReconciliationProperties(schedule, zone, repair, rowsPerSecond, page, other);
    }

    /** The same with other limits of what the legacy side is asked for. */
    public ReconciliationProperties withRowsPerSecond(int other) {
        return new ReconciliationProperties(schedule, zone, repair, other, page, patience);
    }
}
