package org.unifiedhotline.mappings.standardization;

import java.time.LocalDate;

/** Before or since the administrative reform: a code or name of a place means something only with its era. */
public enum Era {
    /** 63 provinces, districts, about 10,000 communes. */
    BEFORE,
    /** 34 provinces, no districts, about 3,300 communes. */
    SINCE;

    /** The first day of the new provinces and communes. */
    public static final LocalDate REFORM = LocalDate.of(2025, 7, 1);
}
