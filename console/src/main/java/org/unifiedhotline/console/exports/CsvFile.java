package org.unifiedhotline.console.exports;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A file of comma-separated values (RFC 4180) as Excel opens it by a double click: it begins with a byte order mark, without
 * which Excel takes UTF-8 for something else, and no cell can be a formula.
 */
final class CsvFile implements PeopleFile {
    private static final String BYTE_ORDER_MARK = "\uFEFF";
    /** What spreadsheets take for the beginning of a formula; a tab or line end may stand before one (OWASP, CSV injection). */
    private static final String BEGINS_FORMULA = "=+-@\t\r\n＝＋－＠";

    private final Writer out;

    CsvFile(OutputStream to) throws IOException {
        this.out = new BufferedWriter(new OutputStreamWriter(to, StandardCharsets.UTF_8));
        out.write(BYTE_ORDER_MARK);
    }

    @Override
    public void write(List<String> cells) throws IOException {
        out.write(cells.stream().map(CsvFile::cell).collect(Collectors.joining(",")) + "\r\n");
    }

    /** Quoted always; what could be a formula stands behind an apostrophe, which makes it text. */
    static String cell(String value) {
        String text = !value.isEmpty() && BEGINS_FORMULA.indexOf(value.charAt(0)) >= 0 ? "'" + value : value;
        return '"' + text.replace("\"", "\"\"") + '"';
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
