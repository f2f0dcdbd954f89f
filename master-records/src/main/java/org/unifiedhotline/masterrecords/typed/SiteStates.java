package org.unifiedhotline.masterrecords.typed;

import org.unifiedhotline.mappings.canonical.SiteStatusRecord;
import org.unifiedhotline.masterrecords.database.Rows;

/** The table {@code site_status}. */
final class SiteStates extends TypedTable<SiteStatusRecord> {
    SiteStates() {
        super("site_status", SiteStatusRecord.class);
    }

    @Override
    String upsert() {
        return """
                INSERT INTO site_status (record_id, source_system, centre, component, state, observed_at, detail)
                SELECT record_id, source_system, centre, component, state, observed_at::timestamptz, detail
                  FROM unnest(?::bigint[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[])
                    AS given (record_id, source_system, centre, component, state, observed_at, detail)
                ON CONFLICT (record_id) DO UPDATE
                   SET centre = excluded.centre, component = excluded.component, state = excluded.state,
                       observed_at = excluded.observed_at, detail = excluded.detail
                """;
    }

    @Override
    Rows<SiteStatusRecord> columns(Rows<SiteStatusRecord> rows) {
        return rows.texts(SiteStatusRecord::centre)
                .texts(SiteStatusRecord::component)
                .texts(SiteStatusRecord::state)
                .texts(SiteStatusRecord::observedAt)
                .texts(SiteStatusRecord::detail);
    }
}
