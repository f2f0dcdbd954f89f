package org.unifiedhotline.masterrecords.figures;

import java.util.List;
import java.util.Set;

/** Cases by kind, by the day they were opened on. A case of two kinds counts once under each, and once in the total. */
final class CaseStatements implements Statements {
    @Override
    public String counts() {
        return """
                WITH counted AS MATERIALIZED (
                  SELECT line, month, kinds, status, count(*) AS cases FROM figure_case
                   WHERE at >= :start AND at < :end AND (:centre::text IS NULL OR centre = :centre)
                   GROUP BY line, month, kinds, status)
                SELECT 'kind' AS by_name, kind AS value, NULL AS label, 'status' AS split, status AS part,
                       sum(cases)::bigint AS count, NULL::float8 AS mean
                  FROM counted, LATERAL (SELECT DISTINCT kind FROM unnest(kinds) AS kind) AS of_case
                 GROUP BY kind, status
                UNION ALL
                SELECT 'line', line, NULL, 'status', status, sum(cases)::bigint, NULL FROM counted GROUP BY line, status
                UNION ALL
                SELECT 'month', month::text, NULL, 'line', line, sum(cases)::bigint, NULL FROM counted GROUP BY month, line
                UNION ALL
                SELECT 'total', 'all', NULL, 'status', status, sum(cases)::bigint, NULL FROM counted GROUP BY status
                """;
    }

    @Override
    public String list() {
        return """
                SELECT source_record.source_system, source_table, local_id, at, record_id::text AS cursor_id,
                       jsonb_build_object('caseNumber', case_number, 'kinds', kinds, 'status', status,
                           'urgency', urgency, 'closedOn', closed_on, 'country', destination_country,
                           'centre', centre) AS facts,
                       (SELECT jsonb_agg(jsonb_build_object('as', person_as, 'id', master_id))
                          FROM (VALUES ('SUBJECT', subject_id), ('REPORTER', reporter_id))
                            AS named (person_as, person_id)
                          JOIN link ON link.record_id = person_id) AS people
                  FROM (SELECT * FROM figure_case
                         WHERE at >= :start AND at < :end AND (:centre::text IS NULL OR centre = :centre)
                           AND (:line::text IS NULL OR line = :line)
                           AND (:kind::text IS NULL OR :kind = ANY (kinds))
                           AND (:status::text IS NULL OR status = :status)
                           AND (:month::date IS NULL OR month = :month::date)
                           AND (:before_at::timestamptz IS NULL
                                OR (at, record_id) < (:before_at::timestamptz, :before_id::bigint))
                         ORDER BY at DESC, record_id DESC LIMIT :size) AS one
                  JOIN source_record USING (record_id)
                 ORDER BY at DESC, record_id DESC
                """;
    }

    @Override
    public Set<String> filters() {
        return Set.of("line", "kind", "status", "month");
    }

    @Override
    public List<String> tables() {
        return List.of("switchboard/ca_can_thiep", "hotline/case_file");
    }
}
