package org.unifiedhotline.demo.people.systems;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.unifiedhotline.demo.people.chance.Chance;
import org.unifiedhotline.demo.people.places.Centre;
import org.unifiedhotline.demo.people.places.Place;
import org.unifiedhotline.demo.people.spelling.Clerk;
import org.unifiedhotline.demo.people.telephones.Line;

/** Writes the switchboard's cases, contacts, referrals, assessments and monitoring. */
final class SwitchboardWork {

    private static final List<String> CASE_KINDS =
            List.of("BAO_LUC", "XAM_HAI_TD", "TAM_LY", "BO_ROI", "MUA_BAN", "BOC_LOT", "KHAC");
    private static final List<List<String>> AGENCIES = List.of(
            List.of("LDTBXH", "Phòng LĐTBXH huyện", "Sở LĐTBXH", "Trung tâm CTXH tỉnh"),
            List.of("CONG_AN", "Công an xã", "Công an huyện"),
            List.of("HOI_PN", "Hội phụ nữ xã", "Hội LHPN tỉnh"),
            List.of("Y_TE", "Bệnh viện đa khoa tỉnh", "Trạm y tế xã"),
            List.of("TU_PHAP", "Trung tâm trợ giúp pháp lý"),
            List.of("NGO", "Tổ chức Trẻ em Rồng Xanh"),
            List.of("BIEN_PHONG", "Đồn biên phòng"),
            List.of("KHAC", "UBND xã"));

    private final Pen pen;
    private final Chance chance;

    SwitchboardWork(Pen pen) {
        this.pen = pen;
        this.chance = pen.chance();
    }

    /** Opens a case about a child and gives its id. */
    int openCase(int childId, int reporterId, String relation, LocalDateTime at, boolean trafficking) {
        int id = pen.ids().next(LegacyTable.CA_CAN_THIEP);
        LocalDate closed = pen.times().within(at, 200, chance).toLocalDate();
        boolean finished = closed.isBefore(pen.times().today()) && chance.happens(0.9);
        String state = finished ? (chance.happens(0.96) ? "DONG" : "HUY") : chance.oneOf("MO", "DANG_XL", "CHO_PH");
        pen.batch()
                .add(new SwitchboardRow.Case(
                        id,
                        "TE-%d-%06d".formatted(at.getYear(), id),
                        childId,
                        reporterId,
                        relation,
                        trafficking ? "MUA_BAN" : CASE_KINDS.get(chance.weighted(34, 18, 20, 10, 5, 7, 6)),
                        1 + chance.weighted(25, 40, 35),
                        state,
                        at.toLocalDate(),
                        finished ? closed : null,
                        trafficking ? "Chuyển từ đường dây PCMBN" : pen.sometimes(0.3, Notes.childCall(chance))));
        return id;
    }

    /** Writes one call and gives its id. */
    long contact(
            LocalDateTime at,
            Place place,
            @Nullable Line line,
            @Nullable Integer callerId,
            String kind,
            @Nullable Integer caseId) {
        long id = pen.ids().nextLong(LegacyTable.CUOC_GOI);
        String channel = kind.equals("IM_LANG") || kind.equals("QUAY_ROI")
                ? "GOI"
                : List.of("GOI", "ZALO", "APP", "FB").get(chance.weighted(90, 5, 3, 2));
        boolean call = channel.equals("GOI");
        boolean located = channel.equals("APP") && chance.happens(0.6);
        Clerk clerk = Clerk.on(at.toLocalDate(), chance);
        boolean silent = kind.equals("IM_LANG");
        pen.batch()
                .add(new SwitchboardRow.Contact(
                        id,
                        at,
                        channel,
                        call && line != null && chance.happens(0.95) ? clerk.telephone(line) : null,
                        callerId,
                        chance.between(1, StandingRows.COUNSELLORS),
                        Centre.of(place.before().provinceCode()).name(),
                        silent ? 0 : chance.between(20, 2600),
                        kind,
                        silent ? null : chance.oneOf(StandingRows.FIELDS),
                        caseId,
                        located ? coordinate(8_600_000, 23_300_000) : null,
                        located ? coordinate(102_200_000, 109_400_000) : null,
                        callerId != null && chance.happens(0.5) ? clerk.text(Notes.childCall(chance)) : null));
        if (callerId != null && chance.happens(0.04)) {
            assess(id, at);
        }
        return id;
    }

    /** A call that the automatic answer took. */
    void automatic(LocalDateTime at, Place place, @Nullable Line line) {
        pen.batch()
                .add(new SwitchboardRow.Contact(
                        pen.ids().nextLong(LegacyTable.CUOC_GOI),
                        at,
                        "IVR",
                        line == null ? null : line.numberOn(at.toLocalDate()),
                        null,
                        null,
                        Centre.of(place.before().provinceCode()).name(),
                        chance.between(5, 180),
                        "TU_VAN",
                        null,
                        null,
                        null,
                        null,
                        null));
    }

    /** None, one or two referrals of a case. */
    void refer(int caseId, Place place, LocalDateTime at) {
        int count = chance.weighted(35, 45, 20);
        for (int i = 0; i < count; i++) {
            List<String> agency = AGENCIES.get(chance.weighted(30, 22, 14, 12, 6, 7, 3, 6));
            LocalDate referred = pen.times().within(at, 5, chance).toLocalDate();
            LocalDate answered = pen.times().within(at, 60, chance).toLocalDate();
            boolean pending = chance.happens(0.15) || answered.isBefore(referred);
            pen.batch()
                    .add(new SwitchboardRow.Referral(
                            pen.ids().next(LegacyTable.CHUYEN_TUYEN),
                            caseId,
                            agency.get(chance.between(1, agency.size() - 1)),
                            agency.getFirst(),
                            chance.happens(0.9) ? place.on(referred).provinceCode() : null,
                            chance.happens(0.5)
                                    ? chance.oneOf("Tư vấn tâm lý", "Tạm lánh", "Khám chữa bệnh", "Pháp lý")
                                    : null,
                            referred,
                            pending ? null : answered,
                            pending ? "CHO" : outcome()));
        }
    }

    /** One report of a centre's equipment. */
    void monitor(LocalDateTime at) {
        String state = List.of("OK", "CANH_BAO", "LOI").get(chance.weighted(88, 9, 3));
        pen.batch()
                .add(new SwitchboardRow.Monitoring(
                        pen.ids().nextLong(LegacyTable.GIAM_SAT),
                        chance.oneOf("HN", "DN", "AG"),
                        chance.oneOf("PBX", "IVR", "GHI_AM", "UPS", "DUONG_TRUYEN"),
                        state,
                        state.equals("OK") ? null : "Mã lỗi " + chance.between(100, 999),
                        at));
    }

    private void assess(long contactId, LocalDateTime at) {
        int[] points = new int[5];
        int total = 0;
        for (int i = 0; i < points.length; i++) {
            points[i] = chance.between(9, 20);
            total += points[i];
        }
        String criteria =
                "{\"lang_nghe\": %d, \"thong_tin\": %d, \"quy_trinh\": %d, \"chuyen_tuyen\": %d, \"ghi_chep\": %d}"
                        .formatted(points[0], points[1], points[2], points[3], points[4]);
        pen.batch()
                .add(new SwitchboardRow.Assessment(
                        pen.ids().next(LegacyTable.QMS_DANH_GIA),
                        contactId,
                        chance.between(1, StandingRows.COUNSELLORS),
                        BigDecimal.valueOf(total * 10L + (total < 100 ? chance.below(10) : 0), 1),
                        criteria,
                        pen.sometimes(0.3, "Lắng nghe tốt, cần ghi chép kỹ hơn"),
                        pen.times().within(at, 14, chance)));
    }

    private String outcome() {
        return List.of("HOAN_THANH", "TIEP_NHAN", "TU_CHOI", "MAT_LIEN_LAC").get(chance.weighted(62, 22, 7, 9));
    }

    private BigDecimal coordinate(int lowest, int highest) {
        return BigDecimal.valueOf(chance.between(lowest, highest), 6);
    }
}
