package org.unifiedhotline.masterrecords;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.unifiedhotline.mappings.source.SourceChange;
import org.unifiedhotline.mappings.source.SourceChange.Origin;
import org.unifiedhotline.mappings.source.SourceChange.RowDeleted;
import org.unifiedhotline.mappings.source.SourceChange.RowWritten;
import org.unifiedhotline.mappings.source.SourceChange.TableTruncated;
import org.unifiedhotline.mappings.source.SourcePosition;
import org.unifiedhotline.mappings.source.SourceRecordKey;
import org.unifiedhotline.mappings.source.SourceRow;
import org.unifiedhotline.mappings.source.SourceSystem;
import org.unifiedhotline.mappings.source.SourceTable;

/** Writes source changes briefly: {@code updated("nguoi_goi", 7, 40, "name", "Lê Thị Hoa")} at offset 40 of life 1. */
public final class Changes {
    public static final SourceSystem SWITCHBOARD = SourceSystem.SWITCHBOARD;
    public static final SourceSystem HOTLINE = SourceSystem.HOTLINE;

    private Changes() {}

    public static SourceRecordKey key(String table, Object id) {
        SourceSystem system = Set.of("caller", "victim", "case_file", "call", "return_record", "referral", "agency")
                        .contains(table)
                ? HOTLINE
                : SWITCHBOARD;
        return SourceRecordKey.of(system, table, id.toString());
    }

    public static SourcePosition at(long life, long offset) {
        return new SourcePosition(life, 1, offset, 0);
    }

    public static Instant when(long offset) {
        return Instant.parse("2024-05-06T07:08:09Z").plusMillis(offset);
    }

    public static SourceRow row(Object... columns) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (int i = 0; i < columns.length; i += 2) {
            values.put((String) columns[i], columns[i + 1]);
        }
        return SourceRow.of(values);
    }

    public static SourceChange read(String table, Object id, long life, Object... columns) {
        return new RowWritten(key(table, id), at(life, 10), Origin.SNAPSHOT, row(columns), when(10));
    }

    public static SourceChange inserted(String table, Object id, long offset, Object... columns) {
        return new RowWritten(key(table, id), at(1, offset), Origin.INSERT, row(columns), when(offset));
    }

    public static SourceChange updated(String table, Object id, long offset, Object... columns) {
        return new RowWritten(key(table, id), at(1, offset), Origin.UPDATE, row(columns), when(offset));
    }

    public static SourceChange deleted(String table, Object id, long offset) {
        return new RowDeleted(key(table, id), at(1, offset), when(offset));
    }

    public static SourceChange truncated(String table, long offset) {
        SourceTable named = key(table, 1).table();
        return new TableTruncated(named, at(1, offset), when(offset));
    }
}
