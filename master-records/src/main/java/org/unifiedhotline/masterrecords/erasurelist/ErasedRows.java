package org.unifiedhotline.masterrecords.erasurelist;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.unifiedhotline.mappings.source.SourceChange;
import org.unifiedhotline.mappings.source.SourceChange.RowDeleted;
import org.unifiedhotline.mappings.source.SourceChange.RowWritten;
import org.unifiedhotline.mappings.source.SourceRecordKey;
import org.unifiedhotline.mappings.source.SourceRow;
import org.unifiedhotline.mappings.source.SourceTable;

/**
 * Leaves of captured rows what may be kept of them: of listed ones, and of those that name a listed one as their person, case or contact
 * though they came later. The outcome depends on the row and the list alone, so that a row told again is the same row.
 */
public final class ErasedRows {
    /** A column of a table that names a record of another. */
    private record Naming(String column, String table) {}

    /** Whom a row is about, so that what it tells is theirs. */
    private static final Map<String, List<Naming>> ABOUT = Map.of(
            "switchboard/cuoc_goi",
                    List.of(new Naming("id_nguoi_goi", "nguoi_goi"), new Naming("id_ca", "ca_can_thiep")),
            "switchboard/ca_can_thiep", List.of(new Naming("id_tre_em", "tre_em")),
            "switchboard/qms_danh_gia", List.of(new Naming("id_cuoc_goi", "cuoc_goi")),
            "hotline/call", List.of(new Naming("caller_id", "caller"), new Naming("case_no", "case_file")),
            "hotline/case_file", List.of(new Naming("victim_id", "victim")),
            "hotline/return_record", List.of(new Naming("victim_id", "victim")),
            "hotline/call_review", List.of(new Naming("call_id", "call")),
            "switchboard/chuyen_tuyen", List.of(new Naming("id_ca", "ca_can_thiep")),
            "hotline/referral", List.of(new Naming("case_no", "case_file")));

    /** The telephone that a contact presented, which is its caller's. */
    private static final Map<String, String> NUMBERS =
            Map.of("switchboard/cuoc_goi", "so_goi_den", "hotline/call", "caller_number");

    private final Predicate<SourceRecordKey> listed;
    private final Predicate<SourceRecordKey> spared;
    private final UnaryOperator<String> agency;

    /**
     * @param listed whether a record is erased
     * @param spared whether a record stays though it names an erased one, since it is of somebody of whom something stays
     * @param agency what stands in the place of an agency's name; the same for the same name
     */
    ErasedRows(Predicate<SourceRecordKey> listed, Predicate<SourceRecordKey> spared, UnaryOperator<String> agency) {
        this.listed = listed;
        this.spared = spared;
        this.agency = agency;
    }

    /** A row as it may be kept; the same object if nobody erased is in it. */
    public SourceRow of(SourceRecordKey key, SourceRow row) {
        return isAboutErased(key, row) ? KeptColumns.of(key.table(), row, numberToDrop(key.table(), row), agency) : row;
    }

    /**
     * Changes as they may be kept.
     *
     * @param found takes the keys of rows that are not listed yet and belong there: they name a listed record, or are one under a new key
     */
    public List<SourceChange> of(List<SourceChange> changes, Set<SourceRecordKey> found) {
        List<SourceChange> kept = new ArrayList<>(changes.size());
        Set<SourceRecordKey> moved = new LinkedHashSet<>();
        ErasedRows within = new ErasedRows(key -> listed.test(key) || moved.contains(key), spared, agency);
        SourceChange before = null;
        for (SourceChange change : changes) {
            if (change instanceof RowWritten row) {
                if (isMoved(within, row, before)) {
                    moved.add(row.key());
                }
                if (within.isAboutErased(row.key(), row.row())) {
                    moved.add(row.key());
                }
                kept.add(within.of(row));
            } else {
                kept.add(change);
            }
            before = change;
        }
        moved.stream().filter(key -> !listed.test(key)).forEach(found::add);
        return kept;
    }

    /** A changed key comes as a deletion and an insert at one position. */
    private static boolean isMoved(ErasedRows within, RowWritten row, @Nullable SourceChange before) {
        return before instanceof RowDeleted deleted
                && deleted.position().equals(row.position())
                && deleted.table().equals(row.table())
                && within.listed.test(deleted.key());
    }

    private RowWritten of(RowWritten change) {
        SourceRow kept = of(change.key(), change.row());
        return kept.equals(change.row())
                ? change
                : new RowWritten(change.key(), change.position(), change.origin(), kept, change.committedAt());
    }

    private boolean isAboutErased(SourceRecordKey key, SourceRow row) {
        return listed.test(key) || (isAbout(listed, key, row) && !spared.test(key));
    }

    /** Whether a row is one of these records, or names one as its person, case or contact. */
    public static boolean isAbout(Predicate<SourceRecordKey> records, SourceRecordKey key, SourceRow row) {
        return records.test(key)
                || ABOUT.getOrDefault(key.table().toString(), List.of()).stream()
                        .anyMatch(naming -> names(records, key.table(), row, naming));
    }

    /** The column of a table of contacts that holds the caller's telephone; null for other tables. */
    public static @Nullable String callersNumber(SourceTable table) {
        return NUMBERS.get(table.toString());
    }

    /** Whether a contact was made by somebody whose record it names, and who is none of these. */
    public static boolean isByAnother(Predicate<SourceRecordKey> records, SourceTable table, SourceRow row) {
        if (callersNumber(table) == null) {
            return false;
        }
        Naming caller = ABOUT.getOrDefault(table.toString(), List.of()).getFirst();
        return row.columns().get(caller.column()) != null && !names(records, table, row, caller);
    }

    private static boolean names(Predicate<SourceRecordKey> records, SourceTable table, SourceRow row, Naming naming) {
        Object id = row.columns().get(naming.column());
        String text = id == null ? "" : id.toString();
        return !text.isEmpty()
                && text.length() <= 200
                && records.test(SourceRecordKey.of(table.system(), naming.table(), text));
    }

    /** A contact about an erased child that somebody else made keeps the number of that other. */
    private @Nullable String numberToDrop(SourceTable table, SourceRow row) {
        return isByAnother(listed, table, row) ? null : callersNumber(table);
    }
}
