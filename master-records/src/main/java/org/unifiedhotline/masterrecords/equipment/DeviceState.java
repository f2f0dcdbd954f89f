package org.unifiedhotline.masterrecords.equipment;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.unifiedhotline.mappings.canonical.SiteStatusRecord.SiteState;

/**
 * How a piece of equipment is.
 *
 * @param since the first report of this state after the last of another
 * @param lastReportAt the latest report
 * @param detail what the latest report says besides; null if nothing
 */
public record DeviceState(
        Device device,
        SiteState state,
        Instant since,
        Instant lastReportAt,
        @Nullable String detail) {}
