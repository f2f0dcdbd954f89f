package org.unifiedhotline.masterrecords.typed;

import java.util.Optional;
import org.unifiedhotline.mappings.canonical.ReferralRecord;
import org.unifiedhotline.masterrecords.database.Rows;
import org.unifiedhotline.masterrecords.keys.AgencyHash;
import org.unifiedhotline.masterrecords.keys.KeyedHashes;

/** The table {@code referral}, without what was written freely: names of agencies as keyed hashes, services not at all. */
final class Referrals extends TypedTable<ReferralRecord> {
    Referrals() {
        super("referral", ReferralRecord.class);
    }

    @Override
    String upsert() {
        return """
                INSERT INTO referral (record_id, source_system, case_id, agency_id, agency_kind, province_code,
                                      referred_on, responded_on, outcome, satisfaction, province, agency_hash)
                SELECT record_id, source_system, case_id, agency_id, agency_kind, province_code,
                       referred_on::date, responded_on::date, outcome, satisfaction, province, agency_hash
                  FROM unnest(?::bigint[], ?::text[], ?::bigint[], ?::bigint[], ?::text[], ?::text[],
                              ?::text[], ?::text[], ?::text[], ?::integer[], ?::text[], ?::text[])
                    AS given (record_id, source_system, case_id, agency_id, agency_kind, province_code,
                              referred_on, responded_on, outcome, satisfaction, province, agency_hash)
                ON CONFLICT (record_id) DO UPDATE
                   SET case_id = excluded.case_id, agency_id = excluded.agency_id, agency_kind = excluded.agency_kind,
                       province_code = excluded.province_code,
                       referred_on = excluded.referred_on, responded_on = excluded.responded_on,
                       outcome = excluded.outcome, satisfaction = excluded.satisfaction,
                       province = excluded.province, agency_hash = excluded.agency_hash
                """;
    }

    @Override
    Rows<ReferralRecord> columns(Rows<ReferralRecord> rows) {
        return rows.longs(referral -> id(referral.caseKey()))
                .longs(referral -> id(referral.agencyKey()))
                .texts(ReferralRecord::agencyKind)
                .texts(ReferralRecord::provinceCode)
                .texts(ReferralRecord::referredOn)
                .texts(ReferralRecord::respondedOn)
                .texts(ReferralRecord::outcome)
                .integers(ReferralRecord::satisfaction)
                .texts(referral -> ProvinceOfToday.coded(referral.provinceCode(), referral.referredOn()));
    }

    @Override
    Rows<ReferralRecord> hashed(Rows<ReferralRecord> rows, KeyedHashes hashes) {
        return rows.texts(
                referral -> referral.agencyName() == null ? null : AgencyHash.of(referral.agencyName(), hashes));
    }

    /** The people of its case, whose files show it. */
    @Override
    Optional<String> queueNamed() {
        return Optional.of("""
                INSERT INTO resolution_queue (record_id, task)
                SELECT subject_id, 'RENEW' FROM referral JOIN case_file ON case_file.record_id = referral.case_id
                 WHERE referral.record_id = ANY (:ids)
                UNION
                SELECT reporter_id, 'RENEW' FROM referral JOIN case_file ON case_file.record_id = referral.case_id
                 WHERE referral.record_id = ANY (:ids) AND reporter_id IS NOT NULL
                """);
    }
}
