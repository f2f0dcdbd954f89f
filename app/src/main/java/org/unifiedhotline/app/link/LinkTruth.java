package org.unifiedhotline.app.link;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.unifiedhotline.app.command.BadInputException;
import org.unifiedhotline.app.command.InputFiles;
import org.unifiedhotline.matching.comparison.EncodedRecord;

/** Reads who is who in the tables: {@code file,record_id,person_id}. */
final class LinkTruth {
    private static final List<String> COLUMNS = List.of("file", "record_id", "person_id");

    private LinkTruth() {}

    /**
     * The person of each record, by the record's key.
     *
     * @throws BadInputException if a row is broken, or names a record that is not there or was named before
     */
    static Map<String, String> read(Path file, List<EncodedRecord> records) throws IOException, BadInputException {
        Set<String> keys = new HashSet<>();
        records.forEach(record -> keys.add(record.key()));
        Map<String, String> persons = new HashMap<>();
        try (CsvReader reader = PeopleTable.open(file)) {
            List<String> header = reader.next();
            if (header == null || !header.containsAll(COLUMNS)) {
                throw new BadInputException("line 1: expected the columns " + String.join(",", COLUMNS));
            }
            int[] places = COLUMNS.stream().mapToInt(header::indexOf).toArray();
            for (List<String> row = reader.next(); row != null; row = reader.next()) {
                String where = "line " + reader.line() + ": ";
                if (row.size() != header.size()) {
                    throw new BadInputException(where + "expected " + header.size() + " columns, got " + row.size());
                }
                String key =
                        row.get(places[0]).strip() + "/" + row.get(places[1]).strip();
                if (!keys.contains(key)) {
                    throw new BadInputException(
                            where + "column record_id: expected a record of the tables, got " + key);
                }
                if (persons.put(key, row.get(places[2]).strip()) != null) {
                    throw new BadInputException(where + "column record_id: " + key + " stands there twice");
                }
            }
        } catch (CharacterCodingException _) {
            throw InputFiles.notUtf8(file);
        } catch (BadInputException e) {
            throw new BadInputException(file + ": " + e.getMessage());
        }
        return persons;
    }
}
