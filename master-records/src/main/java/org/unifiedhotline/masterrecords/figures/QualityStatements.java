package org.unifiedhotline.masterrecords.figures;

import java.util.List;
import java.util.Set;

/** Call quality: assessments of a period and the mean of their points, by criterion, centre, topic, line and month. */
final class QualityStatements implements Statements {
    @Override
    public String counts() {
        return """
                WITH counted AS MATERIALIZED (
                  SELECT line, centre, topic, month, score, criteria FROM figure_review
                   WHERE at >= :start AND at < :end AND (:centre::text IS NULL OR centre = :centre))
                SELECT CASE WHEN GROUPING(line) = 0 THEN 'line' WHEN GROUPING(counted.centre) = 0 THEN 'centre'
                            WHEN GROUPING(topic) = 0 THEN 'topic' WHEN GROUPING(month) = 0 THEN 'month'
                            ELSE 'total' END AS by_name,
                       COALESCE(line, counted.centre, topic, month::text, 'all') AS value,
                       CASE WHEN GROUPING(topic) = 0
                            THEN (SELECT name FROM code_entry WHERE list = 'topic' AND code = topic LIMIT 1) END AS label,
                       NULL AS split, NULL AS part, count(*) AS count, avg(score)::float8 AS mean
                  FROM counted
                 GROUP BY GROUPING SETS ((line), (counted.centre), (topic), (month), ())
                HAVING count(*) > 0
                UNION ALL
                SELECT 'criterion', criterion, NULL, NULL, NULL, count(*), avg(points::numeric)::float8
                  FROM counted, LATERAL jsonb_each_text(criteria) AS given (criterion, points)
                 GROUP BY criterion
                """;
    }

    @Override
    public String list() {
        return """
                SELECT source_record.source_system, source_table, local_id, at, one.record_id::text AS cursor_id,
                       jsonb_build_object('score', score, 'criteria', criteria, 'reviewer', reviewer,
                           'centre', one.centre, 'topic', topic,
                           'topicName', (SELECT name FROM code_entry WHERE list = 'topic' AND code = topic LIMIT 1),
                           'receivedAt', received_at, 'channel', channel,
                           'counsellor', counsellor, 'durationSeconds', duration_seconds,
                           'contact', (SELECT call.source_table || ' ' || call.local_id FROM source_record AS call
                                        WHERE call.record_id = contact_id)) AS facts,
                       (SELECT jsonb_agg(jsonb_build_object('as', person_as, 'id', master_id))
                          FROM (VALUES ('CALLER', caller_id), ('SUBJECT', subject_id)) AS named (person_as, person_id)
                          JOIN link ON link.record_id = person_id) AS people
                  FROM (SELECT * FROM figure_review
                         WHERE at >= :start AND at < :end AND (:centre::text IS NULL OR centre = :centre)
                           AND (:line::text IS NULL OR line = :line)
                           AND (:topic::text IS NULL OR topic = :topic)
                           AND (:criterion::text IS NULL OR jsonb_exists(criteria, :criterion))
                           AND (:month::date IS NULL OR month = :month::date)
                           AND (:before_at::timestamptz IS NULL
                                OR (at, record_id) < (:before_at::timestamptz, :before_id::bigint))
                         ORDER BY at DESC, record_id DESC LIMIT :size) AS one
                  JOIN source_record USING (record_id)
                  LEFT JOIN case_file ON case_file.record_id = one.case_id
                 ORDER BY at DESC, one.record_id DESC
                """;
    }

    @Override
    public Set<String> filters() {
        return Set.of("line", "topic", "criterion", "month");
    }

    @Override
    public List<String> tables() {
        return List.of("switchboard/qms_danh_gia", "hotline/call_review");
    }
}
