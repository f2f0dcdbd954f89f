package org.unifiedhotline.masterrecords.records;

import java.util.Collection;
import java.util.function.BiConsumer;
import org.unifiedhotline.mappings.canonical.CanonicalRecord;
import org.unifiedhotline.mappings.canonical.CaseRecord;
import org.unifiedhotline.mappings.canonical.ContactRecord;
import org.unifiedhotline.mappings.canonical.ReferralRecord;
import org.unifiedhotline.mappings.canonical.ReturnRecord;
import org.unifiedhotline.masterrecords.database.HubDatabase;
import org.unifiedhotline.masterrecords.keys.WrappedKey;
import org.unifiedhotline.masterrecords.sourcerecords.CanonicalJson;
import org.unifiedhotline.masterrecords.sourcerecords.SealedRows;

/** What the records of people are named in: contacts, cases, referrals, returns, for many people in one query each. */
final class RelatedTables {
    private final HubDatabase hub;

    RelatedTables(HubDatabase hub) {
        this.hub = hub;
    }

    /** The contacts whose caller they are, and those of the cases that are about them. */
    void contacts(Collection<Long> people, BiConsumer<Long, ContactRecord> consumer) {
        each("""
                SELECT caller_id AS person_id, record_id FROM contact WHERE caller_id = ANY (:people)
                UNION
                SELECT subject_id, contact.record_id
                  FROM case_file JOIN contact ON contact.case_id = case_file.record_id
                 WHERE subject_id = ANY (:people)
                """, people, ContactRecord.class, consumer);
    }

    /** The cases that are about them, and those that they reported. */
    void cases(Collection<Long> people, BiConsumer<Long, CaseRecord> consumer) {
        each("""
                SELECT subject_id AS person_id, record_id FROM case_file WHERE subject_id = ANY (:people)
                UNION
                SELECT reporter_id, record_id FROM case_file WHERE reporter_id = ANY (:people)
                """, people, CaseRecord.class, consumer);
    }

    /** The referrals of these cases. */
    void referrals(Collection<Long> people, BiConsumer<Long, ReferralRecord> consumer) {
        each("""
                SELECT subject_id AS person_id, referral.record_id
                  FROM case_file JOIN referral ON referral.case_id = case_file.record_id
                 WHERE subject_id = ANY (:people)
                UNION
                SELECT reporter_id, referral.record_id
                  FROM case_file JOIN referral ON referral.case_id = case_file.record_id
                 WHERE reporter_id = ANY (:people)
                """, people, ReferralRecord.class, consumer);
    }

    /** Their returns. */
    void returns(Collection<Long> people, BiConsumer<Long, ReturnRecord> consumer) {
        each(
                "SELECT victim_id AS person_id, record_id FROM return_record WHERE victim_id = ANY (:people)",
                people,
                ReturnRecord.class,
                consumer);
    }

    private <T extends CanonicalRecord> void each(
            String which, Collection<Long> people, Class<T> type, BiConsumer<Long, T> consumer) {
        if (people.isEmpty()) {
            return;
        }
        hub.sql()
                .sql("SELECT person_id, canonical, " + WrappedKey.COLUMNS + " FROM (" + which
                        + ") AS named JOIN source_record USING (record_id) JOIN record_key USING (record_id)"
                        + " WHERE canonical IS NOT NULL")
                .param("people", people.toArray(Long[]::new))
                .query(row -> {
                    String canonical = SealedRows.canonicalOrLost(hub, row);
                    if (canonical != null) {
                        consumer.accept(row.getLong("person_id"), CanonicalJson.read(canonical, type));
                    }
                });
    }
}
