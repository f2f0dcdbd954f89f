package org.unifiedhotline.masterrecords.ingest;

import org.unifiedhotline.mappings.reading.MappingException;
import org.unifiedhotline.masterrecords.keys.BrokenSealException;

/** Why a row could not be mapped or stored, in words that hold no value of a person. */
final class Reasons {
    private static final int LONGEST = 300;

    private Reasons() {}

    /**
     * Messages of a {@link MappingException} name columns and rules only, and those of a {@link Refusal.RefusedRow} and of a
     * {@link BrokenSealException} were made here; of any other exception its kind and place are told, for its message may quote a value.
     */
    static String of(Throwable failure) {
        if (failure instanceof MappingException
                || failure instanceof Refusal.RefusedRow
                || failure instanceof BrokenSealException) {
            String message = String.valueOf(failure.getMessage());
            return message.length() <= LONGEST ? message : message.substring(0, LONGEST);
        }
        StackTraceElement[] trace = failure.getStackTrace();
        return failure.getClass().getSimpleName() + (trace.length == 0 ? "" : " at " + trace[0]);
    }
}
