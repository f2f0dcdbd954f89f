package org.unifiedhotline.integrationroutes.capture;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Capture cannot go on; the message says why and carries no value of a row, so that it may be shown and logged. */
final class CaptureException extends RuntimeException {

    CaptureException(String reason) {
        super(reason);
    }

    CaptureException(String reason, Throwable cause) {
        super(reason, cause);
    }

    /**
     * What may be shown of a failure. Messages of drivers and of Debezium can quote rows, so only kinds of failures and SQL
     * states are told, and in full only our own.
     */
    static String reasonOf(@Nullable Throwable failure) {
        StringBuilder reason = new StringBuilder();
        Throwable at = failure;
        for (int depth = 0; at != null && depth < 6; depth++, at = at.getCause()) {
            if (at instanceof CaptureException own) {
                return String.valueOf(own.getMessage());
            }
            reason.append(reason.isEmpty() ? "" : " < ").append(at.getClass().getSimpleName());
            if (at instanceof SQLException sql) {
                reason.append(" (SQL state ").append(sql.getSQLState()).append(')');
            }
        }
        return reason.isEmpty() ? "ended without a reason" : reason.toString();
    }
}
