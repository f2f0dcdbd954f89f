package org.unifiedhotline.masterrecords.sourcerecords;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.unifiedhotline.mappings.source.SourcePosition;
import org.unifiedhotline.mappings.source.SourceRecordKey;
import org.unifiedhotline.mappings.source.SourceSystem;
import org.unifiedhotline.masterrecords.records.MasterId;

/** Reads our types from the columns that hold them under the same names in every table. */
public final class Columns {
    private Columns() {}

    /** The key in {@code source_system}, {@code source_table} and {@code local_id}. */
    public static SourceRecordKey key(ResultSet row) throws SQLException {
        return SourceRecordKey.of(
                SourceSystem.of(row.getString("source_system")),
                row.getString("source_table"),
                row.getString("local_id"));
    }

    /** The position in {@code life}, {@code log_file}, {@code log_offset} and {@code event_row}. */
    public static SourcePosition position(ResultSet row) throws SQLException {
        return new SourcePosition(
                row.getLong("life"), row.getLong("log_file"), row.getLong("log_offset"), row.getInt("event_row"));
    }

    public static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    public static @Nullable Instant instantOrNull(ResultSet row, String column) throws SQLException {
        OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }

    public static MasterId masterId(ResultSet row, String column) throws SQLException {
        return new MasterId(row.getObject(column, UUID.class));
    }

    public static @Nullable MasterId masterIdOrNull(ResultSet row, String column) throws SQLException {
        UUID value = row.getObject(column, UUID.class);
        return value == null ? null : new MasterId(value);
    }

    /** An instant as the driver takes it for {@code timestamptz}. */
    public static OffsetDateTime parameter(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    public static @Nullable OffsetDateTime parameterOrNull(@Nullable Instant instant) {
        return instant == null ? null : parameter(instant);
    }
}
