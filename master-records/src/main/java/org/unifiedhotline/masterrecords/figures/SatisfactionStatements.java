package org.unifiedhotline.masterrecords.figures;

import java.util.List;
import java.util.Set;

/** How receiving agencies rated the referrals of a period, 1 to 5: those only that were rated. */
final class SatisfactionStatements implements Statements {
    @Override
    public String counts() {
        return """
                WITH counted AS MATERIALIZED (
                  SELECT agency, agency_name, agency_kind, province, month, satisfaction::text AS rating,
                         count(*) AS referrals
                    FROM figure_referral
                   WHERE at >= :start AND at < :end AND (:centre::text IS NULL OR centre = :centre)
                     AND satisfaction IS NOT NULL
                   GROUP BY agency, agency_name, agency_kind, province, month, satisfaction)
                SELECT CASE WHEN GROUPING(agency) = 0 THEN 'agency' WHEN GROUPING(agency_kind) = 0 THEN 'agencyKind'
                            WHEN GROUPING(province) = 0 THEN 'province' WHEN GROUPING(month) = 0 THEN 'month'
                            ELSE 'total' END AS by_name,
                       COALESCE(agency, agency_kind, province, month::text, 'all') AS value,
                       CASE WHEN GROUPING(agency) = 0 THEN max(agency_name) END AS label,
                       'satisfaction' AS split, rating AS part, sum(referrals)::bigint AS count, NULL::float8 AS mean
                  FROM counted
                 GROUP BY GROUPING SETS ((agency, rating), (agency_kind, rating), (province, rating), (month, rating),
                                         (rating))
                """;
    }

    @Override
    public String list() {
        return ReferralStatements.LIST;
    }

    @Override
    public Set<String> filters() {
        return ReferralStatements.FILTERS;
    }

    @Override
    public List<String> tables() {
        return ReferralStatements.TABLES;
    }
}
