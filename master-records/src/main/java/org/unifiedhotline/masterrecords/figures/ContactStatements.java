package org.unifiedhotline.masterrecords.figures;

import java.util.List;
import java.util.Set;

/** Contacts by line, channel, centre, month and language, each told apart by what kind of contact it was. */
final class ContactStatements implements Statements {
    @Override
    public String counts() {
        return """
                WITH counted AS MATERIALIZED (
                  SELECT line, channel, centre, language, month, nature, count(*) AS contacts
                    FROM figure_contact
                   WHERE at >= :start AND at < :end AND (:centre::text IS NULL OR centre = :centre)
                   GROUP BY line, channel, centre, language, month, nature)
                SELECT CASE WHEN GROUPING(line) = 0 THEN 'line' WHEN GROUPING(channel) = 0 THEN 'channel'
                            WHEN GROUPING(centre) = 0 THEN 'centre' WHEN GROUPING(language) = 0 THEN 'language'
                            WHEN GROUPING(month) = 0 THEN 'month' ELSE 'total' END AS by_name,
                       COALESCE(line, channel, centre, language, month::text, 'all') AS value, NULL AS label,
                       'nature' AS split, nature AS part, sum(contacts)::bigint AS count, NULL::float8 AS mean
                  FROM counted
                 GROUP BY GROUPING SETS ((line, nature), (channel, nature), (centre, nature), (language, nature),
                                         (month, nature), (nature))
                """;
    }

    @Override
    public String list() {
        return """
                SELECT source_record.source_system, source_table, local_id, at, contact.record_id::text AS cursor_id,
                       jsonb_build_object('nature', nature, 'channel', channel, 'centre', contact.centre,
                           'outcome', outcome, 'language', language, 'topic', topic,
                           'durationSeconds', duration_seconds, 'counsellor', counsellor,
                           'caseNumber', case_number) AS facts,
                       (SELECT jsonb_agg(jsonb_build_object('as', person_as, 'id', master_id))
                          FROM (VALUES ('CALLER', caller_id), ('SUBJECT', subject_id)) AS named (person_as, person_id)
                          JOIN link ON link.record_id = person_id) AS people
                  FROM (SELECT * FROM figure_contact
                         WHERE at >= :start AND at < :end AND (:centre::text IS NULL OR centre = :centre)
                           AND (:line::text IS NULL OR line = :line)
                           AND (:channel::text IS NULL OR channel = :channel)
                           AND (:language::text IS NULL OR language = :language)
                           AND (:month::date IS NULL OR month = :month::date)
                           AND (:nature::text IS NULL OR nature = :nature)
                           AND (:before_at::timestamptz IS NULL
                                OR (at, record_id) < (:before_at::timestamptz, :before_id::bigint))
                         ORDER BY at DESC, record_id DESC LIMIT :size) AS contact
                  JOIN source_record USING (record_id)
                  LEFT JOIN case_file ON case_file.record_id = contact.case_id
                 ORDER BY at DESC, contact.record_id DESC
                """;
    }

    @Override
    public Set<String> filters() {
        return Set.of("line", "channel", "language", "month", "nature");
    }

    @Override
    public List<String> tables() {
        return List.of("switchboard/cuoc_goi", "hotline/call");
    }
}
