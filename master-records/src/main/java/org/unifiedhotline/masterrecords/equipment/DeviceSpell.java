package org.unifiedhotline.masterrecords.equipment;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.unifiedhotline.mappings.canonical.SiteStatusRecord.SiteState;

/**
 * A time in which all reports of a piece of equipment said the same.
 *
 * @param from the first of these reports
 * @param to the last of them
 * @param until the first report of another state after it; null if it lasts
 * @param detail what the latest report with a detail says; null if none has one
 */
public record DeviceSpell(
        SiteState state,
        Instant from,
        Instant to,
        @Nullable Instant until,
        long reports,
        @Nullable String detail) {}
