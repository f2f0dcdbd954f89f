package org.unifiedhotline.masterrecords.figures;

import java.util.List;
import java.util.Set;

/**
 * People known to both hotlines who were dealt with in the period, by either; by the tables that tell of them. A person is
 * whom the hub takes for one now, so that a merge or a split changes this figure and no other.
 */
final class PeopleStatements implements Statements {
    private static final String KNOWN = """
            WITH known AS MATERIALIZED (
              SELECT master_id FROM counted_link WHERE source_system = 'hotline'
              INTERSECT
              SELECT master_id FROM counted_link WHERE source_system = 'switchboard'),
            member AS MATERIALIZED (
              SELECT master_id, record_id, source_table FROM counted_link JOIN known USING (master_id)),
            active AS MATERIALIZED (
              SELECT DISTINCT master_id FROM member JOIN person_activity USING (record_id)
               WHERE at >= :start AND at < :end AND (:centre::text IS NULL OR centre = :centre)),
            person AS (
              SELECT master_id, string_agg(DISTINCT source_table, '+' ORDER BY source_table) AS tables
                FROM member JOIN active USING (master_id)
               GROUP BY master_id)
            """;

    @Override
    public String counts() {
        return KNOWN + """
                SELECT 'tables' AS by_name, tables AS value, NULL AS label, NULL AS split, NULL AS part,
                       count(*) AS count, NULL::float8 AS mean
                  FROM person GROUP BY tables
                UNION ALL
                SELECT 'total', 'all', NULL, NULL, NULL, count(*), NULL FROM person
                """;
    }

    @Override
    public String list() {
        return KNOWN + """
                SELECT NULL AS source_system, NULL AS source_table, NULL AS local_id, NULL::timestamptz AS at,
                       master_id::text AS cursor_id, jsonb_build_object('tables', tables) AS facts,
                       jsonb_build_array(jsonb_build_object('as', 'PERSON', 'id', master_id)) AS people
                  FROM person
                 WHERE (:tables::text IS NULL OR tables = :tables)
                   AND (:before_id::text IS NULL OR master_id < :before_id::uuid)
                 ORDER BY master_id DESC LIMIT :size
                """;
    }

    @Override
    public Set<String> filters() {
        return Set.of("tables");
    }

    @Override
    public List<String> tables() {
        return List.of("switchboard/nguoi_goi", "switchboard/tre_em", "hotline/caller", "hotline/victim");
    }
}
