package org.unifiedhotline.console.crosswalk;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import org.unifiedhotline.masterrecords.records.CrosswalkEntry;

/** Writes the crosswalk as CSV (RFC 4180, with {@code \n} as line end as most scripts expect it). */
final class CrosswalkCsv {
    /** How many rows go out between two looks whether anyone still listens. */
    private static final int ROWS_BETWEEN_CHECKS = 10_000;

    private final PrintWriter out;
    private long rows;

    CrosswalkCsv(PrintWriter out) {
        this.out = out;
    }

    void header() {
        out.write("source,table,local_id,master_id,link_kind\n");
    }

    /**
     * Writes one row.
     *
     * @throws UncheckedIOException if the reader has gone
     */
    void row(CrosswalkEntry entry) {
        out.write(entry.key().system().code());
        out.write(',');
        out.write(entry.key().table().name());
        out.write(',');
        out.write(quoted(entry.key().localId()));
        out.write(',');
        out.write(entry.masterId().toString());
        out.write(',');
        out.write(entry.linkKind().code());
        out.write('\n');
        rows++;
        if (rows % ROWS_BETWEEN_CHECKS == 0) {
            requireListener();
        }
    }

    void finish() {
        requireListener();
    }

    private void requireListener() {
        if (out.checkError()) {
            throw new UncheckedIOException(new IOException("the reader of the crosswalk has gone"));
        }
    }

    private static String quoted(String field) {
        boolean plain = field.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? field : '"' + field.replace("\"", "\"\"") + '"';
    }
}
