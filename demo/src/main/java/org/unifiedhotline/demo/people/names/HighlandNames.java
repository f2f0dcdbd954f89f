package org.unifiedhotline.demo.people.names;

import java.util.List;
import org.unifiedhotline.demo.people.chance.Chance;

/** Names of peoples with forms of their own: Mông, Khmer, and those of the Central Highlands without family names. */
final class HighlandNames {

    private static final List<String> MONG_MEN = List.of(
            "Sử", "Tủa", "Páo", "Dế", "Chứ", "Lềnh", "Vừ", "Sình", "Pó", "Sì", "Nhè", "Lử", "Tráng", "Chống", "Giống");
    private static final List<String> MONG_WOMEN =
            List.of("Máy", "Mỷ", "Dợ", "Say", "Chá", "Sua", "Ly", "Pà", "Chở", "Mái", "Xúa", "Dở", "Vá", "Kía", "Lía");
    private static final List<String> KHMER_MEN =
            List.of("Sa Rươl", "Sóc Kha", "Rích", "Ranh", "Phi", "Sang", "Chanh Đa", "Vũ Linh", "Ươl", "Hiệp", "Thanh");
    private static final List<String> KHMER_WOMEN = List.of(
            "Sa Rây", "Sóc Kha", "Chanh Thu", "Sô Phi", "Ni Ta", "Thị Hên", "Thị Sang", "Đa Ni", "Thị Lan", "Thị Út");
    private static final List<String> E_DE_MEN =
            List.of("Thuột", "Bhiông", "Krông", "Nguên", "Wil", "Djuăn", "Lâm", "Khoa", "Duy", "Tlop", "Blă");
    private static final List<String> E_DE_WOMEN =
            List.of("Bluê", "Hoa", "Juel", "Mi", "Nga", "Ngăm", "Yar", "Linh", "Bia", "Wiên", "Thuyên");
    private static final List<String> E_DE_CLANS =
            List.of("Niê", "Mlô", "Êban", "Byă", "Kbuôr", "Ayun", "Buôn Yă", "Kđoh", "Hđơk", "Knul");
    private static final List<String> GIA_RAI_CLANS = List.of("Rơ Châm", "Siu", "Ksor", "Kpă", "Rmah", "Nay", "Puih");
    private static final List<String> BAHNAR_MEN =
            List.of("Thút", "Hnhơr", "Blưn", "Đinh", "Khưm", "Wơr", "Lơng", "Byưh", "Nghĩa", "Tuân");
    private static final List<String> BAHNAR_WOMEN =
            List.of("Hnhun", "Blơi", "Thưn", "Ngơp", "Hlinh", "Mưn", "Byên", "Lim", "Pơnh", "Hà");

    private HighlandNames() {}

    static PersonName mong(String family, Sex sex, Chance chance) {
        boolean man = sex == Sex.MALE;
        String given = chance.oneOf(man ? MONG_MEN : MONG_WOMEN);
        String middle = man ? (chance.happens(0.8) ? "A" : "Văn") : chance.happens(0.85) ? "Thị" : "";
        return PersonName.of(family, middle, given);
    }

    static PersonName khmer(String family, Sex sex, Chance chance) {
        String given = chance.oneOf(sex == Sex.MALE ? KHMER_MEN : KHMER_WOMEN);
        int space = given.lastIndexOf(' ');
        return space < 0
                ? PersonName.of(family, "", given)
                : PersonName.of(family, given.substring(0, space), given.substring(space + 1));
    }

    /** {@code Y Thuột Niê}, {@code H'Bluê Mlô}: the clan stands last. */
    static PersonName edeOrGiaRai(EthnicGroup group, String clan, Sex sex, Chance chance) {
        String own = clan.isEmpty() ? chance.oneOf(group == EthnicGroup.E_DE ? E_DE_CLANS : GIA_RAI_CLANS) : clan;
        boolean man = sex == Sex.MALE;
        return new PersonName("", man ? "Y" : "H'", chance.oneOf(man ? E_DE_MEN : E_DE_WOMEN), own);
    }

    /** {@code A Thút}, {@code Y Hnhun}: no family name; {@code Y} is a woman here, and a man among the Ê Đê. */
    static PersonName bahnarOrXeDang(Sex sex, Chance chance) {
        boolean man = sex == Sex.MALE;
        return PersonName.of("", man ? "A" : "Y", chance.oneOf(man ? BAHNAR_MEN : BAHNAR_WOMEN));
    }
}
