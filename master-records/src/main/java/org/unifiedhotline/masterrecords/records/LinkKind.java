package org.unifiedhotline.masterrecords.records;

import java.util.Locale;

/** Why a source record belongs to its master record. */
public enum LinkKind {
    /** The engine decided. */
    AUTOMATIC,
    /** A steward said so. */
    ASSERTED,
    /** It is the only source record of its person. */
    SINGLE;

    /** The word for it in the crosswalk: {@code automatic}, {@code asserted}, {@code single}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
