package org.unifiedhotline.app.link;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PushbackReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.unifiedhotline.app.command.BadInputException;
import org.unifiedhotline.app.command.InputFiles;
import org.unifiedhotline.matching.comparison.EncodedRecord;
import org.unifiedhotline.matching.comparison.RecordEncoder;
import org.unifiedhotline.matching.model.Attribute;
import org.unifiedhotline.matching.model.MatchModel;

/**
 * Reads a table of people as records, which are taken apart while the next rows are read; a record's key is
 * {@code file/id}.
 */
final class PeopleTable {
    /** The kind of all records of a table. */
    static final String KIND = "record";

    private final Path file;
    private final String name;
    private final MatchModel model;
    private final RecordEncoder encoder;
    private final List<UnreadValues> unread;

    PeopleTable(Path file, MatchModel model, RecordEncoder encoder) {
        this.file = file;
        this.name = String.valueOf(file.getFileName());
        this.model = model;
        this.encoder = encoder;
        this.unread = model.attributes().stream().map(UnreadValues::new).toList();
    }

    /** Which columns hold values that are none of their kind, once the table is read: they count as missing. */
    List<String> complaints() {
        return unread.stream()
                .flatMap(values -> values.complaint().stream())
                .map(complaint -> file + ": " + complaint)
                .toList();
    }

    /** Opens a table as UTF-8, without its byte-order mark if it has one. */
    static CsvReader open(Path file) throws IOException {
        PushbackReader reader = new PushbackReader(
                new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8.newDecoder()), 1);
        int first = reader.read();
        if (first >= 0 && first != '\uFEFF') {
            reader.unread(first);
        }
        return new CsvReader(reader);
    }

    /** Where the columns stand. */
    private record Columns(int width, int id, List<Integer> attributes) {}

    /** A row as the encoder takes it. */
    private record Row(long number, long line, String key, List<String> texts) {}

    /** The records of the table. */
    List<EncodedRecord> read(Optional<String> idColumn, boolean linked) throws IOException, BadInputException {
        try (CsvReader reader = open(file);
                Encoding encoding = new Encoding(linked ? name : "")) {
            List<String> header = reader.next();
            if (header == null) {
                throw new BadInputException("line 1: expected the names of the columns");
            }
            Columns columns = columns(header, idColumn.orElse(header.getFirst()));
            Set<String> keys = new HashSet<>();
            long number = 0;
            for (List<String> fields = reader.next(); fields != null; fields = reader.next()) {
                Row row = row(++number, fields, reader.line(), columns, header.get(columns.id()));
                if (!keys.add(row.key())) {
                    throw new BadInputException("line " + reader.line() + ": column " + header.get(columns.id())
                            + ": \"" + row.key().substring(name.length() + 1) + "\" stands there twice");
                }
                encoding.add(row);
            }
            return encoding.records();
        } catch (CharacterCodingException _) {
            throw InputFiles.notUtf8(file);
        } catch (BadInputException e) {
            throw new BadInputException(file + ": " + e.getMessage());
        }
    }

    private Columns columns(List<String> header, String id) throws BadInputException {
        List<Integer> attributes = new ArrayList<>();
        for (Attribute attribute : model.attributes()) {
            attributes.add(place(header, attribute.column()));
        }
        return new Columns(header.size(), place(header, id), attributes);
    }

    private static int place(List<String> header, String column) throws BadInputException {
        int at = header.indexOf(column);
        if (at < 0) {
            throw new BadInputException(
                    "line 1: expected a column \"" + column + "\", there are " + String.join(", ", header));
        }
        if (header.lastIndexOf(column) != at) {
            throw new BadInputException("line 1: expected one column \"" + column + "\", there are several");
        }
        return at;
    }

    private Row row(long number, List<String> fields, long line, Columns columns, String idColumn)
            throws BadInputException {
        if (fields.size() != columns.width()) {
            throw new BadInputException(
                    "line " + line + ": expected " + columns.width() + " columns, got " + fields.size());
        }
        String id = fields.get(columns.id()).strip();
        if (id.isEmpty()) {
            throw new BadInputException(
                    "line " + line + ": column " + idColumn + ": expected the name of the record, got nothing");
        }
        List<String> texts = new ArrayList<>(columns.attributes().size());
        for (int column : columns.attributes()) {
            texts.add(fields.get(column).strip());
        }
        return new Row(number, line, name + "/" + id, texts);
    }

    /** Takes rows apart, batch by batch, while the next ones are read. */
    private final class Encoding implements AutoCloseable {
        private static final int BATCH = 2048;

        private final String source;
        private final ExecutorService others =
                Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
        private final List<CompletableFuture<List<EncodedRecord>>> batches = new ArrayList<>();
        private List<Row> batch = new ArrayList<>(BATCH);

        Encoding(String source) {
            this.source = source;
        }

        void add(Row row) {
            batch.add(row);
            if (batch.size() == BATCH) {
                send();
            }
        }

        private void send() {
            List<Row> rows = batch;
            batch = new ArrayList<>(BATCH);
            batches.add(CompletableFuture.supplyAsync(
                    () -> rows.stream().map(this::encode).toList(), others));
        }

        private EncodedRecord encode(Row row) {
            EncodedRecord record = encoder.encode(row.number(), row.key(), KIND, source, row.texts());
            for (int i = 0; i < unread.size(); i++) {
                if (!row.texts().get(i).isEmpty()) {
                    unread.get(i).note(record.count(i) > 0, row.line());
                }
            }
            return record;
        }

        List<EncodedRecord> records() {
            send();
            List<EncodedRecord> records = new ArrayList<>(batches.size() * BATCH);
            batches.forEach(encoded -> records.addAll(encoded.join()));
            return records;
        }

        @Override
        public void close() {
            others.shutdownNow();
        }
    }
}
