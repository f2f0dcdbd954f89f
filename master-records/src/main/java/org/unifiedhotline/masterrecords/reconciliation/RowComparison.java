package org.unifiedhotline.masterrecords.reconciliation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.LongPredicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.unifiedhotline.mappings.canonical.CanonicalRecord;
import org.unifiedhotline.mappings.source.SourcePosition;
import org.unifiedhotline.mappings.source.SourceRecordKey;
import org.unifiedhotline.mappings.source.SourceRow;
import org.unifiedhotline.mappings.source.SourceTable;
import org.unifiedhotline.masterrecords.database.HubDatabase;
import org.unifiedhotline.masterrecords.database.Rows;
import org.unifiedhotline.masterrecords.ingest.RowMapping;
import org.unifiedhotline.masterrecords.keys.WrappedKey;
import org.unifiedhotline.masterrecords.reconciliation.Difference.Kind;
import org.unifiedhotline.masterrecords.sourcerecords.CanonicalJson;
import org.unifiedhotline.masterrecords.sourcerecords.Columns;
import org.unifiedhotline.masterrecords.sourcerecords.RowJson;
import org.unifiedhotline.masterrecords.sourcerecords.SealedRows;
import org.unifiedhotline.masterrecords.sourcerecords.SealedRows.Unopened;
import org.unifiedhotline.masterrecords.sourcerecords.SourceRecordId;
import org.unifiedhotline.masterrecords.typed.TypedCheck;

/**
 * Holds rows as they stand at a source against the hub's, a page in one statement: the row as written, what was understood of
 * it (the row is mapped again) and its typed row. They are compared by value, in memory, so the order of columns and the notation of
 * numbers do not matter; a column that the hub's row does not have is as one without a value.
 */
public final class RowComparison {
    private final HubDatabase hub;
    private final RowMapping mapping;
    private final TypedCheck typed;

    /**
     * Makes a comparison.
     *
     * @param session the hub in a session of its own, in which nothing else is written
     */
    public RowComparison(HubDatabase hub, HubDatabase session, RowMapping mapping) {
        this.hub = hub;
        this.mapping = mapping;
        this.typed = new TypedCheck(session);
    }

    /** A row as it stands at its source. */
    public record AtSource(SourceRecordKey key, SourceRow row) {}

    /**
     * A row that is not the same on both sides.
     *
     * @param recordId the number under which the hub has it, or would have it
     * @param stood where the hub's row stood; null if it has none
     */
    public record Found(
            Kind kind,
            SourceRecordKey key,
            long recordId,
            @Nullable SourcePosition stood,
            String detail) {
        /** Nothing is mended yet. */
        public Difference difference() {
            return new Difference(kind, key.toString(), detail, false);
        }
    }

    /** What came of a page; rows that wait as dead letters are not the same, but no difference. */
    public record Page(List<Found> different, List<SourceRecordKey> deadLetters) {
        public Page {
            different = List.copyOf(different);
            deadLetters = List.copyOf(deadLetters);
        }
    }

    /** Compares rows of one table with what the hub has of them. */
    public Page compare(List<AtSource> rows) {
        if (rows.isEmpty()) {
            return new Page(List.of(), List.of());
        }
        List<Mapped> mapped = rows.parallelStream().map(this::mapped).toList();
        List<Found> different = new ArrayList<>();
        List<SourceRecordKey> deadLetters = new ArrayList<>();
        Set<SourceRecordKey> told = new HashSet<>();
        for (Stored stored : stored(mapped)) {
            AtSource row = mapped.get(stored.at()).row();
            told.add(row.key());
            if (stored.waits()) {
                deadLetters.add(row.key());
            } else {
                different.add(found(row.key(), stored));
            }
        }
        different.addAll(typedDifferences(mapped, told));
        return new Page(different, deadLetters);
    }

    private record Mapped(AtSource row, @Nullable CanonicalRecord canonical) {
        long recordId() {
            return SourceRecordId.of(row.key());
        }

        @Nullable
        String canonicalJson() {
            return canonical == null ? null : CanonicalJson.write(canonical);
        }
    }

    private Mapped mapped(AtSource row) {
        try {
            return new Mapped(row, mapping.map(row.key(), row.row()));
        } catch (RuntimeException | StackOverflowError e) {
            return new Mapped(row, null);
        }
    }

    /** What the hub has of a row. */
    private record Stored(
            int at,
            boolean live,
            @Nullable SourcePosition position,
            boolean rawDiffers,
            boolean bare,
            boolean understood,
            boolean asUnderstood,
            boolean letter,
            @Nullable String columns) {
        /** Whether the row and what was understood of it stand as at the source. */
        boolean same() {
            return live && understood && asUnderstood && !rawDiffers;
        }

        /** Nobody understood it yet, or it could not even be stored; another try will come. */
        boolean waits() {
            return live && letter && !understood && (bare || !rawDiffers);
        }
    }

    private List<Stored> stored(List<Mapped> rows) {
        return hub
                .sql()
                .sql("""
                        SELECT given.at, coalesce(stored.live, false) AS live,
                               stored.life, stored.log_file, stored.log_offset, stored.event_row,
                               stored.raw, stored.canonical, letter.record_id IS NOT NULL AS letter,
                               \s""" + WrappedKey.COLUMNS + """

                          FROM unnest(?::bigint[]) WITH ORDINALITY AS given (record_id, at)
                          LEFT JOIN source_record stored ON stored.record_id = given.record_id
                          LEFT JOIN record_key ON record_key.record_id = given.record_id
                          LEFT JOIN dead_letter letter ON letter.record_id = given.record_id AND letter.state = 'OPEN'
                         ORDER BY given.at
                        """)
                .params(Rows.of(rows).longs(Mapped::recordId).parameters())
                .query((row, number) -> StoredRow.of(row))
                .list()
                .parallelStream()
                .map(stored -> compared(rows.get(stored.at()), stored))
                .filter(stored -> !stored.same())
                .toList();
    }

    /** A row of the hub, not opened yet. */
    private record StoredRow(
            int at, boolean live, @Nullable SourcePosition position, Unopened raw, Unopened canonical, boolean letter) {
        static StoredRow of(ResultSet row) throws SQLException {
            row.getLong("life");
            boolean known = !row.wasNull();
            WrappedKey key = WrappedKey.of(row);
            long id = key == null ? 0 : key.recordId();
            return new StoredRow(
                    row.getInt("at") - 1,
                    row.getBoolean("live"),
                    known ? Columns.position(row) : null,
                    new Unopened(key, SealedRows.raw(id), row.getBytes("raw")),
                    new Unopened(key, SealedRows.canonical(id), row.getBytes("canonical")),
                    row.getBoolean("letter"));
        }
    }

    /** What cannot be opened is not the same as anything. */
    private Stored compared(Mapped given, StoredRow stored) {
        String raw = SealedRows.orLost(stored.raw(), hub);
        String canonical = SealedRows.orLost(stored.canonical(), hub);
        boolean rawDiffers = raw == null
                || !StoredComparison.differing(raw, given.row().row()).isEmpty();
        return new Stored(
                stored.at(),
                stored.live(),
                stored.position(),
                rawDiffers,
                raw != null && RowJson.read(raw).columns().isEmpty(),
                stored.canonical().sealed() != null,
                StoredComparison.equal(canonical, given.canonicalJson()),
                stored.letter(),
                raw == null
                        ? "its seal is broken"
                        : StoredComparison.differing(raw, given.row().row()).stream()
                                .collect(Collectors.joining(", ")));
    }

    private static Found found(SourceRecordKey key, Stored stored) {
        Kind kind = Kind.NOT_AS_UNDERSTOOD;
        String detail = stored.understood()
                ? "is understood otherwise than its row says"
                : "is not understood, and no dead letter says why";
        if (!stored.live()) {
            kind = Kind.ROW_MISSING;
            detail = stored.position() == null ? "is not in the hub" : "stands at its source, is deleted in the hub";
        } else if (stored.rawDiffers()) {
            kind = Kind.ROW_ALTERED;
            detail = "is not as at its source: " + Objects.requireNonNullElse(stored.columns(), "kinds of values");
        }
        return new Found(kind, key, SourceRecordId.of(key), stored.position(), detail);
    }

    private List<Found> typedDifferences(List<Mapped> rows, Set<SourceRecordKey> told) {
        List<CanonicalRecord> understood = new ArrayList<>();
        for (Mapped mapped : rows) {
            if (mapped.canonical() != null && !told.contains(mapped.row().key())) {
                understood.add(mapped.canonical());
            }
        }
        Set<Long> different = new HashSet<>(typed.different(understood));
        if (different.isEmpty()) {
            return List.of();
        }
        return standing(different).stream()
                .map(stands -> new Found(
                        Kind.TYPED_ROW,
                        stands.key(),
                        stands.recordId(),
                        stands.position(),
                        "is counted and joined by otherwise than was understood"))
                .toList();
    }

    /** A live row of the hub. */
    private record Standing(long recordId, SourceRecordKey key, SourcePosition position) {}

    private List<Standing> standing(Collection<Long> recordIds) {
        return hub.sql()
                .sql("SELECT * FROM source_record WHERE record_id = ANY (?) AND live")
                .param(recordIds.toArray(Long[]::new))
                .query((row, number) -> standing(row))
                .list();
    }

    private static Standing standing(ResultSet row) throws SQLException {
        return new Standing(row.getLong("record_id"), Columns.key(row), Columns.position(row));
    }

    /** Live rows of a table in the hub that the source did not show, or that stand under another number than their own. */
    public List<Found> beyond(SourceTable table, LongPredicate seen) {
        List<Found> beyond = new ArrayList<>();
        hub.read(() -> hub.template()
                .query(
                        connection -> {
                            var statement = connection.prepareStatement("""
                                    SELECT record_id, source_system, source_table, local_id, life, log_file, log_offset,
                                           event_row
                                      FROM source_record WHERE live AND source_system = ? AND source_table = ?
                                    """);
                            statement.setString(1, table.system().code());
                            statement.setString(2, table.name());
                            statement.setFetchSize(5_000);
                            return statement;
                        },
                        row -> {
                            Standing standing = standing(row);
                            if (!seen.test(standing.recordId())) {
                                beyond.add(extra(standing));
                            }
                        }));
        return beyond;
    }

    private static Found extra(Standing standing) {
        return new Found(
                Kind.ROW_EXTRA,
                standing.key(),
                standing.recordId(),
                standing.position(),
                standing.recordId() == SourceRecordId.of(standing.key())
                        ? "stands in the hub, is not at its source"
                        : "stands in the hub under a number that is not its own");
    }

    /** Where these records of the hub stand now; those that are not live are left out. */
    public List<Found> stillBeyond(Collection<Found> found) {
        return standing(found.stream().map(Found::recordId).toList()).stream()
                .map(RowComparison::extra)
                .toList();
    }

    /** Typed rows of what is no live and understood record. */
    public List<TypedCheck.Surplus> surplus() {
        return typed.surplus();
    }
}
