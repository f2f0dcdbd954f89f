package org.unifiedhotline.masterrecords.ingest;

import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;
import org.unifiedhotline.mappings.source.SourceRow;

/**
 * Tells a failure that lies in what was to be stored from one of the database being away. To try the former again is of no
 * use, however long one waits; the latter passes.
 */
public final class Refusal {
    /** PostgreSQL: data exception, integrity constraint violation, program limit exceeded. */
    private static final Set<String> OF_CONTENT = Set.of("22", "23", "54");

    /** Of a row of which nothing could be stored but that it is there. */
    private static final SourceRow BARE = SourceRow.of(Map.of());

    private Refusal() {}

    /**
     * Whether it is the content that cannot be taken: the database says so by its SQL state, or our own code failed on it
     * before the database was asked.
     */
    public static boolean isOfContent(Throwable failure) {
        return sqlState(failure)
                .map(state -> state.length() == 5 && OF_CONTENT.contains(state.substring(0, 2)))
                .orElse(!(failure instanceof DataAccessException || failure instanceof TransactionException));
    }

    /** The kind of failure and its SQL state; never a message, which could quote a value. */
    static String reasonOf(Throwable failure) {
        return sqlState(failure)
                .map(state -> "the hub cannot store it: SQL state " + state)
                .orElseGet(() -> Reasons.of(failure));
    }

    static SourceRow bare() {
        return BARE;
    }

    static boolean isBare(SourceRow row) {
        return row.columns().isEmpty();
    }

    private static Optional<String> sqlState(Throwable failure) {
        for (Throwable at = failure; at != null; at = at.getCause()) {
            if (at instanceof SQLException sql) {
                return Optional.of(sql.getSQLState() == null ? "none" : sql.getSQLState());
            }
        }
        return Optional.empty();
    }

    /** Stands for the mapping of a row that is not to be mapped, since the hub refused it; its message is its reason. */
    static final class RefusedRow extends RuntimeException {
        private static final long serialVersionUID = 1;

        RefusedRow(String reason) {
            super(reason);
        }
    }
}
