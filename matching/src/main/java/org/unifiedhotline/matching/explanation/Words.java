package org.unifiedhotline.matching.explanation;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** The words for parts, levels and reasons; what has none is shown as the model names it. */
final class Words {
    private static final String TABLE = """
            prior | Trước khi so sánh: hai bản ghi bất kỳ hiếm khi là một người | Before comparing: two records at random are seldom one person
            relatives | Có thể là người cùng gia đình | They may be relatives
            namesakes | Có thể chỉ trùng tên | They may be namesakes
            twins | Có thể là anh chị em sinh đôi | They may be twins
            calibration | Điều chỉnh theo quyết định của cán bộ quản lý dữ liệu | Calibrated by what stewards decided
            unknown-person | Không có tên hay số giấy tờ chung: không gộp chỉ vì cùng điện thoại hay nơi ở | No name or number in common to know a person by: never one by a telephone or a place alone
            relation | Quan hệ ghi trong vụ việc | What the case says
            self | là chính người đó | the person itself
            family | Vụ việc ghi là người trong gia đình: không thể là một người | The case says family: never one person
            other-person | Vụ việc ghi là người khác: không thể là một người | The case says another person: never one
            exclusive-identifier | Hai số định danh khác nhau: không thể là một người | Two different identity numbers: never one person
            name.given | Tên | Given name
            name.family | Họ | Family name
            name.middle | Tên đệm | Middle name
            birth | Ngày sinh | Birth
            sex | Giới tính | Sex
            telephone | Điện thoại | Telephone
            identity | Giấy tờ tùy thân | Identity number
            certificate | Giấy khai sinh | Birth certificate
            home | Nơi ở | Home
            ethnic_group | Dân tộc | Ethnic group
            father.given | Tên cha | Father's given name
            father.family | Họ cha | Father's family name
            father.middle | Tên đệm cha | Father's middle name
            mother.given | Tên mẹ | Mother's given name
            mother.family | Họ mẹ | Mother's family name
            mother.middle | Tên đệm mẹ | Mother's middle name
            guardian.given | Tên người giám hộ | Guardian's given name
            guardian.family | Họ người giám hộ | Guardian's family name
            guardian.middle | Tên đệm người giám hộ | Guardian's middle name
            called_about.given | Tên người được gọi báo | Given name of whom the call was about
            called_about.family | Họ người được gọi báo | Family name of whom the call was about
            called_about.middle | Tên đệm người được gọi báo | Middle name of whom the call was about
            missing | thiếu | missing
            equal | giống nhau | equal
            equal-without-marks | giống nhau nếu bỏ dấu | equal without marks
            other-marks | chỉ khác dấu | other marks
            other-order | cùng các từ, khác thứ tự | same words in another order
            variant | biến thể của một tên | variants of one name
            slip | sai một phím | one slip of the keyboard
            part-of | một bên là phần của bên kia | one is part of the other
            similar | gần giống | similar
            equal-by-alias | trùng tên gọi khác | equal by another name
            other-single-word | khác, một bên chỉ có một từ | different, one side a single word
            different | khác nhau | different
            same-day | cùng ngày | same day
            day-and-month-swapped | đảo ngày và tháng | day and month swapped
            one-digit-off | sai một chữ số | one digit off
            two-digits-off | sai hai chữ số | two digits off
            same-month | cùng tháng | same month
            same-year | cùng năm | same year
            about-the-same-year | khoảng cùng năm | about the same year
            same-year-other-day | cùng năm, khác ngày | same year, another day
            two-years-apart | cách nhau đến hai năm | up to two years apart
            far-apart | cách xa nhau | far apart
            one-off | sai một ký tự | one character off
            same-third-level | cùng xã, phường | same commune
            same-second-level | cùng huyện, quận | same district
            same-second-not-third | cùng huyện, khác xã | same district, another commune
            same-first-level | cùng tỉnh | same province
            same-first-not-second | cùng tỉnh, khác huyện hoặc xã | same province, another district or commune
            """;

    private static final Map<String, String[]> WORDS = read();

    private Words() {}

    private static Map<String, String[]> read() {
        Map<String, String[]> words = new HashMap<>();
        TABLE.lines().map(line -> line.split(" \\| ")).forEach(row -> words.put(row[0], row));
        return Map.copyOf(words);
    }

    static Map<String, String> all(Language language) {
        Map<String, String> words = new TreeMap<>();
        WORDS.keySet().forEach(word -> words.put(word, of(word, language)));
        return words;
    }

    static String of(String word, Language language) {
        String[] row = WORDS.get(word);
        return row == null
                ? word
                : switch (language) {
                    case VIETNAMESE -> row[1];
                    case ENGLISH -> row[2];
                };
    }
}
