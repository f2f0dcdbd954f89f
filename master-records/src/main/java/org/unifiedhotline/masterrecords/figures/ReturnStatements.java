package org.unifiedhotline.masterrecords.figures;

import java.util.List;
import java.util.Set;

/** Returns of victims by the country they came back from and by month. */
final class ReturnStatements implements Statements {
    @Override
    public String counts() {
        return """
                WITH counted AS MATERIALIZED (
                  SELECT country, month, kind, count(*) AS returns FROM figure_return
                   WHERE at >= :start AND at < :end AND (:centre::text IS NULL OR centre = :centre)
                   GROUP BY country, month, kind)
                SELECT 'country' AS by_name, country AS value, NULL AS label, 'kind' AS split, kind AS part,
                       sum(returns)::bigint AS count, NULL::float8 AS mean
                  FROM counted GROUP BY country, kind
                UNION ALL
                SELECT 'month', month::text, NULL, 'country', country, sum(returns)::bigint, NULL
                  FROM counted GROUP BY month, country
                UNION ALL
                SELECT 'total', 'all', NULL, 'kind', kind, sum(returns)::bigint, NULL FROM counted GROUP BY kind
                """;
    }

    @Override
    public String list() {
        return """
                SELECT source_record.source_system, source_table, local_id, at, record_id::text AS cursor_id,
                       jsonb_build_object('kind', kind, 'country', country, 'screenedAs', screened_as, 'centre', centre) AS facts,
                       (SELECT jsonb_agg(jsonb_build_object('as', 'SUBJECT', 'id', master_id))
                          FROM link WHERE link.record_id = victim_id) AS people
                  FROM (SELECT * FROM figure_return
                         WHERE at >= :start AND at < :end AND (:centre::text IS NULL OR centre = :centre)
                           AND (:country::text IS NULL OR country = :country)
                           AND (:kind::text IS NULL OR kind = :kind)
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
        return Set.of("country", "kind", "month");
    }

    @Override
    public List<String> tables() {
        return List.of("hotline/return_record");
    }
}
