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
import org.unifiedhotline.mappings.canonical.AgencyRecord.AgencyKind;
import org.unifiedhotline.mappings.canonical.Birth.DatePrecision;
import org.unifiedhotline.mappings.canonical.CaseRecord;
import org.unifiedhotline.mappings.canonical.CaseRecord.CaseStatus;
import org.unifiedhotline.mappings.canonical.Centre;
import org.unifiedhotline.mappings.canonical.CodeRecord;
import org.unifiedhotline.mappings.canonical.ContactRecord;
import org.unifiedhotline.mappings.canonical.ContactRecord.Channel;
import org.unifiedhotline.mappings.canonical.ContactRecord.ContactOutcome;
import org.unifiedhotline.mappings.canonical.CounsellorRecord;
import org.unifiedhotline.mappings.canonical.Flag;
import org.unifiedhotline.mappings.canonical.IdentityNumber;
import org.unifiedhotline.mappings.canonical.PersonName;
import org.unifiedhotline.mappings.canonical.PersonRecord;
import org.unifiedhotline.mappings.canonical.PersonRole;
import org.unifiedhotline.mappings.canonical.QualityReviewRecord;
import org.unifiedhotline.mappings.canonical.ReferralRecord;
import org.unifiedhotline.mappings.canonical.ReferralRecord.ReferralOutcome;
import org.unifiedhotline.mappings.canonical.RelatedPerson;
import org.unifiedhotline.mappings.canonical.RelatedPerson.Relationship;
import org.unifiedhotline.mappings.canonical.ReporterRelation;
import org.unifiedhotline.mappings.canonical.Sex;
import org.unifiedhotline.mappings.canonical.SiteStatusRecord;
import org.unifiedhotline.mappings.canonical.SiteStatusRecord.SiteState;
import org.unifiedhotline.mappings.canonical.Telephone;
import org.unifiedhotline.mappings.canonical.Telephone.TelephoneUse;
import org.unifiedhotline.mappings.source.SourceRecordKey;
import org.unifiedhotline.mappings.source.SourceSystem;

@DisplayName("Rows of the switchboard")
class SwitchboardMappingTest {
    private final CanonicalMapper mapper = new CanonicalMapper();

    private static SourceRecordKey key(String table, String id) {
        return SourceRecordKey.of(SourceSystem.SWITCHBOARD, table, id);
    }

    private <T> T map(Class<T> type, String table, Object... columns) {
        return type.cast(mapper.map(key(table, "1"), Rows.row("switchboard/" + table, columns)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"[]", "[1, 2]", "{\"lang_nghe\":{\"diem\":18}}", "18", "{\"lang_nghe\":18", "\"tốt\""})
    @DisplayName("keep their quality review when its criteria are no object of numbers")
    void oddCriteria(String criteria) {
        QualityReviewRecord review = (QualityReviewRecord) mapper.map(
                SourceRecordKey.of(SourceSystem.SWITCHBOARD, "qms_danh_gia", "1"),
                Rows.row("switchboard/qms_danh_gia", "tieu_chi", criteria));

        assertThat(review.criteria()).isEmpty();
        assertThat(review.flags()).contains(new Flag("criteria", "not-understood"));
    }

    @Test
    @DisplayName("take a JSON null for no criteria")
    void noCriteria() {
        QualityReviewRecord review = (QualityReviewRecord) mapper.map(
                SourceRecordKey.of(SourceSystem.SWITCHBOARD, "qms_danh_gia", "1"),
                Rows.row("switchboard/qms_danh_gia", "tieu_chi", "null"));

        assertThat(review.criteria()).isEmpty();
        assertThat(review.flags()).isEmpty();
    }

    @Test
    void ofCallersArePersons() {
        PersonRecord caller = map(
                PersonRecord.class,
                "nguoi_goi",
                "ho_ten",
                "chị Nguyễn Thị Oanh",
                "dien_thoai",
                "0760 886 018",
                "gioi_tinh",
                2L,
                "nam_sinh",
                1996L,
                "ma_tinh",
                "01",
                "quan_huyen",
                "Huyện Mê Linh",
                "dia_chi",
                "số 5 ngõ 7",
                "dan_toc",
                "H'Mông",
                "ghi_chu",
                "gọi lại sau 17 giờ",
                "ngay_sua",
                "2021-03-24T07:50:37");
        assertThat(caller.role()).isEqualTo(PersonRole.CALLER);
        assertThat(caller.names()).extracting(PersonName::display).containsExactly("Nguyễn Thị Oanh");
        assertThat(caller.sex()).isEqualTo(Sex.FEMALE);
        assertThat(caller.birth().year()).isEqualTo(1996);
        assertThat(caller.telephones())
                .containsExactly(new Telephone("0760 886 018", List.of("+84760886018"), TelephoneUse.OWN));
        assertThat(caller.home().districtBefore()).isEqualTo("250");
        assertThat(caller.home().writtenAddress()).isEqualTo("số 5 ngõ 7");
        assertThat(caller.ethnicGroup()).isEqualTo("Mông");
        assertThat(caller.writtenEthnicGroup()).isEqualTo("H'Mông");
        assertThat(caller.note()).isEqualTo("gọi lại sau 17 giờ");
        // local time of Vietnam, seven hours ahead
        assertThat(caller.createdAt()).isEqualTo(Instant.parse("2020-03-24T00:50:37Z"));
        assertThat(caller.updatedAt()).isEqualTo(Instant.parse("2021-03-24T00:50:37Z"));
        assertThat(caller.relationToSubject()).isEqualTo(ReporterRelation.UNKNOWN);
        assertThat(caller.flags()).containsExactly(new Flag("names", "title-removed"));
    }

    @Test
    void ofAnonymousCallersArePersonsWithoutName() {
        PersonRecord caller = map(PersonRecord.class, "nguoi_goi", "ho_ten", "an danh", "gioi_tinh", 0L);
        assertThat(caller.names()).isEmpty();
        assertThat(caller.sex()).isEqualTo(Sex.UNKNOWN);
        assertThat(caller.birth()).isNull();
        assertThat(caller.home()).isNull();
        assertThat(caller.telephones()).isEmpty();
    }

    @Test
    void ofChildrenArePersonsWithFamily() {
        PersonRecord child = map(
                PersonRecord.class,
                "tre_em",
                "ho_ten",
                "Lâm Gia Yến",
                "ten_goi_khac",
                "Bống, Na",
                "ngay_sinh",
                "21/02/2009",
                "tuoi_khai",
                13L,
                "gioi_tinh",
                1L,
                "so_khai_sinh",
                "266/2009",
                "so_dinh_danh",
                "094209053558",
                "ma_tinh",
                "94",
                "quan_huyen",
                "Mỹ Xuyên",
                "ho_ten_cha",
                "Lâm Đức Dũng",
                "ho_ten_me",
                "khong ro",
                "dien_thoai_gd",
                "0162 123 4567 (me chau)",
                "tre_khuyet_tat",
                1L);
        assertThat(child.role()).isEqualTo(PersonRole.CHILD);
        assertThat(child.names()).extracting(PersonName::display).containsExactly("Lâm Gia Yến", "Bống", "Na");
        assertThat(child.birth().from()).isEqualTo(LocalDate.of(2009, 2, 21));
        assertThat(child.birth().precision()).isEqualTo(DatePrecision.DAY);
        assertThat(child.identityNumbers())
                .extracting(IdentityNumber::number)
                .containsExactly("094209053558", "266/2009");
        assertThat(child.identityNumbers()).allMatch(IdentityNumber::valid);
        assertThat(child.telephones())
                .containsExactly(
                        new Telephone("0162 123 4567 (me chau)", List.of("+84321234567"), TelephoneUse.FAMILY));
        assertThat(child.relatedPersons())
                .extracting(RelatedPerson::relationship)
                .containsExactly(Relationship.FATHER);
        assertThat(child.disability()).isTrue();
        assertThat(child.toString()).isEqualTo("PersonRecord[switchboard/tre_em/1]");
    }

    @Test
    void ofChildrenWithNothingButAnAgeHaveASpanOfBirth() {
        PersonRecord child = map(PersonRecord.class, "tre_em", "tuoi_khai", 9L);
        assertThat(child.birth().precision()).isEqualTo(DatePrecision.AGE);
        assertThat(child.birth().from()).isEqualTo(LocalDate.of(2012, 4, 22));
        assertThat(child.birth().to()).isEqualTo(LocalDate.of(2015, 4, 21));
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "me, MOTHER",
        "cha, FATHER",
        "bố, FATHER",
        "ong ba, GRANDPARENT",
        "hang xom, NEIGHBOUR",
        "giao vien, TEACHER",
        "chinh tre, SELF",
        "Chính trẻ, SELF",
        "khac, OTHER"
    })
    void ofCasesTellTheReportersRelation(String written, ReporterRelation relation) {
        assertThat(map(CaseRecord.class, "ca_can_thiep", "quan_he", written).relation())
                .isEqualTo(relation);
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({"MO, NEW", "DANG_XL, IN_PROGRESS", "CHO_PH, REFERRED", "DONG, CLOSED", "HUY, CANCELLED"})
    void ofCasesTellTheirStatus(String code, CaseStatus status) {
        assertThat(map(CaseRecord.class, "ca_can_thiep", "trang_thai", code).status())
                .isEqualTo(status);
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "XAM_HAI_TD, SEXUAL_ABUSE",
        "BAO_LUC, VIOLENCE",
        "BOC_LOT, LABOUR_EXPLOITATION",
        "MUA_BAN, TRAFFICKING",
        "BO_ROI, NEGLECT",
        "TAM_LY, PSYCHOLOGICAL",
        "KHAC, OTHER"
    })
    void ofCasesTellTheirKind(String code, String kind) {
        assertThat(map(CaseRecord.class, "ca_can_thiep", "loai_vu_viec", code).kinds())
                .containsExactly(kind);
    }

    @Test
    void ofCasesNameChildAndReporter() {
        CaseRecord file =
                map(CaseRecord.class, "ca_can_thiep", "id_nguoi_bao", 2L, "muc_do", 1L, "ngay_dong", "2023-06-20");
        assertThat(file.caseNumber()).isEqualTo("TE-2023-000003");
        assertThat(file.subject()).isEqualTo(key("tre_em", "30"));
        assertThat(file.reporter()).isEqualTo(key("nguoi_goi", "2"));
        assertThat(file.urgency()).isEqualTo(1);
        assertThat(file.openedOn()).isEqualTo(LocalDate.of(2023, 4, 28));
        assertThat(file.closedOn()).isEqualTo(LocalDate.of(2023, 6, 20));
        assertThat(file.flags()).isEmpty();
    }

    @ParameterizedTest(name = "{0} and {2}")
    @CsvSource({
        "GOI, VOICE, TU_VAN, ADVICE",
        "IVR, AUTOMATIC_ANSWER, CAN_THIEP, CASE",
        "FB, FACEBOOK, CHUYEN_MAY, TRANSFERRED",
        "ZALO, ZALO, QUAY_ROI, NUISANCE",
        "APP, APP, IM_LANG, SILENT"
    })
    void ofContactsTellChannelAndOutcome(String kenh, Channel channel, String loai, ContactOutcome outcome) {
        ContactRecord contact = map(ContactRecord.class, "cuoc_goi", "kenh", kenh, "loai", loai);
        assertThat(contact.channel()).isEqualTo(channel);
        assertThat(contact.outcome()).isEqualTo(outcome);
    }

    @Test
    void ofContactsNameCallerCaseAndCounsellor() {
        ContactRecord contact = map(
                ContactRecord.class,
                "cuoc_goi",
                "so_goi_den",
                "0760886018",
                "id_nguoi_goi",
                2L,
                "ma_tdv",
                43L,
                "id_ca",
                3L,
                "ma_linh_vuc",
                "HOCDUONG",
                "vi_do",
                new BigDecimal("21.382291"),
                "kinh_do",
                new BigDecimal("103.018000"),
                "noi_dung",
                "ghi chép");
        assertThat(contact.receivedAt()).isEqualTo(Instant.parse("2020-03-24T00:50:37Z"));
        assertThat(contact.presentedNumber().numbers()).containsExactly("+84760886018");
        assertThat(contact.caller()).isEqualTo(key("nguoi_goi", "2"));
        assertThat(contact.caseKey()).isEqualTo(key("ca_can_thiep", "3"));
        assertThat(contact.counsellor()).isEqualTo("43");
        assertThat(contact.centre()).isEqualTo(Centre.HANOI);
        assertThat(contact.language()).isEqualTo("vi");
        assertThat(contact.durationSeconds()).isEqualTo(1352);
        assertThat(contact.topic()).isEqualTo("HOCDUONG");
        assertThat(contact.latitude()).isEqualByComparingTo("21.382291");
        assertThat(contact.longitude()).isEqualByComparingTo("103.018");
        assertThat(contact.notes()).isEqualTo("ghi chép");
    }

    @Test
    void ofContactsTellNoWordsInThePlaceOfATopic() {
        ContactRecord contact = map(ContactRecord.class, "cuoc_goi", "ma_linh_vuc", "em Hoa");
        assertThat(contact.topic()).isNull();
        assertThat(contact.flags())
                .anySatisfy(flag -> assertThat(flag.toString()).contains("topic", "unknown-code"));
    }

    @Test
    void ofReferralsTellAgencyAndOutcome() {
        ReferralRecord referral = map(
                ReferralRecord.class,
                "chuyen_tuyen",
                "ma_tinh",
                "51",
                "dich_vu",
                "Y tế",
                "ngay_phan_hoi",
                "2021-08-31");
        assertThat(referral.caseKey()).isEqualTo(key("ca_can_thiep", "3"));
        assertThat(referral.agencyKey()).isNull();
        assertThat(referral.agencyName()).isEqualTo("Công an xã");
        assertThat(referral.agencyKind()).isEqualTo(AgencyKind.POLICE);
        assertThat(referral.provinceCode()).isEqualTo("51");
        assertThat(referral.service()).isEqualTo("Y tế");
        assertThat(referral.referredOn()).isEqualTo(LocalDate.of(2021, 8, 28));
        assertThat(referral.respondedOn()).isEqualTo(LocalDate.of(2021, 8, 31));
        assertThat(referral.outcome()).isEqualTo(ReferralOutcome.COMPLETED);
    }

    @Test
    void ofReviewsTellPointsByCriterion() {
        QualityReviewRecord review =
                map(QualityReviewRecord.class, "qms_danh_gia", "tieu_chi", "{\"lang_nghe\": 15, \"thong_tin\": 19.5}");
        assertThat(review.contact()).isEqualTo(key("cuoc_goi", "9"));
        assertThat(review.reviewer()).isEqualTo("39");
        assertThat(review.score()).isEqualByComparingTo("75.1");
        assertThat(review.criteria())
                .isEqualTo(Map.of("lang_nghe", new BigDecimal("15"), "thong_tin", new BigDecimal("19.5")));
    }

    @Test
    void ofEquipmentAndLists() {
        SiteStatusRecord status = map(SiteStatusRecord.class, "giam_sat", "chi_tiet", "mất điện");
        assertThat(status.centre()).isEqualTo(Centre.ANGIANG);
        assertThat(status.state()).isEqualTo(SiteState.DOWN);
        assertThat(status.observedAt()).isEqualTo(Instant.parse("2026-03-10T19:11:27Z"));
        assertThat(map(CounsellorRecord.class, "tong_dai_vien"))
                .isEqualTo(new CounsellorRecord(key("tong_dai_vien", "1"), "Tư vấn viên 07", Centre.DANANG, true));
        assertThat(map(CodeRecord.class, "dm_tinh"))
                .isEqualTo(new CodeRecord(key("dm_tinh", "1"), "province", "91", "Tỉnh Kiên Giang", Centre.ANGIANG));
        assertThat(map(CodeRecord.class, "dm_linh_vuc"))
                .isEqualTo(new CodeRecord(key("dm_linh_vuc", "1"), "topic", "BLGD", "Bạo lực gia đình", null));
    }

    @Test
    void withZeroDatesAreMappedAndFlagged() {
        PersonRecord child = map(PersonRecord.class, "tre_em", "ngay_tao", "0000-00-00", "dien_thoai_gd", "0333852123");
        assertThat(child.createdAt()).isEqualTo(Instant.EPOCH);
        assertThat(child.telephones().getFirst().numbers()).hasSize(2);
        assertThat(child.flags())
                .containsExactlyInAnyOrder(new Flag("createdAt", "not-given"), new Flag("telephones", "two-readings"));
        CaseRecord file = map(CaseRecord.class, "ca_can_thiep", "ngay_mo", null);
        assertThat(file.openedOn()).isEqualTo(LocalDate.EPOCH);
        assertThat(file.flags()).containsExactly(new Flag("openedOn", "not-given"));
    }

    @Test
    void withANegativeLengthHaveNone() {
        ContactRecord contact = map(ContactRecord.class, "cuoc_goi", "thoi_luong", -5L);
        assertThat(contact.durationSeconds()).isZero();
        assertThat(contact.flags()).containsExactly(new Flag("durationSeconds", "negative"));
    }
}
