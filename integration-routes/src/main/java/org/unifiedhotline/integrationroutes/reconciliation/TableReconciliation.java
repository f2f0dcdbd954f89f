package org.unifiedhotline.integrationroutes.reconciliation;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.unifiedhotline.integrationroutes.capture.SourceReader;
import org.unifiedhotline.mappings.source.SourcePosition;
import org.unifiedhotline.mappings.source.SourceRecordKey;
import org.unifiedhotline.mappings.source.SourceRow;
import org.unifiedhotline.mappings.source.SourceTable;
import org.unifiedhotline.masterrecords.erasurelist.ErasureList;
import org.unifiedhotline.masterrecords.ingest.Mending;
import org.unifiedhotline.masterrecords.ingest.Mending.Outcome;
import org.unifiedhotline.masterrecords.reconciliation.Difference;
import org.unifiedhotline.masterrecords.reconciliation.Difference.Kind;
import org.unifiedhotline.masterrecords.reconciliation.RowComparison;
import org.unifiedhotline.masterrecords.reconciliation.RowComparison.AtSource;
import org.unifiedhotline.masterrecords.reconciliation.RowComparison.Found;
import org.unifiedhotline.masterrecords.sourcerecords.SourceRecordId;

/**
 * One legacy table against the hub: its rows page by page, then what the hub has beyond them.
 *
 * <p>What differs is looked at again: the source's rows are read anew, capture is given time to pass where the log then ended,
 * and the hub is asked. What differs still, while the hub's row stands where it stood before, no change explains.
 */
final class TableReconciliation {
    private static final int LOOKS = 4;
    private static final int AT_ONCE = 200;

    private final SourceReader source;
    private final RowComparison comparison;
    private final ErasureList erased;
    private final OnTheWay onTheWay;
    private final @Nullable Mending mending;
    private final Tally tally;

    /** @param mending null where differences are only named */
    TableReconciliation(
            SourceReader source,
            RowComparison comparison,
            ErasureList erased,
            OnTheWay onTheWay,
            @Nullable Mending mending,
            Tally tally) {
        this.source = source;
        this.comparison = comparison;
        this.erased = erased;
        this.onTheWay = onTheWay;
        this.mending = mending;
        this.tally = tally;
    }

    /** Told how many rows were compared. */
    interface Progress {
        void rows(int more);
    }

    void run(SourceTable table, int page, Pace pace, Progress progress) throws SQLException, InterruptedException {
        List<Found> found = new ArrayList<>();
        Seen seen = new Seen();
        List<SourceReader.Standing> rows = source.page(table, null, page);
        while (!rows.isEmpty()) {
            rows.forEach(row -> seen.add(SourceRecordId.of(row.key())));
            RowComparison.Page compared = compare(rows);
            found.addAll(compared.different());
            tally.deadLetters(compared.deadLetters());
            tally.rows(rows.size());
            progress.rows(rows.size());
            pace.took(rows.size());
            rows = source.page(table, rows.getLast().id(), page);
        }
        found.addAll(comparison.beyond(table, seen::contains));
        for (int from = 0; from < found.size(); from += AT_ONCE) {
            lookAgain(table, found.subList(from, Math.min(from + AT_ONCE, found.size())));
        }
    }

    private RowComparison.Page compare(List<SourceReader.Standing> rows) {
        erased.renew();
        return comparison.compare(rows.stream()
                .map(row -> new AtSource(row.key(), erased.kept(row.key(), row.row())))
                .toList());
    }

    private void lookAgain(SourceTable table, Collection<Found> candidates) throws SQLException, InterruptedException {
        Map<Long, Found> found = byNumber(candidates);
        for (int look = 0; look < LOOKS && !found.isEmpty(); look++) {
            Map<SourceRecordKey, SourceRow> rows = atSource(table, found.values());
            onTheWay.captured(source);
            Map<Long, Found> still = different(found.values(), rows);
            Map<Long, Found> moving = new LinkedHashMap<>();
            for (Found now : still.values()) {
                Found before = found.get(now.recordId());
                if (before != null && Objects.equals(before.stood(), now.stood())) {
                    differs(table, now, rows.get(now.key()));
                } else {
                    moving.put(now.recordId(), now);
                }
            }
            found = moving;
        }
        tally.onTheirWay(found.size());
    }

    private static Map<Long, Found> byNumber(Collection<Found> found) {
        Map<Long, Found> byNumber = new LinkedHashMap<>();
        found.forEach(one -> byNumber.put(one.recordId(), one));
        return byNumber;
    }

    private Map<SourceRecordKey, SourceRow> atSource(SourceTable table, Collection<Found> found) throws SQLException {
        Map<SourceRecordKey, SourceRow> rows = new LinkedHashMap<>();
        erased.renew();
        source.find(table, found.stream().map(Found::key).toList())
                .forEach(row -> rows.put(row.key(), erased.kept(row.key(), row.row())));
        return rows;
    }

    private Map<Long, Found> different(Collection<Found> found, Map<SourceRecordKey, SourceRow> rows) {
        List<AtSource> present = new ArrayList<>();
        List<Found> extra = new ArrayList<>();
        for (Found one : found) {
            SourceRow row = rows.get(one.key());
            if (row == null || one.recordId() != SourceRecordId.of(one.key())) {
                extra.add(one);
            } else {
                present.add(new AtSource(one.key(), row));
            }
        }
        RowComparison.Page compared = comparison.compare(present);
        tally.deadLetters(compared.deadLetters());
        Map<Long, Found> still = byNumber(compared.different());
        still.putAll(byNumber(comparison.stillBeyond(extra)));
        return still;
    }

    private void differs(SourceTable table, Found found, @Nullable SourceRow row) {
        Difference difference = found.difference();
        Outcome outcome = mending == null ? null : mend(table, found, row, mending);
        if (outcome == Outcome.MOVED) {
            tally.onTheirWay(1);
        } else {
            tally.found(difference.mended(outcome == Outcome.MENDED));
        }
    }

    private static Outcome mend(SourceTable table, Found found, @Nullable SourceRow row, Mending mending) {
        SourcePosition stood = found.stood();
        if (found.kind() != Kind.ROW_EXTRA && row != null) {
            return mending.write(found.key(), stood, row);
        }
        return stood == null ? Outcome.MOVED : mending.remove(table, found.recordId(), stood);
    }
}
