package org.unifiedhotline.demo.people.names;

import java.util.List;
import org.unifiedhotline.demo.people.chance.Chance;

/** Family names by their real shares; the regional forms Hoàng/Huỳnh and Vũ/Võ go by region. */
final class FamilyNames {

    private static final List<String> COMMON = List.of(
            "Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Phan", "Vũ", "Đặng", "Bùi", "Đỗ", "Hồ", "Ngô", "Dương", "Lý");

    /** Per mille, for the names above; the rest of the thousand is shared by the rarer ones. */
    private static final int[] SHARES = {384, 110, 95, 71, 51, 45, 39, 21, 20, 14, 13, 13, 10, 5, 109};

    private static final List<String> RARER = List.of(
            "Trương", "Đinh", "Đoàn", "Lâm", "Mai", "Trịnh", "Đào", "Cao", "Hà", "Lưu", "Lương", "Thái", "Châu", "Tạ",
            "Phùng", "Tô", "Vương", "Tăng", "Quách", "Hứa", "Kiều", "Chu", "La", "Từ", "Thân", "Khuất", "Nghiêm",
            "Ông");

    private static final List<String> TAY = List.of("Nông", "Hoàng", "Triệu", "Lương", "Bế", "Ma", "Hà", "Đàm");
    private static final List<String> THAI = List.of("Lò", "Lường", "Quàng", "Tòng", "Cà", "Hoàng", "Vi", "Lô");
    private static final List<String> MUONG = List.of("Bùi", "Đinh", "Quách", "Bạch", "Hà", "Phùng");
    private static final List<String> KHMER = List.of("Thạch", "Sơn", "Kim", "Danh", "Châu", "Lâm", "Kiên");
    private static final List<String> NUNG = List.of("Nông", "Hoàng", "Lộc", "Vy", "Lâm", "Lý", "Mông");
    private static final List<String> MONG = List.of("Giàng", "Vàng", "Sùng", "Thào", "Lầu", "Vừ", "Mùa", "Hạng", "Lý");
    private static final List<String> DAO = List.of("Triệu", "Bàn", "Đặng", "Phàn", "Tẩn", "Chảo", "Lý");
    private static final List<String> HOA = List.of("Trần", "Lâm", "Lý", "Huỳnh", "Vương", "Tăng", "Quách", "Châu");

    private FamilyNames() {}

    static String of(EthnicGroup group, boolean south, Chance chance) {
        return switch (group) {
            case KINH -> kinh(south, chance);
            case TAY -> chance.oneOf(TAY);
            case THAI -> chance.oneOf(THAI);
            case MUONG -> chance.oneOf(MUONG);
            case KHMER -> chance.oneOf(KHMER);
            case NUNG -> chance.oneOf(NUNG);
            case MONG -> chance.oneOf(MONG);
            case DAO -> chance.oneOf(DAO);
            case HOA -> chance.oneOf(HOA);
            case GIA_RAI, E_DE, BAHNAR, XE_DANG -> "";
        };
    }

    private static String kinh(boolean south, Chance chance) {
        int index = chance.weighted(SHARES);
        if (index == COMMON.size()) {
            return chance.oneOf(RARER);
        }
        String name = COMMON.get(index);
        boolean southernForm = chance.happens(south ? 0.85 : 0.05);
        return southernForm && name.equals("Hoàng") ? "Huỳnh" : southernForm && name.equals("Vũ") ? "Võ" : name;
    }
}
