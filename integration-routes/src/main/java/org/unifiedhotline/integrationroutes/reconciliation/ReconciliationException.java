package org.unifiedhotline.integrationroutes.reconciliation;

/** A comparison could not run; the message says why and carries no value of a row, so that it may be shown and logged. */
public final class ReconciliationException extends Exception {
    private static final long serialVersionUID = 1;

    ReconciliationException(String reason) {
        super(reason);
    }

    ReconciliationException(String reason, Throwable cause) {
        super(reason, cause);
    }
}
