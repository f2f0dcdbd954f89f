package org.unifiedhotline.mappings.standardization;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The words that counsellors type where no name was given. */
final class NotGiven {
    private static final Set<String> WORDS = Set.of(
            "",
            "khong",
            "khong ro",
            "khong ro ten",
            "khong ro ho ten",
            "khong ten",
            "khong co",
            "khong co ten",
            "khong biet",
            "khong biet ten",
            "khong cung cap",
            "khong cung cap ten",
            "khong noi",
            "khong noi ten",
            "khong khai",
            "khong xac dinh",
            "khong nho",
            "khong cho biet",
            "khong cho biet ten",
            "khong muon noi ten",
            "khong muon neu ten",
            "khong neu ten",
            "khong khai ten",
            "khong nho ten",
            "khong xung ten",
            "ko ro",
            "ko ten",
            "ko biet",
            "k ro",
            "kg ro",
            "chua ro",
            "chua ro ten",
            "chua biet",
            "chua biet ten",
            "chua co",
            "chua co ten",
            "chua xac dinh",
            "an danh",
            "nguoi an danh",
            "nguoi goi an danh",
            "nac danh",
            "vo danh",
            "giau ten",
            "nguoi la",
            "nguoi goi",
            "khach",
            "n a",
            "nil",
            "null",
            "none",
            "unknown",
            "anonymous",
            "no name",
            "x",
            "xx",
            "xxx");

    /** "Ẩn danh" keyed in TCVN3 and in VNI; the first passes for a syllable, so that it is not repaired. */
    private static final Set<String> DAMAGED = Set.of("èn danh", "aån danh");

    private NotGiven() {}

    /** Whether a field holds nothing: null, blank, or words for "not given" without a digit among them. */
    static boolean isEmpty(@Nullable String text) {
        return text == null || (text.chars().noneMatch(Character::isDigit) && isNotGiven(text));
    }

    /** Whether a cleaned text says that no name was given; so does one without a letter. */
    static boolean isNotGiven(String text) {
        String folded = Folding.fold(text);
        return WORDS.contains(folded)
                || folded.startsWith("khong ro ")
                || folded.startsWith("khong biet ")
                || folded.startsWith("chua ro ")
                || folded.chars().noneMatch(Character::isLetter)
                || DAMAGED.contains(Folding.exact(text));
    }
}
