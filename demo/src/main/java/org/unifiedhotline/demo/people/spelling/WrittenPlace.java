package org.unifiedhotline.demo.people.spelling;

import org.jspecify.annotations.Nullable;

/** What was written of a place; any part may be missing. The code is the switchboard's, the province's name the hotline's. */
public record WrittenPlace(
        @Nullable String provinceCode,
        @Nullable String province,
        @Nullable String district,
        @Nullable String commune) {

    /** True if the province or anything finer was written. */
    public boolean known() {
        return provinceCode != null || province != null || district != null || commune != null;
    }
}
