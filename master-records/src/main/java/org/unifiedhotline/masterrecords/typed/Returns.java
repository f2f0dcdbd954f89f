package org.unifiedhotline.masterrecords.typed;

import java.util.Optional;
import org.unifiedhotline.mappings.canonical.ReturnRecord;
import org.unifiedhotline.masterrecords.database.Rows;

/** The table {@code return_record}. */
final class Returns extends TypedTable<ReturnRecord> {
    Returns() {
        super("return_record", ReturnRecord.class);
    }

    @Override
    String upsert() {
        return """
                INSERT INTO return_record (record_id, source_system, victim_id, returned_on, kind, agency_id, screened_as)
                SELECT record_id, source_system, victim_id, returned_on::date, kind, agency_id, screened_as
                  FROM unnest(?::bigint[], ?::text[], ?::bigint[], ?::text[], ?::text[], ?::bigint[], ?::text[])
                    AS given (record_id, source_system, victim_id, returned_on, kind, agency_id, screened_as)
                ON CONFLICT (record_id) DO UPDATE
                   SET victim_id = excluded.victim_id, returned_on = excluded.returned_on, kind = excluded.kind,
                       agency_id = excluded.agency_id, screened_as = excluded.screened_as
                """;
    }

    @Override
    Rows<ReturnRecord> columns(Rows<ReturnRecord> rows) {
        return rows.longs(row -> id(row.victim()))
                .texts(ReturnRecord::returnedOn)
                .texts(ReturnRecord::kind)
                .longs(row -> id(row.receivingAgency()))
                .texts(ReturnRecord::screenedAs);
    }

    /** The victim, whose file shows it. */
    @Override
    Optional<String> queueNamed() {
        return Optional.of("""
                INSERT INTO resolution_queue (record_id, task)
                SELECT DISTINCT victim_id, 'RENEW' FROM return_record WHERE record_id = ANY (:ids)
                """);
    }
}
