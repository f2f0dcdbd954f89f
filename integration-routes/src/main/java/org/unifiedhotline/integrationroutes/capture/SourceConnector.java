package org.unifiedhotline.integrationroutes.capture;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.apache.kafka.connect.data.Struct;
import org.unifiedhotline.mappings.source.SourcePosition;
import org.unifiedhotline.mappings.source.SourceSystem;
import org.unifiedhotline.masterrecords.pipeline.SourceLog;

/**
 * What capture must know of a database engine. Another engine (MySQL, SQL Server, Oracle) is another of these and another
 * word in {@link CaptureSettings.Engine}; the rest stays as it is.
 */
sealed interface SourceConnector permits MariaDbSource, PostgresSource {

    static SourceConnector of(CaptureSettings settings) {
        return switch (settings.engine()) {
            case MARIADB -> new MariaDbSource(settings);
            case POSTGRESQL -> new PostgresSource(settings);
        };
    }

    CaptureSettings settings();

    default SourceSystem system() {
        return settings().system();
    }

    String jdbcUrl();

    /** A connection to the source, as the service's account. The caller closes it. */
    default Connection connect() throws SQLException {
        Properties properties = new Properties();
        properties.put("user", settings().username());
        properties.put("password", settings().password());
        properties.put("connectTimeout", connectTimeout());
        properties.putAll(transportProperties());
        return DriverManager.getConnection(jdbcUrl(), properties);
    }

    /** The driver's properties for how the source is connected to. */
    Map<String, String> transportProperties();

    /** The driver's notation of ten seconds. */
    String connectTimeout();

    /** What the account may do, and what the server's settings lack. */
    Rights rights(Connection source) throws SQLException;

    /** The captured tables as the source's catalog has them now; those that are not there are left out. */
    Map<String, TableDefinition> definitions(Connection source) throws SQLException;

    /**
     * Marks where the log stands now and sees to it that nothing after the mark can be missed.
     *
     * @return the mark, as an offset that {@link #streamProperties} understands
     */
    StoredOffset mark(Connection source) throws SQLException;

    /** Where to go on from, given the offset that was stored last. */
    Resumption resume(Connection source, StoredOffset last) throws SQLException;

    /** Whether the log can be followed from where it was left. */
    sealed interface Resumption {
        /** It can: at the latest from the first change that was not acknowledged. */
        record From(StoredOffset offset) implements Resumption {}

        /**
         * The log does not hold all that is to come any more, so all rows are to be read anew.
         *
         * @param why in words for an operator
         */
        record Lost(String why) implements Resumption {}
    }

    /**
     * How much of the log the server keeps that was not read, and what bounds that.
     *
     * @param last the offset that was stored last; empty before the first
     */
    SourceLog kept(Connection source, Optional<StoredOffset> last) throws SQLException;

    /** About how many rows the captured tables hold, by the source's own statistics: no table is read for it. */
    long estimatedRows(Connection source) throws SQLException;

    /** Debezium's properties for reading all rows as they stand. */
    Map<String, String> snapshotProperties();

    /**
     * Debezium's properties for following the log from the stored offset.
     *
     * @param first whether this is the first time since the mark was set
     */
    Map<String, String> streamProperties(boolean first);

    /** Whether Debezium keeps a history of the tables' definitions for this engine. */
    boolean keepsSchemaHistory();

    /**
     * Whether a run broke off since what is known of the tables' definitions does not fit the rows in the log: starting over
     * from the same place would break off again.
     */
    default boolean isOutOfStep(Throwable failure) {
        return false;
    }

    /** A teller of positions for one run of this life. */
    Positions positions(long life);

    /** Tells where each change of one run stands. */
    interface Positions {
        /** The position of a change, from its envelope; asked once a change, in the order of the log. */
        SourcePosition of(Struct envelope);
    }

    /** A new look at the end of the log, for one run of the stream. */
    LogTail tail();
}
