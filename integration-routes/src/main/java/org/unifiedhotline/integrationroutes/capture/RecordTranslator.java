package org.unifiedhotline.integrationroutes.capture;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.connect.data.Field;
import org.apache.kafka.connect.data.Schema;
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
 * of the new; heartbeats, messages and notifications are no changes. A written row without a column that its mapping needs is
 * left out and noted; columns that no mapping knows are not taken.
 */
final class RecordTranslator {
    /** All rows of a snapshot stand at the very start of their life: before every change that its log can hold. */
    private static final LogPosition SNAPSHOT = LogPosition.START;

    private static final int LONGEST_KEY = 200;

    private final SourceConnector connector;
    private final SourceConnector.Positions positions;
    private final long life;
    private final KnownColumns known;
    private final DriftNotes drift = new DriftNotes();
    /** How rows of a schema are taken; Debezium makes a new schema object when a table is altered. */
    private final IdentityHashMap<Schema, Taking> takings = new IdentityHashMap<>();

    /**
     * How rows are taken.
     *
     * @param fields those that are
     * @param missing columns without which they are not
     * @param empty columns that are taken as NULL
     */
    private record Taking(List<Field> fields, Set<String> missing, Set<String> empty) {}

    RecordTranslator(SourceConnector connector, long life) {
        this.connector = connector;
        this.known = KnownColumns.of(connector.settings());
        this.positions = connector.positions(life);
        this.life = life;
    }

    /** What was left out of the records that were translated since it was last told. */
    DriftNotes drift() {
        return drift;
    }

    /** The change this record tells of; null when it tells of none, or of one that is left out. */
    @Nullable
    SourceChange translate(SourceRecord record) {
        if (!(record.value() instanceof Struct value) || value.schema().field("op") == null) {
            return null;
        }
        String operation = value.getString("op");
        if (!operation.equals("t") && !operation.equals("m") && !hasOneKey(record)) {
            drift.noKey(tableOf(value));
            return null;
        }
        try {
            return changeOf(record, value, operation);
        } catch (CaptureException e) {
            drift.unreadable(tableOf(value), String.valueOf(e.getMessage()));
            return null;
        }
    }

    private @Nullable SourceChange changeOf(SourceRecord record, Struct value, String operation) {
        return switch (operation) {
            case "r" -> written(record, value, Origin.SNAPSHOT);
            case "c" -> written(record, value, Origin.INSERT);
            case "u" -> written(record, value, Origin.UPDATE);
            case "d" -> new SourceChange.RowDeleted(keyOf(record, value), positions.of(value), committedAt(value));
            case "t" -> new SourceChange.TableTruncated(tableOf(value), positions.of(value), committedAt(value));
            default -> null;
        };
    }

    private static boolean hasOneKey(SourceRecord record) {
        return record.key() instanceof Struct key && key.schema().fields().size() == 1;
    }

    private @Nullable SourceChange written(SourceRecord record, Struct value, Origin origin) {
        SourcePosition position = origin == Origin.SNAPSHOT ? SNAPSHOT.inLife(life) : positions.of(value);
        Struct after = value.getStruct("after");
        Taking taking = takings.computeIfAbsent(after.schema(), schema -> taking(record, value, schema));
        if (!taking.missing().isEmpty()) {
            drift.missing(tableOf(value), taking.missing());
            return null;
        }
        return new SourceChange.RowWritten(
                keyOf(record, value), position, origin, rowOf(after, taking), committedAt(value));
    }

    private Taking taking(SourceRecord record, Struct value, Schema row) {
        Set<String> columns = row.fields().stream().map(Field::name).collect(Collectors.toSet());
        Set<String> keys = ((Struct) record.key())
                .schema().fields().stream().map(Field::name).collect(Collectors.toSet());
        KnownColumns.Fit fit = known.fit(tableOf(value).name(), columns, keys);
        List<Field> taken = row.fields().stream()
                .filter(field -> !fit.ignored().contains(field.name()))
                .toList();
        return new Taking(taken, fit.missing(), fit.empty());
    }

    private SourceTable tableOf(Struct value) {
        return SourceTable.of(connector.system(), value.getStruct("source").getString("table"));
    }

    private SourceRecordKey keyOf(SourceRecord record, Struct value) {
        SourceTable table = tableOf(value);
        Struct key = (Struct) record.key();
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
    private static SourceRow rowOf(Struct after, Taking taking) {
        Map<String, @Nullable Object> columns = new LinkedHashMap<>();
        Set<String> unavailable = new HashSet<>();
        for (Field field : taking.fields()) {
            Object value = after.getWithoutDefault(field.name());
            boolean known = !ColumnValues.isUnavailable(value);
            columns.put(field.name(), known ? ColumnValues.of(field.schema(), value) : null);
            if (!known) {
                unavailable.add(field.name());
            }
        }
        taking.empty().forEach(column -> columns.put(column, null));
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
