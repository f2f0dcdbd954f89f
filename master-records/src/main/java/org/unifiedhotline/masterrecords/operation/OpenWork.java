package org.unifiedhotline.masterrecords.operation;

import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.unifiedhotline.mappings.source.SourceSystem;
import org.unifiedhotline.mappings.source.SourceTable;
import org.unifiedhotline.masterrecords.database.HubDatabase;
import org.unifiedhotline.masterrecords.reviewtasks.TaskKind;
import org.unifiedhotline.masterrecords.reviewtasks.TaskState;

/** Counts what is open, for whom, and for how long. */
public final class OpenWork {
    private final HubDatabase hub;

    public OpenWork(HubDatabase hub) {
        this.hub = hub;
    }

    /** Rows that were set aside. */
    public record Rows(SourceTable table, FailureCode reason) {}

    /** Questions to stewards. */
    public record Questions(TaskKind kind, TaskState state) {}

    /**
     * All of it.
     *
     * @param oldestToResolve how many seconds the record has waited that waits longest to be resolved; null if none does
     * @param oldestToPublish the same of what waits to be published
     * @param archiveFailing 0 while the hub's log is archived, else how many seconds ago a piece of it was last; null where it is not
     *     to be archived
     * @param alerts how many alerts the audit trail holds; null where there is no trail
     */
    public record Figures(
            Map<Rows, Long> deadLetters,
            Map<Questions, Long> questions,
            @Nullable Double oldestToResolve,
            @Nullable Double oldestToPublish,
            @Nullable Double archiveFailing,
            @Nullable Long alerts) {
        public Figures {
            deadLetters = Map.copyOf(deadLetters);
            questions = Map.copyOf(questions);
        }
    }

    /** Counts now. */
    public Figures now() {
        return new Figures(
                deadLetters(),
                questions(),
                oldestToResolve(),
                age("SELECT extract(epoch FROM clock_timestamp() - min(written_at))::float8 FROM"
                        + " (SELECT written_at FROM outbox ORDER BY outbox_id LIMIT 1) AS first"),
                archiveFailing(),
                alerts());
    }

    /** How many seconds the record has waited that waits longest to be resolved; null if none does. */
    public @Nullable Double oldestToResolve() {
        return age("SELECT extract(epoch FROM clock_timestamp() - min(queued_at))::float8 FROM"
                + " (SELECT queued_at FROM resolution_queue WHERE task <> 'REDO' ORDER BY queue_id LIMIT 1) AS first");
    }

    private @Nullable Double archiveFailing() {
        return age("""
                SELECT CASE WHEN current_setting('archive_mode') = 'off' THEN NULL
                            WHEN last_failed_time IS NULL OR last_failed_time <= last_archived_time THEN 0
                            ELSE extract(epoch FROM clock_timestamp()
                                       - coalesce(last_archived_time, stats_reset, pg_postmaster_start_time()))
                       END::float8
                  FROM pg_stat_archiver
                """);
    }

    private Map<Rows, Long> deadLetters() {
        return hub
                .sql()
                .sql("""
                        SELECT source_system, source_table, reason, count(*) AS letters
                          FROM dead_letter WHERE state = 'OPEN' GROUP BY source_system, source_table, reason
                        """)
                .query((row, number) -> Map.entry(
                        new Rows(
                                SourceTable.of(
                                        SourceSystem.of(row.getString("source_system")), row.getString("source_table")),
                                FailureCode.of(row.getString("reason"))),
                        row.getLong("letters")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, Long::sum));
    }

    private Map<Questions, Long> questions() {
        return hub
                .sql()
                .sql("""
                        SELECT kind, state, count(*) AS tasks FROM review_task
                         WHERE state IN ('OPEN', 'DEFERRED', 'AWAITING_APPROVAL') GROUP BY kind, state
                        """)
                .query((row, number) -> Map.entry(
                        new Questions(
                                TaskKind.valueOf(row.getString("kind")), TaskState.valueOf(row.getString("state"))),
                        row.getLong("tasks")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private @Nullable Double age(String oldest) {
        return hub.sql().sql(oldest).query((row, number) -> row.getObject(1, Double.class)).list().stream()
                .filter(java.util.Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private @Nullable Long alerts() {
        boolean trail = hub.sql()
                .sql("SELECT to_regclass('audit.entry') IS NOT NULL")
                .query(Boolean.class)
                .single();
        return trail
                ? hub.sql()
                        .sql("SELECT count(*) FROM audit.entry WHERE kind = 'ALERT' AND kind NOT IN ('READ', 'SEARCH')")
                        .query(Long.class)
                        .single()
                : null;
    }
}
