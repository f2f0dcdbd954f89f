package org.unifiedhotline.mappings.source;

import java.util.Comparator;

/**
 * A place in a source's log. Later places are greater; places compare only between changes of one source system.
 *
 * @param life counts the lives of the source's log: it grows when the log starts anew (binlog reset, slot lost,
 *     database restored) and a new snapshot is taken. Starts at 1.
 * @param log MariaDB: the number of the binlog file; PostgreSQL: 0
 * @param offset MariaDB: the position in the binlog file; PostgreSQL: the log sequence number
 * @param row MariaDB: the number of the change among those told at this position (the rows of an event, or all changes of
 *     a transaction), from 0; PostgreSQL: 0
 */
public record SourcePosition(long life, long log, long offset, int row) implements Comparable<SourcePosition> {
    private static final Comparator<SourcePosition> ORDER = Comparator.comparingLong(SourcePosition::life)
            .thenComparingLong(SourcePosition::log)
            .thenComparingLong(SourcePosition::offset)
            .thenComparingInt(SourcePosition::row);

    public SourcePosition {
        if (life < 1 || log < 0 || offset < 0 || row < 0) {
            throw new IllegalArgumentException("a source position counts lives from 1 and the rest from 0, not " + life
                    + "/" + log + "/" + offset + "/" + row);
        }
    }

    @Override
    public int compareTo(SourcePosition other) {
        return ORDER.compare(this, other);
    }

    public boolean isAfter(SourcePosition other) {
        return compareTo(other) > 0;
    }
}
