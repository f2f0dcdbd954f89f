package org.unifiedhotline.masterrecords.typed;

import java.util.Optional;
import org.unifiedhotline.mappings.canonical.ContactRecord;
import org.unifiedhotline.masterrecords.database.Rows;
import org.unifiedhotline.masterrecords.keys.KeyedHashes;

/** The table {@code contact}. */
final class Contacts extends TypedTable<ContactRecord> {
    Contacts() {
        super("contact", ContactRecord.class);
    }

    @Override
    String upsert() {
        return """
                INSERT INTO contact (record_id, source_system, received_at, channel, caller_id, case_id, counsellor, centre,
                                     language, duration_seconds, outcome, topic, presented)
                SELECT record_id, source_system, received_at::timestamptz, channel, caller_id, case_id, counsellor, centre,
                       language, duration_seconds, outcome, topic, presented
                  FROM unnest(?::bigint[], ?::text[], ?::text[], ?::text[], ?::bigint[], ?::bigint[], ?::text[], ?::text[],
                              ?::text[], ?::integer[], ?::text[], ?::text[], ?::bigint[])
                    AS given (record_id, source_system, received_at, channel, caller_id, case_id, counsellor, centre,
                              language, duration_seconds, outcome, topic, presented)
                ON CONFLICT (record_id) DO UPDATE
                   SET received_at = excluded.received_at, channel = excluded.channel, caller_id = excluded.caller_id,
                       case_id = excluded.case_id, counsellor = excluded.counsellor, centre = excluded.centre,
                       language = excluded.language, duration_seconds = excluded.duration_seconds,
                       outcome = excluded.outcome, topic = excluded.topic, presented = excluded.presented
                """;
    }

    @Override
    Rows<ContactRecord> columns(Rows<ContactRecord> rows) {
        return rows.texts(ContactRecord::receivedAt)
                .texts(ContactRecord::channel)
                .longs(contact -> id(contact.caller()))
                .longs(contact -> id(contact.caseKey()))
                .texts(ContactRecord::counsellor)
                .texts(ContactRecord::centre)
                .texts(ContactRecord::language)
                .integers(ContactRecord::durationSeconds)
                .texts(ContactRecord::outcome)
                .texts(ContactRecord::topic);
    }

    /** The number that the call presented: of many calls by one number, one is opened to read it. */
    @Override
    Rows<ContactRecord> hashed(Rows<ContactRecord> rows, KeyedHashes hashes) {
        return rows.longs(contact -> contact.presentedNumber() == null
                        || contact.presentedNumber().numbers().isEmpty()
                ? null
                : hashes.of(String.join(",", contact.presentedNumber().numbers())));
    }

    /** The caller, whose evidence a presented number is; and whom the contact's case names: both are known together to the contact's centre. */
    @Override
    Optional<String> queueNamed() {
        return Optional.of("""
                INSERT INTO resolution_queue (record_id, task)
                SELECT caller_id, 'RESOLVE' FROM contact WHERE record_id = ANY (:ids) AND caller_id IS NOT NULL
                UNION
                SELECT subject_id, 'RENEW' FROM contact JOIN case_file ON case_file.record_id = contact.case_id
                 WHERE contact.record_id = ANY (:ids)
                UNION
                SELECT reporter_id, 'RENEW' FROM contact JOIN case_file ON case_file.record_id = contact.case_id
                 WHERE contact.record_id = ANY (:ids) AND reporter_id IS NOT NULL
                """);
    }
}
