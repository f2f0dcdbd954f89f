package org.unifiedhotline.integrationroutes.capture;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.spi.FilterReply;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.slf4j.Marker;
import org.unifiedhotline.mappings.source.SourceSystem;
import org.unifiedhotline.mappings.source.SourceTable;

/**
 * Hears of changes that MariaDB's log tells as statements, not as rows: somebody set {@code binlog_format} for a session. Debezium passes over
 * them and tells only its logger, with the whole text, so that logger is off. This is asked before a logger's level is. It keeps the names
 * of the captured tables that the text has, and nothing else of it; these tables are read anew.
 */
final class StatementsInLog extends TurboFilter implements AutoCloseable {
    private static final org.slf4j.Logger LOG = LoggerFactory.getLogger(StatementsInLog.class);
    private static final String OF_CHANGES = "io.debezium.connector.binlog.BinlogStreamingChangeEventSource";
    private static final String CHANGE = "Received DML ";
    private static final String OF_DEFINITIONS = "io.debezium.connector.binlog.BinlogDatabaseSchema";
    private static final String UNREADABLE = "Ignoring unparseable DDL ";
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}_$]+");
    private static final String REASON =
            "a change of it stands in the log as a statement, which holds no rows; it is read anew";

    private final SourceSystem system;
    private final List<String> captured;
    private final AtomicBoolean toldOfOthers = new AtomicBoolean();
    private final Set<String> changed = ConcurrentHashMap.newKeySet();

    StatementsInLog(SourceSystem system) {
        this.system = system;
        this.captured = CapturedTables.of(system);
    }

    /** Hears until it is closed. */
    static StatementsInLog of(SourceConnector connector) {
        StatementsInLog statements = new StatementsInLog(connector.system());
        boolean isMariaDb = connector.settings().engine() == CaptureSettings.Engine.MARIADB;
        if (isMariaDb && LoggerFactory.getILoggerFactory() instanceof LoggerContext loggers) {
            loggers.addTurboFilter(statements);
        }
        return statements;
    }

    @Override
    public FilterReply decide(
            @Nullable Marker marker,
            Logger logger,
            Level level,
            @Nullable String format,
            Object @Nullable [] values,
            @Nullable Throwable cause) {
        if (level.equals(Level.WARN) && format != null) {
            if (format.startsWith(CHANGE) && logger.getName().equals(OF_CHANGES)) {
                change(values == null || values.length == 0 ? "" : String.valueOf(values[0]));
            } else if (format.startsWith(UNREADABLE) && logger.getName().equals(OF_DEFINITIONS)) {
                LOG.warn(
                        "{}: a statement in the log that alters definitions cannot be read; tables that do not fit any more will be named",
                        system.code());
            }
        }
        return FilterReply.NEUTRAL;
    }

    private void change(String statement) {
        Set<String> words = Set.of(NO_WORD.splitAsStream(statement.toLowerCase(Locale.ROOT))
                .distinct()
                .toArray(String[]::new));
        List<String> tables = captured.stream().filter(words::contains).toList();
        changed.addAll(tables);
        if (tables.isEmpty() && toldOfOthers.compareAndSet(false, true)) {
            LOG.warn(
                    "{}: a change stands in the log as a statement that names no captured table; what it did to one by a view or a trigger,"
                            + " a comparison finds",
                    system.code());
        }
    }

    /** Writes down which tables are to be read anew; until it is, the place in the log is not. */
    void tell(CaptureLedger ledger) {
        for (String name : List.copyOf(changed)) {
            SourceTable table = SourceTable.of(system, name);
            changed.remove(name); // what is heard from now on is for the next time
            try {
                ledger.held(table, Set.of(), REASON, 1);
            } catch (RuntimeException notWritten) {
                changed.add(name);
                throw notWritten;
            }
            LOG.warn("{}: {}", table, REASON);
        }
    }

    @Override
    public void close() {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext loggers) {
            loggers.getTurboFilterList().remove(this);
        }
    }
}
