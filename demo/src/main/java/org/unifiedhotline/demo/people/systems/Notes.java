package org.unifiedhotline.demo.people.systems;

import java.util.List;
import org.unifiedhotline.demo.people.chance.Chance;

/** What counsellors write in free text; some of it with characters beyond the basic plane. */
final class Notes {

    private static final List<String> CALLER = List.of(
            "Gọi lại sau 17 giờ",
            "Người gọi rất lo lắng",
            "Đề nghị giữ bí mật",
            "Số máy của hàng xóm",
            "Hay gọi nhiều lần",
            "Nghe kém, cần nói chậm",
            "Đã cảm ơn tổng đài 🙏");
    private static final List<String> CHILD_CALL = List.of(
            "Người gọi báo tin về trẻ, đề nghị can thiệp.",
            "Trẻ bị bố dượng đánh, hàng xóm nghe thấy nhiều lần.",
            "Mẹ xin tư vấn vì con bỏ học, không nói chuyện.",
            "Cô giáo phát hiện vết bầm trên tay trẻ, đã báo nhà trường.",
            "Trẻ khóc, nói không muốn về nhà 😢. Đã trấn an và hẹn gọi lại.");
    private static final List<String> TRAFFICKING_CALL = List.of(
            "Nạn nhân bị lừa sang biên giới làm việc nhẹ lương cao.",
            "Gia đình mất liên lạc hai tháng, nghi bị bán sang nước ngoài.",
            "Nạn nhân nhắn tin kêu cứu từ cơ sở lừa đảo trực tuyến 🆘",
            "Người gọi hỏi thủ tục xác nhận nạn nhân và hỗ trợ hòa nhập.",
            "Bạn quen qua mạng rủ đi lấy chồng nước ngoài.");
    private static final List<String> STREETS =
            List.of("Lê Lợi", "Trần Hưng Đạo", "Nguyễn Huệ", "Quang Trung", "Hai Bà Trưng", "Lý Thường Kiệt");

    private Notes() {}

    static String aboutCaller(Chance chance) {
        return chance.oneOf(CALLER);
    }

    static String childCall(Chance chance) {
        return chance.oneOf(CHILD_CALL);
    }

    static String traffickingCall(Chance chance) {
        return chance.oneOf(TRAFFICKING_CALL);
    }

    static String address(Chance chance) {
        return chance.happens(0.5)
                ? "Số " + chance.between(1, 300) + " " + chance.oneOf(STREETS)
                : "Thôn " + chance.between(1, 14);
    }
}
