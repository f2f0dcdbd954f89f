package org.unifiedhotline.masterrecords.typed;

import java.util.Optional;
import org.unifiedhotline.mappings.canonical.CaseRecord;
import org.unifiedhotline.masterrecords.database.Rows;

/** The table {@code case_file}. */
final class Cases extends TypedTable<CaseRecord> {
    Cases() {
        super("case_file", CaseRecord.class);
    }

    @Override
    String upsert() {
        return """
                INSERT INTO case_file (record_id, source_system, case_number, subject_id, reporter_id, relation, kinds,
                                       urgency, status, opened_on, closed_on, destination_country)
                SELECT record_id, source_system, case_number, subject_id, reporter_id, relation,
                       string_to_array(kinds, E'\\x1f'), urgency, status, opened_on::date, closed_on::date,
                       destination_country
                  FROM unnest(?::bigint[], ?::text[], ?::text[], ?::bigint[], ?::bigint[], ?::text[], ?::text[],
                              ?::integer[], ?::text[], ?::text[], ?::text[], ?::text[])
                    AS given (record_id, source_system, case_number, subject_id, reporter_id, relation, kinds,
                              urgency, status, opened_on, closed_on, destination_country)
                ON CONFLICT (record_id) DO UPDATE
                   SET case_number = excluded.case_number, subject_id = excluded.subject_id,
                       reporter_id = excluded.reporter_id, relation = excluded.relation, kinds = excluded.kinds,
                       urgency = excluded.urgency, status = excluded.status, opened_on = excluded.opened_on,
                       closed_on = excluded.closed_on, destination_country = excluded.destination_country
                """;
    }

    @Override
    Rows<CaseRecord> columns(Rows<CaseRecord> rows) {
        return rows.texts(CaseRecord::caseNumber)
                .longs(file -> id(file.subject()))
                .longs(file -> id(file.reporter()))
                .texts(CaseRecord::relation)
                .texts(file -> String.join("\u001f", file.kinds()))
                .integers(CaseRecord::urgency)
                .texts(CaseRecord::status)
                .texts(CaseRecord::openedOn)
                .texts(CaseRecord::closedOn)
                .texts(CaseRecord::destinationCountry);
    }

    /** Subject and reporter: what a case says of the two is evidence of who they are. */
    @Override
    Optional<String> queueNamed() {
        return Optional.of("""
                INSERT INTO resolution_queue (record_id, task)
                SELECT subject_id, 'RESOLVE' FROM case_file WHERE record_id = ANY (:ids)
                UNION
                SELECT reporter_id, 'RESOLVE' FROM case_file WHERE record_id = ANY (:ids) AND reporter_id IS NOT NULL
                """);
    }
}
