package org.unifiedhotline.masterrecords.keys;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.unifiedhotline.mappings.OpenCodes;
import org.unifiedhotline.mappings.source.SourceSystem;
import org.unifiedhotline.mappings.source.SourceTable;
import org.unifiedhotline.masterrecords.database.HubDatabase;

/**
 * Migration 26.6: takes what was typed in the hotline's columns of codes and is no code out of the tables where it stood in clear, out of
 * what was understood of the rows, and out of the index. Erased rows that keep such words are taken for ones that came back, so that
 * the first start erases them again.
 */
public final class ExistingCodes extends ExistingData {
    public ExistingCodes(Keystore keystore) {
        super("26.6", "codes without free text", keystore);
    }

    /** A column of codes: where it stands in clear, and what is put in the place of what is none. */
    private record Column(String table, String name, String of, String legacy, String none) {
        String codeOf(String value) {
            return OpenCodes.isCode(SourceTable.of(SourceSystem.HOTLINE, of), legacy, value) ? value.strip() : none;
        }
    }

    private static final Column KINDS = new Column("case_file", "kinds", "case_file", "exploitation", "OTHER");
    private static final Column LANGUAGE = new Column("contact", "language", "call", "language", "und");

    @Override
    void migrate(HubDatabase hub) {
        List<Long> found = new ArrayList<>(mend(hub, KINDS, kindsOf(hub)));
        found.addAll(mend(hub, LANGUAGE, languages(hub)));
        WordsAmongCodes words = new WordsAmongCodes(hub);
        words.understand(found);
        words.comeBack("ca_can_thiep", "case_file", "call");
    }

    private static List<String[]> kindsOf(HubDatabase hub) {
        return hub
                .sql()
                .sql("SELECT DISTINCT kinds FROM case_file WHERE source_system = 'hotline'")
                .query((row, number) -> (String[]) row.getArray(1).getArray())
                .list()
                .stream()
                .filter(kinds -> !Arrays.stream(kinds)
                        .allMatch(kind -> KINDS.codeOf(kind).equals(kind)))
                .toList();
    }

    private static List<String[]> languages(HubDatabase hub) {
        return hub
                .sql()
                .sql("SELECT DISTINCT language FROM contact WHERE source_system = 'hotline'")
                .query(String.class)
                .list()
                .stream()
                .filter(language -> !LANGUAGE.codeOf(language).equals(language))
                .map(language -> new String[] {language})
                .toList();
    }

    /** Puts codes in the place of these values; the records that had them. */
    private static List<Long> mend(HubDatabase hub, Column column, List<String[]> values) {
        List<Long> records = new ArrayList<>();
        boolean isList = column.equals(KINDS);
        String type = isList ? "::text[]" : "::text";
        for (String[] value : values) {
            String[] codes = Arrays.stream(value).map(column::codeOf).toArray(String[]::new);
            records.addAll(hub.sql()
                    .sql("UPDATE " + column.table() + " SET " + column.name() + " = :codes" + type + " WHERE "
                            + column.name() + " = :value" + type + " AND source_system = 'hotline' RETURNING record_id")
                    .param("codes", isList ? codes : codes[0])
                    .param("value", isList ? value : value[0])
                    .query(Long.class)
                    .list());
        }
        if (!records.isEmpty()) {
            new WordsAmongCodes(hub).writeAnew(column.table());
        }
        return records;
    }
}
