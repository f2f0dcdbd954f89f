package org.unifiedhotline.masterrecords.resolution;

import java.util.Map;

/** The engine cannot weigh some records of a bulk resolution; the others it can. Nothing was written. */
final class UnweighableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Map<Long, RuntimeException> failures;

    UnweighableException(Map<Long, RuntimeException> failures) {
        super(failures.size() + " records cannot be weighed");
        this.failures = Map.copyOf(failures);
    }

    /** By the number of the record, what happened. */
    Map<Long, RuntimeException> failures() {
        return failures;
    }
}
