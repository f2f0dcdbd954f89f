package org.unifiedhotline.demo.people.systems;

import java.util.ArrayList;
import java.util.List;
import org.unifiedhotline.demo.people.places.Centre;
import org.unifiedhotline.demo.people.places.Place;
import org.unifiedhotline.demo.people.places.Places;

/** The rows that stand before the first call: code lists, counsellors, agencies. */
public final class StandingRows {

    static final int COUNSELLORS = 45;
    static final List<String> FIELDS = List.of("BLGD", "XHTD", "TLY", "PHAPLY", "HTRO", "MBN", "HOCDUONG");

    private static final List<String> FIELD_NAMES = List.of(
            "Bạo lực gia đình",
            "Xâm hại tình dục",
            "Tâm lý",
            "Pháp luật",
            "Chính sách hỗ trợ",
            "Mua bán người",
            "Học đường");

    private static final List<HotlineRow.Agency> AGENCIES = List.of(
            agency("CA-HG-01", "Công an tỉnh Hà Giang", "POLICE", "Hà Giang", true),
            agency("CA-SL-01", "Công an tỉnh Sơn La", "POLICE", "Sơn La", false),
            agency("CA-AG-01", "Công an tỉnh An Giang", "POLICE", "An Giang", true),
            agency("BP-LC-01", "Bộ đội biên phòng Lào Cai", "BORDER_GUARD", "Lào Cai", true),
            agency("BP-QN-01", "Bộ đội biên phòng Quảng Ninh", "BORDER_GUARD", "Quảng Ninh", true),
            agency("PN-CB-01", "Hội LHPN tỉnh Cao Bằng", "WOMEN_UNION", "Cao Bằng", true),
            agency("PN-NA-01", "Hội LHPN tỉnh Nghệ An", "WOMEN_UNION", "Nghệ An", false),
            agency("XH-TN-01", "Sở LĐTBXH Tây Ninh", "SOCIAL", "Tây Ninh", false),
            agency("XH-LS-01", "Trung tâm công tác xã hội Lạng Sơn", "SOCIAL", "Lạng Sơn", true),
            agency("YT-HN-01", "Bệnh viện Phụ sản Hà Nội", "HEALTH", "Hà Nội", false),
            agency("TP-DN-01", "Trung tâm trợ giúp pháp lý Đà Nẵng", "JUSTICE", "Đà Nẵng", false),
            agency("NGO-BLUE-DRAGON", "Tổ chức Trẻ em Rồng Xanh", "NGO", "Hà Nội", false),
            agency("NGO-PLF", "Tổ chức Pacific Links", "NGO", "Lào Cai", false));

    private static final List<String> AGENCY_CODES =
            AGENCIES.stream().map(HotlineRow.Agency::code).toList();

    private StandingRows() {}

    static List<String> agencyCodes() {
        return AGENCY_CODES;
    }

    /** All standing rows of both systems. */
    public static Batch batch() {
        Batch batch = new Batch();
        for (Place place : Places.load().provinces()) {
            String code = place.before().provinceCode();
            batch.add(new SwitchboardRow.Province(
                    code, place.before().province(), Centre.of(code).name()));
        }
        for (int i = 0; i < FIELDS.size(); i++) {
            batch.add(new SwitchboardRow.Field(FIELDS.get(i), FIELD_NAMES.get(i)));
        }
        List<Centre> centres = new ArrayList<>(List.of(Centre.values()));
        for (int i = 1; i <= COUNSELLORS; i++) {
            String centre = centres.get(i % centres.size()).name();
            batch.add(new SwitchboardRow.Counsellor(i, "Tư vấn viên %02d".formatted(i), centre, i % 11 == 0 ? 0 : 1));
        }
        AGENCIES.forEach(batch::add);
        return batch;
    }

    private static HotlineRow.Agency agency(
            String code, String name, String kind, String province, boolean interagency) {
        return new HotlineRow.Agency(code, name, kind, "VN", province, interagency);
    }
}
