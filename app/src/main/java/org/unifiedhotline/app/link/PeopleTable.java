package org.unifiedhotline.app.link;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.unifiedhotline.app.command.BadInputException;
import org.unifiedhotline.matching.model.Attribute;
import org.unifiedhotline.matching.model.MatchModel;
import org.unifiedhotline.matching.record.MatchRecord;

/** Reads a table of people as records; a record's key is {@code file/id}. */
final class PeopleTable {
    /** The kind of all records of a table. */
    static final String KIND = "record";

    private final Path file;
    private final String name;
    private final MatchModel model;

    PeopleTable(Path file, MatchModel model) {
        this.file = file;
        this.name = String.valueOf(file.getFileName());
        this.model = model;
    }

    static CSVParser open(Path file) throws IOException, BadInputException {
        if (!Files.isReadable(file)) {
            throw new BadInputException(file + ": cannot be read");
        }
        Reader reader = new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8);
        int first = reader.read();
        if (first != '\uFEFF') {
            reader.close();
            reader = Files.newBufferedReader(file, StandardCharsets.UTF_8);
        }
        return CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .setIgnoreEmptyLines(true)
                .get()
                .parse(reader);
    }

    /** The records of the table. */
    List<MatchRecord> read(Optional<String> idColumn, boolean linked) throws IOException, BadInputException {
        try (CSVParser parser = open(file)) {
            List<String> header = parser.getHeaderNames();
            if (header.isEmpty()) {
                throw new BadInputException(file + ": line 1: expected the names of the columns");
            }
            String id = idColumn.orElse(header.getFirst());
            Map<String, Integer> columns = columns(header, id);
            List<MatchRecord> records = new ArrayList<>();
            Set<String> ids = new HashSet<>();
            for (CSVRecord row : parser) {
                records.add(record(row, parser, header.size(), id, columns, ids, linked));
            }
            return records;
        } catch (UncheckedIOException | IllegalStateException | IllegalArgumentException e) {
            throw new BadInputException(file + ": " + e.getMessage());
        }
    }

    private Map<String, Integer> columns(List<String> header, String id) throws BadInputException {
        Map<String, Integer> columns = new HashMap<>();
        columns.put(id, place(header, id));
        for (Attribute attribute : model.attributes()) {
            columns.put(attribute.column(), place(header, attribute.column()));
        }
        return columns;
    }

    private int place(List<String> header, String column) throws BadInputException {
        int at = header.indexOf(column);
        if (at < 0) {
            throw new BadInputException(
                    file + ": line 1: expected a column \"" + column + "\", there are " + String.join(", ", header));
        }
        return at;
    }

    private MatchRecord record(
            CSVRecord row,
            CSVParser parser,
            int width,
            String id,
            Map<String, Integer> columns,
            Set<String> ids,
            boolean linked)
            throws BadInputException {
        long line = parser.getCurrentLineNumber();
        if (row.size() != width) {
            throw new BadInputException(
                    file + ": line " + line + ": expected " + width + " columns, got " + row.size());
        }
        String value = row.get(columns.getOrDefault(id, 0)).strip();
        if (value.isEmpty() || !ids.add(value)) {
            throw new BadInputException(file + ": line " + line + ": column " + id + ": "
                    + (value.isEmpty()
                            ? "expected the name of the record, got nothing"
                            : "\"" + value + "\" stands there twice"));
        }
        Map<String, List<String>> values = new HashMap<>();
        for (Attribute attribute : model.attributes()) {
            String text = row.get(columns.getOrDefault(attribute.column(), 0)).strip();
            if (!text.isEmpty()) {
                values.put(attribute.name(), List.of(text));
            }
        }
        return new MatchRecord(row.getRecordNumber(), name + "/" + value, KIND, linked ? name : "", values, List.of());
    }
}
