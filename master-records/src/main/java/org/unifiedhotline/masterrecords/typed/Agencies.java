package org.unifiedhotline.masterrecords.typed;

import org.unifiedhotline.mappings.canonical.AgencyRecord;
import org.unifiedhotline.masterrecords.database.Rows;

/** The table {@code agency}. */
final class Agencies extends TypedTable<AgencyRecord> {
    Agencies() {
        super("agency", AgencyRecord.class);
    }

    @Override
    String upsert() {
        return """
                INSERT INTO agency (record_id, source_system, code, name, kind, country, province_name,
                                    in_interagency_group, province)
                SELECT * FROM unnest(?::bigint[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
                                     ?::boolean[], ?::text[])
                ON CONFLICT (record_id) DO UPDATE
                   SET code = excluded.code, name = excluded.name, kind = excluded.kind, country = excluded.country,
                       province_name = excluded.province_name, in_interagency_group = excluded.in_interagency_group,
                       province = excluded.province
                """;
    }

    @Override
    Rows<AgencyRecord> columns(Rows<AgencyRecord> rows) {
        return rows.texts(AgencyRecord::code)
                .texts(AgencyRecord::name)
                .texts(AgencyRecord::kind)
                .texts(AgencyRecord::country)
                .texts(AgencyRecord::provinceName)
                .booleans(AgencyRecord::inInteragencyGroup)
                .texts(agency -> ProvinceOfToday.named(agency.provinceName()));
    }
}
