package org.unifiedhotline.mappings;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.unifiedhotline.mappings.canonical.AgencyRecord;
import org.unifiedhotline.mappings.canonical.AgencyRecord.AgencyKind;
import org.unifiedhotline.mappings.canonical.Birth.DatePrecision;
import org.unifiedhotline.mappings.canonical.CaseRecord;
import org.unifiedhotline.mappings.canonical.CaseRecord.CaseStatus;
import org.unifiedhotline.mappings.canonical.Centre;
import org.unifiedhotline.mappings.canonical.ContactRecord;
import org.unifiedhotline.mappings.canonical.ContactRecord.Channel;
import org.unifiedhotline.mappings.canonical.Flag;
import org.unifiedhotline.mappings.canonical.IdentityNumber;
import org.unifiedhotline.mappings.canonical.IdentityNumber.IdentityKind;
import org.unifiedhotline.mappings.canonical.PersonName;
import org.unifiedhotline.mappings.canonical.PersonRecord;
import org.unifiedhotline.mappings.canonical.PersonRole;
import org.unifiedhotline.mappings.canonical.QualityReviewRecord;
import org.unifiedhotline.mappings.canonical.ReferralRecord;
import org.unifiedhotline.mappings.canonical.ReferralRecord.ReferralOutcome;
import org.unifiedhotline.mappings.canonical.RelatedPerson;
import org.unifiedhotline.mappings.canonical.RelatedPerson.Relationship;
import org.unifiedhotline.mappings.canonical.ReporterRelation;
import org.unifiedhotline.mappings.canonical.ReturnRecord;
import org.unifiedhotline.mappings.canonical.ReturnRecord.ReturnKind;
import org.unifiedhotline.mappings.canonical.Sex;
import org.unifiedhotline.mappings.canonical.SiteStatusRecord;
import org.unifiedhotline.mappings.canonical.SiteStatusRecord.SiteState;
import org.unifiedhotline.mappings.canonical.Telephone.TelephoneUse;
import org.unifiedhotline.mappings.source.SourceRecordKey;
import org.unifiedhotline.mappings.source.SourceSystem;

@DisplayName("Rows of the hotline")
class HotlineMappingTest {
    private final CanonicalMapper mapper = new CanonicalMapper();

    private static SourceRecordKey key(String table, String id) {
        return SourceRecordKey.of(SourceSystem.HOTLINE, table, id);
    }

    private <T> T map(Class<T> type, String table, Object... columns) {
        return type.cast(mapper.map(key(table, "1"), Rows.row("hotline/" + table, columns)));
    }

    @ParameterizedTest
    @CsvSource({"infinity", "-infinity", "0044-03-15 BC", "5874897-12-31", "15/03/2001"})
    @DisplayName("keep their person when a date says nothing")
    void oddDates(String date) {
        PersonRecord victim = map(
                PersonRecord.class,
                "victim",
                "family_name",
                "Lò",
                "middle_and_given_name",
                "Thị Mẩy",
                "dob",
                date,
                "created_at",
                date,
                "updated_at",
                date);

        assertThat(victim.names()).extracting(PersonName::written).containsExactly("Lò Thị Mẩy");
        assertThat(victim.birth()).isNull();
        assertThat(victim.createdAt()).isEqualTo(Instant.EPOCH);
        assertThat(victim.flags())
                .contains(
                        new Flag("birth", "not-understood"),
                        new Flag("createdAt", "not-understood"),
                        new Flag("updatedAt", "not-understood"));
    }

    @Test
    @DisplayName("keep the names of an array of two dimensions")
    void arrayOfArrays() {
        PersonRecord victim = map(PersonRecord.class, "victim", "aliases", "{{Hoa,\"Mei, Ling\"},{\"Na}\",NULL}}");

        assertThat(victim.names()).extracting(PersonName::written).contains("Hoa", "Mei, Ling", "Na}");
    }

    @Test
    @DisplayName("keep their call when its place is no number")
    void oddPlaces() {
        ContactRecord call = map(ContactRecord.class, "call", "lat", Double.NaN, "lon", Double.POSITIVE_INFINITY);

        assertThat(call.latitude()).isNull();
        assertThat(call.longitude()).isNull();
        assertThat(call.flags())
                .contains(new Flag("latitude", "not-understood"), new Flag("longitude", "not-understood"));
    }

    @Test
    void ofCallersArePersonsWithTwoTelephones() {
        PersonRecord caller = map(
                PersonRecord.class,
                "caller",
                "full_name",
                "Bùi Hoàng Đan",
                "phone_1",
                "84594146995",
                "phone_2",
                "0162 123 4567",
                "sex",
                "F",
                "birth_year",
                1990L,
                "province_name",
                "Hòa Bình",
                "district_name",
                "Huyện Mai Châu",
                "relation_to_victim",
                "SELF");
        assertThat(caller.role()).isEqualTo(PersonRole.CALLER);
        assertThat(caller.names()).extracting(PersonName::given).containsExactly("Đan");
        assertThat(caller.telephones())
                .flatExtracting(telephone -> telephone.numbers())
                .containsExactly("+84594146995", "+84321234567");
        assertThat(caller.sex()).isEqualTo(Sex.FEMALE);
        assertThat(caller.birth().year()).isEqualTo(1990);
        assertThat(caller.home().provinceBefore()).isEqualTo("17");
        assertThat(caller.home().provinceSince()).isEqualTo("25");
        assertThat(caller.relationToSubject()).isEqualTo(ReporterRelation.SELF);
        assertThat(caller.createdAt()).isEqualTo(Instant.parse("2025-01-13T11:27:32Z"));
        assertThat(caller.flags()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"SELF", "PARENT", "SIBLING", "RELATIVE", "FRIEND", "OFFICIAL", "STRANGER"})
    void ofCallersTellWhatTheyAreToTheVictim(ReporterRelation relation) {
        assertThat(map(PersonRecord.class, "caller", "relation_to_victim", relation.name())
                        .relationToSubject())
                .isEqualTo(relation);
    }

    @Test
    void ofVictimsArePersonsWithAllThatIsKnown() {
        PersonRecord victim = map(
                PersonRecord.class,
                "victim",
                "family_name",
                "Huỳnh",
                "middle_and_given_name",
                "Thị Cúc",
                "aliases",
                List.of("Mei", "Xiao Mei"),
                "dob",
                "2002-01-01",
                "dob_precision",
                "Y",
                "sex",
                "F",
                "id_type",
                "CCCD",
                "id_number",
                "020302859538",
                "nationality",
                "VN",
                "ethnicity",
                "Kinh",
                "home_province",
                "Lạng Sơn",
                "home_district",
                "Hữu Lũng",
                "home_commune",
                "Xã Minh Tiến",
                "phone",
                "0912345678",
                "guardian_name",
                "Huỳnh Văn Minh",
                "guardian_phone",
                "0953335192",
                "consent_to_share",
                false);
        assertThat(victim.role()).isEqualTo(PersonRole.VICTIM);
        assertThat(victim.names()).extracting(PersonName::display).containsExactly("Huỳnh Thị Cúc", "Mei", "Xiao Mei");
        assertThat(victim.names().getFirst().family()).isEqualTo("Huỳnh");
        assertThat(victim.names().getFirst().written()).isEqualTo("Huỳnh Thị Cúc");
        assertThat(victim.birth().precision()).isEqualTo(DatePrecision.YEAR);
        assertThat(victim.birth().to()).isEqualTo(LocalDate.of(2002, 12, 31));
        assertThat(victim.identityNumbers())
                .containsExactly(
                        new IdentityNumber("020302859538", IdentityKind.CITIZEN_NUMBER_12, "020302859538", true));
        assertThat(victim.nationality()).isEqualTo("VN");
        assertThat(victim.ethnicGroup()).isEqualTo("Kinh");
        assertThat(victim.home().provinceBefore()).isEqualTo("20");
        assertThat(victim.home().communesBefore()).hasSize(1);
        assertThat(victim.consentToShare()).isFalse();
        assertThat(victim.relatedPersons()).hasSize(1);
        RelatedPerson guardian = victim.relatedPersons().getFirst();
        assertThat(guardian.relationship()).isEqualTo(Relationship.GUARDIAN);
        assertThat(guardian.name().display()).isEqualTo("Huỳnh Văn Minh");
        assertThat(guardian.telephone().use()).isEqualTo(TelephoneUse.GUARDIAN);
        assertThat(guardian.telephone().numbers()).containsExactly("+84953335192");
        assertThat(victim.flags()).isEmpty();
    }

    @ParameterizedTest(name = "{0} and {1}: {2}|{3}")
    @CsvSource(
            quoteCharacter = '"',
            nullValues = "NULL",
            value = {
                "chị, Phạm Thị Quyên, Phạm, Quyên",
                "NULL, H'Blưp Mlô, Mlô, Blưp",
                "NULL, Y Phôn Niê, Niê, Phôn",
                "NULL, Nguyễn Thị Hoa, Nguyễn, Hoa",
                "Bảo, Phạm Khánh, Phạm, Bảo",
                "Nguyễn Thị, Hoa, Nguyễn, Hoa",
                "Vàng, A Sử, Vàng, Sử"
            })
    void ofVictimsAreReadAsOneNameHoweverTheyWereSplit(String family, String rest, String readFamily, String given) {
        PersonName name = map(PersonRecord.class, "victim", "family_name", family, "middle_and_given_name", rest)
                .names()
                .getFirst();
        assertThat(name.family()).isEqualTo(readFamily);
        assertThat(name.given()).isEqualTo(given);
    }

    @Test
    void ofVictimsWithoutConsentAskedSayNothingOfIt() {
        assertThat(map(PersonRecord.class, "victim").consentToShare()).isNull();
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "NEW, NEW",
        "SCREENING, IN_PROGRESS",
        "ASSISTING, IN_PROGRESS",
        "REFERRED, REFERRED",
        "CLOSED, CLOSED",
        "INVALID, CANCELLED"
    })
    void ofCasesTellTheirStatus(String code, CaseStatus status) {
        assertThat(map(CaseRecord.class, "case_file", "status", code).status()).isEqualTo(status);
    }

    @Test
    void ofCasesTellVictimReporterAndExploitation() {
        CaseRecord file = map(
                CaseRecord.class,
                "case_file",
                "reported_by",
                1005L,
                "exploitation",
                List.of("BEGGING", "ONLINE_SCAM"),
                "means",
                List.of("FORCE"),
                "destination_country",
                "KH",
                "recruited_in_province",
                "Tỉnh Lạng Sơn",
                "narrative",
                "lời kể");
        assertThat(file.caseNumber()).isEqualTo("MB-15-00003");
        assertThat(file.subject()).isEqualTo(key("victim", "503"));
        assertThat(file.reporter()).isEqualTo(key("caller", "1005"));
        assertThat(file.relation()).isEqualTo(ReporterRelation.UNKNOWN);
        assertThat(file.kinds()).containsExactly("BEGGING", "ONLINE_SCAM");
        assertThat(file.means()).containsExactly("FORCE");
        assertThat(file.urgency()).isNull();
        assertThat(file.destinationCountry()).isEqualTo("KH");
        assertThat(file.recruitedInProvince()).isEqualTo("Tỉnh Lạng Sơn");
        assertThat(file.narrative()).isEqualTo("lời kể");
    }

    @Test
    void ofCasesTellNoFreeTextAsExploitation() {
        CaseRecord file = map(
                CaseRecord.class,
                "case_file",
                "exploitation",
                List.of("FORCED_MARRIAGE", "bị dì Lan ở Bát Xát bán", " ORGAN "));
        assertThat(file.kinds()).containsExactly("FORCED_MARRIAGE", "OTHER", "ORGAN");
        assertThat(file.flags()).containsExactly(new Flag("kinds", "unknown-code"));
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "null",
            value = {
                "vi,vi",
                "hmn,hmn",
                "km,km",
                "en,en",
                "bru,bru",
                "und,und",
                "null,vi",
                "tiếng Mông,und",
                "lan,und",
                "Mai,und"
            })
    void ofCallsTellTheirLanguageByCodeAlone(String written, String language) {
        ContactRecord call = map(ContactRecord.class, "call", "language", written);
        assertThat(call.language()).isEqualTo(language);
        assertThat(call.flags().contains(new Flag("language", "unknown-code")))
                .isEqualTo(language.equals("und") && !"und".equals(written));
    }

    @ParameterizedTest
    @EnumSource(names = "UNKNOWN", mode = EnumSource.Mode.EXCLUDE)
    void ofReturnsTellTheirKind(ReturnKind kind) {
        assertThat(map(ReturnRecord.class, "return_record", "kind", kind.name()).kind())
                .isEqualTo(kind);
    }

    @Test
    void ofReturnsTellVictimAndReceivingAgency() {
        ReturnRecord returned = map(
                ReturnRecord.class,
                "return_record",
                "border_gate",
                "Móng Cái",
                "handed_over_by",
                "Công an",
                "receiving_agency",
                "CA-HG-01",
                "screened_as",
                "VICTIM",
                "certificate_no",
                "379/GXN");
        assertThat(returned.victim()).isEqualTo(key("victim", "503"));
        assertThat(returned.returnedOn()).isEqualTo(LocalDate.of(2020, 12, 25));
        assertThat(returned.borderGate()).isEqualTo("Móng Cái");
        assertThat(returned.handedOverBy()).isEqualTo("Công an");
        assertThat(returned.receivingAgency()).isEqualTo(key("agency", "CA-HG-01"));
        assertThat(returned.screenedAs()).isEqualTo("VICTIM");
        assertThat(returned.certificateNumber()).isEqualTo("379/GXN");
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "VOICE, VOICE",
        "IVR, AUTOMATIC_ANSWER",
        "FACEBOOK, FACEBOOK",
        "LOCATION_SHARE, LOCATION_SHARE",
        "WALK_IN, WALK_IN"
    })
    void ofContactsTellTheirChannel(String code, Channel channel) {
        assertThat(map(ContactRecord.class, "call", "channel", code).channel()).isEqualTo(channel);
    }

    @Test
    void ofContactsNameCallerAndCase() {
        ContactRecord contact = map(
                ContactRecord.class,
                "call",
                "caller_number",
                "+841234079064",
                "caller_id",
                1003L,
                "counsellor",
                "tv20",
                "case_no",
                "MB-15-00003",
                "language",
                "hmn",
                "lat",
                21.5,
                "lon",
                105.25,
                "summary",
                "tóm tắt");
        assertThat(contact.receivedAt()).isEqualTo(Instant.parse("2020-01-07T12:35:17Z"));
        assertThat(contact.presentedNumber().numbers()).containsExactly("+84834079064");
        assertThat(contact.caller()).isEqualTo(key("caller", "1003"));
        assertThat(contact.caseKey()).isEqualTo(key("case_file", "MB-15-00003"));
        assertThat(contact.counsellor()).isEqualTo("tv20");
        assertThat(contact.centre()).isEqualTo(Centre.DANANG);
        assertThat(contact.language()).isEqualTo("hmn");
        assertThat(contact.durationSeconds()).isEqualTo(1371);
        assertThat(contact.latitude()).isEqualByComparingTo("21.5");
        assertThat(contact.longitude()).isEqualByComparingTo("105.25");
        assertThat(contact.topic()).isNull();
        assertThat(contact.notes()).isEqualTo("tóm tắt");
    }

    @Test
    void ofReferralsTellAgencyOutcomeAndSatisfaction() {
        ReferralRecord referral =
                map(ReferralRecord.class, "referral", "responded_on", "2017-01-10", "satisfaction", 4L);
        assertThat(referral.caseKey()).isEqualTo(key("case_file", "MB-15-00003"));
        assertThat(referral.agencyKey()).isEqualTo(key("agency", "CA-HG-01"));
        assertThat(referral.agencyName()).isNull();
        assertThat(referral.service()).isEqualTo("RESCUE");
        assertThat(referral.outcome()).isEqualTo(ReferralOutcome.LOST_CONTACT);
        assertThat(referral.respondedOn()).isEqualTo(LocalDate.of(2017, 1, 10));
        assertThat(referral.satisfaction()).isEqualTo(4);
    }

    @Test
    void ofReviewsEquipmentAndAgencies() {
        QualityReviewRecord review = map(QualityReviewRecord.class, "call_review");
        assertThat(review.contact()).isEqualTo(key("call", "6d94dc8c-a597-4287-8775-2c58e0f3d027"));
        assertThat(review.reviewer()).isEqualTo("tv23");
        assertThat(review.score()).isEqualTo(new BigDecimal("68.8"));
        assertThat(review.criteria()).isEqualTo(Map.of());
        SiteStatusRecord status = map(SiteStatusRecord.class, "site_status", "centre", "HUE");
        assertThat(status.state()).isEqualTo(SiteState.DOWN);
        assertThat(status.centre()).isEqualTo(Centre.UNKNOWN);
        assertThat(status.flags()).containsExactly(new Flag("centre", "unknown-code"));
        assertThat(map(AgencyRecord.class, "agency"))
                .isEqualTo(new AgencyRecord(
                        key("agency", "1"), "CA-HG-01", "Công an tỉnh Hà Giang", AgencyKind.POLICE, "VN", null, true));
    }
}
