package org.unifiedhotline.integrationroutes.capture;

import java.sql.SQLException;
import org.apache.kafka.connect.source.SourceRecord;
import org.jspecify.annotations.Nullable;

/**
 * Tells how far the log has been read when no captured table changes, so that "nothing to do" and "not there yet" can be
 * told apart. One for each run of a stream.
 */
sealed interface LogTail extends AutoCloseable permits BinlogTail, WalTail {

    /** Called about ten times a second while the stream runs. */
    void tick() throws SQLException;

    /**
     * What the route's being through with this record, and with all before it, proves.
     *
     * @return the position before which nothing is left to come; null if this record proves nothing
     */
    @Nullable
    LogPosition passedBy(SourceRecord record);

    /**
     * Whether nothing has come for so long that the connection must have died unnoticed.
     *
     * @param heardBefore whether anything has come in this run
     * @param silentNanos since when nothing has come, or since the run began
     */
    boolean isDead(boolean heardBefore, long silentNanos);

    /** The end of the log at the call: every change committed before stands at or before it. */
    LogPosition head() throws SQLException;

    /** As {@link #head}, without writing anything into the log: for whoever does not follow it. */
    default LogPosition look() throws SQLException {
        return head();
    }

    @Override
    void close();
}
