package org.unifiedhotline.masterrecords.audit;

/** What happened could not be put on record, so it must not be answered. */
public final class AuditUnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    AuditUnavailableException(String message) {
        super(message);
    }
}
