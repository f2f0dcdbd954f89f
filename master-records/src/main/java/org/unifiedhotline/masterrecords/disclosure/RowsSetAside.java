package org.unifiedhotline.masterrecords.disclosure;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.unifiedhotline.mappings.canonical.CaseRecord;
import org.unifiedhotline.mappings.canonical.ContactRecord;
import org.unifiedhotline.mappings.canonical.ReferralRecord;
import org.unifiedhotline.mappings.canonical.ReturnRecord;
import org.unifiedhotline.mappings.source.SourceRecordKey;
import org.unifiedhotline.mappings.source.SourceRow;
import org.unifiedhotline.masterrecords.database.HubDatabase;
import org.unifiedhotline.masterrecords.disclosure.Held.SetAsideRow;
import org.unifiedhotline.masterrecords.erasurelist.ErasedRows;
import org.unifiedhotline.masterrecords.keys.WrappedKey;
import org.unifiedhotline.masterrecords.records.Member;
import org.unifiedhotline.masterrecords.records.PersonFile;
import org.unifiedhotline.masterrecords.sourcerecords.Columns;
import org.unifiedhotline.masterrecords.sourcerecords.RowJson;
import org.unifiedhotline.masterrecords.sourcerecords.SealedRows;
import org.unifiedhotline.masterrecords.sourcerecords.SealedRows.Unopened;

/**
 * Dead letters about a person: joined with nobody, they are found by what they name, as an erasure finds them; one may lead to the next.
 */
final class RowsSetAside {
    private final HubDatabase hub;

    RowsSetAside(HubDatabase hub) {
        this.hub = hub;
    }

    private record Letter(SetAsideRow told, @Nullable SourceRow row) {}

    List<SetAsideRow> about(PersonFile file, Map<String, Long> leftOut) {
        Set<SourceRecordKey> people = new HashSet<>();
        file.master().members().stream().map(Member::key).forEach(people::add);
        Set<SourceRecordKey> own = new HashSet<>(people);
        file.contacts().stream().map(ContactRecord::key).forEach(own::add);
        file.cases().stream().map(CaseRecord::key).forEach(own::add);
        file.referrals().stream().map(ReferralRecord::key).forEach(own::add);
        file.returns().stream().map(ReturnRecord::key).forEach(own::add);
        List<Letter> letters = letters();
        List<Letter> found = new ArrayList<>();
        int before;
        do {
            before = found.size();
            for (Letter letter : List.copyOf(letters)) {
                if (isAbout(own, letter)) {
                    found.add(letter);
                    letters.remove(letter);
                    own.add(letter.told().key());
                }
            }
        } while (found.size() > before);
        return found.stream().map(letter -> told(letter, people, leftOut)).toList();
    }

    private static boolean isAbout(Set<SourceRecordKey> own, Letter letter) {
        SourceRecordKey key = letter.told().key();
        SourceRow row = letter.row();
        return row == null ? own.contains(key) : ErasedRows.isAbout(own::contains, key, row);
    }

    private static SetAsideRow told(Letter letter, Set<SourceRecordKey> people, Map<String, Long> leftOut) {
        SetAsideRow told = letter.told();
        Map<String, @Nullable Object> columns = new LinkedHashMap<>();
        SourceRow row = letter.row();
        if (row != null) {
            columns.putAll(row.columns());
            String number = ErasedRows.callersNumber(told.key().table());
            if (number != null
                    && ErasedRows.isByAnother(people::contains, told.key().table(), row)
                    && columns.remove(number) != null) {
                leftOut.merge("numbersOfOthers", 1L, Long::sum);
            }
        }
        return new SetAsideRow(told.key(), told.state(), told.reason(), told.firstAt(), told.lastAt(), columns);
    }

    private List<Letter> letters() {
        return new ArrayList<>(hub.sql()
                .sql("SELECT dead_letter.*, " + WrappedKey.COLUMNS
                        + " FROM dead_letter LEFT JOIN record_key USING (record_id) ORDER BY dead_letter_id")
                .query((row, number) -> {
                    String raw = SealedRows.orLost(
                            new Unopened(
                                    WrappedKey.of(row),
                                    SealedRows.deadLetter(row.getLong("record_id")),
                                    row.getBytes("raw")),
                            hub);
                    SourceRow captured = raw == null ? null : RowJson.read(raw);
                    return new Letter(
                            new SetAsideRow(
                                    Columns.key(row),
                                    row.getString("state"),
                                    row.getString("reason"),
                                    Columns.instant(row, "first_at"),
                                    Columns.instant(row, "last_at"),
                                    Map.of()),
                            captured);
                })
                .list());
    }
}
