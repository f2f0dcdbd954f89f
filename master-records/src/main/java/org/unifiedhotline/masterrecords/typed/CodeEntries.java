package org.unifiedhotline.masterrecords.typed;

import org.unifiedhotline.mappings.canonical.CodeRecord;
import org.unifiedhotline.masterrecords.database.Rows;

/** The table {@code code_entry}. */
final class CodeEntries extends TypedTable<CodeRecord> {
    CodeEntries() {
        super("code_entry", CodeRecord.class);
    }

    @Override
    String upsert() {
        return """
                INSERT INTO code_entry (record_id, source_system, list, code, name, centre)
                SELECT * FROM unnest(?::bigint[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[])
                ON CONFLICT (record_id) DO UPDATE
                   SET list = excluded.list, code = excluded.code, name = excluded.name, centre = excluded.centre
                """;
    }

    @Override
    Rows<CodeRecord> columns(Rows<CodeRecord> rows) {
        return rows.texts(CodeRecord::list)
                .texts(CodeRecord::code)
                .texts(CodeRecord::name)
                .texts(CodeRecord::centre);
    }
}
