package org.unifiedhotline.masterrecords.disclosure;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import org.unifiedhotline.mappings.canonical.ContactRecord;
import org.unifiedhotline.mappings.canonical.QualityReviewRecord;
import org.unifiedhotline.masterrecords.database.HubDatabase;
import org.unifiedhotline.masterrecords.disclosure.Held.Assessment;
import org.unifiedhotline.masterrecords.disclosure.Held.Judged;
import org.unifiedhotline.masterrecords.keys.WrappedKey;
import org.unifiedhotline.masterrecords.records.Member;
import org.unifiedhotline.masterrecords.records.PersonFile;
import org.unifiedhotline.masterrecords.rights.Erasures;
import org.unifiedhotline.masterrecords.rights.OthersWords;
import org.unifiedhotline.masterrecords.sourcerecords.CanonicalJson;
import org.unifiedhotline.masterrecords.sourcerecords.Columns;
import org.unifiedhotline.masterrecords.sourcerecords.SealedRows;
import org.unifiedhotline.masterrecords.sourcerecords.SourceRecordId;

/** Reads what is held about a person beside their file and what was decided: all that an erasure would reach, as far as it is theirs. */
public final class HeldBeside {
    private final HubDatabase hub;
    private final Erasures erasures;
    private final QuestionsAsked questions;
    private final RowsSetAside setAside;

    public HeldBeside(HubDatabase hub, Erasures erasures) {
        this.hub = hub;
        this.erasures = erasures;
        this.questions = new QuestionsAsked(hub);
        this.setAside = new RowsSetAside(hub);
    }

    /**
     * All of it.
     *
     * @param person as far as the file is about them
     * @param others what tells of others
     */
    public Held of(OwnFile person, OthersWords others) {
        return hub.read(() -> {
            PersonFile file = person.file();
            List<Long> records = file.master().members().stream()
                    .map(Member::key)
                    .map(SourceRecordId::of)
                    .toList();
            TreeMap<String, Long> leftOut = new TreeMap<>(erasures.reached(records));
            leftOut.put("casesOfOthers", person.casesOfOthers());
            leftOut.put("numbersOfOthers", person.numbersOfOthers());
            return new Held(
                    questions.about(records, others, leftOut),
                    verdicts(records),
                    assessments(file),
                    setAside.about(file, leftOut),
                    leftOut);
        });
    }

    private List<Judged> verdicts(Collection<Long> records) {
        return hub.sql()
                .sql("""
                        SELECT verdict, judged_by, judged_at,
                               ARRAY(SELECT record_id FROM unnest(ARRAY[record_a, record_b]) AS pair (record_id)
                                      WHERE record_id = ANY (:records)) AS own
                          FROM clerical_pair
                         WHERE verdict IS NOT NULL AND (record_a = ANY (:records) OR record_b = ANY (:records))
                         ORDER BY judged_at, sample_id, pair_no
                        """)
                .param("records", records.toArray(Long[]::new))
                .query((row, number) -> new Judged(
                        row.getString("verdict"),
                        row.getString("judged_by"),
                        Columns.instantOrNull(row, "judged_at"),
                        OwnKeys.of(hub, List.of((Long[]) row.getArray("own").getArray()))))
                .list();
    }

    private List<Assessment> assessments(PersonFile file) {
        List<Assessment> assessments = new ArrayList<>();
        hub.sql()
                .sql("SELECT canonical, " + WrappedKey.COLUMNS + """
                          FROM quality_review
                          JOIN source_record USING (record_id) JOIN record_key USING (record_id)
                         WHERE contact_id = ANY (?) AND canonical IS NOT NULL
                         ORDER BY reviewed_at, record_id
                        """)
                .param(file.contacts().stream()
                        .map(ContactRecord::key)
                        .map(SourceRecordId::of)
                        .toArray(Long[]::new))
                .query(row -> {
                    String canonical = SealedRows.canonicalOrLost(hub, row);
                    if (canonical != null) {
                        QualityReviewRecord one = CanonicalJson.read(canonical, QualityReviewRecord.class);
                        assessments.add(new Assessment(
                                one.contact(), one.reviewedAt(), one.score(), one.criteria(), one.remarks()));
                    }
                });
        return assessments;
    }
}
