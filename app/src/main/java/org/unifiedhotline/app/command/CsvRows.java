package org.unifiedhotline.app.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** The rows of a small CSV file (RFC 4180, UTF-8, with a heading), with complaints that name line and column. */
public final class CsvRows {
    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .setIgnoreEmptyLines(true)
            .get();

    private final Path file;
    private final List<Row> rows = new ArrayList<>();
    private List<String> columns = List.of();

    private CsvRows(Path file) {
        this.file = file;
    }

    /** One row. */
    public final class Row {
        private final CSVRecord fields;
        private final long line;

        private Row(CSVRecord fields, long line) {
            this.fields = fields;
            this.line = line;
        }

        /** A field; nothing where there is no such column, or the field is empty. */
        public Optional<String> optional(String column) {
            return columns.contains(column)
                    ? Optional.of(fields.get(columns.indexOf(column)).strip()).filter(text -> !text.isEmpty())
                    : Optional.empty();
        }

        /** A field that must not be empty. */
        public String get(String column) throws BadInputException {
            return optional(column).orElseThrow(() -> complaint(column, "expected a value, got nothing"));
        }

        /** A complaint about a field. */
        public BadInputException complaint(String column, String what) {
            return new BadInputException(file + ": line " + line + ": column " + column + ": " + what);
        }
    }

    /**
     * Reads a file.
     *
     * @param required the columns that it must have
     */
    public static CsvRows read(Path file, List<String> required) throws IOException, BadInputException {
        CsvRows table = new CsvRows(file);
        String text = InputFiles.text(file);
        try (CSVParser parser = CSVParser.parse(text.startsWith("\uFEFF") ? text.substring(1) : text, FORMAT)) {
            table.columns = List.copyOf(parser.getHeaderNames());
            if (!table.columns.containsAll(required)) {
                throw new BadInputException(file + ": line 1: expected the columns " + String.join(",", required));
            }
            for (CSVRecord row : parser) {
                if (row.size() != table.columns.size()) {
                    throw new BadInputException(file + ": line " + parser.getCurrentLineNumber() + ": expected "
                            + table.columns.size() + " columns, got " + row.size());
                }
                table.rows.add(table.new Row(row, parser.getCurrentLineNumber()));
            }
        } catch (UncheckedIOException | IllegalStateException | IllegalArgumentException e) {
            throw new BadInputException(file + ": " + e.getMessage());
        }
        return table;
    }

    /** The rows, in order. */
    public List<Row> rows() {
        return List.copyOf(rows);
    }

    /** Whether there is such a column. */
    public boolean hasColumn(String column) {
        return columns.contains(column);
    }
}
