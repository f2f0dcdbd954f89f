package org.unifiedhotline.integrationroutes.capture;

import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.unifiedhotline.mappings.source.SourcePosition;

/** Where a source's log ends while another instance of the service follows it: this one looks for itself, and writes nothing there. */
final class HeadBeside implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(HeadBeside.class);

    private final SourceConnector connector;
    private final CaptureLedger ledger;
    private boolean another;
    private @Nullable LogTail tail;

    HeadBeside(SourceConnector connector, CaptureLedger ledger) {
        this.connector = connector;
        this.ledger = ledger;
    }

    /** From now on another instance follows the log. */
    synchronized void open() {
        another = true;
    }

    /** The end of the log at the call; empty where no other instance follows it, or the source cannot be asked. */
    synchronized Optional<SourcePosition> look() {
        if (!another) {
            return Optional.empty();
        }
        LogTail own = tail;
        if (own == null) {
            own = connector.tail();
            tail = own;
        }
        try {
            LogPosition end = own.look();
            long life = ledger.standing(connector.system()).life();
            return life == 0 ? Optional.empty() : Optional.of(end.inLife(life));
        } catch (SQLException | CaptureException e) {
            LOG.debug(
                    "{}: the source does not say where its log ends: {}",
                    connector.system().code(),
                    e.toString());
            return Optional.empty();
        }
    }

    /** Whether the other instance has come there, as far as the hub was told. */
    boolean hasReached(SourcePosition position) {
        return ledger.reached(connector.system())
                .map(reached -> reached.compareTo(position) >= 0)
                .orElse(false);
    }

    /** No other instance follows the log any more. */
    @Override
    public synchronized void close() {
        another = false;
        if (tail != null) {
            tail.close();
            tail = null;
        }
    }
}
