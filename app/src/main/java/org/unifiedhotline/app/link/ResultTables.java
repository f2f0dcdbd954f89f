package org.unifiedhotline.app.link;

import java.io.IOException;
import java.util.Locale;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.unifiedhotline.matching.bulk.BulkOutcome;

/** The tables that the command writes. */
final class ResultTables {
    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setRecordSeparator('\n').get();

    private ResultTables() {}

    /** Clusters are numbered from 1 in the order of their first records. */
    static void clusters(Appendable to, BulkOutcome outcome, int[] clusterOf) throws IOException {
        CSVPrinter printer = new CSVPrinter(to, FORMAT);
        printer.printRecord("file", "record_id", "cluster_id");
        int[] numbers = new int[clusterOf.length];
        int next = 0;
        for (int i = 0; i < clusterOf.length; i++) {
            int cluster = clusterOf[i];
            if (numbers[cluster] == 0) {
                numbers[cluster] = ++next;
            }
            String key = outcome.records().get(i).key();
            printer.printRecord(file(key), id(key), numbers[cluster]);
        }
        printer.flush();
    }

    static void pairs(Appendable to, BulkOutcome outcome) throws IOException {
        CSVPrinter printer = new CSVPrinter(to, FORMAT);
        printer.printRecord("file_a", "id_a", "file_b", "id_b", "match_weight", "match_probability");
        for (int i = 0; i < outcome.edges().size(); i++) {
            String a = outcome.records().get(outcome.edges().a(i)).key();
            String b = outcome.records().get(outcome.edges().b(i)).key();
            double bits = outcome.edges().bits(i);
            printer.printRecord(
                    file(a),
                    id(a),
                    file(b),
                    id(b),
                    String.format(Locale.ROOT, "%.3f", bits),
                    String.format(Locale.ROOT, "%.6f", 1 / (1 + Math.pow(2, -bits))));
        }
        printer.flush();
    }

    private static String file(String key) {
        return key.substring(0, key.indexOf('/'));
    }

    private static String id(String key) {
        return key.substring(key.indexOf('/') + 1);
    }
}
