package org.unifiedhotline.masterrecords.typed;

import org.unifiedhotline.mappings.canonical.CounsellorRecord;
import org.unifiedhotline.masterrecords.database.Rows;

/** The table {@code counsellor}. */
final class Counsellors extends TypedTable<CounsellorRecord> {
    Counsellors() {
        super("counsellor", CounsellorRecord.class);
    }

    @Override
    String upsert() {
        return """
                INSERT INTO counsellor (record_id, source_system, local_id, centre, active)
                SELECT * FROM unnest(?::bigint[], ?::text[], ?::text[], ?::text[], ?::boolean[])
                ON CONFLICT (record_id) DO UPDATE SET centre = excluded.centre, active = excluded.active
                """;
    }

    @Override
    Rows<CounsellorRecord> columns(Rows<CounsellorRecord> rows) {
        return rows.texts(counsellor -> counsellor.key().localId())
                .texts(CounsellorRecord::centre)
                .booleans(CounsellorRecord::active);
    }
}
