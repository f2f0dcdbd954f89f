package org.unifiedhotline.masterrecords.retention;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A class of what is kept, and the statement part that tells its rows: table, age, and what is never taken. */
public enum RetentionClass {
    /** Overwritten and deleted states of legacy rows; their latest state stays. */
    ROW_HISTORY("row-history", "source_change", "captured_at", "true", "ARRAY[source_change.record_id]", ""),
    /** Rows that could not be processed at first, since they were. */
    SETTLED_DEAD_LETTERS(
            "settled-dead-letters",
            "dead_letter",
            "settled_at",
            "state = 'SETTLED'",
            "ARRAY[dead_letter.record_id]",
            ""),
    /** What stewards were shown of tasks; the decisions stay. */
    TASK_EVIDENCE(
            "task-evidence",
            "review_evidence",
            "shown_at",
            "EXISTS (SELECT FROM review_task WHERE review_task.task_id = review_evidence.task_id"
                    + " AND state IN ('DECIDED', 'CLOSED'))",
            "ARRAY(SELECT unnest(ARRAY[record_a, record_b]) FROM review_task"
                    + " WHERE review_task.task_id = review_evidence.task_id)",
            "shown"),
    /** Searches that accounts keep for themselves. */
    SAVED_SEARCHES("saved-searches", "saved_search", "saved_at", "true", null, "name, parameters"),
    /** Whom accounts opened. */
    RECENT_PEOPLE("recent-people", "recent_person", "opened_at", "true", null, ""),
    /** What was revealed to whom, once that ended; the audit trail tells of it for ever. */
    REVEALS("reveals", "reveal", "ends_at", "true", null, ""),
    /** Exports asked for, with their purposes; their files go after half an hour anyway. */
    EXPORTS("exports", "export_job", "ended_at", "state NOT IN ('WAITING', 'RUNNING', 'READY')", null, "purpose"),
    /** Comparisons of sources, hub and index. */
    RECONCILIATIONS("reconciliations", "reconciliation", "ended_at", "state <> 'RUNNING'", null, ""),
    /** Correction notes that were withdrawn. */
    WITHDRAWN_CORRECTIONS(
            "withdrawn-corrections", "correction_note", "withdrawn_at", "true", "correction_note.records", "words");

    private final String code;
    private final String table;
    private final String age;
    private final String which;
    private final @Nullable String records;
    private final String texts;

    RetentionClass(String code, String table, String age, String which, @Nullable String records, String texts) {
        this.code = code;
        this.table = table;
        this.age = age;
        this.which = which;
        this.records = records;
        this.texts = texts;
    }

    /** As {@code retention.yaml} calls it. */
    public String code() {
        return code;
    }

    String table() {
        return table;
    }

    /** Columns of what people typed or were shown: where it is sealed by a key of its own, that key goes with the row. */
    List<String> texts() {
        return texts.isEmpty() ? List.of() : List.of(texts.split(", "));
    }

    /** The rows older than the parameter {@code :before} that no legal hold keeps. */
    String due() {
        String held = records == null
                ? "true"
                : "NOT EXISTS (SELECT FROM legal_hold WHERE lifted_at IS NULL AND legal_hold.records && " + records
                        + ")";
        return " FROM " + table + " WHERE " + age + " < :before AND " + which + " AND " + held;
    }
}
