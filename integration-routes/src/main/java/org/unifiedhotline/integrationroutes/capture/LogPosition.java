package org.unifiedhotline.integrationroutes.capture;

import java.util.Comparator;
import org.unifiedhotline.mappings.source.SourcePosition;

/**
 * A place in a source's log, without regard to lives.
 *
 * @param log MariaDB: the number of the binlog file; PostgreSQL: 0
 * @param offset MariaDB: bytes into that file; PostgreSQL: the log sequence number
 */
record LogPosition(long log, long offset) implements Comparable<LogPosition> {
    private static final Comparator<LogPosition> ORDER =
            Comparator.comparingLong(LogPosition::log).thenComparingLong(LogPosition::offset);

    /** Before everything. */
    static final LogPosition START = new LogPosition(0, 0);

    @Override
    public int compareTo(LogPosition other) {
        return ORDER.compare(this, other);
    }

    boolean isAtOrAfter(LogPosition other) {
        return compareTo(other) >= 0;
    }

    SourcePosition inLife(long life) {
        return new SourcePosition(life, log, offset, 0);
    }
}
