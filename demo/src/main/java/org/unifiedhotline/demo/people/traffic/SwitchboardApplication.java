package org.unifiedhotline.demo.people.traffic;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.unifiedhotline.demo.people.chance.Chance;
import org.unifiedhotline.demo.people.households.Person;
import org.unifiedhotline.demo.people.systems.Ids;
import org.unifiedhotline.demo.people.systems.LegacyTable;
import org.unifiedhotline.demo.people.systems.SwitchboardRow;

/** The switchboard's application at work on existing rows. */
final class SwitchboardApplication implements Application {

    private static final String NAMELESS = "(ho_ten IS NULL OR ho_ten IN ('.', 'an danh', 'khong ro', 'Ẩn danh'))";

    private final RecentRows recent;
    private final LiveTimes times;
    private final Ids ids;

    SwitchboardApplication(RecentRows recent, LiveTimes times, Ids ids) {
        this.recent = recent;
        this.times = times;
        this.ids = ids;
    }

    @Override
    public List<Change> correction(LegacyDatabase database, Chance chance) throws SQLException {
        return switch (chance.weighted(25, 25, 15, 20, 15)) {
            case 0 -> correctedChild(chance);
            case 1 -> correctedCaller(chance);
            case 2 -> noteOnCaller(database, chance);
            case 3 -> caseMoves(database, chance);
            default -> referralAnswered(database, chance);
        };
    }

    @Override
    public List<Change> deletion(LegacyDatabase database, Chance chance) throws SQLException {
        return switch (chance.weighted(70, 20, 10)) {
            case 0 -> deleted(database, LegacyTable.NGUOI_GOI, NAMELESS, chance);
            case 1 -> deleted(database, LegacyTable.CUOC_GOI, "loai = 'IM_LANG' AND id_ca IS NULL", chance);
            default -> deleted(database, LegacyTable.GIAM_SAT, "trang_thai = 'OK'", chance);
        };
    }

    @Override
    public List<Change> continuation(LegacyDatabase database, Chance chance) throws SQLException {
        Optional<Object> caseId = any(database, LegacyTable.CA_CAN_THIEP, "1 = 1", chance);
        return caseId.map(id -> List.of(Change.insert(new SwitchboardRow.Referral(
                        ids.next(LegacyTable.CHUYEN_TUYEN),
                        ((Number) id).intValue(),
                        "Trung tâm CTXH tỉnh",
                        "LDTBXH",
                        null,
                        chance.oneOf("Tạm lánh", "Tư vấn tâm lý"),
                        times.today(),
                        null,
                        "CHO"))))
                .orElse(List.of());
    }

    private List<Change> correctedChild(Chance chance) {
        Optional<RecentRows.Row> row = recent.any(LegacyTable.TRE_EM, chance);
        return row.map(child -> List.of(Change.update(
                        LegacyTable.TRE_EM,
                        child.id(),
                        "ho_ten = ?, ngay_sinh = ?, so_dinh_danh = ?, ngay_sua = ?",
                        child.person().name().full(),
                        date(child.person()),
                        child.person().identityNumberOn(times.today()),
                        times.now())))
                .orElse(List.of());
    }

    private List<Change> correctedCaller(Chance chance) {
        Optional<RecentRows.Row> row = recent.any(LegacyTable.NGUOI_GOI, chance);
        return row.map(caller -> List.of(Change.update(
                        LegacyTable.NGUOI_GOI,
                        caller.id(),
                        "ho_ten = ?, nam_sinh = ?, ngay_sua = ?",
                        caller.person().name().full(),
                        caller.person().birth().getYear(),
                        times.now())))
                .orElse(List.of());
    }

    private List<Change> noteOnCaller(LegacyDatabase database, Chance chance) throws SQLException {
        return any(database, LegacyTable.NGUOI_GOI, "1 = 1", chance)
                .map(id -> List.of(Change.update(
                        LegacyTable.NGUOI_GOI,
                        id,
                        "ghi_chu = ?, ngay_sua = ?",
                        "Đã gọi lại lần " + chance.between(1, 9) + " 📞",
                        times.now())))
                .orElse(List.of());
    }

    private List<Change> caseMoves(LegacyDatabase database, Chance chance) throws SQLException {
        String state = chance.oneOf("DANG_XL", "CHO_PH", "DONG");
        return any(database, LegacyTable.CA_CAN_THIEP, "1 = 1", chance)
                .map(id -> List.of(Change.update(
                        LegacyTable.CA_CAN_THIEP,
                        id,
                        "trang_thai = ?, ngay_dong = ?, tom_tat = ?",
                        state,
                        state.equals("DONG") ? times.today() : null,
                        "Cập nhật " + times.now())))
                .orElse(List.of());
    }

    private List<Change> referralAnswered(LegacyDatabase database, Chance chance) throws SQLException {
        return any(database, LegacyTable.CHUYEN_TUYEN, "1 = 1", chance)
                .map(id -> List.of(Change.update(
                        LegacyTable.CHUYEN_TUYEN,
                        id,
                        "ket_qua = ?, ngay_phan_hoi = ?",
                        chance.oneOf("TIEP_NHAN", "HOAN_THANH", "TU_CHOI"),
                        times.today())))
                .orElse(List.of());
    }

    private static List<Change> deleted(LegacyDatabase database, LegacyTable table, String where, Chance chance)
            throws SQLException {
        return any(database, table, where, chance)
                .map(id -> List.of(Change.delete(table, id)))
                .orElse(List.of());
    }

    /** The first row from somewhere in the table on that meets the condition. */
    private static Optional<Object> any(LegacyDatabase database, LegacyTable table, String where, Chance chance)
            throws SQLException {
        long from = chance.below((int) Math.min(Integer.MAX_VALUE - 1, database.maximum(table)) + 1);
        return database.first(
                "SELECT id FROM " + table.sqlName() + " WHERE id >= ? AND " + where + " ORDER BY id LIMIT 1", from);
    }

    private static String date(Person person) {
        return "%02d/%02d/%d"
                .formatted(
                        person.birth().getDayOfMonth(),
                        person.birth().getMonthValue(),
                        person.birth().getYear());
    }
}
