package org.unifiedhotline.app.link;

import java.io.IOException;
import java.util.Locale;
import org.unifiedhotline.matching.bulk.BulkOutcome;

/** The tables that the command writes: RFC 4180, but for a line feed alone at the end of each line. */
final class ResultTables {
    private ResultTables() {}

    /** Clusters are numbered from 1 in the order of their first records. */
    static void clusters(Appendable to, BulkOutcome outcome, int[] clusterOf) throws IOException {
        to.append("file,record_id,cluster_id\n");
        int[] numbers = new int[clusterOf.length];
        int next = 0;
        for (int i = 0; i < clusterOf.length; i++) {
            int cluster = clusterOf[i];
            if (numbers[cluster] == 0) {
                numbers[cluster] = ++next;
            }
            record(to, outcome.records().get(i).key());
            to.append(Integer.toString(numbers[cluster])).append('\n');
        }
    }

    static void pairs(Appendable to, BulkOutcome outcome) throws IOException {
        to.append("file_a,id_a,file_b,id_b,match_weight,match_probability\n");
        for (int i = 0; i < outcome.edges().size(); i++) {
            double bits = outcome.edges().bits(i);
            record(to, outcome.records().get(outcome.edges().a(i)).key());
            record(to, outcome.records().get(outcome.edges().b(i)).key());
            to.append(String.format(Locale.ROOT, "%.3f,%.6f\n", bits, 1 / (1 + Math.pow(2, -bits))));
        }
    }

    /** The file and the name of a record, each with a comma behind it. */
    static void record(Appendable to, String key) throws IOException {
        int slash = key.indexOf('/');
        field(to, key, 0, slash);
        field(to, key, slash + 1, key.length());
    }

    /** A text as one field, with a comma behind it. */
    static void field(Appendable to, String text) throws IOException {
        field(to, text, 0, text.length());
    }

    private static void field(Appendable to, String text, int from, int end) throws IOException {
        boolean plain = from < end;
        for (int i = from; i < end && plain; i++) {
            char c = text.charAt(i);
            plain = c != ',' && c != '"' && c != '\n' && c != '\r';
        }
        if (plain) {
            to.append(text, from, end).append(',');
        } else {
            to.append('"')
                    .append(text.substring(from, end).replace("\"", "\"\""))
                    .append("\",");
        }
    }
}
