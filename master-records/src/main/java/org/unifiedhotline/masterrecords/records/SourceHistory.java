package org.unifiedhotline.masterrecords.records;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.unifiedhotline.mappings.source.SourcePosition;
import org.unifiedhotline.mappings.source.SourceRecordKey;
import org.unifiedhotline.masterrecords.database.HubDatabase;
import org.unifiedhotline.masterrecords.keys.WrappedKey;
import org.unifiedhotline.masterrecords.sourcerecords.Columns;
import org.unifiedhotline.masterrecords.sourcerecords.RowJson;
import org.unifiedhotline.masterrecords.sourcerecords.SealedRows;
import org.unifiedhotline.masterrecords.sourcerecords.SealedRows.Unopened;
import org.unifiedhotline.masterrecords.sourcerecords.SourceRecordId;

/** What the sources' logs told of a person's records: every change, also one that was reversed a moment later. */
public final class SourceHistory {
    private final HubDatabase hub;

    public SourceHistory(HubDatabase hub) {
        this.hub = hub;
    }

    /**
     * One change of one source record.
     *
     * @param kind INSERT, UPDATE, DELETE, TRUNCATE, VANISHED (gone while the log was lost), or SNAPSHOT: a state that was
     *     found there, before a later change
     * @param changedAt when it was committed at the source, or found there
     * @param columns for an update whose former state is known, what it changed
     */
    public record Change(SourceRecordKey key, String kind, Instant changedAt, List<ColumnChange> columns) {
        public Change {
            columns = List.copyOf(columns);
        }

        /** Names no value: safe in a log. */
        @Override
        public String toString() {
            return "Change[" + key + ", " + kind + "]";
        }
    }

    /** A column's value before and after, as written at the source; null where there was none. */
    public record ColumnChange(
            String column,
            @Nullable Object before,
            @Nullable Object after) {
        /** Names no value: safe in a log. */
        @Override
        public String toString() {
            return "ColumnChange[" + column + "]";
        }
    }

    /** The changes of a person's records, and of the contacts, cases, referrals and returns about them, the latest first. */
    public List<Change> of(PersonFile file, int limit) {
        Long[] records = records(file).stream().map(SourceRecordId::of).toArray(Long[]::new);
        return hub.sql()
                .sql("""
                        SELECT * FROM (
                          SELECT source_system, source_table, local_id, change.kind, change.changed_at,
                                 change.raw, change.life, change.log_file, change.log_offset, change.event_row,
                                 lag(change.raw) OVER told AS raw_before, lag(change.life) OVER told AS life_before,
                                 lag(change.log_file) OVER told AS log_file_before,
                                 lag(change.log_offset) OVER told AS log_offset_before,
                                 lag(change.event_row) OVER told AS event_row_before,
                                 \s""" + WrappedKey.COLUMNS + """

                            FROM source_change AS change
                            JOIN source_record USING (record_id)
                            LEFT JOIN record_key USING (record_id)
                           WHERE record_id = ANY (?)
                          WINDOW told AS (PARTITION BY record_id
                                          ORDER BY change.life, change.log_file, change.log_offset, change.event_row)
                        ) AS changes
                         ORDER BY changed_at DESC, life DESC, log_file DESC, log_offset DESC, event_row DESC
                         LIMIT ?
                        """)
                .param(records)
                .param(limit)
                .query((row, number) -> change(row))
                .list();
    }

    /** How many there are. */
    public long count(PersonFile file) {
        return hub.sql()
                .sql(
                        "SELECT count(*) FROM source_change JOIN source_record USING (record_id) WHERE record_id = ANY (?)")
                .param(records(file).stream().map(SourceRecordId::of).toArray(Long[]::new))
                .query(Long.class)
                .single();
    }

    private static Set<SourceRecordKey> records(PersonFile file) {
        Set<SourceRecordKey> keys = new LinkedHashSet<>();
        file.master().members().forEach(member -> keys.add(member.key()));
        file.contacts().forEach(contact -> keys.add(contact.key()));
        file.cases().forEach(one -> keys.add(one.key()));
        file.referrals().forEach(referral -> keys.add(referral.key()));
        file.returns().forEach(one -> keys.add(one.key()));
        return keys;
    }

    private Change change(ResultSet row) throws SQLException {
        String before = rowBefore(row);
        String after = SealedRows.changed(hub, row);
        return new Change(
                Columns.key(row),
                row.getString("kind"),
                Columns.instant(row, "changed_at"),
                before == null || after == null ? List.of() : columns(before, after));
    }

    private @Nullable String rowBefore(ResultSet row) throws SQLException {
        WrappedKey key = WrappedKey.of(row);
        byte[] sealed = row.getBytes("raw_before");
        if (key == null || sealed == null) {
            return null;
        }
        SourcePosition position = new SourcePosition(
                row.getLong("life_before"),
                row.getLong("log_file_before"),
                row.getLong("log_offset_before"),
                row.getInt("event_row_before"));
        return new Unopened(key, SealedRows.changed(key.recordId(), position), sealed).open(hub.keys());
    }

    private static List<ColumnChange> columns(String before, String after) {
        Map<String, @Nullable Object> was = RowJson.read(before).columns();
        Map<String, @Nullable Object> is = RowJson.read(after).columns();
        List<ColumnChange> changes = new ArrayList<>();
        Stream.concat(was.keySet().stream(), is.keySet().stream())
                .collect(TreeSet<String>::new, TreeSet::add, TreeSet::addAll)
                .forEach(column -> {
                    if (!Objects.equals(was.get(column), is.get(column))) {
                        changes.add(new ColumnChange(column, was.get(column), is.get(column)));
                    }
                });
        return changes;
    }
}
