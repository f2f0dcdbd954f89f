package org.unifiedhotline.integrationroutes.capture;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.unifiedhotline.mappings.source.SourceSystem;
import org.unifiedhotline.masterrecords.pipeline.SourceLog;
import org.unifiedhotline.masterrecords.pipeline.SourceLog.State;
import org.unifiedhotline.masterrecords.pipeline.SourceLogs;

/**
 * Looks how much of their logs the sources keep for the service, whether or not it reads them just now, and says when nothing
 * bounds that: a service that stands still must never fill the disk of a legacy system.
 */
public final class LogWatch {
    private static final Logger LOG = LoggerFactory.getLogger(LogWatch.class);

    private final List<SourceConnector> sources;
    private final CaptureStore store;
    private final SourceLogs logs;
    private final Map<SourceSystem, State> told = new EnumMap<>(SourceSystem.class);

    public LogWatch(Collection<CaptureSettings> sources, CaptureStore store, SourceLogs logs) {
        this.sources = sources.stream().map(SourceConnector::of).toList();
        this.store = store;
        this.logs = logs;
    }

    /** Looks once at each source; one that is away is looked at next time. */
    public void work() {
        sources.forEach(this::look);
    }

    private void look(SourceConnector source) {
        try (Connection connection = source.connect()) {
            SourceLog log = source.kept(connection, store.offset(source.system()));
            logs.write(log);
            tell(log);
        } catch (SQLException e) {
            LOG.debug("{}: does not say what it keeps: {}", source.system().code(), FailureReason.of(e));
        }
    }

    private void tell(SourceLog log) {
        State state = log.state();
        if (told.put(log.system(), state) == state) {
            return;
        }
        switch (state) {
            case BOUNDED ->
                LOG.info(
                        "{}: what the server keeps of its log is bounded",
                        log.system().code());
            case FILLING ->
                LOG.warn(
                        "{}: the server keeps {} bytes of its log for the service, of {} at most; then all rows will be read anew",
                        log.system().code(),
                        log.keptBytes(),
                        log.boundBytes());
            case UNBOUNDED ->
                LOG.warn(
                        "{}: nothing bounds what the server keeps of its log for a service that stands still: it could fill the"
                                + " disk (see the end of config/legacy-grants/{}.sql)",
                        log.system().code(),
                        log.system().code());
        }
    }
}
