package org.unifiedhotline.masterrecords.quality;

import java.time.LocalDate;
import java.util.List;
import org.unifiedhotline.masterrecords.database.HubDatabase;
import org.unifiedhotline.masterrecords.quality.QualityReport.Agreement;
import org.unifiedhotline.masterrecords.quality.QualityReport.Changes;
import org.unifiedhotline.masterrecords.quality.QualityReport.Decided;
import org.unifiedhotline.masterrecords.quality.QualityReport.Links;
import org.unifiedhotline.masterrecords.quality.QualityReport.Size;
import org.unifiedhotline.masterrecords.quality.QualityReport.SizeOfDay;
import org.unifiedhotline.masterrecords.quality.QualityReport.Waiting;
import org.unifiedhotline.masterrecords.sourcerecords.Columns;

/** Measures the figures of {@link QualityReport}, all as of one moment. */
public final class Quality {
    private final HubDatabase hub;
    private final ClericalSamples samples;

    public Quality(HubDatabase hub, ClericalSamples samples) {
        this.hub = hub;
        this.samples = samples;
    }

    /** The figures now; counts the tables through, seconds at a million records. */
    public QualityReport measure() {
        return hub.read(() -> new QualityReport(
                hub.sql()
                        .sql("SELECT now() AS now")
                        .query((row, number) -> Columns.instant(row, "now"))
                        .single(),
                queue(),
                decisions(),
                agreement(),
                links(),
                sizes(),
                samples.latestJudged().orElse(null),
                sizesByDay(),
                changes()));
    }

    private List<Waiting> queue() {
        return hub.sql()
                .sql("""
                        SELECT kind,
                               count(*) FILTER (WHERE age < interval '1 day') AS day,
                               count(*) FILTER (WHERE age >= interval '1 day' AND age < interval '7 days') AS week,
                               count(*) FILTER (WHERE age >= interval '7 days' AND age < interval '30 days') AS month,
                               count(*) FILTER (WHERE age >= interval '30 days') AS older
                          FROM (SELECT kind, now() - opened_at AS age FROM review_task WHERE state = 'OPEN') AS waiting
                         GROUP BY kind ORDER BY kind
                        """)
                .query((row, number) -> new Waiting(
                        row.getString("kind"),
                        row.getLong("day"),
                        row.getLong("week"),
                        row.getLong("month"),
                        row.getLong("older")))
                .list();
    }

    private List<Decided> decisions() {
        return hub.sql()
                .sql("""
                        SELECT (decided_at AT TIME ZONE 'UTC')::date AS day, author, kind, count(*) AS decisions,
                               count(*) FILTER (WHERE state = 'UNDONE') AS undone
                          FROM decision WHERE decided_at > now() - interval '30 days'
                         GROUP BY 1, 2, 3 ORDER BY 1, 2, 3
                        """)
                .query((row, number) -> new Decided(
                        row.getObject("day", LocalDate.class),
                        row.getString("author"),
                        row.getString("kind"),
                        row.getLong("decisions"),
                        row.getLong("undone")))
                .list();
    }

    private Agreement agreement() {
        return hub.sql()
                .sql("""
                        SELECT count(*) AS pairs, count(*) FILTER (WHERE verdicts = 1) AS agreed
                          FROM (SELECT count(DISTINCT verdict) AS verdicts
                                  FROM assertion JOIN decision USING (decision_id)
                                 GROUP BY record_a, record_b
                                HAVING count(DISTINCT author) > 1) AS said
                        """)
                .query((row, number) -> new Agreement(row.getLong("pairs"), row.getLong("agreed")))
                .single();
    }

    private List<Links> links() {
        return hub.sql()
                .sql("SELECT link_kind, count(*) AS links FROM link GROUP BY link_kind ORDER BY link_kind")
                .query((row, number) -> new Links(row.getString("link_kind"), row.getLong("links")))
                .list();
    }

    private List<Size> sizes() {
        return hub.sql()
                .sql("""
                        SELECT records, count(*) AS people
                          FROM (SELECT count(*)::integer AS records FROM link GROUP BY master_id) AS person
                         GROUP BY records ORDER BY records
                        """)
                .query((row, number) -> new Size(row.getInt("records"), row.getLong("people")))
                .list();
    }

    /** Each entry of the history ends the size of the entry before it and begins its own: summed up by day, in one pass. */
    private List<SizeOfDay> sizesByDay() {
        return hub.sql()
                .sql("""
                        WITH step AS (
                          SELECT (changed_at AT TIME ZONE 'UTC')::date AS day, cardinality(members) AS now,
                                 lag(cardinality(members), 1, 0) OVER (PARTITION BY master_id ORDER BY version) AS before
                            FROM master_record_history),
                        difference AS (
                          SELECT day, now AS records, 1 AS more FROM step WHERE now > 0
                           UNION ALL
                          SELECT day, before, -1 FROM step WHERE before > 0),
                        by_day AS (
                          SELECT day, records, sum(sum(more)) OVER (PARTITION BY records ORDER BY day) AS people
                            FROM difference GROUP BY day, records)
                        SELECT day, records, people::bigint FROM by_day
                         WHERE day > current_date - 90 ORDER BY day, records
                        """)
                .query((row, number) -> new SizeOfDay(
                        row.getObject("day", LocalDate.class), row.getInt("records"), row.getLong("people")))
                .list();
    }

    private List<Changes> changes() {
        return hub.sql()
                .sql("""
                        SELECT (changed_at AT TIME ZONE 'UTC')::date AS day, change, count(*) AS masters
                          FROM master_record_history WHERE changed_at > now() - interval '30 days'
                         GROUP BY 1, 2 ORDER BY 1, 2
                        """)
                .query((row, number) -> new Changes(
                        row.getObject("day", LocalDate.class), row.getString("change"), row.getLong("masters")))
                .list();
    }
}
