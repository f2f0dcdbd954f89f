package org.unifiedhotline.integrationroutes.capture;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * What may be shown of a failure. Messages of drivers and of Debezium can quote rows, so only kinds of failures and SQL
 * states are told; only our own messages are told in full.
 */
public final class FailureReason {
    private static final int DEEPEST = 6;

    private FailureReason() {}

    /** The reason in words that carry no value of a row. */
    public static String of(@Nullable Throwable failure) {
        StringBuilder reason = new StringBuilder();
        Throwable at = failure;
        for (int depth = 0; at != null && depth < DEEPEST; depth++, at = at.getCause()) {
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
