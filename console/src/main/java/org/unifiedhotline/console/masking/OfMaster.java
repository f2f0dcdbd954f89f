package org.unifiedhotline.console.masking;

import org.jspecify.annotations.Nullable;
import org.unifiedhotline.masterrecords.records.MasterId;

/** A part of an answer that tells of one master record: what was revealed of it is read plainly within. */
public interface OfMaster {
    /** Of whom; null if nobody any more. */
    @Nullable
    MasterId masterId();
}
