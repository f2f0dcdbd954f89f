package org.unifiedhotline.integrationroutes.capture;

import org.apache.kafka.connect.data.Struct;
import org.unifiedhotline.mappings.source.SourcePosition;

/**
 * Positions in MariaDB's binary log: file, byte, and a number among the changes told at that byte.
 *
 * <p>Since MariaDB 11.4 the events of a transaction carry no position of their own (unless {@code binlog_legacy_event_pos} is
 * set), so all of them are told at the place where the transaction begins, and Debezium's row number begins anew with each
 * event. Taken alone the two would give several changes of one row in one transaction the same position, and the hub would
 * keep the first. A run always begins with a whole transaction ({@link MariaDbSource#resume}), so the same change has the
 * same number each time it is read.
 */
final class BinlogPositions implements SourceConnector.Positions {
    private final long life;
    private LogPosition place = LogPosition.START;
    private int number;

    BinlogPositions(long life) {
        this.life = life;
    }

    @Override
    public SourcePosition of(Struct envelope) {
        Struct source = envelope.getStruct("source");
        LogPosition next = new LogPosition(MariaDbSource.fileNumber(source.getString("file")), source.getInt64("pos"));
        number = next.equals(place) ? number + 1 : 0;
        place = next;
        return new SourcePosition(life, next.log(), next.offset(), number);
    }
}
