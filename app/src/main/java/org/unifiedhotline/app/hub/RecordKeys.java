package org.unifiedhotline.app.hub;

import java.util.List;
import org.unifiedhotline.app.command.BadInputException;
import org.unifiedhotline.app.command.CsvRows;

/** Keys of source records, {@code source/table/id} in the engine, as columns {@code source,table,local_id} of CSV files. */
public final class RecordKeys {
    private RecordKeys() {}

    /** The key that stands in the columns {@code source}, {@code table} and {@code local_id}, each with a suffix. */
    public static String of(CsvRows.Row row, String suffix) throws BadInputException {
        return row.get("source" + suffix) + "/" + row.get("table" + suffix) + "/" + row.get("local_id" + suffix);
    }

    /** The names of the columns with a suffix. */
    public static List<String> columns(String suffix) {
        return List.of("source" + suffix, "table" + suffix, "local_id" + suffix);
    }

    /** A key as its three fields. */
    public static List<String> fields(String key) {
        int table = key.indexOf('/');
        int id = key.indexOf('/', table + 1);
        return List.of(key.substring(0, table), key.substring(table + 1, id), key.substring(id + 1));
    }
}
