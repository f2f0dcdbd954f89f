package org.unifiedhotline.bench.resolution;

import java.text.Normalizer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.unifiedhotline.mappings.source.SourceChange;
import org.unifiedhotline.mappings.source.SourceChange.Origin;
import org.unifiedhotline.mappings.source.SourceChange.RowDeleted;
import org.unifiedhotline.mappings.source.SourceChange.RowWritten;
import org.unifiedhotline.mappings.source.SourcePosition;
import org.unifiedhotline.mappings.source.SourceRecordKey;
import org.unifiedhotline.mappings.source.SourceRow;
import org.unifiedhotline.mappings.source.SourceSystem;
import org.unifiedhotline.masterrecords.database.HubDatabase;
import org.unifiedhotline.masterrecords.keys.WrappedKey;
import org.unifiedhotline.masterrecords.sourcerecords.RowJson;
import org.unifiedhotline.masterrecords.sourcerecords.SealedRows;

/**
 * Changes as the legacy applications make them, of rows drawn by chance from those in the hub: 35 in a hundred open a person
 * again, as most calls do, 40 update one (a name typed without marks, a digit of a telephone, a note), 20 are calls, 5 delete.
 */
final class ChangeMaker {
    private static final Map<String, List<String>> COLUMNS = Map.of(
            "nguoi_goi", List.of("id", "ho_ten", "dien_thoai"),
            "tre_em", List.of("id", "ho_ten", "dien_thoai_gd"),
            "caller", List.of("caller_id", "full_name", "phone_1"),
            "victim", List.of("victim_id", "middle_and_given_name", "phone"),
            "cuoc_goi", List.of("id", "noi_dung", "noi_dung"),
            "call", List.of("call_id", "summary", "summary"));

    private final HubDatabase hub;
    private final Random random;
    private long next = System.currentTimeMillis() / 1000 % 1_000_000 * 1000 + 100_000_000;
    private long offset = System.currentTimeMillis() * 1000;

    ChangeMaker(HubDatabase hub, long seed) {
        this.hub = hub;
        this.random = new Random(seed);
    }

    private record Stored(SourceRecordKey key, long life, SourceRow row) {}

    List<SourceChange> make(int changes) {
        List<Stored> people = drawn(changes, List.of("nguoi_goi", "tre_em", "caller", "victim"));
        List<Stored> calls = drawn(changes / 4 + 1, List.of("cuoc_goi", "call"));
        List<SourceChange> made = new ArrayList<>(changes);
        for (int at = 0; at < changes; at++) {
            int kind = random.nextInt(100);
            if (kind < 35) {
                made.add(inserted(people.get(at)));
            } else if (kind < 75) {
                made.add(updated(people.get(at)));
            } else if (kind < 95) {
                made.add(inserted(calls.get(random.nextInt(calls.size()))));
            } else {
                Stored gone = people.get(at);
                made.add(new RowDeleted(gone.key(), position(gone), Instant.now()));
            }
        }
        return made;
    }

    /** Record numbers are hashes: rows that follow each other by number have nothing else in common. */
    private List<Stored> drawn(int most, List<String> tables) {
        List<Stored> drawn = hub.sql()
                .sql("""
                        SELECT source_system, source_table, local_id, life, raw,\s""" + WrappedKey.COLUMNS + """

                          FROM source_record JOIN record_key USING (record_id)
                         WHERE live AND source_table = ANY (?) AND record_id > ? ORDER BY record_id LIMIT ?
                        """)
                .params(tables.toArray(String[]::new), random.nextLong() / 2 - Long.MAX_VALUE / 2, most)
                .query((row, number) -> new Stored(
                        SourceRecordKey.of(
                                SourceSystem.of(row.getString("source_system")),
                                row.getString("source_table"),
                                row.getString("local_id")),
                        row.getLong("life"),
                        RowJson.read(Objects.requireNonNull(SealedRows.raw(hub, row)))))
                .list();
        if (drawn.size() < most) {
            throw new IllegalStateException("the hub is too small for " + most + " rows of " + tables);
        }
        return new ArrayList<>(drawn);
    }

    private SourcePosition position(Stored stored) {
        return new SourcePosition(stored.life(), 1, offset++, 0);
    }

    private SourceChange inserted(Stored stored) {
        Map<String, @Nullable Object> row = new HashMap<>(stored.row().columns());
        List<String> columns = COLUMNS.getOrDefault(stored.key().table().name(), List.of());
        long id = next++;
        row.put(columns.get(0), id);
        if (random.nextBoolean()) {
            row.computeIfPresent(columns.get(1), (name, value) -> withoutMarks(value));
        }
        return new RowWritten(
                SourceRecordKey.of(
                        stored.key().table().system(), stored.key().table().name(), String.valueOf(id)),
                position(stored),
                Origin.INSERT,
                SourceRow.of(row),
                Instant.now());
    }

    private SourceChange updated(Stored stored) {
        Map<String, @Nullable Object> row = new HashMap<>(stored.row().columns());
        List<String> columns = COLUMNS.getOrDefault(stored.key().table().name(), List.of());
        switch (random.nextInt(3)) {
            case 0 -> row.computeIfPresent(columns.get(1), (name, value) -> withoutMarks(value));
            case 1 -> row.computeIfPresent(columns.get(2), (name, value) -> otherDigit(value.toString()));
            default -> row.computeIfPresent("ghi_chu", (name, value) -> value + ".");
        }
        return new RowWritten(stored.key(), position(stored), Origin.UPDATE, SourceRow.of(row), Instant.now());
    }

    private static Object withoutMarks(Object value) {
        return Normalizer.normalize(value.toString(), Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replace('đ', 'd')
                .replace('Đ', 'D');
    }

    private String otherDigit(String number) {
        return number.isEmpty() ? number : number.substring(0, number.length() - 1) + random.nextInt(10);
    }
}
