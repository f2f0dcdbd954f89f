package org.unifiedhotline.console.dashboard;

import java.util.Locale;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;
import org.unifiedhotline.masterrecords.figures.Cell;
import org.unifiedhotline.masterrecords.figures.FigureReport;
import org.unifiedhotline.masterrecords.figures.Release;

/** Writes a figure as CSV (RFC 4180): a line a number; one that may not be told stands as {@code <11} or {@code withheld}. */
final class FigureCsv {
    private FigureCsv() {}

    static String of(FigureReport report) {
        StringJoiner lines = new StringJoiner("\r\n", "\ufeff", "\r\n");
        lines.add("figure,from,to,centre,by,value,label,split,part,count,mean");
        String slice = report.figure().code() + "," + report.slice().from() + ","
                + report.slice().to() + ","
                + (report.slice().centre() == null ? "" : report.slice().centre());
        report.cells().forEach(cell -> lines.add(slice + "," + line(cell)));
        return lines.toString();
    }

    private static String line(Cell cell) {
        StringJoiner fields = new StringJoiner(",");
        fields.add(quoted(cell.by()));
        fields.add(quoted(cell.value()));
        fields.add(quoted(cell.label()));
        fields.add(quoted(cell.split()));
        fields.add(quoted(cell.part()));
        fields.add(cell.count() == null ? "withheld (k<" + Release.LEAST + ")" : Long.toString(cell.count()));
        fields.add(cell.mean() == null ? "" : String.format(Locale.ROOT, "%.2f", cell.mean()));
        return fields.toString();
    }

    /** Also keeps a spreadsheet from taking what was typed for a formula. */
    private static String quoted(@Nullable String field) {
        if (field == null) {
            return "";
        }
        String safe = field.matches("(?s)[=+@\\-\\t\\r].*") ? "'" + field : field;
        boolean plain = safe.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? safe : '"' + safe.replace("\"", "\"\"") + '"';
    }
}
