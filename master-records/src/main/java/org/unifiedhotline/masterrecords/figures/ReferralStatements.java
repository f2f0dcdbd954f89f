package org.unifiedhotline.masterrecords.figures;

import java.util.List;
import java.util.Set;

/** Referrals by agency, kind of agency, province, line and month, each told apart by what came of them. */
final class ReferralStatements implements Statements {
    static final List<String> TABLES = List.of("switchboard/chuyen_tuyen", "hotline/referral");
    static final Set<String> FILTERS =
            Set.of("line", "agency", "agencyKind", "province", "month", "outcome", "satisfaction");

    /** The list of both figures made of referrals; {@code :rated} is true for those that were rated only. */
    static final String LIST = """
            SELECT source_record.source_system, source_table, local_id, at, record_id::text AS cursor_id,
                   jsonb_build_object('caseNumber', case_number, 'agencyName', agency_name, 'agencyKind', agency_kind,
                       'province', province, 'outcome', outcome, 'respondedOn', responded_on,
                       'satisfaction', satisfaction, 'centre', centre) AS facts,
                   (SELECT jsonb_agg(jsonb_build_object('as', 'SUBJECT', 'id', master_id))
                      FROM link WHERE link.record_id = subject_id) AS people
              FROM (SELECT * FROM figure_referral
                     WHERE at >= :start AND at < :end AND (:centre::text IS NULL OR centre = :centre)
                       AND (NOT :rated OR satisfaction IS NOT NULL)
                       AND (:line::text IS NULL OR line = :line)
                       AND (:agency::text IS NULL OR agency = :agency)
                       AND (:agencyKind::text IS NULL OR agency_kind = :agencyKind)
                       AND (:province::text IS NULL OR province = :province)
                       AND (:month::date IS NULL OR month = :month::date)
                       AND (:outcome::text IS NULL OR outcome = :outcome)
                       AND (:satisfaction::text IS NULL OR satisfaction = :satisfaction::smallint)
                       AND (:before_at::timestamptz IS NULL
                            OR (at, record_id) < (:before_at::timestamptz, :before_id::bigint))
                     ORDER BY at DESC, record_id DESC LIMIT :size) AS one
              JOIN source_record USING (record_id)
             ORDER BY at DESC, record_id DESC
            """;

    @Override
    public String counts() {
        return """
                WITH counted AS MATERIALIZED (
                  SELECT line, agency, agency_name, agency_kind, province, month, outcome, count(*) AS referrals
                    FROM figure_referral
                   WHERE at >= :start AND at < :end AND (:centre::text IS NULL OR centre = :centre)
                   GROUP BY line, agency, agency_name, agency_kind, province, month, outcome)
                SELECT CASE WHEN GROUPING(line) = 0 THEN 'line' WHEN GROUPING(agency) = 0 THEN 'agency'
                            WHEN GROUPING(agency_kind) = 0 THEN 'agencyKind' WHEN GROUPING(province) = 0 THEN 'province'
                            WHEN GROUPING(month) = 0 THEN 'month' ELSE 'total' END AS by_name,
                       COALESCE(line, agency, agency_kind, province, month::text, 'all') AS value,
                       CASE WHEN GROUPING(agency) = 0 THEN max(agency_name) END AS label,
                       'outcome' AS split, outcome AS part, sum(referrals)::bigint AS count, NULL::float8 AS mean
                  FROM counted
                 GROUP BY GROUPING SETS ((line, outcome), (agency, outcome), (agency_kind, outcome),
                                         (province, outcome), (month, outcome), (outcome))
                """;
    }

    @Override
    public String list() {
        return LIST;
    }

    @Override
    public Set<String> filters() {
        return FILTERS;
    }

    @Override
    public List<String> tables() {
        return TABLES;
    }
}
