package org.unifiedhotline.integrationroutes.capture;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.kafka.connect.data.Field;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.source.SourceRecord;
import org.jspecify.annotations.Nullable;
import org.unifiedhotline.mappings.source.SourceChange;
import org.unifiedhotline.mappings.source.SourceChange.Origin;
import org.unifiedhotline.mappings.source.SourcePosition;
import org.unifiedhotline.mappings.source.SourceRecordKey;
import org.unifiedhotline.mappings.source.SourceRow;
import org.unifiedhotline.mappings.source.SourceTable;

/**
 * Turns Debezium's records into source changes. A key change comes as two records, a delete of the old key and an insert
 * of the new; heartbeats, messages and notifications are no changes.
 */
final class RecordTranslator {
    /** All rows of a snapshot stand at the very start of their life: before every change that its log can hold. */
    private static final LogPosition SNAPSHOT = LogPosition.START;

    private static final int LONGEST_KEY = 200;

    private final SourceConnector connector;
    private final SourceConnector.Positions positions;
    private final long life;

    RecordTranslator(SourceConnector connector, long life) {
        this.connector = connector;
        this.positions = connector.positions(life);
        this.life = life;
    }

    /** The change this record tells of; null when it tells of none. */
    @Nullable
    SourceChange translate(SourceRecord record) {
        if (!(record.value() instanceof Struct value) || value.schema().field("op") == null) {
            return null;
        }
        String operation = value.getString("op");
        return switch (operation) {
            case "r" -> written(record, value, Origin.SNAPSHOT);
            case "c" -> written(record, value, Origin.INSERT);
            case "u" -> written(record, value, Origin.UPDATE);
            case "d" -> new SourceChange.RowDeleted(keyOf(record, value), positions.of(value), committedAt(value));
            case "t" -> new SourceChange.TableTruncated(tableOf(value), positions.of(value), committedAt(value));
            default -> null;
        };
    }

    private SourceChange written(SourceRecord record, Struct value, Origin origin) {
        SourcePosition position = origin == Origin.SNAPSHOT ? SNAPSHOT.inLife(life) : positions.of(value);
        return new SourceChange.RowWritten(
                keyOf(record, value), position, origin, rowOf(value.getStruct("after")), committedAt(value));
    }

    private SourceTable tableOf(Struct value) {
        return SourceTable.of(connector.system(), value.getStruct("source").getString("table"));
    }

    private SourceRecordKey keyOf(SourceRecord record, Struct value) {
        SourceTable table = tableOf(value);
        if (!(record.key() instanceof Struct key) || key.schema().fields().size() != 1) {
            throw new CaptureException("table " + table + " has no primary key of one column");
        }
        Field column = key.schema().fields().getFirst();
        Object id = Objects.requireNonNull(ColumnValues.of(column.schema(), key.get(column)), "a key is never NULL");
        return SourceRecordKey.of(table, localId(id.toString()));
    }

    /** Keys that a source record's key has no room for get a stand-in of their own: no row is ever left behind. */
    static String localId(String id) {
        if (id.isEmpty()) {
            return "(empty)";
        }
        return id.length() <= LONGEST_KEY ? id : id.substring(0, LONGEST_KEY - 65) + "#" + sha256(id);
    }

    private static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    @SuppressWarnings("NullAway") // SourceRow takes null values, which NullAway does not read from its class file
    private static SourceRow rowOf(Struct after) {
        Map<String, @Nullable Object> columns = new LinkedHashMap<>();
        Set<String> unavailable = new HashSet<>();
        for (Field field : after.schema().fields()) {
            Object value = after.getWithoutDefault(field.name());
            boolean known = !ColumnValues.isUnavailable(value);
            columns.put(field.name(), known ? ColumnValues.of(field.schema(), value) : null);
            if (!known) {
                unavailable.add(field.name());
            }
        }
        return new SourceRow(columns, unavailable);
    }

    private static Instant committedAt(Struct value) {
        return Instant.ofEpochMilli(value.getStruct("source").getInt64("ts_ms"));
    }

    /** Translates a batch, in order, leaving out what is no change. */
    List<SourceChange> translateAll(List<SourceRecord> records) {
        return records.stream().map(this::translate).filter(Objects::nonNull).toList();
    }
}
