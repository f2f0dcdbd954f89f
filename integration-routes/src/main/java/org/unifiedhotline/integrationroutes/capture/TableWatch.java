package org.unifiedhotline.integrationroutes.capture;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.unifiedhotline.mappings.source.SourceTable;
import org.unifiedhotline.masterrecords.pipeline.TableShape.Look;

/**
 * Looks whether the tables of a source still are as their mappings need them, and says what is not: all of it at once. A
 * table that is not stops alone.
 */
public final class TableWatch {
    private static final Logger LOG = LoggerFactory.getLogger(TableWatch.class);

    private final SourceConnector connector;
    private final CaptureLedger ledger;
    private final KnownColumns known;

    TableWatch(SourceConnector connector, CaptureLedger ledger) {
        this.connector = connector;
        this.ledger = ledger;
        this.known = KnownColumns.of(connector.settings());
    }

    public TableWatch(CaptureSettings settings, CaptureLedger ledger) {
        this(SourceConnector.of(settings), ledger);
    }

    /**
     * Looks at all tables now.
     *
     * @throws SQLException if the source is away
     */
    public void look() throws SQLException {
        try (Connection source = connector.connect()) {
            look(source);
        }
    }

    void look(Connection source) throws SQLException {
        Map<String, TableDefinition> definitions = connector.definitions(source);
        List<String> news = new ArrayList<>();
        for (String name : CapturedTables.of(connector.system())) {
            SourceTable table = SourceTable.of(connector.system(), name);
            Look look = definitions.getOrDefault(name, TableDefinition.ABSENT).look(name, known);
            if (ledger.seen(table, look) && !look.isWhole()) {
                news.add(name + " (" + look.reason() + ")");
            }
        }
        if (!news.isEmpty()) {
            LOG.warn(
                    "{}: these tables are not followed until they are mended, all others are: {}",
                    connector.system().code(),
                    String.join("; ", news));
        }
    }
}
