package org.unifiedhotline.mappings.source;

import java.util.Arrays;

/** A legacy system whose rows are captured. */
public enum SourceSystem {
    /** The child-protection switchboard, 111 (MariaDB, database {@code tongdai111}). */
    SWITCHBOARD("switchboard"),
    /** The anti-trafficking hotline (PostgreSQL, database {@code pcmbn}, schema {@code hotline}). */
    HOTLINE("hotline");

    private final String code;

    SourceSystem(String code) {
        this.code = code;
    }

    /** The word for it in the API, in SQL and in configuration. */
    public String code() {
        return code;
    }

    /**
     * The source system with this code.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static SourceSystem of(String code) {
        return Arrays.stream(values())
                .filter(system -> system.code.equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no source system has the code '" + code + "'"));
    }
}
