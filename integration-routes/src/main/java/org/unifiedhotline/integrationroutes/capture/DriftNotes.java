package org.unifiedhotline.integrationroutes.capture;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.unifiedhotline.mappings.source.SourceTable;
import org.unifiedhotline.masterrecords.pipeline.TableShape;

/** What a batch held of rows that their mappings cannot read: they are left out, and that is written down before the batch is done. */
final class DriftNotes {
    private static final Logger LOG = LoggerFactory.getLogger(DriftNotes.class);

    private static final class Held {
        private final Set<String> missing = new HashSet<>();
        private String reason = "";
        private long rows;
    }

    private final Map<SourceTable, Held> held = new HashMap<>();

    void missing(SourceTable table, Set<String> columns) {
        Held of = held.computeIfAbsent(table, unseen -> new Held());
        of.missing.addAll(columns);
        of.reason = TableShape.reasonOf(of.missing);
        of.rows++;
    }

    void noKey(SourceTable table) {
        Held of = held.computeIfAbsent(table, unseen -> new Held());
        of.reason = "the table has no primary key of one column";
        of.rows++;
    }

    /** A column is of a kind that no legacy schema had. */
    void unreadable(SourceTable table, String why) {
        Held of = held.computeIfAbsent(table, unseen -> new Held());
        of.reason = why;
        of.rows++;
    }

    /** Writes it down; until it is, the batch is not taken in. */
    void tell(CaptureLedger ledger) {
        held.forEach((table, of) -> {
            if (ledger.held(table, of.missing, of.reason, of.rows)) {
                LOG.warn("{} is not followed until it is mended, all other tables are: {}", table, of.reason);
            }
        });
        held.clear();
    }
}
